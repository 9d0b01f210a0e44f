import { isDeepStrictEqual } from "node:util";
import { audit } from "../audit/commands.ts";
import { askToConfirm } from "../contact/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { serverEnv } from "../env.ts";
import { privateToken, tokenHash } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { newPracticeId, savePractice } from "../practice/commands.ts";
import { emailAddress, type PracticeInput } from "../practice/practice.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { type State, transition } from "../practice/rules.ts";
import { Refusal } from "../refusal.ts";
import { terms } from "../retention/terms.ts";
import { changedPaths } from "../revision/changes.ts";
import { practiceOf } from "../revision/snapshot.ts";
import { absolute } from "../site.ts";
import { codeHash, shortCode } from "./code.ts";
import { consentVersion, type FormValues, type Submitted, toKept } from "./form.ts";
import { carryOver, putForm } from "./merge.ts";
import { isSubmitted, keptMail } from "./queries.ts";

const contributor = { kind: "contributor" } as const;

/** What leads to the private page of a key: kept by hash, told in clear. */
function waysTo(key: string, locale: Locale) {
  const { SESSION_SECRET } = serverEnv();
  const [token, code] = [privateToken(SESSION_SECRET, key), shortCode(SESSION_SECRET, key)];
  return {
    token,
    hashes: { tokenHash: tokenHash(token), codeHash: codeHash(SESSION_SECRET, code) },
    told: {
      link: absolute(privatePath(locale, token)),
      code,
      codePage: absolute(pathTo(locale, "submit", "code")),
    },
  };
}

/**
 * Stores a submitted practice as pending, with its sender, and queues the mail that says so. A form that arrives twice,
 * by its ticket's key, is stored once.
 * @param from the draft that was finished, which goes, the number of the form that it was sent by, and what was typed
 * over (`seen`, the draft's revision)
 * @returns the secret part of the private link
 * @throws Refusal draft-changed where the draft was saved since
 */
export async function submitPractice(
  submitted: Submitted,
  key: string,
  from?: { draftId: string; formKey: string; seen?: number },
): Promise<string> {
  const { practice, language, sender } = submitted;
  const { token, told } = waysTo(key, language);
  const title = practice.texts[language]?.title ?? "";
  const letter = await writeLetter(language, "received", { title, ...told });
  try {
    await database().$transaction(async (tx) => {
      if (from) await finishDraft(tx, from.draftId, from.seen);
      const id = newPracticeId();
      await savePractice(tx, id, agreedNow(practice), { state: "pending", kind: "submission", by: contributor });
      await storeSubmission(tx, id, submitted, { key, lastKey: from?.formKey });
      await askToConfirm(tx, id);
      if (sender.email) {
        await queueMail(tx, { key: `received ${id}`, recipient: sender.email, locale: language, ...letter });
      }
    });
  } catch (error) {
    // The same form was stored before, or this moment by its twin.
    if (!(await isSubmitted(key))) throw error;
  }
  return token;
}

/** A draft that is sent goes, unless it was saved since it was read: then nothing of it is lost unseen. */
async function finishDraft(tx: Transaction, id: string, seen: number | undefined): Promise<void> {
  const { count } = await tx.submissionDraft.deleteMany({ where: { id, revision: seen } });
  if (count === 0 && (await tx.submissionDraft.count({ where: { id } })) > 0) throw new Refusal("draft-changed");
}

/** Ties a practice to who sent it in, and to the private page's link and code. */
async function storeSubmission(
  tx: Transaction,
  practiceId: string,
  { practice, language, sender }: Submitted,
  { key, lastKey }: { key: string; lastKey?: string },
): Promise<void> {
  const { hashes } = waysTo(key, language);
  const { id: senderId } = await tx.sender.create({ data: { name: sender.name, email: sender.email } });
  await tx.submission.create({
    data: {
      ...{ practiceId, key, lastKey, ...hashes, locale: language, senderId },
      consentVersion: practice.contacts[0]?.consent.version ?? consentVersion,
    },
  });
}

