import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { ChosenFilters, catalogueAddress, IgnoredValues } from "@/components/catalogue/chosen-filters";
import { FilterForm } from "@/components/catalogue/filter-form";
import { Results } from "@/components/catalogue/results";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { lookFurther, searchCatalogue } from "@/lib/catalogue/queries";
import { readSearch, type SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { formatFilters, isFiltered, parseFilters } from "@/lib/practice/filters";
import { orTooSlow, tooSlowPage } from "../too-slow";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { filters } = parseFilters(readSearch(await searchParams));
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const search = formatFilters(filters);
  return headOf({
    locale,
    alternates: alternatesOf("catalogue", { search }),
    title: filters.q ? `${filters.q} – ${t("title")}` : t("title"),
    description: t("description"),
    image: `/og/${locale}/ponte`,
    feed: `/${locale}/feed.xml${search ? `?${search}` : ""}`,
    // Endless selections are for people, not for search engines.
    index: !isFiltered(filters),
  });
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { filters, ignored } = parseFilters(readSearch(await searchParams));
  const [t, result] = await Promise.all([
    getTranslations({ locale, namespace: "catalogue" }),
    searchCatalogue(locale, filters).catch(orTooSlow),
  ]);
  if (!result) return tooSlowPage(locale, "catalogue", filters);
  const further = await lookFurther(locale, filters, result);
  const feed = `/${locale}/feed.xml${catalogueAddress(locale, { ...filters, page: 1 }).slice(pathTo(locale, "catalogue").length)}`;
  return (
    <PageFrame
      locale={locale}
      alternates={alternatesOf("catalogue", { search: formatFilters(filters) })}
      current="catalogue"
      feed={feed}
    >
      <h1 className="text-h1">{t("title")}</h1>
      <IgnoredValues locale={locale} ignored={ignored} />
      <ChosenFilters locale={locale} filters={filters} />
      <div className="mt-6 grid gap-8 wide:grid-cols-[16rem_minmax(0,1fr)] wide:gap-12">
        <details className="no-print fold fold-narrow">
          <summary>{t("showFilters")}</summary>
          <div className="mt-4">
            <FilterForm locale={locale} filters={filters} facets={result.facets} />
          </div>
        </details>
        <div>
          <Results locale={locale} filters={filters} result={result} further={further} />
          <p className="no-print mt-8">
            <a className="tap" href={feed}>
              {t("feed")}
            </a>
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
