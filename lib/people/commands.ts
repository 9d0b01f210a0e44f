import type { AuditActor } from "../audit/audit.ts";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { createSignInLink, noCode } from "../desk/sign-in.ts";
import type { Locale } from "../i18n/locales.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { Refusal } from "../refusal.ts";
import { type Invitation, invitationDays, type Person } from "./person.ts";

// Who works at the desk, and their sessions. The log knows people by their ids alone.

const actorOf = (by: Member): AuditActor => ({ kind: "editor", id: by.editorId });

/**
 * Invites somebody: they are known to the desk from now on, and a link that works once goes to them.
 * @returns their id
 * @throws Refusal not-allowed, conflict (the address is somebody's already)
 */
export async function invite(by: Member, { email: typed, ...person }: Invitation): Promise<string> {
  demand(by, "people.change");
  const [email, id] = [typed.toLowerCase(), crypto.randomUUID()];
  if (await database().editor.findUnique({ where: { email }, select: { id: true } })) throw new Refusal("conflict");
  const letter = await invitation(email, person.locale);
  await database().$transaction(async (tx) => {
    const { count } = await tx.editor.createMany({
      data: [{ id, email, emailVerified: true, ...person }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("conflict");
    const { role, languages, locale } = person;
    const after = { role, languages, locale };
    await audit(tx, { actor: actorOf(by), action: "member.invite", subjectId: id, after });
    await queueMail(tx, { key: `invitation ${id}`, recipient: email, locale, ...letter });
  });
  return id;
}

/**
 * Sends an invitation once more, to somebody who has never signed in. The same form sent twice sends it once.
 * @param formKey the form's own number
 * @throws Refusal not-allowed, not-found, conflict (they have signed in since)
 */
export async function inviteAgain(by: Member, id: string, formKey: string): Promise<void> {
  demand(by, "people.change");
  const known = await database().editor.findUnique({ where: { id } });
  if (!known) throw new Refusal("not-found");
  const letter = await invitation(known.email, known.locale as Locale);
  await database().$transaction(async (tx) => {
    await lockPeople(tx, id);
    if (await tx.auditEntry.findFirst({ where: { action: "session.begin", actorId: id } }))
      throw new Refusal("conflict");
    const key = `invitation ${id} ${formKey}`;
    if (await tx.mail.findUnique({ where: { key } })) return;
    await audit(tx, { actor: actorOf(by), action: "member.invite-again", subjectId: id });
    await queueMail(tx, { key, recipient: known.email, locale: known.locale as Locale, ...letter });
  });
}

async function invitation(email: string, locale: Locale) {
  const link = await createSignInLink(email, locale, { days: invitationDays });
  return writeLetter(locale, "invited", { link, days: String(invitationDays) });
}

/**
 * Changes what the desk knows of somebody. Another role, or other languages, end their sessions: rights hold from the
 * next sign-in on, with a second factor where the role asks for one.
 * @throws Refusal not-allowed, not-found, last-administrator
 */
export async function changePerson(by: Member, id: string, person: Person): Promise<void> {
  demand(by, "people.change");
  await database().$transaction(async (tx) => {
    const known = await lockPeople(tx, id);
    const rightsOf = ({ role, languages }: { role: string; languages: string[] }) => ({ role, languages });
    const [before, after] = [rightsOf(known), rightsOf(person)];
    const rightsChange = JSON.stringify(before) !== JSON.stringify(after);
    const renamed = known.name !== person.name;
    if (!rightsChange && !renamed && known.locale === person.locale) return;
    if (known.role === "administrator" && person.role !== "administrator") await demandAnother(tx);
    await tx.editor.update({ where: { id }, data: person });
    if (rightsChange) await tx.editorSession.deleteMany({ where: { userId: id } });
    await audit(tx, {
      ...{ actor: actorOf(by), action: "member.change", subjectId: id },
      before: { ...before, locale: known.locale },
      after: { ...after, locale: person.locale, ...(renamed && { renamed }) },
    });
  });
}

/**
 * Lets somebody set up their second factor anew, at their next sign-in; their sessions end. Nobody does so for
 * themselves: whoever took over a session could otherwise keep it.
 * @throws Refusal not-allowed, not-found, yourself
 */
export async function resetCode(by: Member, id: string): Promise<void> {
  demand(by, "people.change");
  if (id === by.editorId) throw new Refusal("yourself");
  await database().$transaction(async (tx) => {
    const known = await lockPeople(tx, id);
    if (!known.totpSecret) return;
    await tx.editor.update({ where: { id }, data: noCode });
    await tx.editorSession.deleteMany({ where: { userId: id } });
    await audit(tx, { actor: actorOf(by), action: "member.reset-code", subjectId: id });
  });
}

/**
 * Removes somebody from the desk. The person is gone with all that names them; what they did stays, under their id.
 * @throws Refusal not-allowed, not-found, last-administrator
 */
export async function removePerson(by: Member, id: string): Promise<void> {
  demand(by, "people.change");
  await database().$transaction(async (tx) => {
    const { role, languages, email } = await lockPeople(tx, id);
    if (role === "administrator") await demandAnother(tx);
    await tx.workItem.updateMany({ where: { assigneeId: id }, data: { assigneeId: null } });
    await tx.workItem.updateMany({ where: { claimedById: id }, data: { claimedById: null, claimedUntil: null } });
    await tx.workingCopy.deleteMany({ where: { editorId: id } });
    await tx.editorVerification.deleteMany({ where: { value: { contains: JSON.stringify(email) } } });
    // A mail to them that still waits is not sent; its row, without an address, keeps it from being queued again.
    const emptied = { sentAt: new Date(), recipient: null, replyTo: null, subject: null, text: null };
    await tx.mail.updateMany({ where: { recipient: email }, data: emptied });
    await tx.editor.delete({ where: { id } });
    await audit(tx, { actor: actorOf(by), action: "member.remove", subjectId: id, before: { role, languages } });
  });
}

/**
 * Ends one of somebody's own sessions; one that has ended already is no error.
 * @param by also before a second factor was given: whoever may not go on can still leave
 */
export async function endSession(by: Member, sessionId: string): Promise<void> {
  demand(by, "session.own");
  await endSessions(by, { id: sessionId, userId: by.editorId });
}

/** Ends all of somebody's own sessions but the one in which they say so. */
export async function endOtherSessions(by: Member, thisOne: string): Promise<void> {
  demand(by, "session.own");
  await endSessions(by, { id: { not: thisOne }, userId: by.editorId });
}

async function endSessions(by: Member, where: { id: string | { not: string }; userId: string }): Promise<void> {
  await database().$transaction(async (tx) => {
    for (const { id } of await tx.editorSession.findMany({ where, select: { id: true } })) {
      const { count } = await tx.editorSession.deleteMany({ where: { id } });
      if (count > 0) await audit(tx, { actor: actorOf(by), action: "session.end", subjectId: id });
    }
  });
}

/**
 * Holds somebody and every administrator until the transaction ends: of two who demote each other at the same time, the
 * second sees what the first has done.
 * @throws Refusal not-found
 */
async function lockPeople(tx: Transaction, id: string) {
  await tx.$queryRaw`select id from "Editor" where role = 'administrator' or id = ${id} order by id for update`;
  const known = await tx.editor.findUnique({ where: { id } });
  if (!known) throw new Refusal("not-found");
  return known;
}

async function demandAnother(tx: Transaction): Promise<void> {
  if ((await tx.editor.count({ where: { role: "administrator" } })) < 2) throw new Refusal("last-administrator");
}