/**
 * An editor types in what somebody has told them: a draft at the desk. The contributor gets link and code by mail where
 * they gave an address. A form that arrives twice is stored once.
 * @returns the practice's id
 * @throws Refusal not-allowed
 */
export async function enterPractice({
  submitted,
  key,
  by,
}: {
  submitted: Submitted;
  key: string;
  by: Member;
}): Promise<string> {
  demand(by, "practice.enter");
  const { practice, language, sender } = submitted;
  const title = practice.texts[language]?.title ?? "";
  const letter = await writeLetter(language, "entered", { title, ...waysTo(key, language).told });
  try {
    await database().$transaction(async (tx) => {
      const id = newPracticeId();
      const actor = { kind: "editor", id: by.editorId } as const;
      await savePractice(tx, id, agreedNow(practice), { state: "draft", kind: "entry", by: actor });
      await storeSubmission(tx, id, submitted, { key });
      await askToConfirm(tx, id);
      if (sender.email) {
        await queueMail(tx, { key: `entered ${id}`, recipient: sender.email, locale: language, ...letter });
      }
    });
  } catch (error) {
    if (!(await isSubmitted(key))) throw error;
  }
  return (await database().submission.findUniqueOrThrow({ where: { key }, select: { practiceId: true } })).practiceId;
}

/**
 * Keeps a form that is not finished, under a link and a code of its own, and mails both to a valid address that was
 * typed: once for each draft. A form that arrives twice is kept once.
 * @param token of the draft that is saved again; without it, a new one is kept under the form's key
 * @param seen the revision of the draft that was typed over
 * @returns the secret part of the private link
 * @throws Refusal not-found where there is no such draft (any more), draft-changed where it was saved otherwise since
 */
export async function keepDraft({
  values,
  locale,
  key,
  token,
  seen,
}: {
  values: FormValues;
  locale: Locale;
  key: string;
  token?: string;
  seen?: number;
}): Promise<string> {
  if (token === undefined && (await isSubmitted(key))) return waysTo(key, locale).token;
  const kept = toKept(values);
  return database().$transaction(async (tx) => {
    if (token === undefined) {
      const data = [{ key, ...waysTo(key, locale).hashes, locale, values: kept }];
      await tx.submissionDraft.createMany({ data, skipDuplicates: true });
    } else await saveDraft(tx, tokenHash(token), { seen, values: kept, locale });
    const draft = await tx.submissionDraft.findUnique({
      where: token === undefined ? { key } : { tokenHash: tokenHash(token) },
      select: { id: true, key: true },
    });
    if (!draft) throw new Refusal("not-found");
    const ways = waysTo(draft.key, locale);
    const recipient = emailAddress.safeParse(String(values.contactEmail ?? "").trim()).data;
    if (recipient) {
      const letter = await writeLetter(locale, "kept", { ...ways.told, days: String(terms.serverDraft.days) });
      await queueMail(tx, { key: keptMail(draft.id), recipient, locale, ...letter });
    }
    return ways.token;
  });
}

/** Saves a draft once more, for another term. What is there already is no other draft: the same form, sent twice. */
async function saveDraft(
  tx: Transaction,
  hash: string,
  { seen, ...data }: { seen: number | undefined; values: ReturnType<typeof toKept>; locale: Locale },
): Promise<void> {
  await tx.$queryRaw`select id from "SubmissionDraft" where "tokenHash" = ${hash} for update`;
  const draft = await tx.submissionDraft.findUnique({ where: { tokenHash: hash } });
  if (!draft) return;
  const isSame = isDeepStrictEqual(draft.values, data.values);
  if (!isSame && seen !== undefined && seen !== draft.revision) throw new Refusal("draft-changed");
  await tx.submissionDraft.update({
    where: { id: draft.id },
    data: { ...data, updatedAt: new Date(), ...(!isSame && { revision: { increment: 1 } }) },
  });
}

