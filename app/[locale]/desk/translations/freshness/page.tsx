import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { FreshnessTable } from "@/components/translation/freshness-table";
import { may } from "@/lib/desk/rights";
import type { SearchParams } from "@/lib/http/search-params";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { listSearch, readFreshness } from "@/lib/translation/filter";
import { listTranslations } from "@/lib/translation/queries";
import { deskPage } from "../../desk-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

const perPage = 50;

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "translation" });
  return { title: t("freshness"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["translations", "freshness"], "practice.read", async (session) => {
    const filter = readFreshness(await searchParams, locales);
    const [t, { rows, total, page, counts }] = await Promise.all([
      getTranslations({ locale, namespace: "translation" }),
      listTranslations(locale, filter, perPage),
    ]);
    const to = (sort: string, number = 1) =>
      pathTo(locale, "desk", "translations", "freshness") + listSearch({ sort, page: number });
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", "translations")}>
          {t("back")}
        </a>
        <h1 className="text-h1">{t("freshness")}</h1>
        <p className="prose mt-2">{t("freshnessText")}</p>
        <p className="mt-4">{t("found", { count: total })}</p>
        {total > 0 && (
          <FreshnessTable
            rows={rows}
            counts={counts}
            languages={locales.filter((into) => may(session, "translation.write", into))}
            sort={filter.sort}
            sortLink={to}
            locale={locale}
          />
        )}
        <ListPages
          locale={locale}
          page={page}
          pages={Math.ceil(total / perPage)}
          to={(number) => to(filter.sort, number)}
        />
      </>
    );
  });
}
