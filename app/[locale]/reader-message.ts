import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Alternates } from "@/components/layout/page-frame";
import { serverEnv } from "@/lib/env";
import { allow } from "@/lib/form-guard/rate-limits";
import { issueTicket } from "@/lib/form-guard/ticket";
import { answerWithForm, answerWithStatus, formAnswer } from "@/lib/http/answer";
import { clientAddressHeader } from "@/lib/http/client-address";
import { type Locale, locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { sendMessage } from "@/lib/reader-message/commands";
import { judgeMessage, type MessageFormState } from "@/lib/reader-message/judge";
import { type FormValues, type Kind, type Message, pageOf } from "@/lib/reader-message/message";
import { findPractice, isStored, type MessagePractice } from "@/lib/reader-message/queries";
import { Refusal } from "@/lib/refusal";

// What the three pages by which readers write to us, and their actions, do alike.

/** What the form of this request shows: what its action left, or `values` and a new ticket. */
export const messageState = (values: FormValues = {}): MessageFormState =>
  formAnswer<MessageFormState>() ?? {
    values,
    errors: {},
    ticket: issueTicket(serverEnv().SESSION_SECRET, Date.now()),
  };

/** The addresses of a message's page in each language. */
export const messageAlternates = (kind: Kind, practiceId: string): Alternates =>
  Object.fromEntries(locales.map((one) => [one, pathTo(one, pageOf[kind], practiceId)])) as Alternates;

/** The practice that a form is about. A form that comes back while the database is away does without. */
export async function practiceOfForm(
  locale: Locale,
  id: string,
): Promise<{ practice: MessagePractice | undefined } | { problem: 404 | 410 }> {
  try {
    return await findPractice(locale, id);
  } catch (error) {
    if (formAnswer() === undefined) throw error;
    return { practice: undefined };
  }
}

/** Answers a posted form: it comes back with what was typed, or leads (303) to its thanks. */
export async function receiveMessage(kind: Kind, to: { locale: string; practiceId?: string }, data: FormData) {
  // What is bound to an action comes back from the browser: it is read like everything else from there.
  const locale = readerLocale(to);
  const practiceId = to.practiceId === undefined ? undefined : String(to.practiceId);
  const { SESSION_SECRET } = serverEnv();
  const { state, sent } = judgeMessage(kind, practiceId, data, { secret: SESSION_SECRET, now: Date.now() });
  const show = (shown: MessageFormState, status: number) => {
    answerWithForm(shown);
    answerWithStatus(status);
  };
  if (!sent) return show(state, 422);
  const again = (error: string, status: number) => show({ ...state, errors: { form: error } }, status);
  try {
    const full = (await isStored(sent.key)) ? undefined : await whatIsFull(sent.message, practiceId);
    if (full) return again(full, 429);
    await sendMessage({ message: sent.message, locale, practiceId }, sent.key);
  } catch (error) {
    // Its page, rendered next, says that the practice is gone.
    if (error instanceof Refusal) return;
    console.error(error);
    return again("unavailable", 503);
  }
  redirect(`${pathTo(locale, pageOf[kind], practiceId ?? "")}?sent`);
}

/** Counts a message in; the error of whoever has no room left for it in this hour. */
async function whatIsFull({ kind, sender }: Message, practiceId: string | undefined): Promise<string | undefined> {
  const from = (await headers()).get(clientAddressHeader) ?? "unknown";
  if (!(await allow("message", from))) return "too-many-sent";
  if (sender && !(await allow("email", sender.email.toLowerCase()))) return "too-many-sent";
  if (kind === "question" && practiceId && !(await allow("asked", practiceId))) return "too-many-asked";
  return undefined;
}
