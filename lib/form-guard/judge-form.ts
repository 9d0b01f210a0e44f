import type { FormErrors } from "../form-fields.ts";
import { checkTicket, sentKey } from "./ticket.ts";
import { trapField } from "./trap.ts";

// What every short form of readers does alike once its fields are read. Pure but for a new ticket.

/** What the page shows of a form. The error named `form` is about the form as a whole. */
export type ShortFormState = { values: Record<string, string>; errors: FormErrors; ticket: string };

/**
 * What becomes of a posted form: it comes back with its errors, or is sent. Pure but for the new ticket that a form gets
 * whose own is no good.
 * @param values what was typed, as it was typed
 * @param read what its fields make, or the error of each that has one
 * @param about what else makes two forms different ones, such as what they are about
 * @param now milliseconds since 1970
 */
export function judgeForm<T>(
  data: FormData,
  values: Record<string, string>,
  read: { words: T } | { errors: FormErrors },
  { secret, now, about }: { secret: string; now: number; about?: (words: T) => unknown },
): { state: ShortFormState; sent?: { words: T; key: string } } {
  const checked = checkTicket(data.get("ticket"), { secret, now });
  const { ticket } = checked;
  const errors: FormErrors = {
    ...("errors" in read && read.errors),
    ...(data.get(trapField) && { [trapField]: "robot" }),
  };
  if ("errors" in read || Object.keys(errors).length > 0) return { state: { values, errors, ticket } };
  if ("error" in checked) return { state: { values, errors: { form: checked.error }, ticket } };
  const { words } = read;
  return { state: { values, errors, ticket }, sent: { words, key: sentKey(checked.number, about?.(words) ?? words) } };
}
