import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { formatSituation, type Question, type Situation } from "@/lib/situation/situation";

/** The words of a choice inside the sentence; of a question that was left open, without `code`, the word for anything. */
export async function choiceLabels(locale: Locale): Promise<(question: Question, code?: string) => string> {
  const t = await getTranslations({ locale, namespace: "situation" });
  return (question, code = "any") => t(`${question}.${code}` as "person.any");
}

/** A situation as one sentence; the page's own title where nothing was chosen. */
export async function situationTitle(locale: Locale, situation: Situation): Promise<string> {
  const t = await getTranslations({ locale, namespace: "situation" });
  if (formatSituation(situation) === "") return t("title");
  const label = await choiceLabels(locale);
  const words = (question: Question) => label(question, situation[question]);
  return t("sentence", { person: words("person"), service: words("service"), obstacle: words("obstacle") });
}

/** The address of a situation in a language. */
export function situationAddress(locale: Locale, situation: Situation): string {
  const search = formatSituation(situation);
  return pathTo(locale, "situation") + (search ? `?${search}` : "");
}
