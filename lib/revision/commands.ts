import { audit } from "../audit/commands.ts";
import { database } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { savePractice } from "../practice/commands.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { isEditable, type State } from "../practice/rules.ts";
import { lockPublicWrites } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { changedPaths } from "./changes.ts";
import { restorable } from "./snapshot.ts";

/**
 * Makes a practice what it was at a revision, as a new revision: nothing is lost by it. Its contacts stay the ones of
 * today, and so does the day on which one of them has confirmed it since. Restoring what is there already does nothing.
 * @param seen the newest revision that the editor has read
 * @throws Refusal not-allowed, not-found, conflict; not-valid where today's rules refuse what was right then
 */
export async function restoreRevision({
  practiceId,
  number,
  seen,
  by,
}: {
  practiceId: string;
  number: number;
  seen: { revision: number };
  by: Member;
}): Promise<void> {
  demand(by, "practice.restore");
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    // Its contributor may be sending it again, which is no public write.
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    const [rows, old] = [
      await tx.practice.findUnique({ where: { id: practiceId }, include: wholePractice }),
      await tx.revision.findUnique({
        where: { practiceId_number: { practiceId, number } },
        select: { snapshot: true },
      }),
    ];
    if (!rows || !old) throw new Refusal("not-found");
    const state = rows.state as State;
    if (!isEditable(state)) throw new Refusal("not-allowed");
    const now = fromRows(rows);
    const then = restorable(old.snapshot, now.contacts);
    if (!then) throw new Refusal("not-valid");
    // What its contact has confirmed since is no slip that is taken back.
    const confirmed = await tx.revision.count({ where: { practiceId, number: { gt: number }, kind: "confirmation" } });
    const restored = confirmed > 0 ? { ...then, lastConfirmed: now.lastConfirmed } : then;
    if (changedPaths(now, restored).length === 0) return;
    if (rows.revision !== seen.revision) throw new Refusal("conflict");
    const actor = { kind: "editor", id: by.editorId } as const;
    const revision = await savePractice(tx, practiceId, restored, { state, kind: "restore", by: actor });
    await audit(tx, {
      ...{ actor, action: "practice.restore", subjectId: practiceId },
      ...{ before: { revision: rows.revision }, after: { revision, restored: number } },
    });
  });
}
