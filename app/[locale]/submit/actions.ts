"use server";

import { redirect } from "next/navigation";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { privatePath } from "@/lib/submission/commands";
import { receiveSubmission } from "@/lib/submission/receive";

/**
 * A posted form, of a new practice or behind a private link: it comes back with errors, is read once more, is kept, or
 * is sent and leads (303) to the private page.
 */
export async function submit(to: { locale: string; token?: string }, data: FormData): Promise<void> {
  const locale = readerLocale(to);
  const token = to.token === undefined ? undefined : String(to.token);
  const received = await receiveSubmission({ token, locale, from: await clientOfRequest() }, data);
  if ("privateToken" in received) redirect(`${privatePath(locale, received.privateToken)}?${received.done}`);
  answerWithForm(received.state);
  answerWithStatus(received.status);
}
