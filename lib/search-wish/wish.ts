import { z } from "zod";
import { errorsOf, optional, typedText } from "../form-fields.ts";
import { judgeForm, type ShortFormState } from "../form-guard/judge-form.ts";
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

/** The words that a search hands over in the address; empty where there are none that could be searched for. */
export function wishedQuery(q: unknown): string {
  if (typeof q !== "string") return "";
  const words = q
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .toWellFormed();
  return [...words].length > wishLimits.query ? "" : words;
}

/** What becomes of a posted form (lib/form-guard/judge-form.ts). */
export function judgeWish(
  data: FormData,
  guard: { secret: string; now: number },
): { state: ShortFormState; sent?: { wish: Wish; key: string } } {
  const values = Object.fromEntries(fields.map((field) => [field, typedText(data.get(field))]));
  const { success, data: words, error } = form.safeParse(values);
  const { state, sent } = judgeForm(data, values, success ? { words } : { errors: errorsOf(fields, error) }, guard);
  return { state, sent: sent && { wish: sent.words, key: sent.key } };
}
