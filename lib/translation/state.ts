import { type Locale, locales } from "../i18n/locales.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { sections } from "../practice/vocabulary.ts";
import { partsOf } from "../revision/changes.ts";
import { isFollowed } from "./track.ts";

// How the translation of each part of a practice stands, for translators and for readers. Pure.

/** What is translated one by one, in reading order. */
export const parts = ["title", "subtitle", ...sections] as const;
export type Part = (typeof parts)[number];

/**
 * How a part stands in a language: the original alone has it; a translator has kept a draft that readers do not see; it was
 * made by a machine, or by a person; somebody else has checked it, whoever made it.
 */
export const partStates = ["missing", "draft", "machine", "human", "reviewed"] as const;
type PartState = (typeof partStates)[number];

/** What is to be done, what presses most first: `machine` is to be checked. What asks for nothing is "fresh". */
export const tasks = ["behind", "missing", "draft", "machine"] as const;
export type Task = (typeof tasks)[number];

/** `behind`: the original has changed since. It holds of every state of a text that readers have. */
export type PartStatus = { part: Part; state: PartState; behind: boolean; hasDraft: boolean };

/** What is known of how a translated part came about; nothing of what is older than that it is noted. */
export type KnownOrigin = {
  locale: string;
  section: string;
  method: string;
  behind: boolean;
  reviewedAt: Date | null;
};

type Texts = Pick<PracticeInput, "originalLocale" | "texts">;

/** Whether a language's text is nobody's translation: the original, or what those who did it wrote in this language too. */
export const isOwnText = ({ originalLocale, texts }: Texts, into: Locale): boolean =>
  into === originalLocale || (texts[into] !== undefined && !isFollowed(texts[into]));

/**
 * How every part stands in a language that is translated into; none where its text is no translation.
 * @param drafts the parts that a draft is kept of
 */
export function partStatuses(
  practice: Texts,
  into: Locale,
  origins: readonly KnownOrigin[],
  drafts: readonly string[],
): PartStatus[] {
  if (isOwnText(practice, into)) return [];
  const target = practice.texts[into];
  const [original, translated] = [partsOf(practice.texts[practice.originalLocale]), partsOf(target)];
  return parts.flatMap((part): PartStatus[] => {
    const hasDraft = drafts.includes(part);
    if (translated[part] === undefined)
      return original[part] === undefined
        ? []
        : [{ part, state: hasDraft ? "draft" : "missing", behind: false, hasDraft }];
    const known = origins.find(({ locale, section }) => locale === into && section === part);
    const method = (known?.method ?? target?.provenance.method) === "machine" ? "machine" : "human";
    return [{ part, state: known?.reviewedAt ? "reviewed" : method, behind: known?.behind ?? false, hasDraft }];
  });
}

/** What is to be done about a part (lib/translation/queries.ts asks the same of the database). */
export function taskOf({ state, behind, hasDraft }: Omit<PartStatus, "part">): Task | "fresh" {
  if (behind) return "behind";
  if (state === "missing") return "missing";
  if (hasDraft) return "draft";
  return state === "machine" ? "machine" : "fresh";
}

/** What readers are told of the text in one language. */
type TextStatus = {
  locale: Locale;
  origin: string;
  /** `machine` where a machine made all of it. */
  method: string;
  /** Who wrote or translated it; none: Ponte's editors. */
  author?: string;
  writtenOn: string;
  /** Whether somebody has checked every part of it who did not translate it. */
  reviewed: boolean;
  /** The parts of the original that have changed since they were translated, and those that are not translated. */
  behind: Part[];
  missing: Part[];
  /** The parts that a machine made in a text that people made. */
  machine: Part[];
};

/** What readers are told of every language's text. */
export const textStatuses = (practice: Texts, origins: readonly KnownOrigin[]): TextStatus[] =>
  locales.flatMap((locale) => {
    const text = practice.texts[locale];
    if (!text) return [];
    const { origin, method, author, writtenOn } = text.provenance;
    const statuses = partStatuses(practice, locale, origins, []);
    const those = (which: (one: PartStatus) => boolean) => statuses.filter(which).map(({ part }) => part);
    const made = (part: Part) => origins.find((one) => one.locale === locale && one.section === part)?.method;
    const written = statuses.filter(({ state }) => state !== "missing");
    return [
      {
        ...{ locale, origin, method, author, writtenOn },
        reviewed: written.length > 0 && written.every(({ state }) => state === "reviewed"),
        behind: those(({ behind }) => behind),
        missing: those(({ state }) => state === "missing"),
        machine: method === "machine" ? [] : those(({ part }) => made(part) === "machine"),
      },
    ];
  });
