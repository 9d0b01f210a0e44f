"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { serverEnv } from "@/lib/env";
import { allow } from "@/lib/form-guard/rate-limits";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import { clientAddressHeader } from "@/lib/http/client-address";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { Refusal } from "@/lib/refusal";
import { resubmitPractice, submitPractice } from "@/lib/submission/commands";
import { readValues } from "@/lib/submission/form";
import { type FormState, judge } from "@/lib/submission/judge";
import { isSubmitted } from "@/lib/submission/queries";

/** Answers a posted form: errors, the practice to be read once more, or a redirect (303) to the private page. */
async function answer(locale: Locale, data: FormData, token: string | undefined): Promise<void> {
  const values = readValues(data);
  const { SESSION_SECRET } = serverEnv();
  const verdict = judge(values, data, { secret: SESSION_SECRET, now: Date.now() });
  const show = (state: FormState, status: number) => {
    answerWithForm(state);
    answerWithStatus(status);
  };
  if (verdict.step !== "send")
    return show(verdict, "errors" in verdict && Object.keys(verdict.errors).length > 0 ? 422 : 200);

  const { submitted, key, ticket } = verdict;
  const again = (error: string, status: number) => show({ step: "review", values, submitted, ticket, error }, status);
  const sender = (await headers()).get(clientAddressHeader) ?? "unknown";
  const known = token === undefined && (await isSubmitted(key).catch(() => false));
  let privateToken = token;
  try {
    const email = submitted.sender.email.toLowerCase();
    if (!known && !((await allow("sender", sender)) && (await allow("email", email))))
      return again("too-many-sent", 429);
    if (token) await resubmitPractice(submitted, token, key);
    else privateToken = await submitPractice(submitted, key);
  } catch (error) {
    if (error instanceof Refusal) return again("decided", 409);
    console.error(error);
    return again("unavailable", 503);
  }
  redirect(`${pathTo(locale, "submit", privateToken ?? "")}?sent`);
}

/** The form of a new practice. */
export async function submit(locale: Locale, data: FormData): Promise<void> {
  await answer(locale, data, undefined);
}

/** The form of a practice that an editor has asked changes of, behind its private link. */
export async function resubmit(locale: Locale, token: string, data: FormData): Promise<void> {
  await answer(locale, data, token);
}
