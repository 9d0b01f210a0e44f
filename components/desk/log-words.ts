import { getTranslations } from "next-intl/server";
import { formatMoment, languageName } from "@/lib/i18n/format";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { fieldOf } from "@/lib/review/field";
import { fieldWords } from "./field-words";

/** Where the words for the codes of a field stand in messages/, by the kind of subject where each has its own. */
const labels: Record<string, string | Record<string, string>> = {
  state: {
    practice: "desk.state",
    proposal: "proposal.state",
    message: "desk.messageState",
    news: "newsDesk.state",
    term: "wordDesk.state",
  },
  kind: { practice: "revision.kind", message: "queue.kind", term: "word.kinds" },
  role: "people.roleName",
  answer: "contact.answer",
  reason: "report.is",
  checklist: "checklist",
  step: "log.step",
  job: "job.name",
};
const truths = ["confirmed", "renamed"];

export type LogWords = Awaited<ReturnType<typeof logWords>>;

/** What the log says, in the words of a language; what has no words of its own stands there as its code. */
export async function logWords(locale: Locale) {
  const [t, fields] = await Promise.all([getTranslations({ locale }), fieldWords(locale)]);
  const words = (key: string, code: string) => (t.has(key as "log.title") ? t(key as "log.title") : code);
  const heading = (path: string) => (t.has(fieldOf(path).key as "log.title") ? fields.heading(path) : path);
  return {
    action: (action: string) => words(`log.action.${action}`, action),
    actor: (kind: string) => words(`log.actor.${kind}`, kind),
    kind: (kind: string) => words(`log.kind.${kind}`, kind),
    field: (field: string) => words(`log.field.${field}`, field),
    nothing: t("log.nothing"),
    /** One value of a field of a subject. */
    value: (subjectKind: string, field: string, value: string): string => {
      const space = labels[field];
      if (space) return words(`${typeof space === "string" ? space : space[subjectKind]}.${value}`, value);
      if (field === "changed" && subjectKind === "contact") return words(`contact.${value}`, value);
      if (field === "changed" || field === "fields" || field === "comments")
        return value === "" ? t("review.whole") : heading(value);
      if (field === "part") return heading(`texts..${value}`);
      if (field === "assignee" && value === "") return t("log.removed");
      if ((field === "locale" || field === "languages") && isLocale(value)) return languageName(value, locale);
      if (truths.includes(field)) return t(value === "true" ? "log.yes" : "log.no");
      if (field === "publishAt" && !Number.isNaN(Date.parse(value))) return formatMoment(new Date(value), locale);
      return value;
    },
  };
}
