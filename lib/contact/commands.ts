import type { AuditActor } from "../audit/audit.ts";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { serverEnv } from "../env.ts";
import { tokenHash } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { savePractice } from "../practice/commands.ts";
import { localised, type PracticeInput } from "../practice/practice.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { type State, say } from "../practice/rules.ts";
import { lockPublicWrites } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { consentVersion } from "../submission/form.ts";
import type { Corrected } from "./answer.ts";
import { aboutPractice, askingKey, type Contact, mailTo } from "./letters.ts";
import { contactOfToken } from "./queries.ts";
import { addressOf, contactToken } from "./token.ts";

// What becomes of the people to ask about a practice. An address is used for nothing but the mail that asks whether it is
// theirs, until its owner has said so (double opt-in).

/** A contact, in the log. */
export const byContact: AuditActor = { kind: "contact" };

const askOne = (tx: Transaction, contact: Contact) => mailTo(tx, contact, "confirmContact", askingKey(contact));

/**
 * Asks the contacts of a practice who have not said so yet whether their address is theirs, by one mail to each, ever.
 * Belongs into every transaction that stores a contact with an address that somebody gave us, except imports of files.
 */
export async function askToConfirm(tx: Transaction, practiceId: string): Promise<void> {
  const contacts = await tx.contact.findMany({
    where: { practiceId, consentBasis: "given", confirmedAt: null, erasedAt: null },
    orderBy: { position: "asc" },
  });
  for (const contact of contacts) await askOne(tx, contact);
}

/**
 * Runs what a contact asked for on their page, in one transaction, with their practice locked against other writes.
 * @throws Refusal not-found where the link is not valid
 */
export async function asContact<T>(token: string, work: (tx: Transaction, contact: Contact) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const known = await contactOfToken(token, tx);
    if (!known) throw new Refusal("not-found");
    await tx.$queryRaw`select id from "Practice" where id = ${known.practiceId} for update`;
    const contact = await contactOfToken(token, tx);
    if (!contact || contact.erasedAt) throw new Refusal("not-found");
    return work(tx, contact);
  });
}

/**
 * Writes a practice with one thing changed, as a new revision: whoever has it open in a form is told, and does not write
 * over this unseen; neither does a later import of its file.
 * @returns the number of the revision
 */
export async function rewrite(
  tx: Transaction,
  practiceId: string,
  {
    kind,
    by,
    change,
  }: { kind: "correction" | "confirmation"; by: AuditActor; change?: (p: PracticeInput) => PracticeInput },
): Promise<number> {
  const rows = await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, include: wholePractice });
  const practice = fromRows(rows);
  return savePractice(tx, practiceId, change?.(practice) ?? practice, { state: rows.state as State, kind, by });
}

const withContact =
  (id: string, change: (one: PracticeInput["contacts"][number]) => PracticeInput["contacts"][number]) =>
  (practice: PracticeInput): PracticeInput => ({
    ...practice,
    contacts: practice.contacts.map((one) => (one.id === id ? change(one) : one)),
  });

/**
 * The owner of an address says that it is theirs. Whoever had taken back their agreement gives it again by this.
 * @throws Refusal not-found where the link is not valid
 */
export async function confirmAddress(token: string, now: Date): Promise<void> {
  await asContact(token, async (tx, { id, practiceId, ...contact }) => {
    if (contact.confirmedAt) return;
    const agreesAgain = contact.consentBasis === "given" && contact.consentVersion === null;
    const publicEmail = contact.newPublicEmail ?? undefined;
    if (agreesAgain || publicEmail)
      await rewrite(tx, practiceId, {
        ...{ kind: "correction", by: byContact },
        change: withContact(id, (one) => ({
          ...one,
          ...(publicEmail && { publicEmail }),
          ...(agreesAgain && { consent: { ...one.consent, version: consentVersion, at: now.toISOString() } }),
        })),
      });
    await tx.contact.update({ where: { id }, data: { confirmedAt: now } });
    const version = contact.consentVersion ?? (contact.consentBasis === "given" ? consentVersion : null);
    await audit(tx, { actor: byContact, action: "contact.confirm", subjectId: id, after: { consentVersion: version } });
  });
}

/**
 * A contact corrects what is kept about them. Another address must be confirmed by a mail that goes there.
 * @param locale the language in which the role was written
 * @returns the token of the page from now on
 * @throws Refusal not-found
 */
