import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { savePractice } from "../practice/commands.ts";
import { type PracticeInput, practiceInput } from "../practice/practice.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { isEditable, type State } from "../practice/rules.ts";
import { lockPublicWrites } from "../public-version.ts";
import { renewClaim } from "../queue/commands.ts";
import { Refusal } from "../refusal.ts";
import { restorable } from "../revision/snapshot.ts";
import type { Piece } from "./fields.ts";
import { pieceKey, type TypedFields, toPractice } from "./form.ts";
import { differences, merge } from "./merge.ts";
import type { WorkingCopies } from "./queries.ts";

// What an editor saves of a practice: a part of it for good, or a working copy for later.

/** The practice locked, so that nobody changes it until this is done. @throws Refusal not-found, not-allowed */
async function lockEditable(tx: Transaction, id: string) {
  await tx.$queryRaw`select id from "Practice" where id = ${id} for update`;
  const rows = await tx.practice.findUnique({ where: { id }, include: wholePractice });
  if (!rows) throw new Refusal("not-found");
  if (!isEditable(rows.state as State)) throw new Refusal("not-allowed");
  return { state: rows.state as State, revision: rows.revision, newest: fromRows(rows) };
}

/** The practice as it was at the revision that was read. @throws Refusal conflict where it cannot be had any more */
async function practiceAt(tx: Transaction, id: string, number: number, newest: PracticeInput): Promise<PracticeInput> {
  const row = await tx.revision.findUnique({ where: { practiceId_number: { practiceId: id, number } } });
  const practice = row && restorable(row.snapshot, newest.contacts);
  // Written under other rules than today's: nobody can say what was changed since.
  if (!practice) throw new Refusal("conflict");
  return practice;
}

/**
 * Saves one part of a practice. The state stays; what is published is published anew. Where somebody else has saved in
 * the meantime, both changes are kept if they are of different fields. Saving what is there already does nothing.
 * @param seen the revision that was typed over
 * @returns the number of the revision, and the paths of what others have changed since `seen`
 * @throws Refusal not-found, not-allowed, not-valid, conflict (both have changed the same field)
 */
export async function savePracticeEdit({
  practiceId,
  seen,
  by,
  piece,
  typed,
}: {
  practiceId: string;
  seen: { revision: number };
  by: Member;
  piece: Piece;
  typed: TypedFields;
}): Promise<{ revision: number; theirs: string[] }> {
  demand(by, "practice.edit");
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const { state, revision, newest } = await lockEditable(tx, practiceId);
    const base = seen.revision === revision ? newest : await practiceAt(tx, practiceId, seen.revision, newest);
    const made = toPractice(typed, base, piece);
    if (!("practice" in made)) throw new Refusal("not-valid");
    const { practice, clashing, theirs } = merge(base, made.practice, newest);
    if (clashing.length > 0) throw new Refusal("conflict");
    // A source that one names and the other takes away: each change is right, both together are not.
    const parsed = practiceInput.safeParse(practice);
    if (!parsed.success) throw new Refusal("conflict");
    await dropCopy(tx, practiceId, by.editorId, pieceKey(piece));
    await renewClaim(tx, "practice", practiceId, by);
    if (differences(newest, parsed.data).length === 0) return { revision, theirs };
    const actor = { kind: "editor", id: by.editorId } as const;
    return {
      revision: await savePractice(tx, practiceId, parsed.data, { state, kind: "edit", by: actor }),
      theirs,
    };
  });
}

/**
 * Keeps what was typed into one part as it stands, right or not, for its editor alone. Others are told that there is a
 * working copy, and not what is in it; so it is no entry of the audit log.
 * @throws Refusal not-found, not-allowed
 */
export async function keepWorkingCopy({
  practiceId,
  seen,
  by,
  piece,
  typed,
}: {
  practiceId: string;
  seen: { revision: number };
  by: Member;
  piece: Piece;
  typed: TypedFields;
}): Promise<void> {
  demand(by, "practice.edit");
  await database().$transaction(async (tx) => {
    await lockEditable(tx, practiceId);
    const where = { practiceId_editorId: { practiceId, editorId: by.editorId } };
    const kept = await tx.workingCopy.findUnique({ where });
    const copy = { revision: seen.revision, typed, at: new Date().toISOString() };
    const values = { ...(kept?.values as WorkingCopies | undefined), [pieceKey(piece)]: copy };
    const data = { baseRevision: seen.revision, values };
    await tx.workingCopy.upsert({ where, create: { practiceId, editorId: by.editorId, ...data }, update: data });
  });
}

/**
 * Throws one's own working copy of a part away. Doing it twice does it once.
 * @throws Refusal not-allowed
 */
export async function discardWorkingCopy(practiceId: string, piece: Piece, by: Member): Promise<void> {
  demand(by, "practice.edit");
  await database().$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    await dropCopy(tx, practiceId, by.editorId, pieceKey(piece));
  });
}

async function dropCopy(tx: Transaction, practiceId: string, editorId: string, key: string): Promise<void> {
  const where = { practiceId_editorId: { practiceId, editorId } };
  const kept = await tx.workingCopy.findUnique({ where });
  if (!kept) return;
  const { [key]: _, ...values } = kept.values as WorkingCopies;
  if (Object.keys(values).length === 0) await tx.workingCopy.delete({ where });
  else await tx.workingCopy.update({ where, data: { values } });
}
