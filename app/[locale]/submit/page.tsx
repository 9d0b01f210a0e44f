import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { SubmissionForm } from "@/components/submit/submission-form";
import { SubmissionReview } from "@/components/submit/submission-review";
import { DoneNotice } from "@/components/ui/notice";
import { comparedOf, findLikelyPublished } from "@/lib/duplicate/queries";
import { serverEnv } from "@/lib/env";
import { checkTicket, issueTicket } from "@/lib/form-guard/ticket";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { emptyValues } from "@/lib/submission/form";
import type { FormState } from "@/lib/submission/judge";
import { formTitle } from "../form-title";
import { submit } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "submit" });
  const title = await formTitle(locale, t("title"));
  const head = { locale, alternates: alternatesOf("submit"), title, description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const [t, search] = await Promise.all([getTranslations({ locale }), searchParams]);
  const action = submit.bind(null, { locale });
  const state = formAnswer<FormState>();
  const ticket = state?.ticket ?? issueTicket(serverEnv().SESSION_SECRET, Date.now());
  if (state?.step === "review") {
    // Compared with all that is published only for whoever has the form from us, and not for programs in a hurry.
    const isOurs = "number" in checkTicket(ticket, { secret: serverEnv().SESSION_SECRET, now: Date.now() });
    // While the database is away, what was typed still comes back.
    const likely = isOurs
      ? await findLikelyPublished(comparedOf(state.submitted.practice, locale)).catch(() => [])
      : [];
    return (
      <PageFrame locale={locale} alternates={alternatesOf("submit")} current="submit">
        <SubmissionReview {...state} locale={locale} action={action} likely={likely} />
      </PageFrame>
    );
  }
  return (
    <PageFrame locale={locale} alternates={alternatesOf("submit")} current="submit">
      <h1 className="text-h1">{t("submit.title")}</h1>
      {"erased" in search && !state && <DoneNotice>{t("contributor.erased")}</DoneNotice>}
      <p className="prose mt-2">{t("submit.intro")}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        <li>
          <a className="tap" href={pathTo(locale, "submit", "code")}>
            {t("submit.haveCode")}
          </a>
        </li>
        <li>
          <a className="tap" href={pathTo(locale, "sheet")}>
            {t("submit.printSheet")}
          </a>
        </li>
      </ul>
      <SubmissionForm
        locale={locale}
        action={action}
        values={state?.values ?? emptyValues}
        errors={state?.errors ?? {}}
        ticket={ticket}
        mayKeep
        draft="submission"
      />
    </PageFrame>
  );
}
