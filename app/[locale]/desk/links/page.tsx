import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { LinkFilter, LinkTable } from "@/components/desk/link-table";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import { serverEnv } from "@/lib/env";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { standings } from "@/lib/link-check/outcome";
import { countLinks, linksPerPage, listLinks } from "@/lib/link-check/queries";
import { deskPage } from "../desk-page";
import { lookAgain } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "link" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["links"], "link.read", async () => {
    const [t, search, counts] = await Promise.all([
      getTranslations({ locale, namespace: "link" }),
      searchParams,
      countLinks(),
    ]);
    const shown = standings.find((one) => one === search.show);
    const wanted = shown ? [shown] : (["dead", "moved"] as const);
    const pages = Math.max(1, Math.ceil(wanted.reduce((sum, one) => sum + counts[one], 0) / linksPerPage));
    const page = Math.min(Math.max(1, Number.parseInt(String(search.page), 10) || 1), pages);
    const links = await listLinks(wanted, page, locale);
    const way = (to: number) =>
      `${pathTo(locale, "desk", "links")}?${new URLSearchParams({ ...(shown && { show: shown }), page: String(to) })}`;
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        <p className="prose mt-2">{t("intro")}</p>
        {formAnswer<DeskAnswer>()?.error ? (
          <ErrorNotice>{t("gone")}</ErrorNotice>
        ) : (
          "asked" in search && <DoneNotice>{t("asked")}</DoneNotice>
        )}
        <p className="mt-4">
          {serverEnv().LINK_CHECK === "off" ? t("off") : t("known", { all: counts.all, unchecked: counts.unchecked })}
        </p>
        <LinkFilter counts={counts} shown={shown} locale={locale} />
        {links.length === 0 ? (
          <p className="mt-4">{t("none")}</p>
        ) : (
          <LinkTable links={links} shown={shown} locale={locale} action={lookAgain.bind(null, { locale })} />
        )}
        {pages > 1 && (
          <p className="mt-4 flex flex-wrap gap-x-5">
            {page > 1 && (
              <a className="tap" href={way(page - 1)}>
                {t("before")}
              </a>
            )}
            <span>{t("page", { page: String(page), pages: String(pages) })}</span>
            {page < pages && (
              <a className="tap" href={way(page + 1)}>
                {t("after")}
              </a>
            )}
          </p>
        )}
      </>
    );
  });
}
