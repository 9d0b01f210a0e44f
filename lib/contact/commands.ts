import type { AuditActor } from "../audit/audit.ts";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { serverEnv } from "../env.ts";
import { privateToken, tokenHash } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { savePractice } from "../practice/commands.ts";
import { localised, type PracticeInput } from "../practice/practice.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { isEditable, type State, say } from "../practice/rules.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { before } from "../retention/terms.ts";
import { absolute, contactAddress } from "../site.ts";
import { consentVersion } from "../submission/form.ts";
import type { Answer, Corrected, Told } from "./answer.ts";
import { contactOfToken } from "./queries.ts";
import { addressOf, contactToken } from "./token.ts";

// What becomes of the people to ask about a practice. An address is used for nothing but the mail that asks whether it is
// theirs, until its owner has said so (double opt-in).

type Contact = NonNullable<Awaited<ReturnType<typeof contactOfToken>>>;
const byContact: AuditActor = { kind: "contact" };

/** The path of a contact's page. */
export const contactPath = (locale: Locale, token: string): string => pathTo(locale, "contact", token);

const linkOf = (locale: Locale, contact: Contact): string =>
  absolute(contactPath(locale, contactToken(serverEnv().SESSION_SECRET, contact)));

/** What letters to a practice's contacts are made from: their language is that of its form, else of the original. */
async function aboutPractice(tx: Transaction, id: string): Promise<{ locale: Locale; title: string }> {
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

async function mailTo(
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
function askingKey(contact: Contact): string {
  const address = addressOf(contact)?.toLowerCase() ?? "";
  const which = privateToken(serverEnv().SESSION_SECRET, `confirm ${contact.id} ${address}`).slice(0, 12);
  return `confirm contact ${contact.id} ${which}`;
}

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

/** Runs what a contact asked for on their page, with their practice locked against other writes. */
async function asContact<T>(token: string, work: (tx: Transaction, contact: Contact) => Promise<T>): Promise<T> {
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
 */
async function rewrite(
  tx: Transaction,
  practiceId: string,
  {
    kind,
    by,
    change,
  }: { kind: "correction" | "confirmation"; by: AuditActor; change?: (p: PracticeInput) => PracticeInput },
): Promise<void> {
  const rows = await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, include: wholePractice });
  const practice = fromRows(rows);
  await savePractice(tx, practiceId, change?.(practice) ?? practice, { state: rows.state as State, kind, by });
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
    if (contact.consentBasis === "given" && contact.consentVersion === null)
      await rewrite(tx, practiceId, {
        ...{ kind: "correction", by: byContact },
        change: withContact(id, (one) => ({
          ...one,
          consent: { ...one.consent, version: consentVersion, at: now.toISOString() },
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
    const after = {
      name: corrected.name,
      role,
      // A public address stays one; whoever has none gets none.
      ...(contact.privateEmail === null && contact.publicEmail !== null
        ? { publicEmail: corrected.email }
        : { privateEmail: corrected.email }),
    };
    const changed = [
      ...(corrected.name !== (contact.name ?? undefined) ? ["name"] : []),
      ...(role !== roleBefore ? ["role"] : []),
      ...(isMoved ? ["email"] : []),
    ];
    if (changed.length === 0) return token;
    await rewrite(tx, practiceId, {
      ...{ kind: "correction", by: byContact },
      change: withContact(id, (one) => ({ ...one, ...after })),
    });
    await audit(tx, { actor: byContact, action: "contact.change", subjectId: id, after: { changed } });
    if (role === undefined) await tx.$executeRaw`update "Contact" set role = null where id = ${id}`;
    const stored = await tx.contact.update({ where: { id }, data: isMoved ? { confirmedAt: null } : {} });
    if (isMoved) await askOne(tx, stored);
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

const addressesOf = ({ privateEmail, publicEmail }: Contact): string[] =>
  [privateEmail, publicEmail].flatMap((one) => one?.toLowerCase() ?? []);

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
      "confirmedAt" = null, "erasedAt" = ${now}
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
 * Whoever has the private link of a submission has its contacts sent the links to theirs, each to their own address.
 * @throws Refusal not-found where the link is not valid
 */
export async function sendLinkToContacts(submissionToken: string, now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    const submission = await tx.submission.findUnique({
      where: { tokenHash: tokenHash(submissionToken) },
      select: { practice: { select: { contacts: { where: { erasedAt: null, consentBasis: "given" }, take: 5 } } } },
    });
    if (!submission) throw new Refusal("not-found");
    // Whose address is not confirmed may be anybody: a contributor has them written to once a week at the most.
    for (const contact of submission.practice.contacts)
      await mailLink(tx, contact, now, contact.confirmedAt ? hour : 7 * 24 * hour);
  });
}

// The yearly question.

const aYear = { months: 12 };
const untilReminder = { days: 30 };
const atATime = 100;

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/**
 * Asks who did a practice whether it is still running: where nobody was asked, and nothing was confirmed or published,
 * for twelve months. Who does not answer is reminded once, after 30 days. Run twice, it asks once.
 * @returns how many were asked, and reminded
 */
export async function askForConfirmation(now: Date): Promise<{ asked: number; reminded: number }> {
  const inBatches = async (batch: () => Promise<number>) => {
    for (let all = 0; ; ) {
      const done = await batch();
      all += done;
      if (done < atATime) return all;
    }
  };
  return { asked: await inBatches(() => askSome(now)), reminded: await inBatches(() => remindSome(now)) };
}

async function askSome(now: Date): Promise<number> {
  const [since, day] = [before(now, aYear), dayOf(before(now, aYear))];
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    // A date of lower precision, 2025 or 2025-11, counts to its end.
    const due = await tx.$queryRaw<{ practiceId: string; contactId: string }[]>`
      select p.id as "practiceId", c.id as "contactId"
      from "Practice" p join lateral (
        select id from "Contact"
        where "practiceId" = p.id and "confirmedAt" is not null and "erasedAt" is null
          and coalesce("privateEmail", "publicEmail") is not null
        order by position limit 1) c on true
      where p.state = 'published' and p."publishedAt" <= ${since}
        and (p."lastConfirmed" is null or p."lastConfirmed" < left(${day}, length(p."lastConfirmed")))
        and not exists (select 1 from "Confirmation" a where a."practiceId" = p.id and a."askedAt" > ${since})
      order by p.id limit ${atATime}`;
    for (const { practiceId, contactId } of due) {
      const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
      await mailTo(tx, contact, "yearly", `confirmation ${practiceId} ${now.getUTCFullYear()}`);
      const { id } = await tx.confirmation.create({ data: { practiceId, contactId, askedAt: now } });
      await audit(tx, { actor: { kind: "system" }, action: "confirmation.ask", subjectId: id });
    }
    // Readers see that it was asked.
    if (due.length > 0) await raisePublicVersion(tx);
    return due.length;
  });
}

async function remindSome(now: Date): Promise<number> {
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const due = await tx.$queryRaw<{ id: string; contactId: string }[]>`
      select a.id, c.id as "contactId"
      from "Confirmation" a
      join "Contact" c on c.id = a."contactId" and c."confirmedAt" is not null and c."erasedAt" is null
        and coalesce(c."privateEmail", c."publicEmail") is not null
      join "Practice" p on p.id = a."practiceId" and p.state = 'published'
      where a."answeredAt" is null
        and a."askedAt" <= ${before(now, untilReminder)} and a."askedAt" > ${before(now, aYear)}
        and not exists (select 1 from "Mail" m where m.key = 'confirmation reminder ' || a.id)
      order by a.id limit ${atATime}`;
    for (const { id, contactId } of due) {
      const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
      await mailTo(tx, contact, "yearlyAgain", `confirmation reminder ${id}`);
      await audit(tx, { actor: { kind: "system" }, action: "confirmation.remind", subjectId: id });
    }
    return due.length;
  });
}

/**
 * A contact answers the yearly question, asked or not. That it is still running is confirmed at once; anything else waits
 * for an editor, since the page does not say so yet. The same answer twice is one.
 * @throws Refusal not-found where the link is not valid, not-allowed where the practice was set aside
 */
export async function answerConfirmation(token: string, { answer, detail }: Told, now: Date): Promise<void> {
  await asContact(token, async (tx, { id: contactId, practiceId }) => {
    const { state } = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
    if (!isEditable(state as State)) throw new Refusal("not-allowed");
    const last = await tx.confirmation.findFirst({
      where: { practiceId },
      orderBy: [{ askedAt: "desc" }, { id: "asc" }],
    });
    const isSame = last?.answer === answer && (last.detail ?? undefined) === detail;
    if (isSame && last.answeredAt && last.answeredAt >= before(now, { days: 1 })) return;
    const told = {
      ...{ contactId, answer, detail: detail ?? null, answeredAt: now },
      handledAt: answer === "running" ? now : null,
    };
    const { id } =
      last && !last.answeredAt
        ? await tx.confirmation.update({ where: { id: last.id }, data: told })
        : await tx.confirmation.create({ data: { practiceId, askedAt: now, ...told } });
    await audit(tx, { actor: byContact, action: "confirmation.answer", subjectId: id, after: { answer } });
    // What an editor must look at first is not confirmed yet, but no longer silence.
    if (answer === "running") await confirmOn(tx, practiceId, dayOf(now), byContact);
    else await raisePublicVersion(tx);
  });
}

async function confirmOn(tx: Transaction, practiceId: string, day: string, by: AuditActor): Promise<void> {
  const { lastConfirmed } = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
  if (lastConfirmed !== null && lastConfirmed >= day) return;
  const change = (practice: PracticeInput) => ({ ...practice, lastConfirmed: day });
  await rewrite(tx, practiceId, { kind: "confirmation", by, change });
}

/**
 * An editor has dealt with an answer: what stands on the page is what the contact said, on the day they said it. Their
 * words have served.
 * @throws Refusal not-allowed, not-found, conflict where somebody else has dealt with it
 */
export async function handleConfirmation(by: Member, id: string, now: Date): Promise<void> {
  demand(by, "confirmation.decide");
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const found = await tx.confirmation.findUnique({ where: { id } });
    if (!found?.answeredAt) throw new Refusal("not-found");
    const { practiceId, answer, answeredAt } = found;
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    const { count } = await tx.confirmation.updateMany({
      where: { id, handledAt: null },
      data: { handledAt: now, handledById: by.editorId, detail: null },
    });
    if (count === 0) throw new Refusal("conflict");
    await tx.workItem.deleteMany({ where: { kind: "confirmation", subjectId: id } });
    const actor: AuditActor = { kind: "editor", id: by.editorId };
    await audit(tx, { actor, action: "confirmation.handle", subjectId: id, after: { answer } });
    const { state } = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
    if (isEditable(state as State)) await confirmOn(tx, practiceId, dayOf(answeredAt), actor);
    await raisePublicVersion(tx);
  });
}