/** Erases a draft, and the mail about it that has not gone out yet. One that is gone already is fine. */
export async function eraseDraft(token: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const draft = await tx.submissionDraft.findUnique({ where: { tokenHash: tokenHash(token) }, select: { id: true } });
    if (!draft) return;
    await tx.submissionDraft.deleteMany({ where: { id: draft.id } });
    await tx.mail.deleteMany({ where: { key: keptMail(draft.id), sentAt: null } });
  });
}

/**
 * Deletes the drafts that nobody has saved for so long (lib/retention/terms.ts). Run every day.
 * @returns how many they were
 */
export async function deleteOldDrafts(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - terms.serverDraft.days * 24 * 60 * 60 * 1000);
  return (await database().submissionDraft.deleteMany({ where: { updatedAt: { lt: oldest } } })).count;
}

/**
 * Changes a submission that nobody has decided on yet, or that changes were asked of, and puts it (back) into the queue.
 * What editors have done meanwhile, where the contributor has not, stays. The same form sent twice, by its key, does it
 * once; one that changes nothing of a practice that waits already does nothing.
 * @param seen the revision that the form was filled in from; without it, today's; `draft` where it was filled in from a
 * draft that was sent since, from another device
 * @throws Refusal not-found where the link is not valid, not-allowed in other states, conflict where an editor has
 * changed the same part since, draft-changed
 */
export async function resubmitPractice(
  { practice: said, language, sender }: Submitted,
  token: string,
  key: string,
  seen?: number | "draft",
): Promise<void> {
  await database().$transaction(async (tx) => {
    const { practiceId: id, senderId, lastKey, ...submission } = await lockSubmission(tx, token);
    if (lastKey === key) return;
    if (seen === "draft") throw new Refusal("draft-changed");
    const rows = await tx.practice.findUniqueOrThrow({ where: { id }, include: wholePractice });
    const from = rows.state as State;
    const to = transition(from, "resubmit", contributor.kind);
    if (!to) throw new Refusal("not-allowed");
    const now = fromRows(rows);
    const base = (await practiceAt(tx, now, id, seen)) ?? now;
    const { practice, conflicts } = carryOver(base, putForm(base, said, language), now);
    if (conflicts.length > 0) throw new Refusal("conflict");
    const again = agreedNow({ ...practice, contacts: putContact(now.contacts, said.contacts[0]) });
    await tx.submission.update({ where: { practiceId: id }, data: { locale: language, consentVersion, lastKey: key } });
    await tx.sender.update({
      where: { id: senderId },
      data: { name: sender.name ?? null, email: sender.email, erasedAt: null },
    });
    const isSame = changedPaths(now, again).length === 0 && samePerson(now.contacts[0], again.contacts[0]);
    if (isSame && from === to) return;
    await savePractice(tx, id, again, { state: to, kind: "submission", by: contributor });
    await askToConfirm(tx, id);
    const decision = await decideOwn(tx, id, { action: "resubmit", from, to });
    if (!sender.email) return;
    const title = again.texts[language]?.title ?? "";
    const letter = await writeLetter(language, "sentAgain", {
      ...{ title, link: waysTo(submission.key, language).told.link },
    });
    await queueMail(tx, { key: `sent again ${decision}`, recipient: sender.email, locale: language, ...letter });
  });
}

/**
 * The submission of a private link, its practice's row locked until the transaction ends: what editors do at the same
 * moment waits.
 * @throws Refusal not-found
 */
async function lockSubmission(tx: Transaction, token: string) {
  const found = await tx.submission.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { practiceId: true },
  });
  if (!found) throw new Refusal("not-found");
  await tx.$queryRaw`select id from "Practice" where id = ${found.practiceId} for update`;
  return tx.submission.findUniqueOrThrow({ where: found, include: { sender: true } });
}

