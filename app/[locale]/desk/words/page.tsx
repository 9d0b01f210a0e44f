import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { TermList } from "@/components/term/term-list";
import { DoneNotice } from "@/components/ui/notice";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { listTerms } from "@/lib/term/queries";
import { termStates } from "@/lib/term/term";
import { deskPage } from "../desk-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "wordDesk" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["words"], "term.decide", async () => {
    const [t, search, ...lists] = await Promise.all([
      getTranslations({ locale, namespace: "wordDesk" }),
      searchParams,
      ...termStates.map(listTerms),
    ]);
    const done = termStates.find((one) => one === search.done);
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        <p className="prose mt-2">{t("intro")}</p>
        {done && <DoneNotice>{t(`done.${done}`)}</DoneNotice>}
        {termStates.map((state, at) => (
          <section key={state} aria-labelledby={`words-${state}`} className="mt-8">
            <h2 id={`words-${state}`} className="text-h3">
              {t(`list.${state}`)}
            </h2>
            <TermList terms={lists[at] ?? []} empty={t(`empty.${state}`)} locale={locale} />
          </section>
        ))}
      </>
    );
  });
}
