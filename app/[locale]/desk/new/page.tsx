import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { SubmissionForm } from "@/components/submit/submission-form";
import { serverEnv } from "@/lib/env";
import { issueTicket } from "@/lib/form-guard/ticket";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { emptyValues } from "@/lib/submission/form";
import type { FormState } from "@/lib/submission/judge";
import { formTitle } from "../../form-title";
import { deskPage } from "../desk-page";
import { enter } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "entry" });
  return { title: await formTitle(locale, t("title")), robots: { index: false } };
}

/** Where an editor types in what somebody has told them. */
export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["new"], "practice.enter", async () => {
    const [t, { entered }] = await Promise.all([getTranslations({ locale, namespace: "entry" }), searchParams]);
    const state = formAnswer<FormState>();
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        {typeof entered === "string" && !state && (
          <div role="status" data-draft-sent="entry" className="mt-4 border-s-4 border-brick bg-wash px-4 py-3">
            <p className="font-bold">{t("saved")}</p>
            <a className="tap" href={pathTo(locale, "desk", entered)}>
              {t("open")}
            </a>
          </div>
        )}
        <p className="prose mt-2">{t("intro")}</p>
        <a className="tap" href={pathTo(locale, "sheet")}>
          {t("sheet")}
        </a>
        <SubmissionForm
          locale={locale}
          action={enter.bind(null, { locale })}
          values={state?.values ?? emptyValues}
          errors={state?.step === "fill" ? state.errors : {}}
          ticket={state?.ticket ?? issueTicket(serverEnv().SESSION_SECRET, Date.now())}
          kind="entry"
          draft="entry"
        />
      </>
    );
  });
}
