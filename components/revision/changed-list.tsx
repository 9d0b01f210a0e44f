import { getTranslations } from "next-intl/server";
import { colon, formatList, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { fieldOf } from "@/lib/review/field";

/** What a revision changed, in words: the parts of the text by language, then everything else by its name. */
export async function ChangedList({ changed, locale }: { changed: string[]; locale: Locale }) {
  const t = await getTranslations({ locale });
  // Who wrote a text, and when, goes with every change of its words.
  const fields = changed.filter((path) => !path.endsWith(".provenance")).map(fieldOf);
  const named = (lang: Locale | undefined) =>
    formatList(
      fields.filter((field) => field.lang === lang).map(({ key }) => t(key as "field.title")),
      locale,
    );
  const languages = [...new Set(fields.map(({ lang }) => lang))];
  if (languages.length === 0) return null;
  return (
    <ul className="list-disc ps-6 text-muted">
      {languages.map((lang) => (
        <li key={lang ?? "facts"}>
          {(lang ? languageName(lang, locale) : t("history.facts")) + colon(locale) + named(lang)}
        </li>
      ))}
    </ul>
  );
}
