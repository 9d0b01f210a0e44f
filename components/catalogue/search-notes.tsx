import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import type { Filters } from "@/lib/practice/filters";
import type { ConceptLink } from "@/lib/search/queries";
import { catalogueAddress } from "./chosen-filters";

/** The same selection with another search text, from its first page. */
const withText = (filters: Filters, q: string): Filters => ({ ...filters, q, page: 1, sort: "relevance" });

/** A row of links to searches for concepts. */
export function ConceptLinks({
  locale,
  filters,
  title,
  concepts,
}: {
  locale: Locale;
  filters: Filters;
  title: string;
  concepts: readonly ConceptLink[];
}) {
  if (concepts.length === 0) return null;
  return (
    <div className="no-print mt-3 flex flex-wrap items-center gap-x-4">
      <p className="font-bold">{title}</p>
      <ul className="flex flex-wrap gap-x-4">
        {concepts.map(({ id, label }) => (
          <li key={id}>
            <a className="tap" href={catalogueAddress(locale, withText(filters, label))}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a search made of what was typed: what it took for a slip, how much of it was found, and where to look further. */
export async function SearchNotes({
  locale,
  filters,
  total,
  complete,
  corrected,
  around,
}: {
  locale: Locale;
  filters: Filters;
  total: number;
  complete: number;
  corrected: string | undefined;
  around: { narrower: ConceptLink[]; wider: ConceptLink[] };
}) {
  const t = await getTranslations({ locale, namespace: "search" });
  return (
    <>
      {corrected && (
        <p className="mt-2">
          {t("didYouMean")}{" "}
          <a className="tap font-bold" href={catalogueAddress(locale, withText(filters, corrected))}>
            {corrected}
          </a>
        </p>
      )}
      {total > complete && <p className="text-muted">{t("complete", { complete })}</p>}
      <ConceptLinks locale={locale} filters={filters} title={t("narrower")} concepts={around.narrower} />
      <ConceptLinks locale={locale} filters={filters} title={t("wider")} concepts={around.wider} />
    </>
  );
}
