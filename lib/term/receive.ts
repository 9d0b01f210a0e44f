import { serverEnv } from "../env.ts";
import { sendOnce } from "../form-guard/send-once.ts";
import type { Locale } from "../i18n/locales.ts";
import { proposeTerm } from "./commands.ts";
import { isTermStored } from "./queries.ts";
import { judgeTerm, type TermFormState } from "./term.ts";

/**
 * Takes in a reader's posted form.
 * @param to the language of the form
 * @param from the network address of who sent it, to be counted, not to be kept
 * @returns how the form comes back, and with which status; nothing where it was sent
 */
export async function receiveTerm(
  { locale, from }: { locale: Locale; from: string },
  data: FormData,
): Promise<{ state: TermFormState; status: number } | undefined> {
  const { SESSION_SECRET } = serverEnv();
  const { state, sent } = judgeTerm(data, { secret: SESSION_SECRET, now: Date.now() });
  if (!sent) return { state, status: 422 };
  const { email } = sent.proposal;
  const result = await sendOnce({
    isSent: () => isTermStored(sent.key),
    counted: [
      { kind: "message", who: from, error: "too-many-sent" },
      ...(email === undefined ? [] : [{ kind: "email" as const, who: email.toLowerCase(), error: "too-many-sent" }]),
    ],
    send: () => proposeTerm(sent.proposal, locale, sent.key),
    refused: "unavailable",
  });
  if ("sent" in result) return undefined;
  const { error, status } = result;
  return { state: { ...state, errors: { form: error } }, status };
}
