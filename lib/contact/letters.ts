import type { Transaction } from "../db.ts";
import { serverEnv } from "../env.ts";
import { privateToken } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { absolute, contactAddress } from "../site.ts";
import type { Answer } from "./answer.ts";
import type { contactOfToken } from "./queries.ts";
import { addressOf, contactToken } from "./token.ts";

// The mails that go to contacts, each with the private link of their own page.

/** A contact, as stored. */
export type Contact = NonNullable<Awaited<ReturnType<typeof contactOfToken>>>;

/** The path of a contact's page. */
export const contactPath = (locale: Locale, token: string): string => pathTo(locale, "contact", token);

const linkOf = (locale: Locale, contact: Contact): string =>
  absolute(contactPath(locale, contactToken(serverEnv().SESSION_SECRET, contact)));

/** What letters to a practice's contacts are made from: their language is that of its form, else of the original. */
export async function aboutPractice(tx: Transaction, id: string): Promise<{ locale: Locale; title: string }> {
  const { originalLocale, submission, texts } = await tx.practice.findUniqueOrThrow({
    where: { id },
    select: {
      originalLocale: true,
      submission: { select: { locale: true } },
      texts: { select: { locale: true, title: true } },
    },
  });
  const locale = (submission?.locale ?? originalLocale) as Locale;
  const text = texts.find((one) => one.locale === locale) ?? texts.find((one) => one.locale === originalLocale);
  return { locale, title: text?.title ?? id };
}

/** Queues a mail to a contact, once for each key; whoever has no address gets none. */
export async function mailTo(
  tx: Transaction,
  contact: Contact,
  kind: "confirmContact" | "contactLink" | "yearly" | "yearlyAgain",
  key: string,
): Promise<void> {
  const recipient = addressOf(contact);
  if (!recipient) return;
  const { locale, title } = await aboutPractice(tx, contact.practiceId);
  const link = linkOf(locale, contact);
  const answer = (code: Answer) => `${link}?answer=${code}`;
  const letter = await writeLetter(locale, kind, {
    ...{ title, link, contact: contactAddress() },
    ...{ running: answer("running"), changed: answer("changed"), ended: answer("ended") },
    ...{ takenOver: answer("taken-over"), funding: answer("funding") },
  });
  await queueMail(tx, { key, recipient, locale, ...letter });
}

/** The key of the mail that asks whether an address is theirs: another address is another mail. */
export function askingKey(contact: Contact): string {
  const address = addressOf(contact)?.toLowerCase() ?? "";
  const which = privateToken(serverEnv().SESSION_SECRET, `confirm ${contact.id} ${address}`).slice(0, 12);
  return `confirm contact ${contact.id} ${which}`;
}
