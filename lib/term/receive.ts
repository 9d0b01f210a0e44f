import { serverEnv } from "../env.ts";
import type { ShortFormState } from "../form-guard/judge-form.ts";
import { sendJudged } from "../form-guard/send-once.ts";
import type { Locale } from "../i18n/locales.ts";
import { proposeTerm } from "./commands.ts";
import { isTermStored } from "./queries.ts";
import { judgeTerm } from "./term.ts";

/**
 * Takes in a reader's posted form.
 * @param to the language of the form
 * @param from the network address of who sent it, to be counted, not to be kept
 * @returns how the form comes back, and with which status; nothing where it was sent
 */
export async function receiveTerm(
  { locale, from }: { locale: Locale; from: string },
  data: FormData,
): Promise<{ state: ShortFormState; status: number } | undefined> {
  const { SESSION_SECRET } = serverEnv();
  const judged = judgeTerm(data, { secret: SESSION_SECRET, now: Date.now() });
  return sendJudged(judged, (sent) => ({
    isSent: () => isTermStored(sent.key),
    counted: [
      { kind: "message", who: from, error: "too-many-sent" },
      ...(sent.proposal.email === undefined
        ? []
        : [{ kind: "email" as const, who: sent.proposal.email.toLowerCase(), error: "too-many-sent" }]),
    ],
    send: () => proposeTerm(sent.proposal, locale, sent.key),
    refused: "unavailable",
  }));
}
