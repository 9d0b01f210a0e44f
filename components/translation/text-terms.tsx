import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import type { TextTerm } from "@/lib/translation/terms";

/** The words of the field that a text uses, with what they are called in the language it is translated into. */
export async function TextTerms({
  terms,
  from,
  into,
  locale,
}: {
  terms: TextTerm[];
  from: Locale;
  into: Locale;
  locale: Locale;
}) {
  if (terms.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "translation" });
  const inLanguage = (lang: Locale) => (lang === locale ? undefined : lang);
  return (
    <>
      <h3 className="mt-4 font-bold">{t("terms")}</h3>
      <dl className="mt-1 text-small">
        {terms.map(({ source, target, meaning }) => (
          <div key={source} className="mt-1">
            <dt className="inline" lang={inLanguage(from)}>
              {source}
            </dt>{" "}
            <dd className="inline">
              → <strong lang={inLanguage(into)}>{target}</strong>
              {meaning && (
                <span className="block text-muted" lang={inLanguage(into)}>
                  {meaning}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
