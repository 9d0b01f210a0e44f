import { type Problem, ProblemPage } from "@/components/layout/problem-page";
import { answerWithStatus } from "@/lib/http/answer";
import type { Locale } from "@/lib/i18n/locales";

/** What a page returns where it has nothing to show: the problem in the reader's language, and its status. */
export function problemPage(locale: Locale, status: Problem) {
  answerWithStatus(status);
  return <ProblemPage locale={locale} status={status} />;
}
