"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { auth } from "@/lib/desk/auth";
import { decideAndTell } from "@/lib/desk/commands";
import { type PlainWordsAnswer, plainWordsError, readPlainWords } from "@/lib/desk/plain-words";
import { mailSignInLink } from "@/lib/desk/sign-in";
import { allow } from "@/lib/form-guard/rate-limits";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientOfRequest } from "@/lib/http/client-of-request";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { savePlainWords } from "@/lib/practice/commands";
import { emailAddress } from "@/lib/practice/practice";
import { type State, states } from "@/lib/practice/rules";
import { Refusal } from "@/lib/refusal";
import { currentSession } from "@/lib/session";

function refuse(status: number, answer: DeskAnswer): void {
  answerWithForm(answer);
  answerWithStatus(status);
}

/** Asks for a sign-in link. The answer is the same whether the address is an editor's or not. */
export async function requestLink(locale: Locale, data: FormData): Promise<void> {
  const typed = String(data.get("email") ?? "")
    .trim()
    .slice(0, 254);
  if (!emailAddress.safeParse(typed).success) return refuse(422, { error: "not-an-email", typed });
  if (!(await allow("sign-in", await clientOfRequest()))) return refuse(429, { error: "too-many", typed });
  await mailSignInLink(typed, locale);
  answerWithForm<DeskAnswer>({ done: "link-sent", typed });
}

/** Signs in with a one-time link, after its button was pressed: programs that open links in mails press none. */
export async function signIn(locale: Locale, data: FormData): Promise<void> {
  const token = String(data.get("token") ?? "");
  try {
    await auth().api.magicLinkVerify({ query: { token }, headers: await headers() });
  } catch {
    redirect(`${pathTo(locale, "desk", "sign-in")}?invalid`);
  }
  redirect(pathTo(locale, "desk"));
}

export async function signOut(locale: Locale): Promise<void> {
  if (await currentSession()) await auth().api.signOut({ headers: await headers() });
  redirect(pathTo(locale, "desk"));
}

/** The practice that an editor had open, as they read it. */
const opened = z.object({ practiceId: z.string().max(12), revision: z.coerce.number().int() });
const postedRevision = (data: FormData) => Number(data.get("revision"));

const decision = opened.extend({
  state: z.enum(states),
  action: z.enum(["publish", "ask-changes", "reject", "unpublish"]),
  message: z.string().max(5000),
});

/** An editor's decision on a practice. */
export async function decideOn(locale: Locale, data: FormData): Promise<void> {
  const session = await currentSession();
  if (!session) redirect(pathTo(locale, "desk"));
  const typed = String(data.get("message") ?? "");
  const back = (status: number, error: string) => refuse(status, { error, typed, revision: postedRevision(data) });
  const parsed = decision.safeParse(Object.fromEntries(data));
  if (!parsed.success) return back(422, typed.length > 5000 ? "too-long" : "not-allowed");
  let reached: State;
  try {
    const { revision, state, ...chosen } = parsed.data;
    reached = await decideAndTell({ ...chosen, by: session, seen: { revision, state } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return back(error.code === "message-missing" ? 422 : 409, error.code);
  }
  redirect(`${pathTo(locale, "desk")}?done=${reached}`);
}

/** The versions in plain words: measured, or saved. However hard they are to read, they may be saved. */
export async function writePlainWords(locale: Locale, data: FormData): Promise<void> {
  const session = await currentSession();
  if (!session) redirect(pathTo(locale, "desk"));
  const texts = readPlainWords(data);
  const show = (status: number, error?: string) => {
    answerWithForm<PlainWordsAnswer>({ texts, revision: postedRevision(data), error });
    answerWithStatus(status);
  };
  const parsed = opened.safeParse(Object.fromEntries(data));
  if (!parsed.success) return show(422, "not-allowed");
  if (Object.values(texts).some(plainWordsError)) return show(422);
  if (data.get("intent") !== "save") return show(200);
  const { practiceId, revision } = parsed.data;
  try {
    await savePlainWords({ practiceId, seen: { revision }, by: session, texts });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(409, error.code);
  }
  redirect(`${pathTo(locale, "desk", practiceId)}?saved`);
}
