import { z } from "zod";
import { typedText } from "../form-fields.ts";
import { limits, line, markdown, plainWords } from "../practice/practice.ts";
import { type Part, parts } from "./state.ts";

// The form of one part of a translation: what is typed, what is wrong with it, what comes back. Pure.

/** What its buttons do. */
export const intents = ["publish", "draft", "still-right", "review", "publish-drafts"] as const;

/** The longest text of a part, in characters. */
export const longest = (part: Part): number => {
  if (part === "title" || part === "summary") return limits[part];
  return part === "subtitle" ? limits.line : limits.section;
};

/** What a part may hold: the same as in a practice. */
export function partText(part: Part) {
  if (part === "plainWords") return plainWords;
  return part === "title" || part === "subtitle" ? line(longest(part)) : markdown(longest(part));
}

const textErrors = ["too-long", "control-character", "too-marked", "other"] as const;
type TextError = (typeof textErrors)[number];

/** What keeps a text from being kept, as a code. That there is none is no mistake here. */
export function textError(part: Part, text: string): TextError | undefined {
  if (text.trim() === "") return undefined;
  const codes = partText(part)
    .safeParse(text)
    .error?.issues.map(({ message }) => message);
  return codes && (textErrors.find((code) => codes.includes(code)) ?? "other");
}

const posted = z.object({
  part: z.enum(parts),
  intent: z.enum(intents),
  revision: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  /** When the draft that was on the page was kept; empty where there was none. */
  draft: z.string().max(40),
});

/** A form of a part as it was sent. */
type SentPart = z.infer<typeof posted> & { text: string; method: "human" | "machine" };

/** The name of the box that says that a machine has made a part's text. */
export const machineField = (part: Part) => `machine-${part}`;

/** Reads the form of a part; nothing where it is none. Total: never throws. */
export function readPart(data: FormData): SentPart | undefined {
  const { data: sent } = posted.safeParse(Object.fromEntries(data));
  return (
    sent && {
      ...sent,
      text: typedText(data.get(sent.part)),
      method: data.get(machineField(sent.part)) === "yes" ? "machine" : "human",
    }
  );
}

/** What the form of a part shows when it comes back: why, and what was typed where it could be read. */
export type PartAnswer = Partial<SentPart> & { error: string };
