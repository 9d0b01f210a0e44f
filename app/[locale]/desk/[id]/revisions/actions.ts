"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { restoreRevision } from "@/lib/revision/commands";
import { formBack, orBack, sessionOfAction } from "../../desk-session";

const restoring = z.object({
  practiceId: z.string().max(12),
  number: z.coerce.number().int(),
  revision: z.coerce.number().int(),
});

/** Makes a practice what it was at a revision. */
export async function restore(locale: Locale, data: FormData): Promise<void> {
  const by = await sessionOfAction(locale);
  const parsed = restoring.safeParse(Object.fromEntries(data));
  const refuse = (error: string): DeskAnswer => ({ error, typed: "" });
  if (!parsed.success) return formBack(422, refuse("not-allowed"));
  const { practiceId, number, revision } = parsed.data;
  const restored = await orBack(() => restoreRevision({ practiceId, number, seen: { revision }, by }), refuse);
  if (restored) redirect(`${pathTo(locale, "desk", practiceId, "revisions")}?restored=${number}`);
}
