import { getTranslations } from "next-intl/server";
import { byLabel, countryName } from "@/lib/i18n/format";
import { endonym, type Locale, locales } from "@/lib/i18n/locales";
import { limits } from "@/lib/practice/practice";
import { audiences, countries, obstacles, organisationTypes, themes } from "@/lib/practice/vocabulary";
import { type FormKind, noteLimit } from "@/lib/submission/form";

/** One question of the submission form: how it is put, and how it is answered. */
export type Question = { name: string; label: string; help?: string; required: boolean } & (
  | {
      kind: "line";
      maxLength: number;
      type?: "email" | "url";
      autoComplete?: string;
      inputMode?: "numeric";
      narrow?: boolean;
    }
  | { kind: "text"; maxLength: number; rows: number; counted?: boolean }
  | { kind: "one"; options: Option[]; empty: string }
  | { kind: "several"; options: Option[] }
);
type Option = { code: string; label: string };

/** Questions under one heading; the first ones stand under that of the page. */
type QuestionGroup = { title?: string; questions: Question[] };

/**
 * The questions of the submission form in their order, for the form itself and for the sheet that is filled in by hand.
 * @param kind a correction asks neither for the language nor for the person, and what is typed in at the desk may have
 * no address
 */
export async function submissionQuestions(locale: Locale, kind: FormKind = "submission"): Promise<QuestionGroup[]> {
  const t = await getTranslations({ locale });
  const story = (name: "costs" | "results" | "benefits" | "constraints" | "advice" | "nextSteps"): Question => ({
    ...{ name, kind: "text", label: t(`submit.${name}`), help: t(`submit.${name}Help`) },
    ...{ required: false, maxLength: limits.section, rows: 4 },
  });
  const language: Question = {
    ...{ name: "language", kind: "one", label: t("submit.language"), help: t("submit.languageHelp"), required: true },
    empty: t("submit.chooseLanguage"),
    options: locales.map((code) => ({ code, label: endonym(code) })),
  };
  const what: Question[] = [
    {
      ...{ name: "title", kind: "line", label: t("submit.fieldTitle"), help: t("submit.titleHelp") },
      ...{ required: true, maxLength: limits.title },
    },
    {
      ...{ name: "summary", kind: "text", label: t("submit.summary"), help: t("submit.summaryHelp") },
      ...{ required: true, maxLength: limits.summary, rows: 3, counted: true },
    },
    {
      ...{ name: "description", kind: "text", label: t("submit.description_"), help: t("submit.descriptionHelp") },
      ...{ required: true, maxLength: limits.section, rows: 10 },
    },
    {
      ...{ name: "theme", kind: "several", label: t("submit.theme"), help: t("submit.themeHelp"), required: true },
      options: themes.map((code) => ({ code, label: t(`theme.${code}`) })),
    },
    {
      ...{ name: "audience", kind: "several", label: t("submit.audience"), help: t("submit.audienceHelp") },
      ...{ required: false, options: audiences.map((code) => ({ code, label: t(`audience.${code}`) })) },
    },
  ];
  const where: Question[] = [
    {
      ...{
        name: "country",
        kind: "several",
        label: t("submit.country"),
        help: t("submit.countryHelp"),
        required: true,
      },
      options: byLabel(
        countries.map((code) => ({ code, label: countryName(code, locale) })),
        locale,
      ),
    },
    {
      ...{ name: "place", kind: "line", label: t("submit.place"), help: t("submit.placeHelp") },
      ...{ required: false, maxLength: limits.line },
    },
    {
      ...{ name: "organisation", kind: "line", label: t("submit.organisation"), help: t("submit.organisationHelp") },
      ...{ required: true, maxLength: limits.line, autoComplete: "organization" },
    },
    {
      ...{ name: "organisationType", kind: "one", label: t("submit.organisationType"), required: false },
      empty: t("submit.chooseType"),
      options: organisationTypes.map((code) => ({ code, label: t(`organisation.${code}`) })),
    },
    {
      ...{ name: "startYear", kind: "line", label: t("submit.startYear"), help: t("submit.yearHelp") },
      ...{ required: false, maxLength: 4, inputMode: "numeric", narrow: true },
    },
    {
      ...{ name: "endYear", kind: "line", label: t("submit.endYear"), help: t("submit.endYearHelp") },
      ...{ required: false, maxLength: 4, inputMode: "numeric", narrow: true },
    },
  ];
  const how: Question[] = [
    ...[story("costs"), story("results"), story("benefits")],
    {
      ...{ name: "obstacle", kind: "several", label: t("submit.obstacle"), help: t("submit.obstacleHelp") },
      ...{ required: false, options: obstacles.map((code) => ({ code, label: t(`obstacle.${code}`) })) },
    },
    ...[story("constraints"), story("advice"), story("nextSteps")],
    {
      ...{ name: "website", kind: "line", label: t("submit.website"), help: t("submit.websiteHelp") },
      ...{ required: false, maxLength: 1000, type: "url" },
    },
  ];
  const isEntry = kind === "entry";
  const you: Question[] = [
    {
      ...{ name: "contactName", kind: "line", label: t("submit.contactName"), help: t("submit.contactNameHelp") },
      ...{ required: false, maxLength: limits.line, autoComplete: isEntry ? "off" : "name" },
    },
    {
      ...{ name: "contactEmail", kind: "line", label: t("submit.contactEmail"), required: !isEntry },
      help: isEntry ? t("entry.emailHelp") : t("submit.contactEmailHelp"),
      ...{ maxLength: 254, type: "email", autoComplete: isEntry ? "off" : "email" },
    },
  ];
  const note: Question = {
    ...{ name: "note", kind: "text", label: t("submit.note"), help: t("submit.noteHelp"), required: false },
    ...{ maxLength: noteLimit, rows: 4 },
  };
  const about = [
    { title: t("submit.whatTitle"), questions: what },
    { title: t("submit.whereTitle"), questions: where },
    { title: t("submit.howTitle"), questions: how },
  ];
  if (kind === "correction") return [{ questions: [note] }, ...about];
  return [{ questions: [language] }, ...about, { title: t("submit.youTitle"), questions: you }];
}
