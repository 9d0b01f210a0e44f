"use server";

import type { Locale } from "@/lib/i18n/locales";
import { answerMessage } from "../../reader-message";

/** What a reader tells who tried a practice too. */
export async function tellTried(locale: Locale, practiceId: string, data: FormData): Promise<void> {
  await answerMessage("experience", { locale, practiceId }, data);
}
