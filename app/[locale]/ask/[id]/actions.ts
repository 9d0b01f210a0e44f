"use server";

import type { Locale } from "@/lib/i18n/locales";
import { answerMessage } from "../../reader-message";

/** A reader's question to those who did a practice. */
export async function ask(locale: Locale, practiceId: string, data: FormData): Promise<void> {
  await answerMessage("question", { locale, practiceId }, data);
}
