"use server";

import { redirect } from "next/navigation";
import { handleConfirmation } from "@/lib/confirmation/commands";
import type { DeskAnswer } from "@/lib/desk/answer";
import type { Locale } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { orBack, sessionOfAction } from "../../desk-session";

/** An editor has dealt with the answer of a contact. */
export async function handle(to: { locale: Locale; id: string }): Promise<void> {
  const [locale, id] = [readerLocale(to), String(to.id).slice(0, 40)];
  const session = await sessionOfAction(locale);
  const done = await orBack(
    async () => [await handleConfirmation(session, id, new Date())],
    (code): DeskAnswer => ({ error: code, typed: "" }),
  );
  if (done) redirect(`${pathTo(locale, "desk", "confirmations", id)}?done`);
}
