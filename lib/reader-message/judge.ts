import type { FormErrors } from "../form-fields.ts";
import { judgeForm, type ShortFormState } from "../form-guard/judge-form.ts";
import { dayInBrussels } from "../i18n/format.ts";
import { type Kind, type Message, parseMessage, readValues } from "./message.ts";

/** Nobody has tried a thing in a year that has not come yet. */
const isFuture = (year: string | undefined, now: number) => Number(year) > Number(dayInBrussels(now).slice(0, 4));

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
): { state: ShortFormState; sent?: { message: Message; key: string } } {
  const values = readValues(kind, data);
  const result = parseMessage(kind, values);
  const errors: FormErrors = {
    ...("errors" in result && result.errors),
    ...(isFuture(values.year, now) && { year: "in-the-future" }),
  };
  const isRight = "message" in result && Object.keys(errors).length === 0;
  const { state, sent } = judgeForm(data, values, isRight ? { words: result.message } : { errors }, {
    ...{ secret, now },
    about: (message) => ({ practiceId, message }),
  });
  return { state, sent: sent && { message: sent.words, key: sent.key } };
}
