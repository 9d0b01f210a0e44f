"use server";

import { redirect } from "next/navigation";
import type { ContactForm } from "@/lib/contact/answer";
import { confirmAddress, sendLinkToContacts, withdrawConsent } from "@/lib/contact/commands";
import { contactPath } from "@/lib/contact/letters";
import { receiveContactForm } from "@/lib/contact/receive";
import { answerWithForm, answerWithStatus } from "@/lib/http/answer";
import type { Locale } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { Refusal } from "@/lib/refusal";

/** What is bound to an action comes back from the browser: it is read like everything else from there. */
const bound = (locale: Locale, token: string) => ({ locale: readerLocale({ locale }), token: String(token) });

async function answer(form: ContactForm, to: { locale: Locale; token: string }, data: FormData): Promise<void> {
  const received = await orUnknown(() => receiveContactForm(form, to, data, new Date()));
  if (!received) return;
  if ("token" in received) redirect(`${contactPath(to.locale, received.token)}?done=${received.done}`);
  answerWithForm(received.state);
  answerWithStatus(received.status);
}

/** Runs a command; where the link is no longer valid, the page says so (404). */
async function orUnknown<T>(command: () => Promise<T>): Promise<T | undefined> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

/** The answer to the yearly question. */
export async function answerYearly(locale: Locale, token: string, data: FormData): Promise<void> {
  await answer("answer", bound(locale, token), data);
}

/** A contact corrects what is kept about them. */
export async function change(locale: Locale, token: string, data: FormData): Promise<void> {
  await answer("change", bound(locale, token), data);
}

/** A contact has themselves erased. */
export async function eraseMe(locale: Locale, token: string, data: FormData): Promise<void> {
  await answer("erase", bound(locale, token), data);
}

/** The owner of an address says that it is theirs. */
export async function confirm(locale: Locale, token: string): Promise<void> {
  const to = bound(locale, token);
  const done = await orUnknown(async () => [await confirmAddress(to.token, new Date())]);
  if (done) redirect(`${contactPath(to.locale, to.token)}?done=confirmed`);
}

/** A contact takes back their agreement. */
export async function withdraw(locale: Locale, token: string): Promise<void> {
  const to = bound(locale, token);
  const done = await orUnknown(async () => [await withdrawConsent(to.token)]);
  if (done) redirect(`${contactPath(to.locale, to.token)}?done=withdrawn`);
}

/** Whoever has the private link of a submission has its contacts sent the link to their own page. */
export async function sendDataLink(locale: Locale, submissionToken: string): Promise<void> {
  const to = bound(locale, submissionToken);
  const done = await orUnknown(async () => [await sendLinkToContacts(to.token, new Date())]);
  if (done) redirect(`${pathTo(to.locale, "submit", to.token)}?link-sent#your-data`);
}
