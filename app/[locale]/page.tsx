import "../styles/viaduct.css";
import "../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { catalogueAddress } from "@/components/catalogue/chosen-filters";
import { facetOptions } from "@/components/catalogue/labels";
import { PracticeCard } from "@/components/catalogue/practice-card";
import { SearchBox } from "@/components/catalogue/search-box";
import { Viaduct } from "@/components/catalogue/viaduct";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { NewsCard } from "@/components/news/news-card";
import { searchCatalogue } from "@/lib/catalogue/queries";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { listNews } from "@/lib/news/queries";
import { noFilters, toggle } from "@/lib/practice/filters";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "site" });
  const head = {
    locale,
    alternates: alternatesOf("home"),
    title: `${t("name")} – ${t("promise")}`,
    description: t("description"),
  };
  return headOf({ ...head, image: `/og/${locale}/ponte`, feed: `/${locale}/feed.xml` });
}

export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const [t, { cards, facets }, news] = await Promise.all([
    getTranslations({ locale }),
    searchCatalogue(locale, noFilters, 4),
    listNews(locale),
  ]);
  const [themes, countries] = await Promise.all([
    facetOptions(locale, facets, [], "theme"),
    facetOptions(locale, facets, [], "country"),
  ]);
  const calls = news.filter((item) => item.kind === "call" && !item.closed);
  return (
    <PageFrame locale={locale} alternates={alternatesOf("home")} current="home">
      <h1 className="max-w-[22ch] text-display">{t("home.title")}</h1>
      <p className="mt-5 max-w-[52ch] text-lead">{t("home.lead")}</p>
      <SearchBox locale={locale} />
      <p className="mt-5 border-s-4 border-brick ps-4">
        <a className="tap text-h3 font-bold" href={pathTo(locale, "situation")}>
          {t("situation.title")} <span aria-hidden="true">→</span>
        </a>{" "}
        <span className="note">{t("situation.inviteText")}</span>
      </p>

      <h2 id="themes" className="part mb-5 text-h2">
        {t("home.themes")}
      </h2>
      <Viaduct themes={themes} locale={locale} labelledBy="themes" />

      <h2 className="part text-h2">{t("home.newest")}</h2>
      <div className="mt-5 grid gap-x-8 gap-y-10 sm:grid-cols-2">
        {cards.map((card) => (
          <PracticeCard key={card.id} card={card} locale={locale} level={3} />
        ))}
      </div>
      <p className="mt-6">
        <a className="button" href={pathTo(locale, "catalogue")}>
          {t("home.all")}
        </a>
      </p>

      <h2 className="part text-h2">{t("home.countries")}</h2>
      <ul className="mt-5 flex flex-wrap gap-3">
        {countries.map(({ code, label, count }) => (
          <li key={code}>
            <a href={catalogueAddress(locale, toggle(noFilters, "country", code))} className="chip">
              {label} ({count})
            </a>
          </li>
        ))}
        <li>
          <a className="tap" href={pathTo(locale, "map")}>
            {t("home.map")}
          </a>
        </li>
      </ul>

      <h2 className="part text-h2">{t("home.calls")}</h2>
      {calls.map((item) => (
        <NewsCard key={item.id} item={item} locale={locale} level={3} />
      ))}
      {calls.length === 0 && (
        <p className="mt-3">
          {t.rich("home.noCalls", { link: (words) => <a href={pathTo(locale, "news")}>{words}</a> })}
        </p>
      )}

      <section aria-labelledby="submit" className="aside part">
        <h2 id="submit" className="text-h2">
          {t("home.submitTitle")}
        </h2>
        <p className="prose mt-2">{t("home.submitText")}</p>
        <a className="button button-strong mt-4" href={pathTo(locale, "submit")}>
          {t("site.submit")}
        </a>
      </section>
    </PageFrame>
  );
}
