import { type PracticeInput, practiceInput } from "../practice/practice.ts";
import type { Snapshot } from "./changes.ts";

// A revision's snapshot and the practice it is of. Pure.

/**
 * The practice that a revision kept, checked against today's rules: what was not asked for then gets its default.
 * @param snapshot as it is stored, contacts by id alone
 * @param contacts the ones the practice has now: nobody who was erased comes back with an old revision
 * @throws ZodError where today's rules refuse what was right then
 */
export const practiceOf = (snapshot: unknown, contacts: PracticeInput["contacts"]): PracticeInput =>
  practiceInput.parse({ ...(snapshot as Snapshot), contacts });

/** The same; nothing where today's rules refuse what was right then. */
export const restorable = (snapshot: unknown, contacts: PracticeInput["contacts"]): PracticeInput | undefined =>
  practiceInput.safeParse({ ...(snapshot as Snapshot), contacts }).data;
