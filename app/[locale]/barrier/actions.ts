"use server";

import type { Locale } from "@/lib/i18n/locales";
import { answerMessage } from "../reader-message";

/** A reader's report of something on our pages that they cannot read or use. */
export async function reportBarrier(locale: Locale, data: FormData): Promise<void> {
  await answerMessage("barrier", { locale }, data);
}
