import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { MessageThanks } from "@/components/reader-message/message-thanks";
import { TermForm } from "@/components/term/term-form";
import { serverEnv } from "@/lib/env";
import type { ShortFormState } from "@/lib/form-guard/judge-form";
import { issueTicket } from "@/lib/form-guard/ticket";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { formTitle } from "../form-title";
import { proposeWord } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "word" });
  return { title: await formTitle(locale, t("title")), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const [t, search] = await Promise.all([getTranslations({ locale, namespace: "word" }), searchParams]);
  const answer = formAnswer<ShortFormState>();
  const newForm = (): ShortFormState => ({
    values: { language: locale },
    errors: {},
    ticket: issueTicket(serverEnv().SESSION_SECRET, Date.now()),
  });
  return (
    <PageFrame locale={locale} alternates={alternatesOf("word")}>
      {"sent" in search && answer === undefined ? (
        <MessageThanks title={t("thanksTitle")} text={t("thanksText")} draft="word">
          <a className="tap" href={pathTo(locale, "glossary")}>
            {t("back")}
          </a>
        </MessageThanks>
      ) : (
        <>
          <h1 className="text-h1">{t("title")}</h1>
          <p className="prose mt-2">{t("intro")}</p>
          <TermForm
            locale={locale}
            action={proposeWord.bind(null, { locale })}
            state={answer ?? newForm()}
            draft="word"
          />
        </>
      )}
    </PageFrame>
  );
}
