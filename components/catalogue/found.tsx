import { getTranslations } from "next-intl/server";
import { formatList, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Found } from "@/lib/practice/view";

/** A passage with the words marked that were looked for. */
export function FoundPassage({ found, locale }: { found: Found; locale: Locale }) {
  if (!found.passage) return null;
  const { lang, pieces } = found.passage;
  let from = 0;
  const words = pieces.map(({ text, marked }) => {
    const key = from;
    from += text.length;
    return marked ? <mark key={key}>{text}</mark> : text;
  });
  return (
    <p className="mt-2" lang={lang === locale ? undefined : lang}>
      {found.isSummary ? words : ["… ", ...words, " …"]}
    </p>
  );
}

/** Why a practice is here that does not say in these words what was looked for. */
export async function FoundWhy({ found, locale }: { found: Found; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "search" });
  const languages = found.languages.map((one) => languageName(one, locale));
  return (
    <>
      {found.concepts.length > 0 && (
        <p className="mt-2 text-small">{t("because", { concepts: formatList(found.concepts, locale) })}</p>
      )}
      {languages.length > 0 && (
        <p className="mt-2 text-small">{t("inVersion", { languages: formatList(languages, locale) })}</p>
      )}
    </>
  );
}
