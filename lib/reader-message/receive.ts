import { serverEnv } from "../env.ts";
import type { ShortFormState } from "../form-guard/judge-form.ts";
import { type Counted, sendJudged } from "../form-guard/send-once.ts";
import type { Locale } from "../i18n/locales.ts";
import { sendMessage } from "./commands.ts";
import { judgeMessage } from "./judge.ts";
import type { Kind, Message } from "./message.ts";
import { isStored } from "./queries.ts";

/**
 * Takes in a reader's posted form.
 * @param to the language of the form, and the practice it is about, if any
 * @param from the network address of who sent it
 * @returns how the form comes back, and with which status; nothing where the message was sent
 */
export async function receiveMessage(
  kind: Kind,
  { locale, practiceId, from }: { locale: Locale; practiceId?: string; from: string },
  data: FormData,
): Promise<{ state: ShortFormState; status: number } | undefined> {
  const { SESSION_SECRET } = serverEnv();
  const judged = judgeMessage(kind, practiceId, data, { secret: SESSION_SECRET, now: Date.now() });
  return sendJudged(judged, (sent) => ({
    isSent: () => isStored(sent.key),
    counted: countedFor(sent.message, practiceId, from),
    send: () => sendMessage({ message: sent.message, locale, practiceId }, sent.key),
    refused: "gone",
  }));
}

function countedFor({ kind, sender }: Message, practiceId: string | undefined, from: string): Counted[] {
  const counted: Counted[] = [{ kind: "message", who: from, error: "too-many-sent" }];
  if (sender) counted.push({ kind: "email", who: sender.email.toLowerCase(), error: "too-many-sent" });
  if (kind === "question" && practiceId) counted.push({ kind: "asked", who: practiceId, error: "too-many-asked" });
  return counted;
}
