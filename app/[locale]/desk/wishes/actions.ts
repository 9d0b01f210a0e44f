"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { Refusal } from "@/lib/refusal";
import { deleteWish } from "@/lib/search-wish/commands";
import { currentSession } from "@/lib/session";

const chosen = z.object({ id: z.string().max(40) });

/** An editor deletes what a reader looked for. */
export async function deleteOneWish(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  if (!(await currentSession())) redirect(pathTo(locale, "desk"));
  const parsed = chosen.safeParse(Object.fromEntries(data));
  try {
    await deleteWish(parsed.data?.id ?? "");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answerWithForm<DeskAnswer>({ error: error.code, typed: "" });
    return answerWithStatus(409);
  }
  redirect(`${pathTo(locale, "desk", "wishes")}?deleted`);
}
