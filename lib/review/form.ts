import { z } from "zod";
import { typedText } from "../form-fields.ts";
import { locales } from "../i18n/locales.ts";
import { prose } from "../practice/practice.ts";
import { states } from "../practice/rules.ts";
import { evidenceLevels } from "../practice/vocabulary.ts";
import { checklist, type Point } from "./checklist.ts";
import { commentFields } from "./field.ts";

// The form in which an editor decides on a practice: what was typed, what it means, what is wrong with it. Pure.

/** How many comments go with one decision at most, and for how many there is room at first. */
export const mostComments = 5;
const firstRows = 2;
export const mostInMessage = 5000;
export const mostInComment = 2000;

/** The form as it was filled in, to show it again with nothing lost. */
export type ReviewValues = {
  checklist: string[];
  evidence: string;
  message: string;
  /** As many as there are rows to write in; what is not filled in is empty. */
  comments: { field: string; text: string }[];
  template: string;
  duplicateOf: string;
  /** As the field has it: local time in Brussels. */
  publishAt: string;
};

/** What the form shows after it was sent and came back: on which revision, and why it was refused. */
export type ReviewAnswer = {
  review: ReviewValues;
  revision: number;
  error?: string;
  /** Of a checklist that is not complete. */
  missing?: Point[];
  /** Whether a ready answer has just been put into the message. */
  inserted?: boolean;
};

/** A form that nobody has filled in yet. */
export const emptyReview = (evidence: string): ReviewValues => ({
  ...{ checklist: [], evidence, message: "", template: "", duplicateOf: "", publishAt: "" },
  comments: rows([], firstRows),
});

const rows = (comments: ReviewValues["comments"], count: number) =>
  Array.from({ length: Math.min(count, mostComments) }, (_, at) => comments[at] ?? { field: "", text: "" });

/** What was typed, from a posted form; what is no text is empty. */
export function readReview(data: FormData): ReviewValues {
  const typed = (name: string) => typedText(data.get(name));
  const numbers = Array.from({ length: mostComments }, (_, at) => at + 1).filter((at) => data.has(`commentText-${at}`));
  const comments = numbers.map((at) => ({ field: typed(`commentField-${at}`), text: typed(`commentText-${at}`) }));
  const more = data.get("intent") === "row" ? 1 : 0;
  const ticked = data.getAll("checklist").map(typedText);
  return {
    checklist: data.has("allHold") ? [...checklist] : checklist.filter((point) => ticked.includes(point)),
    evidence: typed("evidence"),
    message: typed("message"),
    comments: rows(comments, Math.max(comments.length, firstRows) + more),
    template: typed("template"),
    duplicateOf: typed("duplicateId") || typed("duplicateOf"),
    publishAt: typed("publishAt"),
  };
}

/** The form with a ready answer at the end of its message. */
export const addTemplate = (values: ReviewValues, text: string): ReviewValues => ({
  ...values,
  message: [values.message.trim(), text].filter(Boolean).join("\n\n"),
});

/** An id, as it is or in an address that holds it: the permanent one, or the desk's. */
const practiceId = z
  .string()
  .trim()
  .transform(
    (text) => /(?:^|\/p\/|\/(?:desk|redazione|redaction|redaktion)\/)([a-z0-9]{3,12})\/?$/.exec(text)?.[1] ?? "",
  )
  .pipe(z.string().min(1, "no-duplicate"));

/** What a comment may be on; one on anything else is one on the whole. */
const commentable = new Set(locales.flatMap(commentFields));

/** Longer ahead is a slip of the finger. */
const farthest = 2 * 366 * 24 * 60 * 60 * 1000;

/** What the buttons ask for; to write without deciding anything is no action of the practice's. */
const asked = [
  "publish",
  "schedule",
  "unschedule",
  "ask-changes",
  "reject",
  "mark-duplicate",
  "unpublish",
  "reopen",
  "submit",
  "comment",
] as const;

const opened = z.object({
  practiceId: z.string().max(12),
  revision: z.coerce.number().int(),
  state: z.enum(states),
  /** The form's own number, and the name that its draft is kept under on the device. */
  key: z.string().min(1).max(64),
  draft: z.string().max(80).default(""),
  action: z.enum(asked),
});

const said = z.object({
  message: z.union([z.literal(""), prose(mostInMessage)]),
  comments: z.array(
    z.object({ field: z.string().max(80, "too-long"), text: z.union([z.literal(""), prose(mostInComment)]) }),
  ),
  evidence: z.enum(evidenceLevels).optional().catch(undefined),
});

export type Reviewed = z.output<typeof opened> & {
  message: string;
  comments: { field?: string; text: string }[];
  evidence?: (typeof evidenceLevels)[number];
  checklist: string[];
  duplicateOf?: string;
  publishAt?: Date;
};

/**
 * Checks a decision as it was posted.
 * @param now milliseconds since 1970
 * @returns what was decided, or the code of the first thing that is wrong with it
 */
export function parseReview(
  data: FormData,
  values: ReviewValues,
  now: number,
): { reviewed: Reviewed } | { error: string } {
  const what = opened.safeParse(Object.fromEntries(data));
  if (!what.success) return { error: "not-allowed" };
  const { action } = what.data;
  const words = said.safeParse({
    message: values.message.trim(),
    comments: values.comments.map(({ field, text }) => ({ field, text: text.trim() })),
    evidence: values.evidence,
  });
  if (!words.success) return { error: codeOf(words.error, ["too-long", "control-character"]) };
  const target = action === "mark-duplicate" ? practiceId.safeParse(values.duplicateOf) : undefined;
  if (target && !target.success) return { error: "no-duplicate" };
  const publishAt = action === "schedule" ? fromBrussels(values.publishAt) : undefined;
  if (action === "schedule" && !publishAt) return { error: "not-a-time" };
  if (publishAt && (publishAt.getTime() <= now || publishAt.getTime() > now + farthest)) return { error: "time-past" };
  const comments = words.data.comments
    .filter(({ text }) => text !== "")
    .map(({ field, text }) => (commentable.has(field) ? { field, text } : { text }));
  const { message, evidence } = words.data;
  return {
    reviewed: {
      ...what.data,
      ...{ message, comments, evidence, checklist: values.checklist },
      ...{ duplicateOf: target?.data, publishAt },
    },
  };
}

const codeOf = ({ issues }: z.ZodError, codes: string[]): string =>
  codes.find((code) => JSON.stringify(issues).includes(`"${code}"`)) ?? "too-long";

const brussels = new Intl.DateTimeFormat("sv", {
  ...{ timeZone: "Europe/Brussels", dateStyle: "short", timeStyle: "short" },
});

/** A moment as a field for date and time has it, in Brussels: 2026-03-29T09:30. */
export const toBrussels = (moment: Date): string => brussels.format(moment).replace(" ", "T");

/**
 * The moment at which it is that time in Brussels. An hour that the clock passes twice is its first; one that it skips
 * is the hour after.
 * @returns nothing for what is no date and time
 */
export function fromBrussels(typed: string): Date | undefined {
  const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2})[:.h](\d{2})(?::\d{2})?$/.exec(typed.trim());
  if (!written) return undefined;
  const wanted = `${written[1]}T${written[2]}:${written[3]}`;
  const asUtc = Date.parse(`${wanted}Z`);
  // There is no thirtieth of February.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(wanted)) return undefined;
  // Brussels is two hours ahead in summer, one in winter.
  const candidates = [2, 1].map((hours) => new Date(asUtc - hours * 3_600_000));
  return candidates.find((moment) => toBrussels(moment) === wanted) ?? candidates[1];
}
