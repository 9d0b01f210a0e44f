import { getTranslations } from "next-intl/server";
import type { WiderSelection } from "@/lib/catalogue/queries";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { Filters } from "@/lib/practice/filters";
import type { ConceptLink } from "@/lib/search/queries";
import { catalogueAddress } from "./chosen-filters";
import { ConceptLinks } from "./search-notes";

/** What there is to do where nothing was found. */
export async function NoHits({
  locale,
  filters,
  nearest,
  wider,
}: {
  locale: Locale;
  filters: Filters;
  nearest: readonly ConceptLink[];
  wider: readonly WiderSelection[];
}) {
  const t = await getTranslations({ locale });
  const nameOf = (without: WiderSelection["without"]) => {
    if (without === "q") return filters.q;
    return without === "years" ? t("catalogue.years") : t(`facets.${without}`);
  };
  const link = (href: string, text: string) => (
    <p>
      <a className="tap" href={href}>
        {text}
      </a>
    </p>
  );
  return (
    <div className="mt-6">
      <h2 className="text-h2">{t("catalogue.emptyTitle")}</h2>
      <p className="mt-3">{t("catalogue.emptyText")}</p>
      {wider.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-3">
          {wider.map(({ without, filters: less, count }) => (
            <li key={without}>
              <a className="chip" href={catalogueAddress(locale, less)}>
                {t("search.without", { label: nameOf(without), count: formatNumber(count, locale) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <ConceptLinks locale={locale} filters={filters} title={t("search.nearest")} concepts={nearest} />
      <div className="mt-6">
        {link(pathTo(locale, "catalogue"), t("catalogue.emptyAll"))}
        {filters.q !== "" &&
          link(`${pathTo(locale, "wish")}?${new URLSearchParams({ q: filters.q })}`, t("search.tellUs"))}
        {link(pathTo(locale, "submit"), t("catalogue.emptySubmit"))}
      </div>
    </div>
  );
}
