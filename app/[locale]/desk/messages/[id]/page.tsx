import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { MessageDecision } from "@/components/desk/message-decision";
import { MessageDetails } from "@/components/desk/message-details";
import type { DeskAnswer } from "@/lib/desk/answer";
import { formAnswer } from "@/lib/http/answer";
import { colon } from "@/lib/i18n/format";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { getMessage } from "@/lib/reader-message/queries";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";
import { WorkOn } from "../../queue-actions/work-on";
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
  return deskPage(locale, ["messages", id], "message.read", async (session) => {
    const [t, message] = await Promise.all([getTranslations({ locale }), getMessage(id)]);
    if (!message) return problemPage(locale, 404);
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk")}>
          {t("desk.backToQueue")}
        </a>
        <h1 className="text-h1">{t("desk.messageTitle")}</h1>
        <p className="mt-2 text-lead font-bold">
          {t(`queue.kind.${message.kind}`) + colon(locale) + t(`desk.messageState.${message.state}`)}
        </p>
        {message.state === "pending" && <WorkOn {...{ locale, session }} kind="message" subjectId={id} />}
        <MessageDetails locale={locale} message={message} />
        <MessageDecision
          locale={locale}
          message={message}
          action={decideOnMessage.bind(null, { locale })}
          answer={formAnswer<DeskAnswer>()}
        />
      </>
    );
  });
}
