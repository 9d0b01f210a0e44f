import { getTranslations } from "next-intl/server";
import { CompareBar } from "@/components/compare/compare-bar";
import type { CatalogueResult, Further } from "@/lib/catalogue/queries";
import type { Locale } from "@/lib/i18n/locales";
import type { Filters } from "@/lib/practice/filters";
import { NoHits } from "./no-hits";
import { Pager } from "./pager";
import { PracticeCard } from "./practice-card";
import { SearchNotes } from "./search-notes";

/** What a selection holds: how many, what the search made of the text, and one page of cards or the ways out of none. */
export async function Results({
  locale,
  filters,
  result,
  further,
}: {
  locale: Locale;
  filters: Filters;
  result: CatalogueResult;
  further: Further;
}) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const { total, complete, page, pages, undated, cards, understood } = result;
  return (
    <>
      <p role="status" className="font-bold">
        {t("results", { count: total })}
        {pages > 1 && `. ${t("page", { page: String(page), pages: String(pages) })}`}
      </p>
      {undated > 0 && <p className="text-muted">{t("undated", { count: undated })}</p>}
      {filters.q && (
        <SearchNotes
          {...{ locale, filters, total, complete }}
          corrected={understood.corrected}
          around={further.around}
        />
      )}
      {total === 0 ? (
        <NoHits locale={locale} filters={filters} nearest={further.nearest} wider={further.wider} />
      ) : (
        <div className="mt-4 grid gap-x-8 gap-y-10 sm:grid-cols-2">
          {cards.map((card) => (
            <PracticeCard key={card.id} card={card} locale={locale} isComparable />
          ))}
        </div>
      )}
      {total > 1 && <CompareBar locale={locale} />}
      <Pager locale={locale} filters={filters} page={page} pages={pages} />
    </>
  );
}
