import type { SubjectKind } from "../audit/audit.ts";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member, may, roles } from "../desk/rights.ts";
import { Refusal } from "../refusal.ts";
import { claimedUntil, type WorkKind, workRight } from "./queue.ts";

// Who is at something and who looks after it. A claim tells the others and keeps nobody out.

type Item = { kind: WorkKind; subjectId: string; by: Member };

/** What the log calls each kind: of a translation it tells under its practice. */
const subjectOf = {
  practice: "practice",
  proposal: "proposal",
  message: "message",
  term: "term",
  confirmation: "confirmation",
  translation: "practice",
} as const satisfies Record<WorkKind, SubjectKind>;

/**
 * Says that one is at something, for half an hour. Saying it again lasts anew.
 * @param seen whose claim the page showed, if anybody's: that one is taken over, another's is not
 * @throws Refusal not-allowed, not-found, conflict
 */
export async function claim({ kind, subjectId, by, seen }: Item & { seen?: string }): Promise<void> {
  demand(by, "queue.claim");
  demand(by, workRight[kind]);
  await database().$transaction(async (tx) => {
    await mustExist(tx, kind, subjectId);
    const now = new Date();
    const claimed = { claimedById: by.editorId, claimedUntil: claimedUntil(now) };
    await tx.workItem.createMany({ data: [{ kind, subjectId }], skipDuplicates: true });
    const free = [
      { claimedById: null },
      { claimedById: by.editorId },
      { claimedUntil: { lte: now } },
      ...(seen ? [{ claimedById: seen }] : []),
    ];
    const { count } = await tx.workItem.updateMany({ where: { kind, subjectId, OR: free }, data: claimed });
    if (count === 0) throw new Refusal("conflict");
  });
}

/**
 * Gives back what one is at. What one is not at stays as it is.
 * @throws Refusal not-allowed
 */
export async function release({ kind, subjectId, by }: Item): Promise<void> {
  demand(by, "queue.claim");
  await database().workItem.updateMany({
    where: { kind, subjectId, claimedById: by.editorId },
    data: { claimedById: null, claimedUntil: null },
  });
}

/** For commands that work on something: whoever has a claim on it keeps it for half an hour more. */
export async function renewClaim(tx: Transaction, kind: WorkKind, subjectId: string, by: Member): Promise<void> {
  await tx.workItem.updateMany({
    where: { kind, subjectId, claimedById: by.editorId },
    data: { claimedUntil: claimedUntil(new Date()) },
  });
}

/**
 * Gives something to a member of the desk to look after, or to nobody.
 * @param to a member's id; none: nobody looks after it any more
 * @throws Refusal not-allowed (also where that member may not deal with it), not-found
 */
export async function assign({ kind, subjectId, by, to }: Item & { to: string | undefined }): Promise<void> {
  demand(by, "queue.assign");
  await database().$transaction(async (tx) => {
    await mustExist(tx, kind, subjectId);
    if (to !== undefined) await mustBeAble(tx, to, kind);
    await tx.workItem.createMany({ data: [{ kind, subjectId }], skipDuplicates: true });
    const [before] = await tx.$queryRaw<{ assigneeId: string | null }[]>`
      select "assigneeId" from "WorkItem" where kind = ${kind} and "subjectId" = ${subjectId} for update`;
    const [old, next] = [before?.assigneeId ?? null, to ?? null];
    if (old === next) return;
    await tx.workItem.update({ where: { kind_subjectId: { kind, subjectId } }, data: { assigneeId: next } });
    await audit(tx, {
      ...{ actor: { kind: "editor", id: by.editorId }, action: `${subjectOf[kind]}.assign`, subjectId },
      ...{ before: { assignee: old }, after: { assignee: next } },
    });
  });
}

async function mustBeAble(tx: Transaction, id: string, kind: WorkKind): Promise<void> {
  const member = await tx.editor.findUnique({ where: { id }, select: { role: true } });
  const role = roles.find((one) => one === member?.role);
  if (!role) throw new Refusal("not-found");
  if (!may({ role, languages: [] }, workRight[kind])) throw new Refusal("not-allowed");
}

async function mustExist(tx: Transaction, kind: WorkKind, subjectId: string): Promise<void> {
  const where = { where: { id: subjectId } };
  const count = {
    practice: () => tx.practice.count(where),
    proposal: () => tx.proposal.count(where),
    message: () => tx.readerMessage.count(where),
    term: () => tx.termProposal.count(where),
    confirmation: () => tx.confirmation.count(where),
    // Named by its practice and its language: `caban.sv`.
    translation: () => tx.practice.count({ where: { id: subjectId.split(".")[0] ?? "" } }),
  }[kind];
  if ((await count()) === 0) throw new Refusal("not-found");
}
