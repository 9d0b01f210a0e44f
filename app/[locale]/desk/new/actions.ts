"use server";

import { redirect } from "next/navigation";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { receiveEntry } from "@/lib/submission/receive";
import { formBack, sessionOfAction } from "../desk-session";

/** An editor types in what somebody has told them; then the page leads on to the draft. */
export async function enter(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const received = await receiveEntry(await sessionOfAction(locale, data), data);
  if ("practiceId" in received) {
    redirect(`${pathTo(locale, "desk", "new")}?entered=${received.practiceId}`);
  }
  formBack(received.status, received.state);
}
