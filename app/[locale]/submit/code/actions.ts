"use server";

import { redirect } from "next/navigation";
import { typedText } from "@/lib/form-fields";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { privatePath } from "@/lib/submission/commands";
import { receiveCode } from "@/lib/submission/receive";

/** A typed code leads (303) to its private page, or comes back. */
export async function openByCode(from: { locale: string }, data: FormData): Promise<void> {
  const typed = typedText(data.get("code")).slice(0, 100);
  const received = await receiveCode(typed, await clientOfRequest());
  if ("privateToken" in received) redirect(privatePath(readerLocale(from), received.privateToken));
  answerWithForm({ typed, error: received.error });
  answerWithStatus(received.status);
}
