import { database } from "../../lib/db.ts";
import {
  decide,
  importPractices,
  newPracticeId,
  type PracticeDecision,
  savePractice,
} from "../../lib/practice/commands.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { fromRows, wholePractice } from "../../lib/practice/rows.ts";
import type { State } from "../../lib/practice/rules.ts";
import { checklist } from "../../lib/review/checklist.ts";
import type { Session } from "../../lib/session.ts";
import { aPractice, written } from "./practices.ts";

/** Publishes practices, and returns their ids. */
export async function published(...practices: PracticeInput[]): Promise<string[]> {
  const { created } = await importPractices(practices);
  return created;
}

/** Stores a practice in any state, by the way that leads there. Returns its id. */
export async function stored(practice: PracticeInput, state: State): Promise<string> {
  if (state === "published" || state === "unpublished") {
    const [id = ""] = await published(practice);
    if (state === "unpublished") await act(id, "unpublish");
    return id;
  }
  const id = practice.id ?? newPracticeId();
  await database().$transaction((tx) =>
    savePractice(tx, id, practice, {
      ...{ state: state === "draft" ? state : "pending", kind: "submission", by: { kind: "contributor" } },
    }),
  );
  if (state === "duplicate") {
    // What it stands beside is taken down again: the test has nothing but its own practice to count.
    const texts = { it: { title: `Altra ${newPracticeId()}`, sections: {}, provenance: written } };
    const [duplicateOf = ""] = await published(aPractice({ texts }));
    await act(id, "mark-duplicate", { duplicateOf });
    await act(duplicateOf, "unpublish");
  }
  if (state === "rejected") await act(id, "reject");
  if (state === "changes-asked") await act(id, "ask-changes");
  return id;
}

/** An editor decides on what is there now. */
export async function act(
  practiceId: string,
  action: PracticeDecision["action"],
  over: Partial<PracticeDecision> = {},
): Promise<State> {
  return decide({
    ...{
      practiceId,
      seen: await seenNow(practiceId),
      action,
      by: editor,
      message: "Because.",
      checklist: [...checklist],
    },
    ...over,
  });
}

/** What an editor who opens a practice now reads of it. */
export async function seenNow(practiceId: string): Promise<{ revision: number; state: State }> {
  const { revision, state } = await database().practice.findUniqueOrThrow({ where: { id: practiceId } });
  return { revision, state: state as State };
}

export const editor: Session = {
  editorId: "editor-1",
  name: "Edith",
  email: "edith@ponte.example",
  role: "editor",
  languages: [],
};
export const translator: Session = { ...editor, editorId: "translator-1", role: "translator", languages: ["sv"] };
export const administrator: Session = { ...editor, editorId: "administrator-1", role: "administrator" };

/** A practice as it is stored. */
export async function readBack(id: string): Promise<PracticeInput> {
  return fromRows(await database().practice.findUniqueOrThrow({ where: { id }, include: wholePractice }));
}

export async function stateOf(id: string): Promise<string> {
  return (await database().practice.findUniqueOrThrow({ where: { id } })).state;
}

/** How many public writes there have been. */
export async function publicVersion(): Promise<bigint> {
  return (await database().publicVersion.findUniqueOrThrow({ where: { id: 1 } })).version;
}
