import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { SessionTable } from "@/components/desk/session-table";
import { DoneNotice } from "@/components/ui/notice";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { listOwnSessions } from "@/lib/people/queries";
import { ownSession } from "@/lib/session";
import { deskPage } from "../desk-page";
import { endOne, endOthers } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "sessions" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["sessions"], "session.own", async (session) => {
    const [t, search, own, sessions] = await Promise.all([
      getTranslations({ locale, namespace: "sessions" }),
      searchParams,
      ownSession(),
      listOwnSessions(session),
    ]);
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        <p className="prose mt-2">{t("intro")}</p>
        {"ended" in search && <DoneNotice>{t("ended")}</DoneNotice>}
        <SessionTable
          locale={locale}
          sessions={sessions}
          current={own?.sessionId}
          endOne={endOne.bind(null, locale)}
          endOthers={endOthers.bind(null, locale)}
        />
      </>
    );
  });
}
