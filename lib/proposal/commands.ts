import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { serverEnv } from "../env.ts";
import { privateToken, tokenHash } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { savePractice } from "../practice/commands.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { isEditable, type State } from "../practice/rules.ts";
import { lockPublicWrites } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { changedPaths } from "../revision/changes.ts";
import { practiceOf } from "../revision/snapshot.ts";
import { absolute } from "../site.ts";
import { privatePath } from "../submission/commands.ts";
import type { Submitted } from "../submission/form.ts";
import { carryOver, putForm } from "../submission/merge.ts";

// Corrections of published practices: their contributor proposes one, an editor takes it over or says why not.

/** The submission of a private link, its practice's row locked until the transaction ends. */
async function lockByToken(tx: Transaction, token: string) {
  const submission = await tx.submission.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { sender: true },
  });
  if (!submission) throw new Refusal("not-found");
  await tx.$queryRaw`select id from "Practice" where id = ${submission.practiceId} for update`;
  return submission;
}

/**
 * Stores a correction of a published practice, for an editor to decide on. It goes before an older one that waits. The
 * same form sent twice is one proposal.
 * @param seen the revision that the form was filled in from; without it, today's
 * @throws Refusal not-found where the link is not valid, not-allowed where the practice is not published,
 * message-missing where nothing differs and no note says what does
 */
export async function proposeCorrection(
  { practice: said, note }: Submitted,
  token: string,
  key: string,
  seen?: number,
): Promise<void> {
  await database().$transaction(async (tx) => {
    const { practiceId, sender, ...submission } = await lockByToken(tx, token);
    if (await tx.proposal.count({ where: { key } })) return;
    const rows = await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, include: wholePractice });
    if ((rows.state as State) !== "published") throw new Refusal("not-allowed");
    const { base, baseRevision } = await revisionToCorrect(tx, fromRows(rows), rows.revision, seen);
    // The language of the original is no correction: the form of a correction does not ask for it.
    const corrected = putForm(base, said, base.originalLocale);
    const changed = changedPaths(base, corrected);
    if (changed.length === 0 && !note) throw new Refusal("message-missing");
    const snapshot = { ...corrected, contacts: corrected.contacts.map(({ id }) => ({ id })) };
    await tx.proposal.updateMany({
      where: { practiceId, state: "pending" },
      data: { state: "withdrawn", decidedAt: new Date() },
    });
    const locale = submission.locale as Locale;
    const { id } = await tx.proposal.create({
      data: { key, practiceId, baseRevision, snapshot, note, locale, state: "pending" },
    });
    await audit(tx, {
      ...{ actor: { kind: "contributor" }, action: "proposal.send", subjectId: id },
      after: { practiceId, baseRevision, changed },
    });
    await tell(tx, `proposed ${id}`, "proposed", { rows, key: submission.key, locale, email: sender.email });
  });
}

/** The practice that a form was filled in from: as it was at the revision that was seen, else as it is now. */
async function revisionToCorrect(
  tx: Transaction,
  now: PracticeInput,
  newest: number,
  seen: number | undefined,
): Promise<{ base: PracticeInput; baseRevision: number }> {
  const where = { practiceId: now.id ?? "", number: seen ?? newest };
  const row = await tx.revision.findUnique({ where: { practiceId_number: where } });
  if (!row) return { base: now, baseRevision: newest };
  return { base: practiceOf(row.snapshot, now.contacts), baseRevision: row.number };
}

/** Mails the contributor, where their address is known: in their language, about their title, once. */
async function tell(
  tx: Transaction,
  mail: string,
  kind: "proposed" | "correctionAccepted" | "correctionRejected",
  {
    rows,
    key,
    locale,
    email,
    message = "",
  }: {
    rows: { originalLocale: string; texts: { locale: string; title: string }[] };
    key: string;
    locale: Locale;
    email: string | null;
    message?: string;
  },
): Promise<void> {
  if (!email) return;
  const title = rows.texts.find((text) => text.locale === rows.originalLocale)?.title ?? "";
  const link = absolute(privatePath(locale, privateToken(serverEnv().SESSION_SECRET, key)));
  const letter = await writeLetter(locale, kind, { title, link, message: message ? `\n\n${message}` : "" });
  await queueMail(tx, { key: mail, recipient: email, locale, ...letter });
}

/**
 * The contributor takes their waiting proposal back. One that is decided, or is not theirs, stays as it is.
 * @throws Refusal not-found where the link is not valid
 */
export async function withdrawProposal(token: string, id: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const { practiceId } = await lockByToken(tx, token);
    const { count } = await tx.proposal.updateMany({
      where: { id, practiceId, state: "pending" },
      data: { state: "withdrawn", decidedAt: new Date() },
    });
    if (count > 0) {
      await audit(tx, {
        ...{ actor: { kind: "contributor" }, action: "proposal.withdraw", subjectId: id },
        after: { practiceId },
      });
    }
  });
}

/**
 * An editor takes a correction over, as a new revision that readers see at once, or says why not. What was changed in
 * the practice meanwhile stays, where the correction does not touch it.
 * @throws Refusal not-allowed, not-found, message-missing where it is rejected without a word, conflict where it is
 * decided on already, or where the same part was changed to something else since
 */
export async function decideProposal({
  id,
  by,
  accept,
  message: written,
}: {
  id: string;
  by: Member;
  accept: boolean;
  message: string;
}): Promise<void> {
  demand(by, "practice.decide");
  const message = written.trim();
  if (!accept && !message) throw new Refusal("message-missing");
  const actor = { kind: "editor", id: by.editorId } as const;
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const found = await tx.proposal.findUnique({ where: { id }, select: { practiceId: true } });
    if (!found) throw new Refusal("not-found");
    const { practiceId } = found;
    // Its contributor may be taking it back, which is no public write.
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    const { count } = await tx.proposal.updateMany({
      where: { id, state: "pending" },
      data: {
        state: accept ? "accepted" : "rejected",
        ...{ message: message || null, editorId: by.editorId, decidedAt: new Date() },
      },
    });
    if (count === 0) throw new Refusal("conflict");
    const proposal = await tx.proposal.findUniqueOrThrow({ where: { id } });
    const rows = await tx.practice.findUniqueOrThrow({
      where: { id: practiceId },
      include: { ...wholePractice, submission: { include: { sender: true } } },
    });
    let revision: number | undefined;
    if (accept) {
      const state = rows.state as State;
      if (!isEditable(state)) throw new Refusal("not-allowed");
      const now = fromRows(rows);
      const { base } = await revisionToCorrect(tx, now, rows.revision, proposal.baseRevision);
      const { practice, conflicts } = carryOver(base, practiceOf(proposal.snapshot, now.contacts), now);
      if (conflicts.length > 0) throw new Refusal("conflict");
      if (changedPaths(now, practice).length > 0) {
        revision = await savePractice(tx, practiceId, practice, { state, kind: "correction", by: actor });
      }
    }
    await audit(tx, {
      ...{ actor, action: `proposal.${accept ? "accept" : "reject"}`, subjectId: id },
      before: { state: "pending" },
      after: { state: accept ? "accepted" : "rejected", practiceId, ...(revision !== undefined && { revision }) },
    });
    const { submission } = rows;
    if (!submission) return;
    await tell(tx, `proposal decided ${id}`, accept ? "correctionAccepted" : "correctionRejected", {
      ...{ rows, key: submission.key, locale: proposal.locale as Locale, email: submission.sender.email, message },
    });
  });
}
