import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { MessageThanks } from "@/components/reader-message/message-thanks";
import { ReportForm } from "@/components/reader-message/report-form";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { reportedPage } from "@/lib/reader-message/message";
import { formTitle } from "../form-title";
import { messageState } from "../reader-message";
import { sendReport } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "report" });
  return { title: await formTitle(locale, t("title")), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const [t, search] = await Promise.all([getTranslations({ locale }), searchParams]);
  return (
    <PageFrame locale={locale} alternates={alternatesOf("report")} current="report">
      {"sent" in search && formAnswer() === undefined ? (
        <MessageThanks title={t("report.thanksTitle")} text={t("report.thanksText")}>
          <a className="tap" href={pathTo(locale, "moderation")}>
            {t("report.rules")}
          </a>
        </MessageThanks>
      ) : (
        <>
          <h1 className="text-h1">{t("report.title")}</h1>
          <p className="prose mt-2">{t("report.intro")}</p>
          <ReportForm
            locale={locale}
            action={sendReport.bind(null, locale)}
            state={messageState({ page: reportedPage(search.page) })}
          />
        </>
      )}
    </PageFrame>
  );
}
