"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { decideProposal } from "@/lib/proposal/commands";
import { formBack, orBack, sessionOfAction } from "../../desk-session";

const decision = z.object({
  id: z.string().max(40),
  decision: z.enum(["accept", "reject"]),
  message: z.string().max(5000),
});

/** An editor accepts a correction, or says why not. */
export async function decideOnProposal(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const by = await sessionOfAction(locale, data);
  const typed = String(data.get("message") ?? "").slice(0, 50_000);
  const parsed = decision.safeParse(Object.fromEntries(data));
  if (!parsed.success) {
    return formBack<DeskAnswer>(422, { error: typed.length > 5000 ? "too-long" : "not-allowed", typed });
  }
  const { id, message } = parsed.data;
  const accept = parsed.data.decision === "accept";
  const done = await orBack<void, DeskAnswer>(
    () => decideProposal({ id, by, accept, message }),
    (error) => ({ error, typed }),
  );
  if (done) redirect(`${pathTo(locale, "desk", "proposals", id)}?done`);
}
