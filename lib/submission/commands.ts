import { database } from "../db.ts";
import { serverEnv } from "../env.ts";
import { privateToken, tokenHash } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { newPracticeId, savePractice } from "../practice/commands.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { type State, transition } from "../practice/rules.ts";
import { Refusal } from "../refusal.ts";
import { absolute } from "../site.ts";
import { consentVersion, type Submitted } from "./form.ts";
import { isSubmitted } from "./queries.ts";

/**
 * Stores a submitted practice as pending, with its sender, and queues the mail that says so. A form that arrives twice,
 * by its ticket's key, is stored once.
 * @returns the secret part of the private link
 */
export async function submitPractice({ practice, language, sender }: Submitted, key: string): Promise<string> {
  const token = privateToken(serverEnv().SESSION_SECRET, key);
  const title = practice.texts[language]?.title ?? "";
  const link = absolute(privatePath(language, token));
  const letter = await writeLetter(language, "received", { title, link });
  try {
    await database().$transaction(async (tx) => {
      const id = newPracticeId();
      await savePractice(tx, id, agreedNow(practice), {
        ...{ state: "pending", kind: "submission", by: { kind: "contributor" } },
      });
      const { id: senderId } = await tx.sender.create({ data: { name: sender.name, email: sender.email } });
      await tx.submission.create({
        data: { practiceId: id, key, tokenHash: tokenHash(token), locale: language, consentVersion, senderId },
      });
      await queueMail(tx, { key: `received ${id}`, recipient: sender.email, locale: language, ...letter });
    });
  } catch (error) {
    // The same form was stored before, or this moment by its twin.
    if (!(await isSubmitted(key))) throw error;
  }
  return token;
}

/**
 * Replaces a submission that an editor has asked changes of, and puts it back into the queue. The same form sent twice,
 * by its key, does it once.
 * @throws Refusal not-found where the link is not valid, not-allowed where nothing was asked
 */
export async function resubmitPractice(
  { practice, language, sender }: Submitted,
  token: string,
  key: string,
): Promise<void> {
  await database().$transaction(async (tx) => {
    const submission = await tx.submission.findUnique({
      where: { tokenHash: tokenHash(token) },
      select: { practiceId: true, senderId: true },
    });
    if (!submission) throw new Refusal("not-found");
    const { practiceId: id, senderId } = submission;
    const [row] = await tx.$queryRaw<{ state: State }[]>`select state from "Practice" where id = ${id} for update`;
    const stored = await tx.submission.findUniqueOrThrow({ where: { practiceId: id }, select: { lastKey: true } });
    if (stored.lastKey === key) return;
    const to = row && transition(row.state, "resubmit", "contributor");
    if (!to) throw new Refusal("not-allowed");
    const written = await tx.practiceText.findMany({ where: { practiceId: id, plainWords: { not: null } } });
    await savePractice(tx, id, keepPlainWords(agreedNow(practice), written), {
      ...{ state: to, kind: "submission", by: { kind: "contributor" } },
    });
    await tx.submission.update({ where: { practiceId: id }, data: { locale: language, consentVersion, lastKey: key } });
    await tx.sender.update({ where: { id: senderId }, data: { name: sender.name ?? null, email: sender.email } });
    await tx.decision.create({ data: { practiceId: id, action: "resubmit", fromState: row.state, toState: to } });
  });
}

/** The form does not ask for a version in plain words: what an editor has written stays. */
function keepPlainWords(
  practice: PracticeInput,
  written: { locale: string; plainWords: string | null }[],
): PracticeInput {
  const texts = Object.entries(practice.texts).map(([locale, text]) => {
    const plainWords = written.find((one) => one.locale === locale)?.plainWords ?? undefined;
    return [locale, { ...text, sections: { plainWords, ...text.sections } }];
  });
  return { ...practice, texts: Object.fromEntries(texts) };
}

/** The form asks for consent each time: it was given when the form was sent. */
function agreedNow(practice: PracticeInput): PracticeInput {
  const at = new Date().toISOString();
  return {
    ...practice,
    contacts: practice.contacts.map((contact) => ({ ...contact, consent: { ...contact.consent, at } })),
  };
}

/** The path of a contributor's private page. */
export const privatePath = (locale: Locale, token: string): string => pathTo(locale, "submit", token);
