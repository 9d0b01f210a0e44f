"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { withdrawProposal } from "@/lib/proposal/commands";
import { Refusal } from "@/lib/refusal";
import { eraseDraft, privatePath, withdrawSubmission } from "@/lib/submission/commands";
import { receiveAnswer } from "@/lib/submission/receive";

/** Whose page it is. What is bound to an action comes back from the browser: it is read like everything else. */
type Own = { locale: string; token: string };

const backTo = (own: Own, done: string) => `${privatePath(readerLocale(own), String(own.token))}?${done}`;

/** Runs a command; where it refuses, the page says that it is too late. */
async function orTooLate(command: () => Promise<void>): Promise<boolean> {
  try {
    await command();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answerWithForm({ step: "too-late" });
    answerWithStatus(409);
    return false;
  }
}

/** The contributor answers the editors. */
export async function answer(own: Own, data: FormData): Promise<void> {
  const refused = await receiveAnswer({ token: String(own.token), from: await clientOfRequest() }, data);
  if (!refused) redirect(`${backTo(own, "answered")}#conversation`);
  answerWithForm(refused.state);
  answerWithStatus(refused.status);
}

/** The contributor takes their practice back, once they have ticked that they mean it. */
export async function withdraw(own: Own, data: FormData): Promise<void> {
  if (!data.get("sure")) {
    answerWithForm({ step: "withdraw" });
    return answerWithStatus(422);
  }
  if (await orTooLate(() => withdrawSubmission(String(own.token)))) redirect(backTo(own, "withdrawn"));
}

/** The contributor takes their correction back. */
export async function withdrawOwnProposal(own: Own, data: FormData): Promise<void> {
  const id = z.string().max(40).catch("").parse(data.get("proposal"));
  if (await orTooLate(() => withdrawProposal(String(own.token), id))) redirect(backTo(own, "taken-back"));
}

/** The contributor erases a form that they have kept unfinished. */
export async function erase(own: Own): Promise<void> {
  await eraseDraft(String(own.token));
  redirect(`${pathTo(readerLocale(own), "submit")}?erased`);
}
