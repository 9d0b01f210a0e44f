import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { CommentList } from "@/components/desk/comment-list";
import { AllFields } from "@/components/desk/decision-fields";
import { DecisionForm } from "@/components/desk/decision-form";
import { ReviewChanges, ReviewHead } from "@/components/desk/decision-head";
import { WaysOn } from "@/components/desk/decision-ways";
import { History } from "@/components/desk/history";
import { PlainWordsForm } from "@/components/desk/plain-words-form";
import { PlainWordsNotice } from "@/components/desk/plain-words-notice";
import { PracticeArticle } from "@/components/practice/practice-article";
import { revisionRead } from "@/lib/desk/answer";
import { draftPlainWords, type PlainWordsAnswer } from "@/lib/desk/plain-words";
import { getDeskPractice } from "@/lib/desk/queries";
import { may } from "@/lib/desk/rights";
import { findLikely } from "@/lib/duplicate/queries";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { isEditable } from "@/lib/practice/rules";
import type { ReviewAnswer } from "@/lib/review/form";
import { currentSession } from "@/lib/session";
import { problemPage } from "../../problem";
import { deskPage } from "../desk-page";
import { peopleOfPractice } from "../people-of-practice/people-of-practice";
import { WorkOn } from "../queue-actions/work-on";
import { decideOn, noteRead, writePlainWords } from "./actions";

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
  const [session, found] = await Promise.all([currentSession(), getDeskPractice(locale, id)]);
  if (!found) return session ? problemPage(locale, 404) : deskPage(locale, [id], "practice.read", async () => null);
  return deskPage(locale, [id], "practice.read", async (session) => {
    const { practice, state, sender } = found;
    const sent = formAnswer<Partial<ReviewAnswer & PlainWordsAnswer>>();
    const answer = sent?.review ? (sent as ReviewAnswer) : undefined;
    const written = sent?.texts ? (sent as PlainWordsAnswer) : undefined;
    const revision = revisionRead(practice.revision, sent);
    const [t, search, likely, drafts] = await Promise.all([
      getTranslations({ locale, namespace: "desk" }),
      searchParams,
      may(session, "practice.decide") ? findLikely(found.compared) : [],
      draftPlainWords(locale, found.texts, written),
    ]);
    return (
      <>
        <ReviewHead locale={locale} found={found} search={sent ? {} : search} answer={answer} />
        <PlainWordsNotice locale={locale} saved={"saved" in search && !sent} answer={written} drafts={drafts} />
        <WorkOn {...{ locale, session, kind: "practice", subjectId: id }} />
        <WaysOn
          {...{
            locale,
            id,
            original: practice.originalLocale,
            mayEdit: may(session, "practice.edit") && isEditable(state),
          }}
          languages={locales.filter((into) => may(session, "translation.write", into))}
        />
        <div className="wide:grid wide:grid-cols-2 wide:gap-x-10">
          <div className="min-w-0">
            <DecisionForm
              {...{ locale, found, revision, likely, answer }}
              mayDecide={may(session, "practice.decide")}
              formKey={crypto.randomUUID()}
              action={decideOn.bind(null, { locale })}
            />
            <ReviewChanges locale={locale} changes={found.changes} />
            <AllFields locale={locale} fields={found.fields} />
            {((isEditable(state) && may(session, "practice.edit")) || written) && (
              <PlainWordsForm
                {...{ locale, found, revision, drafts }}
                action={writePlainWords.bind(null, { locale })}
              />
            )}
            <CommentList
              {...{ locale, comments: found.comments, language: sender?.language ?? practice.originalLocale }}
              markRead={may(session, "practice.comment") ? noteRead.bind(null, { locale, practiceId: id }) : undefined}
            />
            <History locale={locale} found={found} />
            {await peopleOfPractice(locale, session, id, search)}
          </div>
          <section aria-labelledby="as-readers" className="beside-form mt-8 min-w-0 border-4 border-line p-4">
            <p id="as-readers" className="text-muted">
              {t("asReaders")}
            </p>
            <PracticeArticle practice={practice} locale={locale} level={2} isPreview />
          </section>
        </div>
      </>
    );
  });
}
