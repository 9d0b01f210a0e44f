import "../../styles/forms.css";
import "../../styles/compare.css";
import { getTranslations } from "next-intl/server";
import { ChoosePractices } from "@/components/compare/choose-practices";
import { ComparisonTable } from "@/components/compare/comparison-table";
import { LeftOut } from "@/components/compare/left-out";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { fewest, formatComparison, parseComparison } from "@/lib/compare/compare";
import { findComparison } from "@/lib/compare/queries";
import { readSearch, type SearchParams } from "@/lib/http/search-params";
import { formatList } from "@/lib/i18n/format";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

async function load({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { ids, setAside } = parseComparison(readSearch(await searchParams));
  const [t, found] = await Promise.all([
    getTranslations({ locale, namespace: "compare" }),
    findComparison(locale, ids),
  ]);
  return { locale, ids, setAside, t, ...found };
}

export async function generateMetadata(props: Props) {
  const { locale, ids, practices, t } = await load(props);
  const titles =
    practices.length >= fewest
      ? `${formatList(
          practices.map(({ title }) => title),
          locale,
        )} – `
      : "";
  return headOf({
    locale,
    alternates: alternatesOf("compare", { search: formatComparison(ids) }),
    title: titles + t("title"),
    description: t("description"),
    image: `/og/${locale}/ponte`,
    // Endless comparisons are for people, not for search engines.
    index: ids.length === 0,
  });
}

export default async function Page(props: Props) {
  const { locale, ids, setAside, practices, missing, choices, t } = await load(props);
  const chosen = practices.map(({ id }) => id);
  return (
    <PageFrame
      locale={locale}
      alternates={alternatesOf("compare", { search: formatComparison(ids) })}
      current="compare"
    >
      <h1 className="text-h1">{t("title")}</h1>
      <LeftOut locale={locale} setAside={setAside} missing={missing} />
      {chosen.length < fewest ? (
        <>
          <p role="status" className="mt-2 text-muted">
            {t("offered", { count: choices.length })}
          </p>
          <ChoosePractices choices={choices} chosen={chosen} locale={locale} />
        </>
      ) : (
        <>
          <p role="status" className="mt-2 text-muted">
            {t("count", { count: chosen.length })}
          </p>
          <ComparisonTable practices={practices} locale={locale} />
          <p className="no-print mt-8">
            <a className="button" href={pathTo(locale, "compare")}>
              {t("others")}
            </a>
          </p>
        </>
      )}
    </PageFrame>
  );
}
