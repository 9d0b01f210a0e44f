import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { MessageThanks } from "@/components/reader-message/message-thanks";
import { QuestionForm } from "@/components/reader-message/question-form";
import { Said } from "@/components/ui/said";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { problemPage } from "../../problem";
import { messageAlternates, messageState, practiceOfForm } from "../../reader-message";
import { ask } from "./actions";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const found = await practiceOfForm(locale, id);
  if ("problem" in found) return problemMetadata(locale, found.problem);
  const t = await getTranslations({ locale, namespace: "ask" });
  const title = found.practice?.title.text;
  return {
    title: title === undefined ? t("titleAlone") : t.markup("title", { title, practice: (chunks) => chunks }),
    robots: { index: false },
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const found = await practiceOfForm(locale, id);
  if ("problem" in found) return problemPage(locale, found.problem);
  const { practice } = found;
  const t = await getTranslations({ locale });
  const back = practice && (
    <a className="tap" href={pathTo(locale, "catalogue", practice.slug)}>
      {t("readerMessage.backToPractice")}
    </a>
  );
  const draft = `ask-${id}`;
  if ("sent" in (await searchParams) && formAnswer() === undefined) {
    return (
      <PageFrame locale={locale} alternates={messageAlternates("question", id)}>
        <MessageThanks title={t("ask.thanksTitle")} text={t("ask.thanksText")} draft={draft}>
          {back}
        </MessageThanks>
      </PageFrame>
    );
  }
  return (
    <PageFrame locale={locale} alternates={messageAlternates("question", id)}>
      {back}
      <h1 className="text-h1">
        {practice
          ? t.rich("ask.title", {
              title: practice.title.text,
              practice: () => <Said said={practice.title} locale={locale} />,
            })
          : t("ask.titleAlone")}
      </h1>
      <p className="prose mt-2">{t("ask.intro")}</p>
      <QuestionForm locale={locale} action={ask.bind(null, locale, id)} state={messageState()} draft={draft} />
    </PageFrame>
  );
}
