import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { NewsTable } from "@/components/news/news-table";
import { DoneNotice } from "@/components/ui/notice";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { newsStates } from "@/lib/news/news";
import { listNewsAtDesk } from "@/lib/news/queries";
import { deskPage } from "../desk-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "newsDesk" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["news"], "news.edit", async () => {
    const t = await getTranslations({ locale, namespace: "newsDesk" });
    const [items, search] = await Promise.all([listNewsAtDesk(), searchParams]);
    const state = newsStates.find((one) => one === search.done);
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        {state && <DoneNotice>{t(`done.${state}`)}</DoneNotice>}
        <p className="mt-4">
          <a className="button button-strong" href={pathTo(locale, "desk", "news", "new")}>
            {t("new")}
          </a>
        </p>
        {items.length === 0 ? <p className="mt-4">{t("empty")}</p> : <NewsTable items={items} locale={locale} />}
      </>
    );
  });
}
