import { getTranslations } from "next-intl/server";
import { DraftKept } from "@/components/submit/draft-kept";
import { EraseDraft } from "@/components/submit/erase-draft";
import { SubmissionForm } from "@/components/submit/submission-form";
import { SubmissionReview } from "@/components/submit/submission-review";
import { revisionRead } from "@/lib/desk/answer";
import { comparedOf, findLikelyPublished } from "@/lib/duplicate/queries";
import { serverEnv } from "@/lib/env";
import { issueTicket } from "@/lib/form-guard/ticket";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import type { Locale } from "@/lib/i18n/locales";
import { absolute } from "@/lib/site";
import { privatePath } from "@/lib/submission/commands";
import type { FormState } from "@/lib/submission/judge";
import type { findDraft } from "@/lib/submission/queries";
import { submit } from "../actions";
import { erase } from "./actions";

/** What the private page shows of a form that is kept unfinished: the ways back to it, and the form to go on with. */
export async function draftContent(
  own: { locale: Locale; token: string },
  draft: NonNullable<Awaited<ReturnType<typeof findDraft>>>,
  search: SearchParams,
) {
  const { locale, token } = own;
  const action = submit.bind(null, own);
  const state = formAnswer<FormState>();
  const seen = { revision: revisionRead(draft.revision, state), revisionField: "draftRevision" } as const;
  if (state?.step === "review") {
    const likely = await findLikelyPublished(comparedOf(state.submitted.practice, locale)).catch(() => []);
    return <SubmissionReview {...{ ...state, ...seen }} locale={locale} action={action} likely={likely} />;
  }
  const t = await getTranslations({ locale, namespace: "contributor" });
  return (
    <>
      <DraftKept
        locale={locale}
        link={absolute(privatePath(locale, token))}
        code={draft.code}
        keptUntil={draft.keptUntil}
        justKept={"kept" in search && !state}
      />
      <h2 className="mt-10 text-h2">{t("goOn")}</h2>
      <SubmissionForm
        locale={locale}
        action={action}
        values={state?.values ?? draft.values}
        errors={state?.errors ?? {}}
        ticket={state?.ticket ?? issueTicket(serverEnv().SESSION_SECRET, Date.now())}
        {...seen}
        mayKeep
      />
      <EraseDraft locale={locale} action={erase.bind(null, own)} />
    </>
  );
}
