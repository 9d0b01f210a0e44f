import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { QueueFilter } from "@/components/translation/queue-filter";
import { TranslationQueue } from "@/components/translation/translation-queue";
import { may } from "@/lib/desk/rights";
import type { SearchParams } from "@/lib/http/search-params";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { listSearch, readQueue } from "@/lib/translation/filter";
import { listTranslations } from "@/lib/translation/queries";
import { deskPage } from "../desk-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

const perPage = 20;

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "translation" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["translations"], "translation.write", async (session) => {
    const languages = locales.filter((into) => may(session, "translation.write", into));
    const filter = readQueue(await searchParams, languages);
    const { into, tasks, q } = filter;
    const [t, { rows, total, page }] = await Promise.all([
      getTranslations({ locale, namespace: "translation" }),
      listTranslations(locale, filter, perPage),
    ]);
    const one = <T,>(chosen: readonly T[]) => (chosen.length === 1 ? chosen[0] : undefined);
    const to = (number: number) =>
      pathTo(locale, "desk", "translations") + listSearch({ language: one(into), task: one(tasks), q, page: number });
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        <p className="prose mt-2">{t("intro")}</p>
        <p>
          <a className="tap" href={pathTo(locale, "desk", "translations", "freshness")}>
            {t("freshness")}
          </a>
        </p>
        <QueueFilter filter={filter} languages={languages} locale={locale} />
        <p className="mt-4" role="status">
          {total === 0 ? t("empty") : t("found", { count: total })}
        </p>
        <TranslationQueue rows={rows} asked={tasks} locale={locale} />
        <ListPages locale={locale} page={page} pages={Math.ceil(total / perPage)} to={to} />
      </>
    );
  });
}
