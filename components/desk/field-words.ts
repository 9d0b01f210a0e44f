import { getTranslations } from "next-intl/server";
import { colon, countryName, languageName } from "@/lib/i18n/format";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { fieldOf, inLanguage, linesOf } from "@/lib/review/field";

export type FieldWords = Awaited<ReturnType<typeof fieldWords>>;

/** What fields are called and what their values say, in the words of a language. */
export async function fieldWords(locale: Locale) {
  const t = await getTranslations({ locale });
  const label = (space: string, code: string): string => {
    if (space === "country") return countryName(code, locale);
    if (space === "language") return languageName(code, locale);
    return t.has(`${space}.${code}` as "field.title") ? t(`${space}.${code}` as "field.title") : code;
  };
  /** Line 1, Comes from (Italian). */
  const nameOf = (parts: string[]): string =>
    parts.reduce((said, part) => {
      if (isLocale(part)) return inLanguage(said, part, locale).trim();
      if (/^\d+$/.test(part)) return `${said} ${part}`.trim();
      return said ? `${said}, ${label("field", part)}` : label("field", part);
    }, "");
  return {
    /** The heading over a field. */
    heading: (path: string): string => {
      const { key, lang } = fieldOf(path);
      return inLanguage(t(key as "field.title"), lang, locale);
    },
    /** A field's value with its names and codes in words. */
    value: (path: string, value: string): string =>
      linesOf(path, value)
        .map((line) => {
          const words = "words" in line ? line.words : line.codes.map((code) => label(line.space, code)).join(", ");
          return line.name.length > 0 ? nameOf(line.name) + colon(locale) + words : words;
        })
        .join("\n"),
  };
}
