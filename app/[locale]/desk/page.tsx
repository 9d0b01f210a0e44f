import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { DeskFrame } from "@/components/desk/desk-frame";
import { MessageTable } from "@/components/desk/message-table";
import { QueueTable } from "@/components/desk/queue-table";
import { SignInForm } from "@/components/desk/sign-in-form";
import { WishesLink } from "@/components/desk/wish-table";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import type { DeskAnswer } from "@/lib/desk/answer";
import { linkMinutes } from "@/lib/desk/auth";
import { listQueue } from "@/lib/desk/queries";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { states } from "@/lib/practice/rules";
import { states as messageStates } from "@/lib/reader-message/message";
import { listMessages } from "@/lib/reader-message/queries";
import { currentSession } from "@/lib/session";
import { requestLink, signOut } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "desk" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const [t, session] = await Promise.all([getTranslations({ locale, namespace: "desk" }), currentSession()]);
  const alternates = alternatesOf("desk");
  if (!session) {
    return (
      <PageFrame locale={locale} alternates={alternates} current="desk">
        <SignInForm
          locale={locale}
          action={requestLink.bind(null, locale)}
          minutes={linkMinutes}
          answer={formAnswer<DeskAnswer>()}
        />
      </PageFrame>
    );
  }
  const [{ waiting, others }, messages, search] = await Promise.all([listQueue(), listMessages(), searchParams]);
  // What the editor has just decided has led to this.
  const state = states.find((one) => one === search.done);
  const messageState = messageStates.find((one) => one === search.message);
  const reached = state ? t(`state.${state}`) : messageState && t(`messageState.${messageState}`);
  return (
    <DeskFrame locale={locale} alternates={alternates} session={session} signOut={signOut.bind(null, locale)}>
      <h1 className="text-h1">{t("title")}</h1>
      {reached && (
        <p role="status" className="mt-4 border-s-4 border-brick bg-wash px-4 py-3 font-bold">
          {t("done", { state: reached })}
        </p>
      )}
      <h2 className="mt-8 text-h3">{t("queue")}</h2>
      {waiting.rows.length === 0 ? (
        <p className="mt-2">{t("queueEmpty")}</p>
      ) : (
        <QueueTable list={waiting} locale={locale} caption={t("queue")} />
      )}
      <h2 className="mt-8 text-h3">{t("fromReaders")}</h2>
      {messages.waiting.rows.length === 0 ? (
        <p className="mt-2">{t("fromReadersEmpty")}</p>
      ) : (
        <MessageTable list={messages.waiting} locale={locale} caption={t("fromReaders")} />
      )}
      <p className="mt-4">
        <WishesLink locale={locale} />
      </p>
      <h2 className="mt-8 text-h3">{t("others")}</h2>
      {others.rows.length === 0 ? (
        <p className="mt-2">{t("othersEmpty")}</p>
      ) : (
        <QueueTable list={others} locale={locale} caption={t("others")} />
      )}
      {messages.decided.rows.length > 0 && (
        <>
          <h2 className="mt-8 text-h3">{t("fromReadersDecided")}</h2>
          <MessageTable list={messages.decided} locale={locale} caption={t("fromReadersDecided")} />
        </>
      )}
    </DeskFrame>
  );
}