export async function changeContact(token: string, locale: Locale, corrected: Corrected): Promise<string> {
  return asContact(token, async (tx, contact) => {
    const { id, practiceId } = contact;
    const { originalLocale } = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
    const roleBefore = localised.safeParse(contact.role).data;
    const saidBefore = roleBefore && say(roleBefore, locale, originalLocale as Locale).text;
    const role = corrected.role === saidBefore ? roleBefore : corrected.role ? { [locale]: corrected.role } : undefined;
    const isMoved = corrected.email !== addressOf(contact);
    // Who has only a public address keeps it one: the new one waits beside it, seen by nobody, until it is confirmed.
    const isPublic = contact.privateEmail === null && contact.publicEmail !== null;
    const after = { name: corrected.name, role, ...(!isPublic && { privateEmail: corrected.email }) };
    const changed = [
      ...(corrected.name !== (contact.name ?? undefined) ? ["name"] : []),
      ...(role !== roleBefore ? ["role"] : []),
      ...(isMoved ? ["email"] : []),
    ];
    if (changed.length === 0) return token;
    const revision = await rewrite(tx, practiceId, {
      ...{ kind: "correction", by: byContact },
      change: withContact(id, (one) => ({ ...one, ...after })),
    });
    await audit(tx, { actor: byContact, action: "contact.change", subjectId: id, after: { changed } });
    if (role === undefined) await tx.$executeRaw`update "Contact" set role = null where id = ${id}`;
    const newPublicEmail = isPublic && corrected.email !== contact.publicEmail ? corrected.email : null;
    const stored = await tx.contact.update({
      where: { id },
      data: isMoved ? { newPublicEmail, confirmedAt: null } : {},
    });
    if (isMoved) {
      // Who goes back to an address of theirs is asked once more: the link there has not worked in between.
      const known = await tx.mail.count({ where: { key: askingKey(stored) } });
      if (known === 0) await askOne(tx, stored);
      else await mailTo(tx, stored, "confirmContact", `${askingKey(stored)} ${revision}`);
    }
    return contactToken(serverEnv().SESSION_SECRET, stored);
  });
}

/**
 * A contact takes back their agreement: nothing more is sent to them. That it was given once stays in the log.
 * @throws Refusal not-found
 */
export async function withdrawConsent(token: string): Promise<void> {
  await asContact(token, async (tx, contact) => {
    const { id, practiceId, consentVersion: version, confirmedAt } = contact;
    if (version === null && confirmedAt === null) return;
    await rewrite(tx, practiceId, {
      ...{ kind: "correction", by: byContact },
      change: withContact(id, (one) => ({ ...one, consent: { basis: one.consent.basis } })),
    });
    await tx.contact.update({ where: { id }, data: { confirmedAt: null } });
    // The mail that would ask them again is as good as sent.
    const { locale } = await aboutPractice(tx, practiceId);
    await tx.mail.createMany({ data: [{ key: askingKey(contact), locale }], skipDuplicates: true });
    await audit(tx, {
      ...{ actor: byContact, action: "contact.withdraw", subjectId: id },
      before: { consentVersion: version, confirmed: confirmedAt !== null },
      after: { consentVersion: null, confirmed: false },
    });
  });
}

/**
 * Erases a contact at their own wish.
 * @returns the token of the page that says that it is done
 * @throws Refusal not-found
 */
export async function eraseContact(token: string, now: Date): Promise<string> {
  return asContact(token, async (tx, contact) => {
    await erase(tx, contact.practiceId, { contacts: [contact], addresses: addressesOf(contact), by: byContact, now });
    const stored = await tx.contact.findUniqueOrThrow({ where: { id: contact.id } });
    return contactToken(serverEnv().SESSION_SECRET, stored);
  });
}

/**
 * Erases a person of a practice at the desk: a contact, or who sent it in.
 * @param person a contact's id, or `sender`
 * @throws Refusal not-allowed, not-found
 */
export async function erasePerson(by: Member, practiceId: string, person: string, now: Date): Promise<void> {
  demand(by, "person.read");
  demand(by, "practice.edit");
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    const actor: AuditActor = { kind: "editor", id: by.editorId };
    if (person === "sender") {
      const submission = await tx.submission.findUnique({ where: { practiceId }, include: { sender: true } });
      const email = submission?.sender.email;
      if (!email) throw new Refusal("not-found");
      await erase(tx, practiceId, { contacts: [], addresses: [email.toLowerCase()], by: actor, now });
      return;
    }
    const contact = await tx.contact.findFirst({ where: { id: person, practiceId, erasedAt: null } });
    if (!contact) throw new Refusal("not-found");
    await erase(tx, practiceId, { contacts: [contact], addresses: addressesOf(contact), by: actor, now });
  });
}

const addressesOf = ({ privateEmail, publicEmail, newPublicEmail }: Contact): string[] =>
  [privateEmail, publicEmail, newPublicEmail].flatMap((one) => one?.toLowerCase() ?? []);

