import { z } from "zod";
import { errorsOf, type FormErrors, optional, typedText } from "../form-fields.ts";
import { checkTicket, sentKey } from "../form-guard/ticket.ts";
import { trapField } from "../form-guard/trap.ts";
import { longestQuery } from "../practice/filters.ts";
import { line, prose } from "../practice/practice.ts";

// What a reader looked for and did not find: two fields, and nothing about who it is. Pure.

/** The longest answers, in characters. */
export const wishLimits = { query: longestQuery, text: 500 } as const;

/** Whoever writes an e-mail address says who someone is, and that is not kept. */
const withoutAddress = (text: string) => !/[^\s@]+@[^\s@]+\.[^\s@]{2,}/.test(text);

const form = z.object({
  query: line(wishLimits.query).refine(withoutAddress, "e-mail-address"),
  text: optional(prose(wishLimits.text).refine(withoutAddress, "e-mail-address")),
});
const fields = Object.keys(form.shape);

/** A wish without errors. */
export type Wish = z.infer<typeof form>;

/** What the page shows of a form. The error named `form` is about the form as a whole. */
export type WishFormState = { values: Record<string, string>; errors: FormErrors; ticket: string };

/** The words that a search hands over in the address; empty where there are none that could be searched for. */
export function wishedQuery(q: unknown): string {
  if (typeof q !== "string") return "";
  const words = q
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .toWellFormed();
  return [...words].length > wishLimits.query ? "" : words;
}

/**
 * What becomes of a posted form: it comes back with its errors, or is sent. Pure but for the new ticket that a form gets
 * whose own is no good.
 * @param now milliseconds since 1970
 */
export function judgeWish(
  data: FormData,
  { secret, now }: { secret: string; now: number },
): { state: WishFormState; sent?: { wish: Wish; key: string } } {
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
  const wish = result.data;
  return { state: { values, errors, ticket }, sent: { wish, key: sentKey(checked.number, wish) } };
}
