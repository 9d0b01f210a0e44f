"use server";

import type { Locale } from "@/lib/i18n/locales";
import { answerMessage } from "../reader-message";

/** A reader's report of something wrong on one of our pages. */
export async function sendReport(locale: Locale, data: FormData): Promise<void> {
  await answerMessage("report", { locale }, data);
}
