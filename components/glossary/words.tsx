import { getTranslations } from "next-intl/server";
import type { MarkedWord } from "@/components/ui/markdown";
import { formPattern, type Term } from "@/lib/glossary/glossary";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** Terms as words to be marked in a text, each leading to its explanation on the same page. */
export const wordsOf = (terms: Term[]): MarkedWord[] =>
  terms.map(({ id, forms }) => ({ pattern: formPattern(forms), id: `term-${id}`, href: `#meaning-${id}` }));

/**
 * The explanations of the terms that a page marks: a list at its end. The link in the text brings one up at the foot of
 * the screen, the link in the explanation leads back, both without a script (docs/decisions/008).
 */
export async function Words({
  terms,
  locale,
  heading: Heading,
}: {
  terms: Term[];
  locale: Locale;
  heading: "h2" | "h3";
}) {
  const t = await getTranslations({ locale, namespace: "glossary" });
  return (
    <section aria-labelledby="words" className="part">
      <Heading id="words" className="text-h2">
        {t("onThisPage")}
      </Heading>
      <dl className="meanings mt-4 grid gap-4">
        {terms.map(({ id, lang, term, full, meaning }) => (
          <div key={id} id={`meaning-${id}`} className="meaning" lang={lang === locale ? undefined : lang}>
            <dt>{term}</dt>
            <dd>
              {full && <p className="note">{full}</p>}
              <p>{meaning}</p>
              <a href={`#term-${id}`} lang={lang === locale ? undefined : locale}>
                {t("backToText")}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <a className="tap no-print" href={pathTo(locale, "glossary")}>
        {t("all")}
      </a>
    </section>
  );
}
