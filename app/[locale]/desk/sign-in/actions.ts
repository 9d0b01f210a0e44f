"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { DeskAnswer } from "@/lib/desk/answer";
import { auth } from "@/lib/desk/auth";
import { mailSignInLink, signInByLink } from "@/lib/desk/sign-in";
import { wantedPage } from "@/lib/desk/wanted";
import { allow } from "@/lib/form-guard/rate-limits";
import { clientOfRequest } from "@/lib/http/client-of-request";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { endSession } from "@/lib/people/commands";
import { emailAddress } from "@/lib/practice/practice";
import { ownSession } from "@/lib/session";
import { formBack } from "../desk-session";

/** Asks for a sign-in link. The answer is the same whether the address is an editor's or not. */
export async function requestLink(locale: Locale, data: FormData): Promise<void> {
  const typed = String(data.get("email") ?? "")
    .trim()
    .slice(0, 254);
  const kept = data.getAll("kept").filter((text) => typeof text === "string");
  const answer = { typed, ...(kept.length > 0 && { kept }) };
  if (!emailAddress.safeParse(typed).success) return formBack<DeskAnswer>(422, { ...answer, error: "not-an-email" });
  if (!(await allow("sign-in", await clientOfRequest())))
    return formBack<DeskAnswer>(429, { ...answer, error: "too-many" });
  await mailSignInLink(typed, locale, String(data.get("to") ?? ""));
  formBack<DeskAnswer>(200, { ...answer, done: "link-sent" });
}

/** Signs in with a one-time link, after its button was pressed: programs that open links in mails press none. */
export async function signIn(locale: Locale, data: FormData): Promise<void> {
  const begun = await signInByLink(String(data.get("token") ?? ""), await headers());
  if (!begun) redirect(`${pathTo(locale, "desk", "sign-in")}?invalid`);
  const to = wantedPage(data.get("to"), locale);
  redirect(begun.needsCode ? `${pathTo(locale, "desk", "code")}?${new URLSearchParams({ to })}` : to);
}

/** Ends the session of this request, with or without a second factor. */
export async function signOut(locale: Locale): Promise<void> {
  const own = await ownSession();
  if (own) {
    await endSession(own.session, own.sessionId);
    await auth().api.signOut({ headers: await headers() });
  }
  redirect(pathTo(locale, "desk"));
}
