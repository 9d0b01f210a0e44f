import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { MessageThanks } from "@/components/reader-message/message-thanks";
import { TipForm } from "@/components/reader-message/tip-form";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { formTitle } from "../form-title";
import { messageState } from "../reader-message";
import { sendTip } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "tip" });
  return { title: await formTitle(locale, t("title")), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const [t, search] = await Promise.all([getTranslations({ locale, namespace: "tip" }), searchParams]);
  const back = (
    <a className="tap" href={pathTo(locale, "news")}>
      {t("backToNews")}
    </a>
  );
  return (
    <PageFrame locale={locale} alternates={alternatesOf("tip")} current="news">
      {"sent" in search && formAnswer() === undefined ? (
        <MessageThanks title={t("thanksTitle")} text={t("thanksText")} draft="tip">
          {back}
        </MessageThanks>
      ) : (
        <>
          {back}
          <h1 className="text-h1">{t("title")}</h1>
          <p className="prose mt-2">{t("intro")}</p>
          <TipForm locale={locale} action={sendTip.bind(null, locale)} state={messageState()} draft="tip" />
        </>
      )}
    </PageFrame>
  );
}
