import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { SubmissionForm } from "@/components/submit/submission-form";
import { SubmissionReview } from "@/components/submit/submission-review";
import { serverEnv } from "@/lib/env";
import { issueTicket } from "@/lib/form-guard/ticket";
import { formAnswer } from "@/lib/http/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { emptyValues } from "@/lib/submission/form";
import type { FormState } from "@/lib/submission/judge";
import { formTitle } from "../form-title";
import { submit } from "./actions";

type Props = { params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "submit" });
  const title = await formTitle(locale, t("title"));
  const head = { locale, alternates: alternatesOf("submit"), title, description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "submit" });
  const action = submit.bind(null, locale);
  const state = formAnswer<FormState>();
  const ticket = state?.ticket ?? issueTicket(serverEnv().SESSION_SECRET, Date.now());
  return (
    <PageFrame locale={locale} alternates={alternatesOf("submit")} current="submit">
      {state?.step === "review" ? (
        <SubmissionReview {...state} locale={locale} action={action} />
      ) : (
        <>
          <h1 className="text-h1">{t("title")}</h1>
          <p className="prose mt-2">{t("intro")}</p>
          <SubmissionForm
            locale={locale}
            action={action}
            values={state?.values ?? emptyValues}
            errors={state?.errors ?? {}}
            ticket={ticket}
            draft="submission"
          />
        </>
      )}
    </PageFrame>
  );
}
