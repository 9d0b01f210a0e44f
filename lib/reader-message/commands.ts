import { database, type Transaction } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { absolute, contactAddress } from "../site.ts";
import { type Action, addressToAsk, type Kind, type Message, type State, transition } from "./message.ts";
import { isStored } from "./queries.ts";

/** The mail that tells a sender that their message has arrived. */
const receiptOf = { question: "asked", experience: "tried", barrier: "reported" } as const;

/**
 * Stores what a reader has sent, with the mails that belong to it. A question is passed on at once where someone has
 * agreed to be asked; then only that it was asked is kept. Everything else waits for the editors. A form that arrives
 * twice, by its key, is stored once.
 * @param sent the message, the language of its form, and the practice it is about (a barrier is about none)
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
      if (message.kind === "question" && practice && recipient) {
        await tx.readerMessage.create({ data: { ...row, state: "passed-on" } });
        await passOn(tx, id, { message, practice, recipient });
      } else {
        const { sender, ...told } = message;
        const saved = sender && (await tx.sender.create({ data: { name: sender.name, email: sender.email } }));
        await tx.readerMessage.create({ data: { ...row, ...told, state: "pending", senderId: saved?.id } });
      }
      if (!message.sender) return;
      // Without what was typed: whoever gives another's address sends them no words of their own.
      const about: Record<string, string> = practice
        ? { title: titleIn(practice, locale), link: linkTo(practice, locale) }
        : {};
      const letter = await writeLetter(locale, receiptOf[message.kind], about);
      await queueMail(tx, { key: `receipt ${id}`, recipient: message.sender.email, locale, ...letter });
    });
  } catch (error) {
    // The same form was stored before, or this moment by its twin.
    if (!(await isStored(key))) throw error;
  }
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
const titleIn = ({ texts, originalLocale }: PublishedPractice, locale: Locale): string =>
  (texts.find((text) => text.locale === locale) ?? texts.find((text) => text.locale === originalLocale))?.title ?? "";

const linkTo = ({ id, slugs }: PublishedPractice, locale: Locale): string =>
  absolute(pathTo(locale, "catalogue", slugs.find((slug) => slug.locale === locale)?.slug ?? id));

/**
 * What an editor does with a message. Checked against the rules here again, whatever the page offered; of two editors at
 * once the second finds the state changed and is refused.
 * @param seen the state that the editor has read
 * @throws Refusal not-found, not-allowed, conflict
 */
export async function decideMessage({
  id,
  seen,
  action,
  editorId,
}: {
  id: string;
  seen: State;
  action: Action;
  editorId: string;
}): Promise<State> {
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const message = await tx.readerMessage.findUnique({ where: { id }, select: { kind: true } });
    if (!message) throw new Refusal("not-found");
    const to = transition(message.kind as Kind, seen, action);
    if (!to) throw new Refusal("not-allowed");
    const { count } = await tx.readerMessage.updateMany({
      where: { id, state: seen },
      data: { state: to, editorId, decidedAt: new Date() },
    });
    if (count === 0) throw new Refusal("conflict");
    if (to === "published" || seen === "published") await raisePublicVersion(tx);
    return to;
  });
}
