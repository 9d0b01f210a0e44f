import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { DeskFrame } from "@/components/desk/desk-frame";
import { MessageDecision } from "@/components/desk/message-decision";
import { MessageDetails } from "@/components/desk/message-details";
import { SignInForm } from "@/components/desk/sign-in-form";
import { type Alternates, PageFrame } from "@/components/layout/page-frame";
import type { DeskAnswer } from "@/lib/desk/answer";
import { linkMinutes } from "@/lib/desk/auth";
import { answerWithStatus, formAnswer } from "@/lib/http/answer";
import { colon } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { getMessage } from "@/lib/reader-message/queries";
import { currentSession } from "@/lib/session";
import { problemPage } from "../../../problem";
import { requestLink, signOut } from "../../actions";
import { decideOnMessage } from "./actions";

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "desk" });
  return { title: t("messageTitle"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const alternates = Object.fromEntries(locales.map((one) => [one, pathTo(one, "desk", "messages", id)])) as Alternates;
  const [t, session] = await Promise.all([getTranslations({ locale }), currentSession()]);
  const answer = formAnswer<DeskAnswer>();
  if (!session) {
    answerWithStatus(401);
    return (
      <PageFrame locale={locale} alternates={alternates} current="desk">
        <SignInForm locale={locale} action={requestLink.bind(null, locale)} minutes={linkMinutes} answer={answer} />
      </PageFrame>
    );
  }
  const message = await getMessage(id);
  if (!message) return problemPage(locale, 404);
  return (
    <DeskFrame locale={locale} alternates={alternates} session={session} signOut={signOut.bind(null, locale)}>
      <a className="tap" href={pathTo(locale, "desk")}>
        {t("desk.backToQueue")}
      </a>
      <h1 className="text-h1">{t("desk.messageTitle")}</h1>
      <p className="mt-2 text-lead font-bold">
        {t(`readerMessage.${message.kind}`) + colon(locale) + t(`desk.messageState.${message.state}`)}
      </p>
      <MessageDetails locale={locale} message={message} />
      <MessageDecision locale={locale} message={message} action={decideOnMessage.bind(null, locale)} answer={answer} />
    </DeskFrame>
  );
}
