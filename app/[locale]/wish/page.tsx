import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { MessageThanks } from "@/components/reader-message/message-thanks";
import { WishForm } from "@/components/reader-message/wish-form";
import { serverEnv } from "@/lib/env";
import type { ShortFormState } from "@/lib/form-guard/judge-form";
import { issueTicket } from "@/lib/form-guard/ticket";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { wishedQuery } from "@/lib/search-wish/wish";
import { formTitle } from "../form-title";
import { tellWish } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "wish" });
  return { title: await formTitle(locale, t("title")), robots: { index: false } };
}

/** A new form, with the words of the search that led here. */
const newForm = (q: unknown): ShortFormState => ({
  values: { query: wishedQuery(q) },
  errors: {},
  ticket: issueTicket(serverEnv().SESSION_SECRET, Date.now()),
});

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const [t, search] = await Promise.all([getTranslations({ locale, namespace: "wish" }), searchParams]);
  const answer = formAnswer<ShortFormState>();
  return (
    <PageFrame locale={locale} alternates={alternatesOf("wish")} current="wish">
      {"sent" in search && answer === undefined ? (
        <MessageThanks title={t("thanksTitle")} text={t("thanksText")}>
          <a className="tap me-8" href={pathTo(locale, "catalogue")}>
            {t("searchOn")}
          </a>{" "}
          <a className="tap" href={pathTo(locale, "submit")}>
            {t("putIn")}
          </a>
        </MessageThanks>
      ) : (
        <>
          <h1 className="text-h1">{t("title")}</h1>
          <p className="prose mt-2">{t("intro")}</p>
          <p className="prose mt-2">{t("kept")}</p>
          <WishForm locale={locale} action={tellWish.bind(null, { locale })} state={answer ?? newForm(search.q)} />
        </>
      )}
    </PageFrame>
  );
}
