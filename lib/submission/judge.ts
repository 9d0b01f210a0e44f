import type { FormErrors } from "../form-fields.ts";
import { checkTicket, sentKey } from "../form-guard/ticket.ts";
import { trapField } from "../form-guard/trap.ts";
import { type FormValues, parseForm, type Submitted } from "./form.ts";

/** What the page shows of a form: to be filled in, or to be read once more. */
export type FormState =
  | { step: "fill"; values: FormValues; errors: FormErrors; ticket: string }
  | { step: "review"; values: FormValues; submitted: Submitted; ticket: string; error?: string };

/**
 * What becomes of a posted form. Pure but for the new ticket that a form gets whose own is no good.
 * @param now milliseconds since 1970
 */
export function judge(
  values: FormValues,
  data: FormData,
  { secret, now }: { secret: string; now: number },
): FormState | { step: "send"; submitted: Submitted; key: string; ticket: string } {
  const intent = data.get("intent");
  const checked = checkTicket(data.get("ticket"), { secret, now });
  const { ticket } = checked;

  if (intent === "back") return { step: "fill", values, errors: {}, ticket };
  const trap = data.get(trapField);
  const result = parseForm(values, new Date(now).toISOString().slice(0, 10));
  const errors: FormErrors = {
    ...(trap && { [trapField]: "robot" }),
    ...("errors" in result && result.errors),
  };
  if ("errors" in result || Object.keys(errors).length > 0) return { step: "fill", values, errors, ticket };
  const { submitted } = result;
  if (intent !== "send") return { step: "review", values, submitted, ticket };
  if ("error" in checked) return { step: "review", values, submitted, ticket, error: checked.error };
  return { step: "send", submitted, key: sentKey(checked.number, submitted), ticket };
}
