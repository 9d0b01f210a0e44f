import { getTranslations } from "next-intl/server";
import { facetLabels } from "@/components/catalogue/labels";
import { PracticeTeaser } from "@/components/catalogue/practice-card";
import { Said } from "@/components/ui/said";
import { formatComparison } from "@/lib/compare/compare";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { conceptLabel, type Thesaurus } from "@/lib/search/thesaurus";
import type { similarPractices } from "@/lib/similar/queries";

/** Practices like one: each with what it shares with it, and the way to both side by side. */
export async function SimilarPractices({
  id,
  similar,
  thesaurus,
  locale,
}: {
  /** The practice that they are like. */
  id: string;
  similar: Awaited<ReturnType<typeof similarPractices>>;
  thesaurus: Thesaurus;
  locale: Locale;
}) {
  if (similar.length === 0) return null;
  const [t, label] = await Promise.all([getTranslations({ locale }), facetLabels(locale)]);
  return (
    <section aria-labelledby="similar" className="no-print part">
      <h2 id="similar" className="text-h2">
        {t("practice.similar")}
      </h2>
      <div className="mt-5 grid gap-x-8 gap-y-10 sm:grid-cols-2 wide:grid-cols-3">
        {similar.map(({ card, shared }) => (
          <PracticeTeaser key={card.id} card={card} locale={locale}>
            {shared.length > 0 && (
              <ul className="note mt-2">
                {shared.map(({ facet, code }) => (
                  <li key={facet + code}>
                    {t(`compare.same.${facet}`, {
                      label: facet === "method" ? conceptLabel(thesaurus, code, locale) : label(facet, code),
                    })}
                  </li>
                ))}
              </ul>
            )}
            <a
              className="tap relative self-start"
              href={`${pathTo(locale, "compare")}?${formatComparison([id, card.id])}`}
            >
              {t("compare.withThis")}{" "}
              <span className="sr-only">
                <Said said={card.title} locale={locale} />
              </span>
            </a>
          </PracticeTeaser>
        ))}
      </div>
    </section>
  );
}
