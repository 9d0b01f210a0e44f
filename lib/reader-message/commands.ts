import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { formatDay } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { absolute, contactAddress } from "../site.ts";
import {
  type Action,
  addressToAsk,
  answerDue,
  type Kind,
  type Message,
  needsAnswer,
  practiceOfPage,
  type State,
  transition,
} from "./message.ts";
import { isStored } from "./queries.ts";

/** The mail that tells a sender that their message has arrived. */
const receiptOf = {
  question: "asked",
  experience: "tried",
  barrier: "reported",
  report: "reportReceived",
  tip: "tipReceived",
} as const;

/**
 * Stores what a reader has sent, with the mails that belong to it. A question is passed on at once where someone has
 * agreed to be asked; then only that it was asked is kept. Everything else waits for the editors, a report with the day
 * by which it is to be answered. A form that arrives twice, by its key, is stored once.
 * @param sent the message, the language of its form, and the practice it is about (a report's is read from its page)
 * @throws Refusal not-found where that practice is not published
 */
export async function sendMessage(
  { message, locale, practiceId }: { message: Message; locale: Locale; practiceId?: string },
  key: string,
): Promise<void> {
  try {
    await database().$transaction(async (tx) => {
      const practice = practiceId === undefined ? undefined : await publishedPractice(tx, practiceId);
      const id = crypto.randomUUID();
      const row = { id, key, kind: message.kind, locale, practiceId };
      const recipient = message.kind === "question" && practice ? addressToAsk(practice.contacts) : undefined;
      const state: State = recipient ? "passed-on" : "pending";
      const report = message.kind === "report" ? await placeReport(tx, message) : undefined;
      if (message.kind === "question" && practice && recipient) {
        await tx.readerMessage.create({ data: { ...row, state } });
        await passOn(tx, id, { message, practice, recipient });
      } else {
        const { sender, ...told } = message;
        const saved = sender && (await tx.sender.create({ data: { name: sender.name, email: sender.email } }));
        await tx.readerMessage.create({ data: { ...row, ...told, ...report, state, senderId: saved?.id } });
      }
      await audit(tx, {
        ...{ actor: { kind: "reader" }, action: "message.send", subjectId: id },
        after: { kind: message.kind, state, ...(message.kind === "report" && { reason: message.reason }) },
      });
      if (!message.sender) return;
      // Without what was typed: whoever gives another's address sends them no words of their own.
      const about: Record<string, string> = {
        ...(practice && { title: titleIn(practice, locale), link: linkTo(practice, locale) }),
        ...(report && { due: formatDay(report.dueAt, locale) }),
      };
      const letter = await writeLetter(locale, receiptOf[message.kind], about);
      await queueMail(tx, { key: `receipt ${id}`, recipient: message.sender.email, locale, ...letter });
    });
  } catch (error) {
    // The same form was stored before, or this moment by its twin.
    if (!(await isStored(key))) throw error;
  }
}

/** When a report is due, and the practice whose page it is about; one that readers never saw is none. */
async function placeReport(tx: Transaction, { reason, page }: Extract<Message, { kind: "report" }>) {
  const dueAt = answerDue(reason, new Date());
  const named = practiceOfPage(page);
  if (!named) return { dueAt };
  const practice = await tx.practice.findFirst({
    where: {
      publishedAt: { not: null },
      OR: [{ id: named.slug }, { slugs: { some: { section: "practice", ...named } } }],
    },
    select: { id: true },
  });
  return { dueAt, practiceId: practice?.id };
}

/** Mails a question to who has agreed to be asked, in the language of their practice; their answer goes to the reader. */
async function passOn(
  tx: Transaction,
  id: string,
  {
    message,
    practice,
    recipient,
  }: { message: Extract<Message, { kind: "question" }>; practice: PublishedPractice; recipient: string },
): Promise<void> {
  const { name, email } = message.sender;
  const locale = practice.originalLocale as Locale;
  const letter = await writeLetter(locale, "question", {
    title: titleIn(practice, locale),
    link: linkTo(practice, locale),
    sender: name ? `${name}, ${email}` : email,
    contact: contactAddress(),
    text: message.text,
  });
  await queueMail(tx, { key: `question ${id}`, recipient, replyTo: email, locale, ...letter });
}

type PublishedPractice = Awaited<ReturnType<typeof publishedPractice>>;

