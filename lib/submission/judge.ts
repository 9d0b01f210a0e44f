import type { FormErrors } from "../form-fields.ts";
import { checkTicket, sentKey } from "../form-guard/ticket.ts";
import { trapField } from "../form-guard/trap.ts";
import { dayInBrussels } from "../i18n/format.ts";
import { errorsOfKept, type FormKind, type FormValues, parseForm, type Submitted } from "./form.ts";

/**
 * What the page shows of a form: to be filled in, or to be read once more. `revision`: of the practice that the form was
 * filled in from.
 */
export type FormState = { values: FormValues; ticket: string; revision?: number; error?: string } & (
  | { step: "fill"; errors: FormErrors }
  | { step: "review"; submitted: Submitted }
);

type Verdict =
  | FormState
  | { step: "send"; submitted: Submitted; key: string; ticket: string }
  | { step: "keep"; key: string; ticket: string };

/**
 * What becomes of a posted form. Pure but for the new ticket that a form gets whose own is no good.
 * @param now milliseconds since 1970
 * @param mayKeep whether it may be kept unfinished
 */
export function judge(
  values: FormValues,
  data: FormData,
  {
    secret,
    now,
    kind = "submission",
    mayKeep = false,
  }: { secret: string; now: number; kind?: FormKind; mayKeep?: boolean },
): Verdict {
  const intent = data.get("intent");
  const checked = checkTicket(data.get("ticket"), { secret, now });
  const { ticket } = checked;

  if (intent === "back") return { step: "fill", values, errors: {}, ticket };
  const trapped: FormErrors = data.get(trapField) ? { [trapField]: "robot" } : {};
  if (intent === "keep" && mayKeep) {
    const errors = { ...trapped, ...errorsOfKept(values), ...("error" in checked && { form: checked.error }) };
    if (Object.keys(errors).length > 0 || "error" in checked) return { step: "fill", values, errors, ticket };
    return { step: "keep", key: sentKey(checked.number, values), ticket };
  }
  const result = parseForm(values, dayInBrussels(now), kind);
  const errors: FormErrors = { ...trapped, ...("errors" in result && result.errors) };
  if ("errors" in result || Object.keys(errors).length > 0) return { step: "fill", values, errors, ticket };
  const { submitted } = result;
  if (intent !== "send") return { step: "review", values, submitted, ticket };
  if ("error" in checked) return { step: "review", values, submitted, ticket, error: checked.error };
  // By what was typed, not by what it makes: that has the day in it, and a form that is sent twice may do so at midnight.
  return { step: "send", submitted, key: sentKey(checked.number, { send: values }), ticket };
}
