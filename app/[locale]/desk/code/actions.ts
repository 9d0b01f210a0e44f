"use server";

import { redirect } from "next/navigation";
import type { DeskAnswer } from "@/lib/desk/answer";
import { giveCode } from "@/lib/desk/sign-in";
import { wantedPage } from "@/lib/desk/wanted";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { ownSession } from "@/lib/session";
import { formBack } from "../desk-session";

/** Opens the desk by a time-based code; of somebody who sets theirs up, the first one that is right confirms it. */
export async function openByCode(locale: Locale, data: FormData): Promise<void> {
  const own = await ownSession();
  if (!own) redirect(pathTo(locale, "desk"));
  if (own.waitsForCode) {
    const { editorId } = own.session;
    const error = await giveCode({ editorId, sessionId: own.sessionId }, String(data.get("code") ?? "").slice(0, 40));
    if (error) return formBack<DeskAnswer>(error === "too-many" ? 429 : 422, { error, typed: "" });
  }
  redirect(wantedPage(data.get("to"), locale));
}
