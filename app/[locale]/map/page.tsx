import "../../styles/europe.css";
import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { ChosenFilters, catalogueAddress, IgnoredValues } from "@/components/catalogue/chosen-filters";
import { FilterForm } from "@/components/catalogue/filter-form";
import { facetOptions } from "@/components/catalogue/labels";
import { Pager } from "@/components/catalogue/pager";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { CountryList, PracticeList } from "@/components/map/beside-map";
import { EuropeMap, outsideMap } from "@/components/map/europe-map";
import { Legend } from "@/components/map/legend";
import { searchCatalogue } from "@/lib/catalogue/queries";
import { readSearch, type SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { mapPlaces } from "@/lib/map/queries";
import { formatFilters, isFiltered, parseFilters } from "@/lib/practice/filters";
import { orTooSlow, tooSlowPage } from "../too-slow";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { filters } = parseFilters(readSearch(await searchParams));
  const t = await getTranslations({ locale, namespace: "map" });
  const alternates = alternatesOf("map", { search: formatFilters(filters) });
  const head = { locale, alternates, title: t("heading"), description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte`, index: !isFiltered(filters) });
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { filters, ignored } = parseFilters(readSearch(await searchParams));
  const [t, words, result] = await Promise.all([
    getTranslations({ locale, namespace: "map" }),
    getTranslations({ locale, namespace: "catalogue" }),
    searchCatalogue(locale, filters).catch(orTooSlow),
  ]);
  if (!result) return tooSlowPage(locale, "map", filters);
  const { places, points, placeless } = await mapPlaces(locale, filters);
  const hidden = points - places.length + outsideMap(places);
  const options = await facetOptions(locale, result.facets, filters.country, "country");
  return (
    <PageFrame locale={locale} alternates={alternatesOf("map", { search: formatFilters(filters) })} current="map">
      <h1 className="text-h1">{t("heading")}</h1>
      <IgnoredValues locale={locale} ignored={ignored} />
      <ChosenFilters locale={locale} filters={filters} page="map" />
      <p role="status" className="mt-4 font-bold">
        {words("results", { count: result.total })}
      </p>
      {result.undated > 0 && <p className="text-muted">{words("undated", { count: result.undated })}</p>}
      <div className="mt-4 grid gap-x-10 gap-y-6 wide:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          <a className="skip" href="#countries">
            {t("skip")}
          </a>
          <EuropeMap locale={locale} filters={filters} counts={result.facets.country} places={places} />
          <Legend locale={locale} />
          {placeless > 0 && <p className="mt-2 text-small text-muted">{t("placeless", { count: placeless })}</p>}
          {hidden > 0 && <p className="mt-2 text-small text-muted">{t("hidden", { count: hidden })}</p>}
          <details className="no-print fold mt-4 border-y border-line">
            <summary>{words("showFilters")}</summary>
            <FilterForm locale={locale} filters={filters} facets={result.facets} page="map" />
          </details>
        </div>
        <div>
          <CountryList locale={locale} filters={filters} options={options} />
          <PracticeList locale={locale} cards={result.cards} />
          <Pager locale={locale} filters={filters} page={result.page} pages={result.pages} of="map" />
          <p className="mt-4">
            <a className="tap" href={catalogueAddress(locale, filters)}>
              {t("asList")}
            </a>
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
