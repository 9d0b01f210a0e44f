import { Refusal } from "../refusal.ts";
import type { ShortFormState } from "./judge-form.ts";
import { allow } from "./rate-limits.ts";

/** Why a form was not sent, as a code (messages: submit.error), and the status of its answer. */
type NotSent = { error: string; status: 409 | 429 | 503 };

/** Who is counted for a form, and the error where they have no room left in this hour. */
export type Counted = { kind: Parameters<typeof allow>[0]; who: string; error: string };

/**
 * Sends a form that is without errors, where those who are counted for it have room left. One that was sent already is
 * not counted again.
 * @param form `isSent`: whether it was sent before; `counted`: in this order, until one has no room; `send`: its
 * command; `refused`: the error where the command refuses
 * @returns what the command returns, or why nothing was sent
 */
export async function sendOnce<T>(form: {
  isSent: () => Promise<boolean>;
  counted: Counted[];
  send: () => Promise<T>;
  refused: string;
}): Promise<{ sent: T } | NotSent> {
  try {
    const counted = (await form.isSent()) ? [] : form.counted;
    for (const { kind, who, error } of counted) if (!(await allow(kind, who))) return { error, status: 429 };
    return { sent: await form.send() };
  } catch (error) {
    if (error instanceof Refusal) return { error: form.refused, status: 409 };
    console.error(error);
    return { error: "unavailable", status: 503 };
  }
}

/**
 * Sends a short form that was judged (judge-form.ts), once.
 * @param form what to send, as `sendOnce` takes it, made from the form's words and its key
 * @returns how the form comes back, and with which status; nothing where it was sent
 */
export async function sendJudged<T>(
  { state, sent }: { state: ShortFormState; sent?: T },
  form: (sent: T) => Parameters<typeof sendOnce<unknown>>[0],
): Promise<{ state: ShortFormState; status: number } | undefined> {
  if (!sent) return { state, status: 422 };
  const result = await sendOnce(form(sent));
  if ("sent" in result) return undefined;
  return { state: { ...state, errors: { form: result.error } }, status: result.status };
}
