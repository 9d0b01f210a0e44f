import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";

/** Links to the page of a list before and the one after; nothing where there is one page alone. */
export async function ListPages({
  locale,
  page,
  pages,
  to,
}: {
  locale: Locale;
  page: number;
  pages: number;
  /** The address of a page. */
  to: (page: number) => string;
}) {
  if (pages < 2) return null;
  const t = await getTranslations({ locale, namespace: "catalogue" });
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
