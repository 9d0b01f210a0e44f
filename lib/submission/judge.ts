import { createHash } from "node:crypto";
import { type FormErrors, type FormValues, parseForm, type Submitted } from "./form.ts";
import { fastest, issueTicket, longest, readTicket } from "./ticket.ts";
import { trapField } from "./trap.ts";

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
  const given = String(data.get("ticket") ?? "");
  const known = readTicket(secret, given);
  const age = known ? now - known.issuedAt : 0;
  const good = known !== undefined && age >= 0 && age <= longest;
  const ticket = good ? given : issueTicket(secret, now);

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
  if (!good) return { step: "review", values, submitted, ticket, error: "expired" };
  if (age < fastest) return { step: "review", values, submitted, ticket, error: "too-fast" };
  return { step: "send", submitted, key: `${known.key} ${fingerprint(submitted)}`, ticket };
}

/** Sent twice, the same words are one submission; other words from the same form, after going back, are another. */
const fingerprint = (submitted: Submitted): string =>
  createHash("sha256").update(JSON.stringify(submitted)).digest("base64url");
