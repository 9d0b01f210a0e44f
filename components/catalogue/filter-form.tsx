import { getTranslations } from "next-intl/server";
import type { Facets } from "@/lib/catalogue/queries";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { type Filters, facetNames, isFiltered, sorts } from "@/lib/practice/filters";

import type { SelectionPage } from "./chosen-filters";
import { facetOptions } from "./labels";

/** The filters as a plain GET form: every choice with how many practices it would give. */
export async function FilterForm({
  locale,
  filters,
  facets,
  page = "catalogue",
}: {
  locale: Locale;
  filters: Filters;
  facets: Facets;
  page?: SelectionPage;
}) {
  const t = await getTranslations({ locale });
  const groups = await Promise.all(
    facetNames.map(async (name) => ({ name, options: await facetOptions(locale, facets, filters[name], name) })),
  );
  const year = (name: "from" | "to") => (
    <label className="block">
      {t(`catalogue.${name}`)}
      <input name={name} defaultValue={filters[name]} inputMode="numeric" maxLength={4} size={6} className="field" />
    </label>
  );
  return (
    <form method="get" action={pathTo(locale, page)} role="search" aria-label={t("catalogue.filters")}>
      <label className="block font-bold" htmlFor="q">
        {t("catalogue.searchLabel")}
      </label>
      <input id="q" type="search" name="q" defaultValue={filters.q} maxLength={200} className="field mt-1" />
      {groups.map(({ name, options }) => (
        <details key={name} open={filters[name].length > 0} className="fold border-b border-line">
          <summary>{t(`facets.${name}`)}</summary>
          <fieldset className="pb-3">
            <legend className="sr-only">{t(`facets.${name}`)}</legend>
            {options.map(({ code, label, count }) => (
              <label key={code} className={`tick ${count === 0 ? "text-muted" : ""}`}>
                <input
                  type="checkbox"
                  name={name}
                  value={code}
                  defaultChecked={(filters[name] as string[]).includes(code)}
                />
                <span>
                  {label} ({count})
                </span>
              </label>
            ))}
          </fieldset>
        </details>
      ))}
      <details open={filters.from !== undefined || filters.to !== undefined} className="fold border-b border-line">
        <summary>{t("catalogue.years")}</summary>
        <div className="flex flex-wrap gap-4 pb-4">
          {year("from")}
          {year("to")}
        </div>
      </details>
      <label className="mt-3 block font-bold">
        {t("catalogue.sortLabel")}
        <select name="sort" defaultValue={filters.sort} className="field mt-1 font-normal">
          {sorts
            .filter((sort) => sort !== "relevance" || filters.q)
            .map((sort) => (
              <option key={sort} value={sort}>
                {t(`catalogue.sort.${sort}`)}
              </option>
            ))}
        </select>
      </label>
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="submit" className="button button-strong">
          {t("catalogue.apply")}
        </button>{" "}
        {isFiltered(filters) && (
          <a href={pathTo(locale, page)} className="button">
            {t("catalogue.clear")}
          </a>
        )}
      </div>
    </form>
  );
}
