import type { FormErrors } from "../form-fields.ts";
import { checkTicket, sentKey } from "../form-guard/ticket.ts";
import { trapField } from "../form-guard/trap.ts";
import { type FormValues, type Kind, type Message, parseMessage, readValues } from "./message.ts";

/** What the page shows of a form. The error named `form` is about the form as a whole. */
export type MessageFormState = { values: FormValues; errors: FormErrors; ticket: string };

/** Nobody has tried a thing in a year that has not come yet. */
const isFuture = (year: string | undefined, now: number) => Number(year) > new Date(now).getUTCFullYear();

/**
 * What becomes of a posted form: it comes back with its errors, or is sent. Pure but for the new ticket that a form gets
 * whose own is no good.
 * @param practiceId the practice that it is about, if any
 * @param now milliseconds since 1970
 */
export function judgeMessage(
  kind: Kind,
  practiceId: string | undefined,
  data: FormData,
  { secret, now }: { secret: string; now: number },
): { state: MessageFormState; sent?: { message: Message; key: string } } {
  const values = readValues(kind, data);
  const checked = checkTicket(data.get("ticket"), { secret, now });
  const { ticket } = checked;
  const result = parseMessage(kind, values);
  const errors: FormErrors = {
    ...("errors" in result && result.errors),
    ...(isFuture(values.year, now) && { year: "in-the-future" }),
    ...(data.get(trapField) && { [trapField]: "robot" }),
  };
  if ("errors" in result || Object.keys(errors).length > 0) return { state: { values, errors, ticket } };
  if ("error" in checked) return { state: { values, errors: { form: checked.error }, ticket } };
  const { message } = result;
  return {
    state: { values, errors, ticket },
    sent: { message, key: sentKey(checked.number, { practiceId, message }) },
  };
}
