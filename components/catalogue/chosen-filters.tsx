import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { type Page, pathTo } from "@/lib/i18n/routes";
import { type Filters, facetNames, formatFilters, type Ignored, isFiltered, toggle } from "@/lib/practice/filters";
import { facetLabels } from "./labels";

/** The pages that show a selection. */
export type SelectionPage = Extract<Page, "catalogue" | "map">;

/** The address of a selection in a language, in the catalogue or on the map. */
export function catalogueAddress(locale: Locale, filters: Filters, page: SelectionPage = "catalogue"): string {
  const search = formatFilters(filters);
  return pathTo(locale, page) + (search ? `?${search}` : "");
}

/** The chosen filters, each a link that takes it away. */
export async function ChosenFilters({
  locale,
  filters,
  page = "catalogue",
}: {
  locale: Locale;
  filters: Filters;
  page?: SelectionPage;
}) {
  if (!isFiltered(filters)) return null;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const label = await facetLabels(locale);
  const without = (change: Partial<Filters>) => catalogueAddress(locale, { ...filters, page: 1, ...change }, page);
  const chips = [
    ...(filters.q ? [{ label: filters.q, href: catalogueAddress(locale, withoutText(filters), page) }] : []),
    ...facetNames.flatMap((name) =>
      (filters[name] as string[]).map((code) => ({
        label: label(name, code),
        href: catalogueAddress(locale, toggle(filters, name, code), page),
      })),
    ),
    ...(filters.from === undefined
      ? []
      : [{ label: t("fromChip", { year: String(filters.from) }), href: without({ from: undefined }) }]),
    ...(filters.to === undefined
      ? []
      : [{ label: t("toChip", { year: String(filters.to) }), href: without({ to: undefined }) }]),
  ];
  return (
    <ul aria-label={t("chosen")} className="mt-4 flex flex-wrap gap-2">
      {chips.map((chip) => (
        <li key={chip.href}>
          <a href={chip.href} className="chip gap-2">
            <span className="sr-only">{t("remove", { label: chip.label })}</span>{" "}
            <span aria-hidden="true">{chip.label} ×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

// Without a text nothing has a relevance: the order falls back to the default.
const withoutText = (filters: Filters): Filters => ({
  ...filters,
  q: "",
  page: 1,
  sort: filters.sort === "relevance" ? "newest" : filters.sort,
});

/** What of the address was left out, as it is not known. */
export async function IgnoredValues({ locale, ignored }: { locale: Locale; ignored: Ignored[] }) {
  if (ignored.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  return (
    <div className="mt-4 border-s-4 border-brick bg-wash px-4 py-3">
      <p className="font-bold">{t("ignoredTitle")}</p>
      <ul>
        {ignored.map(({ name, value }) => (
          <li key={`${name} ${value}`}>{t("ignored", { name: t(`name.${name as "country"}`), value })}</li>
        ))}
      </ul>
    </div>
  );
}
