"use server";

import type { Locale } from "@/lib/i18n/locales";
import { answerMessage } from "../reader-message";

/** A reader tells of news or of a call. */
export async function sendTip(locale: Locale, data: FormData): Promise<void> {
  await answerMessage("tip", { locale }, data);
}
