import { z } from "zod";
import { errorsOf, optional, typedText } from "../form-fields.ts";
import { judgeForm, type ShortFormState } from "../form-guard/judge-form.ts";
import { emailAddress, line, localeCode, prose } from "../practice/practice.ts";

// The words that readers propose: for the glossary, the search, or what things are called on Ponte. Pure.

/** What a word is proposed for: an entry of the glossary, another name of a concept, a label of the vocabulary. */
export const termKinds = ["glossary", "thesaurus", "vocabulary"] as const;
export type TermKind = (typeof termKinds)[number];

export const termStates = ["pending", "accepted", "rejected"] as const;
export type TermState = (typeof termStates)[number];

/** The longest answers, in characters. */
export const termLimits = { term: 80, text: 600, answer: 2000 } as const;

const form = z.object({
  kind: z.enum(termKinds, "required"),
  language: localeCode,
  term: line(termLimits.term).min(2, "required"),
  text: prose(termLimits.text),
  email: optional(z.string().trim().pipe(emailAddress)),
});
const fields = Object.keys(form.shape);

/** A proposal without errors. */
export type TermProposal = z.infer<typeof form>;

/** What becomes of a posted form (lib/form-guard/judge-form.ts). */
export function judgeTerm(
  data: FormData,
  guard: { secret: string; now: number },
): { state: ShortFormState; sent?: { proposal: TermProposal; key: string } } {
  const values = Object.fromEntries(fields.map((field) => [field, typedText(data.get(field))]));
  const { success, data: words, error } = form.safeParse(values);
  const { state, sent } = judgeForm(data, values, success ? { words } : { errors: errorsOf(fields, error) }, guard);
  return { state, sent: sent && { proposal: sent.words, key: sent.key } };
}
