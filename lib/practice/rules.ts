import slugify from "@sindresorhus/slugify";
import type { Locale } from "../i18n/locales.ts";
import { locales } from "../i18n/locales.ts";
import { limits } from "./practice.ts";

// What may happen to a practice, and who may do it. Pure: pages ask before they offer, commands ask again before they write.

export const states = [
  "draft",
  "pending",
  "changes-asked",
  "published",
  "unpublished",
  "rejected",
  "duplicate",
] as const;
export type State = (typeof states)[number];

export const actions = [
  "publish",
  "schedule",
  "ask-changes",
  "reject",
  "mark-duplicate",
  "unpublish",
  "reopen",
  "submit",
  "resubmit",
  "withdraw",
] as const;
export type Action = (typeof actions)[number];

/**
 * Who acts: a contributor by the private link of one submission, somebody at the desk (whose rights are another table,
 * lib/desk/rights.ts), or the clock.
 */
export const actors = ["contributor", "desk", "clock"] as const;
export type Actor = (typeof actors)[number];

/** What each action starts from and leads to (`same`: the state stays), who may take it, and whether it must say why. */
const transitions: Record<
  Action,
  { from: readonly State[]; to: State | "same"; by: readonly Actor[]; message: boolean }
> = {
  publish: { from: ["draft", "pending", "unpublished"], to: "published", by: ["desk", "clock"], message: false },
  /** Sets the time at which the clock publishes, or takes it away. */
  schedule: { from: ["draft", "pending", "unpublished"], to: "same", by: ["desk"], message: false },
  "ask-changes": { from: ["pending"], to: "changes-asked", by: ["desk"], message: true },
  reject: { from: ["draft", "pending", "changes-asked"], to: "rejected", by: ["desk"], message: true },
  "mark-duplicate": {
    from: ["draft", "pending", "changes-asked", "published", "unpublished"],
    to: "duplicate",
    by: ["desk"],
    message: false,
  },
  unpublish: { from: ["published"], to: "unpublished", by: ["desk"], message: true },
  /** A rejection, or what was taken for a duplicate, was a mistake. */
  reopen: { from: ["rejected", "duplicate"], to: "pending", by: ["desk"], message: false },
  /** What an editor has entered goes to the queue, for other eyes. */
  submit: { from: ["draft"], to: "pending", by: ["desk"], message: false },
  resubmit: { from: ["changes-asked", "draft", "pending"], to: "pending", by: ["contributor"], message: false },
  withdraw: { from: ["pending", "changes-asked"], to: "draft", by: ["contributor"], message: false },
};

/** What brings a practice nearer to its readers. */
const towardsReaders: readonly Action[] = ["publish", "schedule", "submit"];

/**
 * The state that an action leads to, or undefined where it may not be taken by that actor in that state.
 * @param isTakenBack whether its contributor has withdrawn it: then it comes to readers only if they send it again, and
 * reopened it is theirs, not the editors'
 */
export function transition(state: State, action: Action, actor: Actor, isTakenBack = false): State | undefined {
  const { from, to, by } = transitions[action];
  if (!from.includes(state) || !by.includes(actor)) return undefined;
  if (isTakenBack && towardsReaders.includes(action)) return undefined;
  if (isTakenBack && action === "reopen") return "draft";
  return to === "same" ? state : to;
}

/** The actions an actor may take in a state. */
export const allowedActions = (state: State, actor: Actor, isTakenBack = false): Action[] =>
  actions.filter((action) => transition(state, action, actor, isTakenBack) !== undefined);

/**
 * Whether a practice's contributor has withdrawn it and not sent it again since, whatever editors have done meanwhile.
 * @param decided what was decided on it, oldest first
 */
export const wasTakenBack = (decided: readonly { action: string }[]): boolean =>
  decided.findLast(({ action }) => action === "withdraw" || action === "resubmit")?.action === "withdraw";

/** Whether an action must say why, as someone is told. */
export const needsMessage = (action: Action): boolean => transitions[action].message;

/** Whether the desk may change the texts and fields of a practice in a state; the state stays as it is. */
export const isEditable = (state: State): boolean => !["rejected", "duplicate"].includes(state);

/**
 * The last segment of an address, made from a title: lower-case letters and digits of ASCII, joined by hyphens.
 * Other scripts are transliterated; a title without any letter gives an empty text.
 */
export function toSlug(title: string): string {
  // Accents go first: the package would write ä and ö as Germans do, not as Swedes.
  const whole = slugify(title.normalize("NFD").replace(/\p{M}/gu, ""), { decamelize: false });
  if (whole.length <= 80) return whole;
  const cut = whole.slice(0, 80);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 40)).replace(/-+$/, "");
}

/**
 * What titles are sorted by, compared byte by byte: accents folded and punctuation dropped, but in Swedish å, ä and ö
 * are letters of their own after z (SS 03 81 04), where æ and ø go with ä and ö.
 */
export function titleKey(title: string, locale: Locale): string {
  let key = title.normalize("NFC").toLocaleLowerCase(locale).replace(/[{|}]/g, " ");
  if (locale === "sv") {
    const after: Record<string, string> = { å: "{", ä: "|", æ: "|", ö: "}", ø: "}" };
    key = key.replace(/[åäæöø]/g, (letter) => after[letter] ?? letter);
  }
  return key
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}{|}]+/gu, " ")
    .trim()
    .slice(0, limits.title);
}

/** The language that a text is read in: the reader's, else the original's. */
export function languageFor(available: readonly Locale[], reader: Locale, original: Locale): Locale {
  return available.includes(reader) ? reader : original;
}

/** A short text as the reader gets it, with the language it stands in. */
export type Said = { text: string; lang: Locale };

/** A label in the reader's language, else in the original's, else in the first there is. */
export function say(label: Partial<Record<Locale, string>>, reader: Locale, original: Locale): Said {
  for (const lang of [reader, original, ...locales]) {
    const text = label[lang];
    if (text !== undefined) return { text, lang };
  }
  return { text: "", lang: reader };
}

/**
 * The first and last year that a practice's period covers, for "overlaps" filters.
 * @returns nothing where no date is known; without an end it runs on (`to` is undefined)
 */
export function periodYears(period: {
  start?: string;
  end?: string;
  during?: string;
}): { from?: number; to?: number } | undefined {
  const year = (date?: string) => (date ? Number(date.slice(0, 4)) : undefined);
  if (period.during) return { from: year(period.during), to: year(period.during) };
  if (!period.start && !period.end) return undefined;
  return { from: year(period.start), to: year(period.end) };
}

/** The difference between a total and the sum of its lines, in minor units; undefined where it cannot be said. */
export function fundingDifference(funding: { total?: number; lines: { amount?: number }[] }): number | undefined {
  if (funding.total === undefined || funding.lines.length === 0) return undefined;
  if (funding.lines.some((line) => line.amount === undefined)) return undefined;
  return funding.total - funding.lines.reduce((sum, line) => sum + (line.amount ?? 0), 0);
}
