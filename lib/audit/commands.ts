import type { Transaction } from "../db.ts";
import type { AuditRecord } from "./audit.ts";

/** Writes one entry of the log, in the transaction of what it tells of: both happen or neither. */
export async function audit(tx: Transaction, { actor, action, subjectId, before, after }: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actorKind: actor.kind,
      actorId: actor.id,
      action,
      subjectKind: action.split(".")[0] ?? "",
      subjectId,
      before,
      after,
    },
  });
}
