import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { type Alternates, alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { SubmissionForm } from "@/components/submit/submission-form";
import { SubmissionReview } from "@/components/submit/submission-review";
import { SubmissionState } from "@/components/submit/submission-state";
import { serverEnv } from "@/lib/env";
import { issueTicket } from "@/lib/form-guard/ticket";
import { answerWithStatus, formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { privatePath } from "@/lib/submission/commands";
import { toValues } from "@/lib/submission/form";
import type { FormState } from "@/lib/submission/judge";
import { findSubmission } from "@/lib/submission/queries";
import { resubmit } from "../actions";

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "state" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" as const };
}

export default async function Page({ params, searchParams }: Props) {
  const { token, ...rest } = await params;
  const locale = readerLocale(rest);
  const submission = await findSubmission(token);
  const t = await getTranslations({ locale });
  if (!submission) {
    answerWithStatus(404);
    return (
      <PageFrame locale={locale} alternates={alternatesOf("submit")}>
        <h1 className="text-h1">{t("state.unknownTitle")}</h1>
        <p className="prose mt-3">{t("state.unknownText")}</p>
      </PageFrame>
    );
  }
  const alternates = Object.fromEntries(locales.map((one) => [one, privatePath(one, token)])) as Alternates;
  const action = resubmit.bind(null, locale, token);
  const state = formAnswer<FormState>();
  const changing = submission.state === "changes-asked";
  if (state?.step === "review") {
    return (
      <PageFrame locale={locale} alternates={alternates}>
        <SubmissionReview {...state} locale={locale} action={action} />
      </PageFrame>
    );
  }
  return (
    <PageFrame locale={locale} alternates={alternates}>
      <SubmissionState submission={submission} locale={locale} justSent={"sent" in (await searchParams)} />
      {changing && (
        <>
          <h2 className="mt-10 text-h2">{t("submit.resubmitTitle")}</h2>
          <SubmissionForm
            locale={locale}
            action={action}
            values={state?.values ?? toValues(submission.practice)}
            errors={state?.step === "fill" ? state.errors : {}}
            ticket={state?.ticket ?? issueTicket(serverEnv().SESSION_SECRET, Date.now())}
          />
        </>
      )}
    </PageFrame>
  );
}
