"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { typedText } from "@/lib/form-fields";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { decideTerm } from "@/lib/term/commands";
import { termLimits } from "@/lib/term/term";
import { formBack, orBack, sessionOfAction } from "../desk-session";

const decision = z.object({
  state: z.enum(["accepted", "rejected"]),
  concept: z.string().max(100).optional(),
  answer: z.string().max(termLimits.answer),
});

/** An editor's decision on a word that a reader proposed. */
export async function decideWord(to: { locale: Locale; id: string }, data: FormData): Promise<void> {
  const by = await sessionOfAction(to.locale, data);
  const typed = typedText(data.get("answer"));
  const parsed = decision.safeParse({ ...Object.fromEntries(data), answer: typed });
  const refuse = (error: string): DeskAnswer => ({ error, typed });
  if (!parsed.success) return formBack(422, refuse(typed.length > termLimits.answer ? "too-long" : "not-allowed"));
  const { concept, ...chosen } = parsed.data;
  const decided = await orBack(() => decideTerm({ ...chosen, concept, id: String(to.id), by }), refuse);
  if (decided) redirect(`${pathTo(to.locale, "desk", "words")}?done=${chosen.state}`);
}
