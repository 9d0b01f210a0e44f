"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { decideMessage } from "@/lib/reader-message/commands";
import { actions, type State, states } from "@/lib/reader-message/message";
import { Refusal } from "@/lib/refusal";
import { currentSession } from "@/lib/session";

const decision = z.object({ id: z.string().max(40), state: z.enum(states), action: z.enum(actions) });

function refuse(status: number, error: string): void {
  answerWithForm<DeskAnswer>({ error, typed: "" });
  answerWithStatus(status);
}

/** An editor's decision on a message of a reader. */
export async function decideOnMessage(locale: Locale, data: FormData): Promise<void> {
  const session = await currentSession();
  if (!session) redirect(pathTo(locale, "desk"));
  const parsed = decision.safeParse(Object.fromEntries(data));
  if (!parsed.success) return refuse(422, "not-allowed");
  const { id, state, action } = parsed.data;
  let reached: State;
  try {
    reached = await decideMessage({ id, seen: state, action, editorId: session.editorId });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(409, error.code);
  }
  redirect(`${pathTo(locale, "desk")}?message=${reached}`);
}
