import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Conversation } from "@/components/submit/conversation";
import { OwnProposal } from "@/components/submit/own-proposal";
import { PrivateLink } from "@/components/submit/private-link";
import { SubmissionForm } from "@/components/submit/submission-form";
import { SubmissionReview } from "@/components/submit/submission-review";
import { SubmissionState } from "@/components/submit/submission-state";
import { WithdrawForm } from "@/components/submit/withdraw-form";
import { YourData } from "@/components/submit/your-data";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import { dataOfSubmission } from "@/lib/contact/queries";
import { revisionRead } from "@/lib/desk/answer";
import { serverEnv } from "@/lib/env";
import { issueTicket } from "@/lib/form-guard/ticket";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import type { Locale } from "@/lib/i18n/locales";
import { transition } from "@/lib/practice/rules";
import { findOwnProposal } from "@/lib/proposal/queries";
import { absolute } from "@/lib/site";
import { privatePath } from "@/lib/submission/commands";
import { toValues } from "@/lib/submission/form";
import type { FormState } from "@/lib/submission/judge";
import { putForm } from "@/lib/submission/merge";
import type { findSubmission } from "@/lib/submission/queries";
import type { AnswerState } from "@/lib/submission/receive";
import { sendDataLink } from "../../contact/actions";
import { submit } from "../actions";
import { answer, withdraw, withdrawOwnProposal } from "./actions";

type Submission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;
type OwnAnswer = FormState | AnswerState | { step: "withdraw" | "too-late" };

/** What the private page shows of a practice that was sent: where it stands, and all that its contributor may do. */
export async function submissionContent(
  own: { locale: Locale; token: string },
  submission: Submission,
  search: SearchParams,
) {
  const { locale, token } = own;
  const { state, language } = submission;
  const sent = formAnswer<OwnAnswer>();
  const [t, proposal, data] = await Promise.all([
    getTranslations({ locale }),
    findOwnProposal(token),
    dataOfSubmission(token),
  ]);
  const isPublished = state === "published";
  const form = sent?.step === "fill" || sent?.step === "review" ? sent : undefined;
  // A correction that waits is gone on with; whatever else is changed is changed from what there is now.
  const from = isPublished ? proposal?.form : undefined;
  const revision = revisionRead(from?.revision ?? submission.revision, form);
  if (sent?.step === "review") {
    const { practice: said, ...typed } = sent.submitted;
    const into = isPublished ? submission.practice.originalLocale : typed.language;
    const submitted = { ...typed, practice: putForm(submission.practice, said, into), language: into };
    return <SubmissionReview {...{ ...sent, submitted, revision, locale }} action={submit.bind(null, own)} />;
  }
  const ticket = form?.ticket ?? issueTicket(serverEnv().SESSION_SECRET, Date.now());
  const said = (key: string, words: string): ReactNode => key in search && !sent && <DoneNotice>{words}</DoneNotice>;
  const editor = (
    <SubmissionForm
      locale={locale}
      action={submit.bind(null, own)}
      values={form?.values ?? from?.values ?? toValues(submission.practice)}
      errors={form?.step === "fill" ? form.errors : {}}
      ticket={ticket}
      kind={isPublished ? "correction" : "submission"}
      revision={revision}
    />
  );
  const isTheirTurn = state === "changes-asked" || state === "draft";
  return (
    <>
      {said("answered", t("contributor.answered"))}
      {said("withdrawn", t("contributor.withdrawn"))}
      {said("taken-back", t("contributor.proposalWithdrawn"))}
      {said("proposed", t("contributor.proposed"))}
      {sent?.step === "too-late" && <ErrorNotice>{t("contributor.tooLate")}</ErrorNotice>}
      <SubmissionState submission={submission} locale={locale} justSent={"sent" in search && !sent} />
      <PrivateLink locale={locale} link={absolute(privatePath(locale, token))} code={submission.code} />
      <Conversation
        {...{ language, locale, said: submission.conversation }}
        action={answer.bind(null, own)}
        ticket={sent?.step === "answer" ? sent.ticket : ticket}
        answer={sent?.step === "answer" ? sent : undefined}
      />
      {proposal && <OwnProposal {...{ proposal, language, locale }} action={withdrawOwnProposal.bind(null, own)} />}
      {isTheirTurn && (
        <>
          <h2 className="mt-10 text-h2">{t("submit.resubmitTitle")}</h2>
          {editor}
        </>
      )}
      {(state === "pending" || isPublished) && (
        <details className="mt-10 max-w-3xl" open={form !== undefined}>
          <summary className="tap cursor-pointer text-h3">
            {isPublished ? t("contributor.propose") : t("contributor.changeWaiting")}
          </summary>
          {isPublished && <p className="prose">{t("contributor.proposeText")}</p>}
          {from && <p className="prose font-bold">{t("contributor.proposeReplaces")}</p>}
          {editor}
        </details>
      )}
      {transition(state, "withdraw", "contributor") && (
        <WithdrawForm locale={locale} action={withdraw.bind(null, own)} isRefused={sent?.step === "withdraw"} />
      )}
      {data && (
        <YourData
          {...{ locale, data }}
          action={sendDataLink.bind(null, locale, token)}
          justSent={"link-sent" in search && !sent}
        />
      )}
    </>
  );
}
