import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import type { Filters } from "@/lib/practice/filters";
import { catalogueAddress, type SelectionPage } from "./chosen-filters";

/** Links to the page before and the page after. */
export async function Pager({
  locale,
  filters,
  page,
  pages,
  of = "catalogue",
}: {
  locale: Locale;
  filters: Filters;
  page: number;
  pages: number;
  of?: SelectionPage;
}) {
  if (pages < 2) return null;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const to = (number: number) => catalogueAddress(locale, { ...filters, page: number }, of);
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
