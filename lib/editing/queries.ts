import { database } from "../db.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { fromRows, metaOf, wholePractice } from "../practice/rows.ts";
import { isEditable, type State } from "../practice/rules.ts";
import { restorable } from "../revision/snapshot.ts";
import type { TypedFields } from "./form.ts";

// What an editor needs to change a practice. Pages ask for the session first; nothing here is public.

/** What an editor has typed and not saved, by part, as `WorkingCopy.values` has it. */
export type WorkingCopies = { [piece: string]: { revision: number; typed: TypedFields; at: string } };

/**
 * A practice to be edited, with the editor's own working copies and with who else has any.
 * @returns undefined where there is none
 */
export async function getEditing(practiceId: string, editorId: string) {
  const row = await database().practice.findUnique({
    where: { id: practiceId },
    include: {
      ...wholePractice,
      slugs: { where: { current: true } },
      workingCopies: { orderBy: { updatedAt: "asc" } },
    },
  });
  if (!row) return undefined;
  const others = row.workingCopies.filter((copy) => copy.editorId !== editorId);
  const editors = await database().editor.findMany({
    where: { id: { in: others.map((copy) => copy.editorId) } },
    select: { id: true, name: true },
  });
  return {
    practice: fromRows(row),
    meta: metaOf(row),
    state: row.state as State,
    isEditable: isEditable(row.state as State),
    own: (row.workingCopies.find((copy) => copy.editorId === editorId)?.values ?? {}) as WorkingCopies,
    /** Whoever is gone has a copy that nobody goes on with. */
    others: others.flatMap(({ editorId: other, updatedAt }) => {
      const name = editors.find(({ id }) => id === other)?.name;
      return name === undefined ? [] : [{ name, at: updatedAt }];
    }),
  };
}
export type Editing = NonNullable<Awaited<ReturnType<typeof getEditing>>>;

/** A practice as it was at a revision; undefined where there is none, or none that today's rules allow. */
export async function getPracticeAt(
  practiceId: string,
  number: number,
  contacts: PracticeInput["contacts"],
): Promise<PracticeInput | undefined> {
  const row = await database().revision.findUnique({ where: { practiceId_number: { practiceId, number } } });
  return row ? restorable(row.snapshot, contacts) : undefined;
}
