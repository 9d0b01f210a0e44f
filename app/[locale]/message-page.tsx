import { getTranslations } from "next-intl/server";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { ExperienceForm } from "@/components/reader-message/experience-form";
import { MessageThanks } from "@/components/reader-message/message-thanks";
import { QuestionForm } from "@/components/reader-message/question-form";
import { Said } from "@/components/ui/said";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import type { Locale } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { pageOf } from "@/lib/reader-message/message";
import { findPractice, type MessagePractice } from "@/lib/reader-message/queries";
import { formTitle } from "./form-title";
import { problemPage } from "./problem";
import { messageState } from "./reader-message";

// The pages by which a reader writes about a practice: their messages and their forms differ, nothing else.

type Kind = "question" | "experience";
export type MessagePageProps = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

const forms = { question: QuestionForm, experience: ExperienceForm };

/** The head of such a page. */
export async function messageHead(kind: Kind, { params }: MessagePageProps) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const found = await practiceOfForm(locale, id);
  if ("problem" in found) return problemMetadata(locale, found.problem);
  const t = await getTranslations({ locale });
  const [page, title] = [pageOf[kind], found.practice?.title.text];
  const words =
    title === undefined ? t(`${page}.titleAlone`) : t.markup(`${page}.title`, { title, practice: (chunks) => chunks });
  return { title: await formTitle(locale, words), robots: { index: false } };
}

/**
 * Such a page: the form, or thanks.
 * @param action takes the language, the practice's id and the form
 */
export async function messagePage(
  kind: Kind,
  { params, searchParams }: MessagePageProps,
  action: (locale: Locale, id: string, data: FormData) => Promise<void>,
) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const found = await practiceOfForm(locale, id);
  if ("problem" in found) return problemPage(locale, found.problem);
  const { practice } = found;
  const [t, search] = await Promise.all([getTranslations({ locale }), searchParams]);
  const [page, Form] = [pageOf[kind], forms[kind]];
  const draft = `${page}-${id}`;
  const back = practice && (
    <a className="tap" href={pathTo(locale, "catalogue", practice.slug)}>
      {t("readerMessage.backToPractice")}
    </a>
  );
  return (
    <PageFrame locale={locale} alternates={alternatesOf(page, { below: id })}>
      {"sent" in search && formAnswer() === undefined ? (
        <MessageThanks title={t(`${page}.thanksTitle`)} text={t(`${page}.thanksText`)} draft={draft}>
          {back}
        </MessageThanks>
      ) : (
        <>
          {back}
          <h1 className="text-h1">
            {practice
              ? t.rich(`${page}.title`, {
                  title: practice.title.text,
                  practice: () => <Said said={practice.title} locale={locale} />,
                })
              : t(`${page}.titleAlone`)}
          </h1>
          <p className="prose mt-2">{t(`${page}.intro`)}</p>
          <Form locale={locale} action={action.bind(null, locale, id)} state={messageState()} draft={draft} />
        </>
      )}
    </PageFrame>
  );
}

/** The practice that a form is about. A form that comes back does without: nothing that was typed is lost. */
async function practiceOfForm(
  locale: Locale,
  id: string,
): Promise<{ practice: MessagePractice | undefined } | { problem: 404 | 410 }> {
  const isBack = formAnswer() !== undefined;
  try {
    const found = await findPractice(locale, id);
    // Taken down while its reader was writing.
    return isBack && "problem" in found && found.problem === 410 ? { practice: undefined } : found;
  } catch (error) {
    if (!isBack) throw error;
    return { practice: undefined };
  }
}