/** A practice as it was at a revision, with the contacts of now. */
async function practiceAt(
  tx: Transaction,
  now: PracticeInput,
  practiceId: string,
  number: number | undefined,
): Promise<PracticeInput | undefined> {
  if (number === undefined) return undefined;
  const row = await tx.revision.findUnique({ where: { practiceId_number: { practiceId, number } } });
  return row ? practiceOf(row.snapshot, now.contacts) : undefined;
}

type Contacts = PracticeInput["contacts"];

/**
 * The form asks for one contact, the first: what editors know beside (a role, a public address) stays, unless name and
 * address are both new. That is another person, of whom nothing more is known.
 */
function putContact([old, ...others]: Contacts, said: Contacts[number] | undefined): Contacts {
  if (!said) return others;
  const { name, privateEmail, consent } = said;
  const isNamedAlike = name !== undefined && name === old?.name;
  const stays = isNamedAlike || privateEmail?.toLowerCase() === old?.privateEmail?.toLowerCase();
  return [{ ...(stays && old), name, privateEmail, consent }, ...others];
}

const samePerson = (one: Contacts[number] | undefined, other: Contacts[number] | undefined): boolean =>
  one?.name === other?.name && one?.privateEmail === other?.privateEmail;

/** Notes what a contributor has done with their practice. A time set for publishing it was meant for something else. */
async function decideOwn(
  tx: Transaction,
  practiceId: string,
  { action, from, to }: { action: "resubmit" | "withdraw"; from: State; to: State },
): Promise<string> {
  await tx.practice.update({ where: { id: practiceId }, data: { state: to, publishAt: null, publishRevision: null } });
  const { id } = await tx.decision.create({ data: { practiceId, action, fromState: from, toState: to } });
  await audit(tx, {
    ...{ actor: contributor, action: `practice.${action}`, subjectId: practiceId },
    ...{ before: { state: from }, after: { state: to } },
  });
  return id;
}

/**
 * Takes a submission out of the queue, at its contributor's wish: it is a draft again, and theirs to send once more.
 * One that is a draft already stays as it is.
 * @throws Refusal not-found, not-allowed where it was decided on
 */
export async function withdrawSubmission(token: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const { practiceId: id, sender, ...submission } = await lockSubmission(tx, token);
    const practice = await tx.practice.findUniqueOrThrow({ where: { id }, include: { texts: true } });
    const from = practice.state as State;
    if (from === "draft") return;
    const to = transition(from, "withdraw", contributor.kind);
    if (!to) throw new Refusal("not-allowed");
    const decision = await decideOwn(tx, id, { action: "withdraw", from, to });
    if (!sender.email) return;
    const locale = submission.locale as Locale;
    const title = practice.texts.find((text) => text.locale === practice.originalLocale)?.title ?? "";
    const { link } = waysTo(submission.key, locale).told;
    const letter = await writeLetter(locale, "withdrawn", { title, link });
    await queueMail(tx, { key: `withdrawn ${decision}`, recipient: sender.email, locale, ...letter });
  });
}

/**
 * What a contributor answers the editors, in whatever state their practice is. The same form sent twice is one answer.
 * @throws Refusal not-found
 */
export async function answerEditors(token: string, { text, key }: { text: string; key: string }): Promise<void> {
  await database().$transaction(async (tx) => {
    const { practiceId } = await lockSubmission(tx, token);
    const data = [{ practiceId, key, text, author: contributor.kind }];
    const { count } = await tx.comment.createMany({ data, skipDuplicates: true });
    if (count > 0) await audit(tx, { actor: contributor, action: "submission.answer", subjectId: practiceId });
  });
}

/** The form asks for consent each time: it was given when the form was sent. */
function agreedNow(practice: PracticeInput): PracticeInput {
  const at = new Date().toISOString();
  const [first, ...others] = practice.contacts;
  if (!first) return practice;
  return { ...practice, contacts: [{ ...first, consent: { ...first.consent, at } }, ...others] };
}

/** The path of a contributor's private page. */
export const privatePath = (locale: Locale, token: string): string => pathTo(locale, "submit", token);
