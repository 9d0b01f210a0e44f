import { z } from "zod";
import { errorsOf, type FormErrors, optional, typedText } from "../form-fields.ts";
import { checkTicket, sentKey } from "../form-guard/ticket.ts";
import { trapField } from "../form-guard/trap.ts";
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

/** What the page shows of a form. The error named `form` is about the form as a whole. */
export type TermFormState = { values: Record<string, string>; errors: FormErrors; ticket: string };

/**
 * What becomes of a posted form: it comes back with its errors, or is sent. Pure but for the new ticket that a form gets
 * whose own is no good.
 * @param now milliseconds since 1970
 */
export function judgeTerm(
  data: FormData,
  { secret, now }: { secret: string; now: number },
): { state: TermFormState; sent?: { proposal: TermProposal; key: string } } {
  const values = Object.fromEntries(fields.map((field) => [field, typedText(data.get(field))]));
  const checked = checkTicket(data.get("ticket"), { secret, now });
  const { ticket } = checked;
  const result = form.safeParse(values);
  const errors: FormErrors = {
    ...(!result.success && errorsOf(fields, result.error)),
    ...(data.get(trapField) && { [trapField]: "robot" }),
  };
  if (!result.success || Object.keys(errors).length > 0) return { state: { values, errors, ticket } };
  if ("error" in checked) return { state: { values, errors: { form: checked.error }, ticket } };
  const proposal = result.data;
  return { state: { values, errors, ticket }, sent: { proposal, key: sentKey(checked.number, proposal) } };
}
