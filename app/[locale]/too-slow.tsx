import { getTranslations } from "next-intl/server";
import { SearchBox } from "@/components/catalogue/search-box";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { answerWithStatus } from "@/lib/http/answer";
import type { Locale } from "@/lib/i18n/locales";
import { type Filters, formatFilters } from "@/lib/practice/filters";
import { Refusal } from "@/lib/refusal";

/** For a read that a search text may make too slow: nothing where it was broken off. */
export function orTooSlow(error: unknown): undefined {
  if (!(error instanceof Refusal && error.code === "too-slow")) throw error;
}

/** What a page returns whose search was broken off: what to do, and the box to do it in. */
export async function tooSlowPage(locale: Locale, page: "catalogue" | "map", filters: Filters) {
  answerWithStatus(503);
  const t = await getTranslations({ locale });
  return (
    <PageFrame locale={locale} alternates={alternatesOf(page, { search: formatFilters(filters) })} current={page}>
      <h1 className="text-h1">{page === "map" ? t("map.heading") : t("catalogue.title")}</h1>
      <p className="mt-4">{t("search.tooSlow")}</p>
      <SearchBox locale={locale} q={filters.q} />
    </PageFrame>
  );
}