async function publishedPractice(tx: Transaction, id: string) {
  const practice = await tx.practice.findFirst({
    where: { id, catalogueEntry: { isNot: null } },
    select: {
      id: true,
      originalLocale: true,
      texts: { select: { locale: true, title: true } },
      slugs: { where: { current: true }, select: { locale: true, slug: true } },
      contacts: { where: { erasedAt: null }, orderBy: { position: "asc" } },
    },
  });
  if (!practice) throw new Refusal("not-found");
  return practice;
}

/** A practice's title as readers of a language find it: in that language, else in the original. */
const titleIn = (
  { texts, originalLocale }: Pick<PublishedPractice, "texts" | "originalLocale">,
  locale: Locale,
): string =>
  (texts.find((text) => text.locale === locale) ?? texts.find((text) => text.locale === originalLocale))?.title ?? "";

const linkTo = ({ id, slugs }: PublishedPractice, locale: Locale): string =>
  absolute(pathTo(locale, "catalogue", slugs.find((slug) => slug.locale === locale)?.slug ?? id));

/** What an editor does with a message. */
export type MessageDecision = {
  id: string;
  /** The state that the editor has read. */
  seen: State;
  action: Action;
  by: Member;
  /** Of a report: what both sides are told. */
  answer?: string;
};

/**
 * What an editor does with a message. Checked against the rules here again, whatever the page offered; of two editors at
 * once the second finds the state changed and is refused. What becomes of a report is told to both sides.
 * @throws Refusal not-found, not-allowed, conflict, message-missing
 */
export async function decideMessage({ id, seen, action, by, ...decision }: MessageDecision): Promise<State> {
  demand(by, "message.decide");
  const answer = needsAnswer(action) ? (decision.answer?.trim() ?? "") : undefined;
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const message = await tx.readerMessage.findUnique({ where: { id }, select: { kind: true, reason: true } });
    if (!message) throw new Refusal("not-found");
    const to = transition(message.kind as Kind, seen, action);
    if (!to) throw new Refusal("not-allowed");
    if (answer === "") throw new Refusal("message-missing");
    const { count } = await tx.readerMessage.updateMany({
      where: { id, state: seen },
      data: { state: to, editorId: by.editorId, decidedAt: new Date(), answer },
    });
    if (count === 0) throw new Refusal("conflict");
    const { kind, reason } = message;
    await audit(tx, {
      ...{ actor: { kind: "editor", id: by.editorId }, action: `message.${action}`, subjectId: id },
      ...{ before: { state: seen }, after: { state: to, kind, ...(reason && { reason }) } },
    });
    if (answer !== undefined) await tellBothSides(tx, id, { upheld: to === "upheld", answer });
    if (to === "published" || seen === "published") await raisePublicVersion(tx);
    return to;
  });
}

/**
 * Mails what became of a report to who has sent it and, where it is about a practice that came in by the form, to who
 * has sent that: each in their own language, neither with a word or the address of the other.
 */
async function tellBothSides(
  tx: Transaction,
  id: string,
  { upheld, answer }: { upheld: boolean; answer: string },
): Promise<void> {
  const report = await tx.readerMessage.findUniqueOrThrow({
    where: { id },
    include: {
      sender: true,
      practice: {
        select: {
          texts: { select: { locale: true, title: true } },
          submission: { include: { sender: true } },
          originalLocale: true,
        },
      },
    },
  });
  const { sender, practice } = report;
  // Whoever does not agree answers the mail.
  const replyTo = contactAddress();
  if (sender?.email) {
    const locale = report.locale as Locale;
    const letter = await writeLetter(locale, upheld ? "reportUpheld" : "reportDismissed", {
      day: formatDay(report.createdAt, locale),
      answer,
    });
    await queueMail(tx, { key: `report ${id}`, recipient: sender.email, replyTo, locale, ...letter });
  }
  const submission = practice?.submission;
  if (practice && submission?.sender.email) {
    const locale = submission.locale as Locale;
    const letter = await writeLetter(locale, upheld ? "reportUpheldContact" : "reportDismissedContact", {
      title: titleIn(practice, locale),
      answer,
    });
    await queueMail(tx, {
      key: `report ${id} contact`,
      recipient: submission.sender.email,
      replyTo,
      locale,
      ...letter,
    });
  }
}
