import { redirect } from "next/navigation";
import { type DeskAnswer, keptFields } from "@/lib/desk/answer";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { Refusal } from "@/lib/refusal";
import { currentSession, type Session } from "@/lib/session";

// What every action of the desk does first and last. Whether somebody may do it is asked inside the command.

/**
 * The session of who has posted a form. Whoever has none gets the way in (401), with what they typed: the front server
 * shows the page of the form instead of the redirect, in the same answer.
 * @param data the form; without it nothing of it is shown
 */
export async function sessionOfAction(locale: Locale, data?: FormData): Promise<Session> {
  const session = await currentSession();
  if (session) return session;
  formBack<DeskAnswer>(401, { typed: "", kept: data && keptFields(data) });
  redirect(pathTo(locale, "desk"));
}

const statusOf = {
  ...{ "not-found": 404, "not-allowed": 403, "message-missing": 422, "text-missing": 422 },
  ...{ "checklist-missing": 422, "no-duplicate": 422 },
} as const;

/** Lets a form come back with what was typed and a status. */
export function formBack<T>(status: number, answer: T): void {
  answerWithForm(answer);
  answerWithStatus(status);
}

/**
 * Runs a command; where it refuses, the form comes back with the reason.
 * @param answer what the form shows then, made from the refusal's code
 * @returns the command's result, or nothing where it was refused
 */
export async function orBack<R, T>(
  command: () => Promise<R>,
  answer: (code: Refusal["code"]) => T,
): Promise<{ done: R } | undefined> {
  try {
    return { done: await command() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    formBack(statusOf[error.code as keyof typeof statusOf] ?? 409, answer(error.code));
    return undefined;
  }
}
