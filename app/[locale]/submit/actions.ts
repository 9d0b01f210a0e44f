"use server";

import { redirect } from "next/navigation";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import type { Locale } from "@/lib/i18n/locales";
import { privatePath } from "@/lib/submission/commands";
import { receiveSubmission } from "@/lib/submission/receive";

/** Answers a posted form: errors, the practice to be read once more, or a redirect (303) to the private page. */
async function answer(locale: Locale, data: FormData, token: string | undefined): Promise<void> {
  const received = await receiveSubmission({ token, from: await clientOfRequest() }, data);
  if ("privateToken" in received) redirect(`${privatePath(locale, received.privateToken)}?sent`);
  answerWithForm(received.state);
  answerWithStatus(received.status);
}

/** The form of a new practice. */
export async function submit(locale: Locale, data: FormData): Promise<void> {
  await answer(locale, data, undefined);
}

/** The form of a practice that an editor has asked changes of, behind its private link. */
export async function resubmit(locale: Locale, token: string, data: FormData): Promise<void> {
  await answer(locale, data, token);
}
