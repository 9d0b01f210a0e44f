import { serverEnv } from "../env.ts";
import type { ShortFormState } from "../form-guard/judge-form.ts";
import { sendJudged } from "../form-guard/send-once.ts";
import type { Locale } from "../i18n/locales.ts";
import { sendWish } from "./commands.ts";
import { isWishStored } from "./queries.ts";
import { judgeWish } from "./wish.ts";

/**
 * Takes in a reader's posted form.
 * @param to the language of the form
 * @param from the network address of who sent it, to be counted, not to be kept
 * @returns how the form comes back, and with which status; nothing where it was sent
 */
export async function receiveWish(
  { locale, from }: { locale: Locale; from: string },
  data: FormData,
): Promise<{ state: ShortFormState; status: number } | undefined> {
  const { SESSION_SECRET } = serverEnv();
  const judged = judgeWish(data, { secret: SESSION_SECRET, now: Date.now() });
  return sendJudged(judged, (sent) => ({
    isSent: () => isWishStored(sent.key),
    counted: [{ kind: "message", who: from, error: "too-many-sent" }],
    send: () => sendWish(sent.wish, locale, sent.key),
    refused: "unavailable",
  }));
}
