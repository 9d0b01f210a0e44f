"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { auth } from "@/lib/desk/auth";
import { decideAndTell } from "@/lib/desk/commands";
import { mailSignInLink } from "@/lib/desk/sign-in";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientAddressHeader } from "@/lib/http/client-address";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { emailAddress } from "@/lib/practice/practice";
import { states } from "@/lib/practice/rules";
import { Refusal } from "@/lib/refusal";
import { currentSession } from "@/lib/session";
import { allow } from "@/lib/submission/guard";

function refuse(status: number, error: string, typed: string): void {
  answerWithForm<DeskAnswer>({ error, typed });
  answerWithStatus(status);
}

/** Asks for a sign-in link. The answer is the same whether the address is an editor's or not. */
export async function requestLink(locale: Locale, data: FormData): Promise<void> {
  const typed = String(data.get("email") ?? "")
    .trim()
    .slice(0, 254);
  if (!emailAddress.safeParse(typed).success) return refuse(422, "not-an-email", typed);
  const sender = (await headers()).get(clientAddressHeader) ?? "unknown";
  if (!(await allow("sign-in", sender))) return refuse(429, "too-many", typed);
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

const decision = z.object({
  practiceId: z.string().max(12),
  revision: z.coerce.number().int(),
  state: z.enum(states),
  action: z.enum(["publish", "ask-changes", "reject", "unpublish"]),
  message: z.string().max(5000),
});

/** An editor's decision on a practice. */
export async function decideOn(locale: Locale, data: FormData): Promise<void> {
  const session = await currentSession();
  if (!session) redirect(pathTo(locale, "desk"));
  const typed = String(data.get("message") ?? "");
  const parsed = decision.safeParse(Object.fromEntries(data));
  if (!parsed.success) return refuse(422, typed.length > 5000 ? "too-long" : "not-allowed", typed);
  try {
    const { revision, state, ...chosen } = parsed.data;
    await decideAndTell(session, { ...chosen, seen: { revision, state } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(error.code === "message-missing" ? 422 : 409, error.code, typed);
  }
  redirect(`${pathTo(locale, "desk")}?done=${parsed.data.action}`);
}
