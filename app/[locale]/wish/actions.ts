"use server";

import { redirect } from "next/navigation";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { receiveWish } from "@/lib/search-wish/receive";

/** What a reader looked for and did not find. */
export async function tellWish(from: { locale: string }, data: FormData): Promise<void> {
  // What is bound to an action comes back from the browser: it is read like everything else from there.
  const locale = readerLocale(from);
  const refused = await receiveWish({ locale, from: await clientOfRequest() }, data);
  if (!refused) redirect(`${pathTo(locale, "wish")}?sent`);
  answerWithForm(refused.state);
  answerWithStatus(refused.status);
}
