import { getTranslations } from "next-intl/server";
import { StatisticsTable } from "@/components/charts/statistics-table";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { formatNumber } from "@/lib/i18n/format";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { getStatistics } from "@/lib/statistics/queries";
import { toTables } from "@/lib/statistics/tables";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "statistics" });
  const head = { locale, alternates: alternatesOf("statistics"), title: t("title"), description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const [t, statistics] = await Promise.all([
    getTranslations({ locale, namespace: "statistics" }),
    getStatistics(locale),
  ]);
  const tables = await toTables(statistics, locale);
  const versions = statistics.versions.reduce((all, one) => all + statistics.total - one.missing, 0);
  const figures = [
    [statistics.total, t("practices")],
    [Object.keys(statistics.facets.country).length, t("countries")],
    [versions, t("versions")],
  ] as const;
  return (
    <PageFrame locale={locale} alternates={alternatesOf("statistics")} current="statistics">
      <h1 className="text-h1">{t("title")}</h1>
      <p className="mt-3 max-w-[60ch] text-lead">{t("description")}</p>
      <dl className="mt-8 flex flex-wrap gap-x-14 gap-y-4 border-t-8 border-brick pt-5">
        {figures.map(([figure, label]) => (
          <div key={label} className="flex flex-col-reverse">
            <dt>{label}</dt>
            <dd className="text-display font-bold">{formatNumber(figure, locale)}</dd>
          </div>
        ))}
      </dl>
      {statistics.total === 0 ? (
        <p className="mt-8">{t("empty")}</p>
      ) : (
        <div className="mt-4 gap-x-16 wide:columns-2">
          {tables
            .filter(({ rows }) => rows.length > 0)
            .map((table) => (
              <StatisticsTable key={table.name} table={table} locale={locale} />
            ))}
        </div>
      )}
    </PageFrame>
  );
}
