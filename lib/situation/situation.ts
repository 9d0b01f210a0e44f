import type { Ignored } from "../practice/filters.ts";
import type { Obstacle } from "../practice/vocabulary.ts";

// What someone who helps can say without typing: whom, with what, and what stands in the way. Address ⇄ Situation.
// Reading is total: what is not known is set aside and named, never an error. Pure.

/** Whom helpers meet: concepts of content/thesaurus. */
const people = [
  "older-people",
  "digital-beginners",
  "low-literacy",
  "migrants",
  "refugees",
  "people-with-disabilities",
  "blind-people",
  "deaf-people",
  "intellectual-disability",
  "dementia",
  "carers",
  "families",
  "young-people",
  "jobseekers",
  "low-income",
  "rural-residents",
] as const;

/** What they need help with: concepts of content/thesaurus. */
const services = [
  "health-record",
  "medical-appointment",
  "electronic-identity",
  "bank",
  "online-payment",
  "tax",
  "pension",
  "social-benefits",
  "administrative-forms",
  "residence-permit",
  "identity-documents",
  "school-services",
  "job-search",
  "e-mail",
  "video-calls",
  "public-services",
] as const;

/** What stands in the way of the person in front of a helper, or of the helper. */
const obstacles = [
  "no-device",
  "no-connection",
  "cost",
  "no-identity",
  "no-email",
  "little-practice",
  "practising-alone",
  "fear",
  "language",
  "not-accessible",
  "complex-services",
  "closed-counters",
  "distance",
  "doing-harm",
] as const satisfies readonly Obstacle[];

/** The choices of each of the three questions, in the order of the sentence. */
export const choices = { person: people, service: services, obstacle: obstacles } as const;

export type Question = keyof typeof choices;
export const questions = Object.keys(choices) as Question[];

/** What was chosen; any of the three may be left open. */
export type Situation = { [question in Question]?: (typeof choices)[question][number] };

/**
 * Reads the situation of an address.
 * @returns the known choices, and every value that is not known or is a second answer to one question
 */
export function parseSituation(params: URLSearchParams): { situation: Situation; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const chosen = questions.flatMap((question) => {
    const known: readonly string[] = choices[question];
    const written = [...new Set(params.getAll(question).map((value) => value.trim()))].filter(Boolean);
    const [first, ...others] = written.filter((value) => known.includes(value));
    const aside = [...written.filter((value) => !known.includes(value)), ...others];
    ignored.push(...aside.map((value) => ({ name: question, value: value.slice(0, 80) })));
    return first === undefined ? [] : [[question, first]];
  });
  return { situation: Object.fromEntries(chosen) as Situation, ignored };
}

/**
 * The one canonical form of a situation, in the order of the sentence.
 * @returns a query string without its question mark; empty where nothing was chosen
 */
export const formatSituation = (situation: Situation): string =>
  new URLSearchParams(
    questions.flatMap((question) => {
      const value = situation[question];
      return value === undefined ? [] : [[question, value]];
    }),
  ).toString();

/** The questions that were answered. */
export const answered = (situation: Situation): Question[] =>
  questions.filter((question) => situation[question] !== undefined);
