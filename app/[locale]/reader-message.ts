import { redirect } from "next/navigation";
import { serverEnv } from "@/lib/env";
import type { ShortFormState } from "@/lib/form-guard/judge-form";
import { issueTicket } from "@/lib/form-guard/ticket";
import { answerWithForm, answerWithStatus, formAnswer } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { type FormValues, type Kind, pageOf } from "@/lib/reader-message/message";
import { receiveMessage } from "@/lib/reader-message/receive";

// What the three pages by which readers write to us, and their actions, do alike.

/** What the form of this request shows: what its action left, or `values` and a new ticket. */
export const messageState = (values: FormValues = {}): ShortFormState =>
  formAnswer<ShortFormState>() ?? {
    values,
    errors: {},
    ticket: issueTicket(serverEnv().SESSION_SECRET, Date.now()),
  };

/** Answers a posted form: it comes back with what was typed, or leads (303) to its thanks. */
export async function answerMessage(kind: Kind, to: { locale: string; practiceId?: string }, data: FormData) {
  // What is bound to an action comes back from the browser: it is read like everything else from there.
  const locale = readerLocale(to);
  const practiceId = to.practiceId === undefined ? undefined : String(to.practiceId);
  const refused = await receiveMessage(kind, { locale, practiceId, from: await clientOfRequest() }, data);
  if (!refused) redirect(`${pathTo(locale, pageOf[kind], practiceId ?? "")}?sent`);
  answerWithForm(refused.state);
  answerWithStatus(refused.status);
}
