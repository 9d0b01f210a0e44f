"use server";

import { redirect } from "next/navigation";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { receiveTerm } from "@/lib/term/receive";

/** A word that a reader proposes. */
export async function proposeWord(from: { locale: string }, data: FormData): Promise<void> {
  // What is bound to an action comes back from the browser: it is read like everything else from there.
  const locale = readerLocale(from);
  const refused = await receiveTerm({ locale, from: await clientOfRequest() }, data);
  if (!refused) redirect(`${pathTo(locale, "word")}?sent`);
  answerWithForm(refused.state);
  answerWithStatus(refused.status);
}
