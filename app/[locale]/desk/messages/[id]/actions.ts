"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { typedText } from "@/lib/form-fields";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { decideMessage } from "@/lib/reader-message/commands";
import { actions, messageLimits, states } from "@/lib/reader-message/message";
import { formBack, orBack, sessionOfAction } from "../../desk-session";

const decision = z.object({
  id: z.string().max(40),
  state: z.enum(states),
  action: z.enum(actions),
  answer: z.string().max(messageLimits.answer),
});

/** An editor's decision on a message of a reader. */
export async function decideOnMessage(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const by = await sessionOfAction(locale, data);
  const typed = typedText(data.get("answer"));
  const refuse = (error: string): DeskAnswer => ({ error, typed });
  const parsed = decision.safeParse({ ...Object.fromEntries(data), answer: typed });
  if (!parsed.success) return formBack(422, refuse(typed.length > messageLimits.answer ? "too-long" : "not-allowed"));
  const { state: seen, ...chosen } = parsed.data;
  const done = await orBack(() => decideMessage({ ...chosen, seen, by }), refuse);
  if (done) redirect(`${pathTo(locale, "desk")}?message=${done.done}&sent=message-${encodeURIComponent(chosen.id)}`);
}
