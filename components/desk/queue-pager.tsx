import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { formatQueue, type QueueFilters } from "@/lib/queue/queue";

/** Links to the page of the queue before and the one after. */
export async function QueuePager({
  locale,
  filters,
  page,
  pages,
}: {
  locale: Locale;
  filters: QueueFilters;
  page: number;
  pages: number;
}) {
  if (pages < 2) return null;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const to = (number: number) => {
    const search = formatQueue({ ...filters, page: number });
    return pathTo(locale, "desk") + (search && `?${search}`);
  };
  return (
    <nav aria-label={t("pages")} className="mt-8 flex flex-wrap items-center gap-4">
      {page > 1 && (
        <a rel="prev" href={to(page - 1)} className="button">
          {t("previous")}
        </a>
      )}
      <span>{t("page", { page: String(page), pages: String(pages) })}</span>
      {page < pages && (
        <a rel="next" href={to(page + 1)} className="button">
          {t("next")}
        </a>
      )}
    </nav>
  );
}
