"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { endOtherSessions, endSession } from "@/lib/people/commands";
import { ownSession } from "@/lib/session";
import { sessionOfAction } from "../desk-session";

const chosen = z.object({ id: z.string().max(64) });

/** Ends one of one's own sessions; one that has ended already, or is nobody's, is no error. */
export async function endOne(locale: Locale, data: FormData): Promise<void> {
  const session = await sessionOfAction(locale, data);
  const parsed = chosen.safeParse(Object.fromEntries(data));
  if (parsed.success) await endSession(session, parsed.data.id);
  redirect(`${pathTo(locale, "desk", "sessions")}?ended`);
}

/** Ends all of one's own sessions but this one. */
export async function endOthers(locale: Locale, data: FormData): Promise<void> {
  const session = await sessionOfAction(locale, data);
  const own = await ownSession();
  if (own) await endOtherSessions(session, own.sessionId);
  redirect(`${pathTo(locale, "desk", "sessions")}?ended`);
}
