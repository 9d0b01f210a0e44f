import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { DecisionForm } from "@/components/desk/decision-form";
import { DeskFrame } from "@/components/desk/desk-frame";
import { History } from "@/components/desk/history";
import { PlainWordsForm } from "@/components/desk/plain-words-form";
import { PlainWordsNotice } from "@/components/desk/plain-words-notice";
import { SignInForm } from "@/components/desk/sign-in-form";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { PracticeArticle } from "@/components/practice/practice-article";
import { type DeskAnswer, revisionRead } from "@/lib/desk/answer";
import { linkMinutes } from "@/lib/desk/auth";
import { draftPlainWords, type PlainWordsAnswer } from "@/lib/desk/plain-words";
import { getDeskPractice } from "@/lib/desk/queries";
import { may } from "@/lib/desk/rights";
import { answerWithStatus, formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { isEditable } from "@/lib/practice/rules";
import { currentSession } from "@/lib/session";
import { problemPage } from "../../problem";
import { decideOn, requestLink, signOut, writePlainWords } from "../actions";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const [t, session] = await Promise.all([getTranslations({ locale, namespace: "desk" }), currentSession()]);
  const { title } = (session && (await getDeskPractice(locale, id))?.practice) ?? {};
  return {
    title: title === undefined ? t("review") : t.markup("reviewTitle", { title, practice: (chunks) => chunks }),
    robots: { index: false },
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const alternates = alternatesOf("desk", { below: id });
  const [t, session] = await Promise.all([getTranslations({ locale, namespace: "desk" }), currentSession()]);
  const sent = formAnswer<DeskAnswer | PlainWordsAnswer>();
  const [answer, written] = sent && "texts" in sent ? [undefined, sent] : [sent, undefined];
  if (!session) {
    answerWithStatus(401);
    return (
      <PageFrame locale={locale} alternates={alternates} current="desk">
        <SignInForm locale={locale} action={requestLink.bind(null, locale)} minutes={linkMinutes} answer={answer} />
      </PageFrame>
    );
  }
  const found = await getDeskPractice(locale, id);
  if (!found) return problemPage(locale, 404);
  const { practice, sender, state } = found;
  const revision = revisionRead(practice.revision, sent);
  const [drafts, { saved }] = await Promise.all([draftPlainWords(locale, found.texts, written), searchParams]);
  return (
    <DeskFrame locale={locale} alternates={alternates} session={session} signOut={signOut.bind(null, locale)}>
      <a className="tap" href={pathTo(locale, "desk")}>
        {t("backToQueue")}
      </a>
      <h1 className="text-h1">
        {t.rich("reviewTitle", {
          title: practice.title,
          practice: (chunks) => <span lang={practice.lang === locale ? undefined : practice.lang}>{chunks}</span>,
        })}
      </h1>
      <p className="mt-2 text-lead font-bold">{t(`state.${state}`)}</p>
      <PlainWordsNotice locale={locale} saved={saved !== undefined && !sent} answer={written} drafts={drafts} />
      <DecisionForm
        locale={locale}
        found={found}
        revision={revision}
        mayDecide={may(session, "practice.decide")}
        action={decideOn.bind(null, locale)}
        answer={answer}
      />
      {((isEditable(state) && may(session, "practice.edit")) || written) && (
        <PlainWordsForm
          locale={locale}
          found={found}
          revision={revision}
          drafts={drafts}
          action={writePlainWords.bind(null, locale)}
        />
      )}
      <section aria-labelledby="sender" className="mt-8">
        <h2 id="sender" className="text-h3">
          {t("sender")}
        </h2>
        <p>{sender ? [sender.name, sender.email].filter(Boolean).join(", ") : t("noSender")}</p>
      </section>
      <History locale={locale} found={found} />
      <section aria-labelledby="as-readers" className="mt-8 border-4 border-line p-4">
        <p id="as-readers" className="text-muted">
          {t("asReaders")}
        </p>
        <PracticeArticle practice={practice} locale={locale} level={2} isPreview />
      </section>
    </DeskFrame>
  );
}
