import { z } from "zod";
import {
  blankIsMissing,
  errorsOf,
  type FormErrors,
  optional,
  requiredEmail,
  ticked,
  typedText,
  year,
} from "../form-fields.ts";
import { line, prose } from "../practice/practice.ts";

// What a contact person can tell us on their page: the answer to the yearly question, corrections of what is kept about
// them, that they want to be erased. The forms, and what is wrong with them. Pure.

/** The answers to “is it still running?”. All but the first are for an editor to deal with. */
export const answers = ["running", "changed", "ended", "taken-over", "funding"] as const;
export type Answer = (typeof answers)[number];

/** The longest answer, in characters. */
export const longestDetail = 2000;

const wantsText: readonly unknown[] = ["changed", "taken-over", "funding"];

const shapes = {
  answer: {
    answer: z.preprocess(blankIsMissing, z.string("required").pipe(z.enum(answers, "unknown-code"))),
    year: optional(year),
    detail: optional(prose(longestDetail)),
  },
  change: { name: optional(line()), role: optional(line()), email: requiredEmail },
  erase: { sure: ticked },
};

/** The forms of the page. */
export type ContactForm = keyof typeof shapes;

const schemas = {
  // Checked whatever else is wrong: all errors are told at once.
  answer: z
    .object(shapes.answer)
    .refine(({ answer, detail }) => !wantsText.includes(answer) || detail, {
      ...{ error: "required", path: ["detail"], when: () => true },
    })
    .refine(({ answer, year: ended }) => answer !== "ended" || ended, {
      ...{ error: "required", path: ["year"], when: () => true },
    }),
  change: z.object(shapes.change),
  erase: z.object(shapes.erase),
};

/** What was typed, field by field, as it was typed. */
export type FormValues = Record<string, string>;

/** What was typed, from a posted form. Anything that is no text, or no field of this form, is left out. */
export const readValues = (form: ContactForm, data: FormData): FormValues =>
  Object.fromEntries(Object.keys(shapes[form]).map((field) => [field, typedText(data.get(field))]));

/** An answer to the yearly question. `detail` is what goes with it, for an editor. */
export type Told = { answer: Answer; detail?: string };
/** What a contact corrects of what is kept about them. */
export type Corrected = z.infer<typeof schemas.change>;

/**
 * Checks an answer to the yearly question.
 * @param today YYYY-MM-DD
 */
export function parseAnswer(values: FormValues, today: string): { told: Told } | { errors: FormErrors } {
  const result = schemas.answer.safeParse(values);
  if (!result.success) return { errors: errorsOf(Object.keys(shapes.answer), result.error) };
  const { answer, year: ended, detail } = result.data;
  if (answer === "running") return { told: { answer } };
  if (answer !== "ended") return { told: { answer, detail } };
  if (ended && ended > today.slice(0, 4)) return { errors: { year: "in-the-future" } };
  return { told: { answer, detail: [ended, detail].filter(Boolean).join("\n\n") } };
}

/** Checks a correction. */
export function parseChange(values: FormValues): { corrected: Corrected } | { errors: FormErrors } {
  const result = schemas.change.safeParse(values);
  return result.success ? { corrected: result.data } : { errors: errorsOf(Object.keys(shapes.change), result.error) };
}

/** Checks that whoever wants to be erased has said so twice. */
export function parseErase(values: FormValues): FormErrors | undefined {
  const result = schemas.erase.safeParse(values);
  return result.success ? undefined : errorsOf(Object.keys(shapes.erase), result.error);
}

/** What the page shows of a form that came back. The error named `form` is about the form as a whole. */
export type ContactAnswer = { form: ContactForm; values: FormValues; errors: FormErrors };
