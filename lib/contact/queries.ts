import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { serverEnv } from "../env.ts";
import { tokenHash } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { localised } from "../practice/practice.ts";
import { type Said, type State, say } from "../practice/rules.ts";
import { addressOf, idInToken, opens } from "./token.ts";

/** What titleIn and the links to a practice need of it. */
export const titled = {
  select: {
    id: true,
    state: true,
    originalLocale: true,
    publishedAt: true,
    lastConfirmed: true,
    texts: { select: { locale: true, title: true } },
    slugs: { where: { current: true }, select: { locale: true, slug: true } },
  },
} as const;

/** A practice's title in a language, else in its original one. */
export const titleIn = (
  { id, texts, originalLocale }: { id: string; texts: { locale: string; title: string }[]; originalLocale: string },
  reader: Locale,
): Said => {
  const text = texts.find(({ locale }) => locale === reader) ?? texts.find(({ locale }) => locale === originalLocale);
  return { text: text?.title ?? id, lang: (text?.locale ?? originalLocale) as Locale };
};

/** The contact whose private link it is; undefined where the link is not valid (any more). */
export async function contactOfToken(token: string, db: Transaction = database()) {
  if (!/^[\w-]{1,40}\.[\w-]{32}$/.test(token)) return undefined;
  const contact = await db.contact.findUnique({ where: { id: idInToken(token) } });
  return contact && opens(serverEnv().SESSION_SECRET, token, contact) ? contact : undefined;
}

/** What a contact person sees on their page; undefined where the link is not valid. */
export type ContactView = NonNullable<Awaited<ReturnType<typeof findContact>>>;

/** Everything that is kept about a contact person, for themselves. */
export async function findContact(locale: Locale, token: string) {
  const contact = await contactOfToken(token);
  if (!contact) return undefined;
  const practice = await database().practice.findUniqueOrThrow({ where: { id: contact.practiceId }, ...titled });
  const role = localised.safeParse(contact.role).data;
  const state = practice.state as State;
  return {
    id: contact.id,
    isErased: contact.erasedAt !== null,
    isConfirmed: contact.confirmedAt !== null,
    agreed:
      contact.consentBasis === "given"
        ? { version: contact.consentVersion ?? undefined, at: contact.consentAt ?? undefined }
        : undefined,
    name: contact.name ?? "",
    role: role && say(role, locale, practice.originalLocale as Locale),
    organisation: contact.organisation ?? undefined,
    email: addressOf(contact) ?? "",
    publicEmail: contact.publicEmail ?? undefined,
    practice: {
      title: titleIn(practice, locale),
      isPublished: state === "published",
      slug: practice.slugs.find((one) => one.locale === locale)?.slug ?? practice.id,
      lastConfirmed: practice.lastConfirmed ?? undefined,
    },
  };
}

/** The people of a practice, with their names and addresses, for the desk. */
export type PeopleOfPractice = Awaited<ReturnType<typeof peopleOf>>;

/**
 * Who is kept with a practice: its contacts, and who sent it in.
 * @throws Refusal not-allowed
 */
export async function peopleOf(by: Member, locale: Locale, practiceId: string) {
  demand(by, "person.read");
  const [contacts, submission] = await Promise.all([
    database().contact.findMany({ where: { practiceId, erasedAt: null }, orderBy: { position: "asc" } }),
    database().submission.findUnique({ where: { practiceId }, include: { sender: true } }),
  ]);
  const sender = submission?.sender;
  return {
    contacts: contacts.map((contact) => {
      const role = localised.safeParse(contact.role).data;
      return {
        id: contact.id,
        name: contact.name ?? undefined,
        role: role && say(role, locale, locale),
        email: addressOf(contact),
        isConfirmed: contact.confirmedAt !== null,
      };
    }),
    sender: sender?.email ? { name: sender.name ?? undefined, email: sender.email } : undefined,
  };
}

/** What is kept about people with the submission of a private link, as far as its holder may see it. */
export async function dataOfSubmission(token: string) {
  const submission = await database().submission.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { sender: true, practice: { select: { contacts: { where: { erasedAt: null } } } } },
  });
  if (!submission) return undefined;
  const { sender, practice } = submission;
  return {
    sender: sender.email ? { name: sender.name ?? undefined, email: sender.email } : undefined,
    /** Whether there is a contact with an address, which the link to their data can go to. */
    hasContact: practice.contacts.some((contact) => addressOf(contact) !== undefined),
  };
}
