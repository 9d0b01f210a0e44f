import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { type Alternates, alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { answerWithStatus } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { privatePath } from "@/lib/submission/commands";
import { findDraft, findSubmission } from "@/lib/submission/queries";
import { draftContent } from "./draft-content";
import { submissionContent } from "./submission-content";

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "state" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" as const };
}

/** A contributor's private page: of a form that is kept unfinished, or of a practice that was sent. */
export default async function Page({ params, searchParams }: Props) {
  const { token, ...rest } = await params;
  const locale = readerLocale(rest);
  const own = { locale, token };
  const [draft, submission, search] = await Promise.all([findDraft(token), findSubmission(token), searchParams]);
  if (!draft && !submission) {
    answerWithStatus(404);
    const t = await getTranslations({ locale, namespace: "state" });
    return (
      <PageFrame locale={locale} alternates={alternatesOf("submit")}>
        <h1 className="text-h1">{t("unknownTitle")}</h1>
        <p className="prose mt-3">{t("unknownText")}</p>
      </PageFrame>
    );
  }
  const alternates = Object.fromEntries(locales.map((one) => [one, privatePath(one, token)])) as Alternates;
  return (
    <PageFrame locale={locale} alternates={alternates}>
      {submission
        ? await submissionContent(own, submission, search)
        : draft && (await draftContent(own, draft, search))}
    </PageFrame>
  );
}