/** Empties every row about a person that belongs to a practice. Rows keep their ids: the log stays true. */
async function erase(
  tx: Transaction,
  practiceId: string,
  { contacts, addresses, by, now }: { contacts: Contact[]; addresses: string[]; by: AuditActor; now: Date },
): Promise<void> {
  const all = await tx.contact.findMany({ where: { practiceId, erasedAt: null } });
  const same = all.filter(
    (one) =>
      contacts.some(({ id }) => id === one.id) || addressesOf(one).some((address) => addresses.includes(address)),
  );
  const ids = same.map(({ id }) => id);
  await tx.$executeRaw`
    update "Contact" set name = null, role = null, organisation = null, "privateEmail" = null, "publicEmail" = null,
      "newPublicEmail" = null, "confirmedAt" = null, "erasedAt" = ${now}
    where id = any(${ids})`;
  await tx.$executeRaw`
    update "ReaderMessage" set text = null
    where "practiceId" = ${practiceId} and state <> 'published'
      and "senderId" in (select id from "Sender" where lower(email) = any(${addresses}))`;
  // What they wrote with an answer to the yearly question.
  await tx.confirmation.updateMany({ where: { contactId: { in: ids } }, data: { detail: null } });
  const senders = await tx.$queryRaw<{ id: string }[]>`
    update "Sender" set name = null, email = null, "erasedAt" = ${now}
    where lower(email) = any(${addresses}) and (
      id in (select "senderId" from "Submission" where "practiceId" = ${practiceId})
      or id in (select "senderId" from "ReaderMessage" where "practiceId" = ${practiceId}))
    returning id`;
  // What they wrote to the editors is their own, too.
  const isSender = await tx.submission.count({ where: { practiceId, senderId: { in: senders.map(({ id }) => id) } } });
  if (isSender > 0) {
    await tx.comment.deleteMany({ where: { practiceId, author: "contributor" } });
    await tx.proposal.updateMany({ where: { practiceId }, data: { note: null } });
  }
  // What waits to be sent holds the address too.
  await tx.$executeRaw`
    update "Mail" set recipient = null, "replyTo" = null, subject = null, text = null
    where lower(recipient) = any(${addresses}) or lower("replyTo") = any(${addresses})`;
  const words = [...addresses, ...same.flatMap(({ name }) => name?.toLowerCase() ?? [])];
  for (const copy of await tx.workingCopy.findMany({ where: { practiceId } })) {
    const typed = JSON.stringify(copy.values).toLowerCase();
    const { editorId } = copy;
    if (words.some((word) => typed.includes(word)))
      await tx.workingCopy.delete({ where: { practiceId_editorId: { practiceId, editorId } } });
  }
  if (ids.length > 0) await rewrite(tx, practiceId, { kind: "correction", by });
  for (const id of ids) await audit(tx, { actor: by, action: "contact.erase", subjectId: id });
  if (senders.length > 0) await audit(tx, { actor: by, action: "submission.erase", subjectId: practiceId });
}

const hour = 60 * 60 * 1000;

/**
 * Mails a contact the link to their own page, once in a stretch of time; whoever has not confirmed their address gets no
 * other words.
 */
async function mailLink(tx: Transaction, contact: Contact, now: Date, stretch = hour): Promise<void> {
  const key = `contact link ${contact.id} ${Math.floor(now.getTime() / stretch)}`;
  await mailTo(tx, contact, contact.confirmedAt ? "contactLink" : "confirmContact", key);
}

/**
 * An editor has the link to their page sent to a contact.
 * @throws Refusal not-allowed, not-found (also where there is no address)
 */
export async function sendContactLink(by: Member, practiceId: string, contactId: string, now: Date): Promise<void> {
  demand(by, "person.read");
  demand(by, "practice.edit");
  await database().$transaction(async (tx) => {
    const contact = await tx.contact.findFirst({ where: { id: contactId, practiceId, erasedAt: null } });
    if (!contact || !addressOf(contact)) throw new Refusal("not-found");
    await mailLink(tx, contact, now);
    const actor: AuditActor = { kind: "editor", id: by.editorId };
    await audit(tx, { actor, action: "contact.send-link", subjectId: contact.id });
  });
}

/**
 * Whoever has the private link of a submission has its contacts sent the links to theirs, each to their own address; none
 * goes to who has taken back their agreement.
 * @throws Refusal not-found where the link is not valid
 */
export async function sendLinkToContacts(submissionToken: string, now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    const submission = await tx.submission.findUnique({
      where: { tokenHash: tokenHash(submissionToken) },
      select: {
        practice: {
          select: {
            contacts: { where: { erasedAt: null, consentBasis: "given", consentVersion: { not: null } }, take: 5 },
          },
        },
      },
    });
    if (!submission) throw new Refusal("not-found");
    // Whose address is not confirmed may be anybody: a contributor has them written to once a week at the most.
    for (const contact of submission.practice.contacts)
      await mailLink(tx, contact, now, contact.confirmedAt ? hour : 7 * 24 * hour);
  });
}
