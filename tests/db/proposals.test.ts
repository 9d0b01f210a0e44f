import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { serverEnv } from "../../lib/env.ts";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import { savePractice } from "../../lib/practice/commands.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { decideProposal, proposeCorrection, withdrawProposal } from "../../lib/proposal/commands.ts";
import { findOwnProposal, getProposal } from "../../lib/proposal/queries.ts";
import { lockPublicWrites } from "../../lib/public-version.ts";
import { Refusal } from "../../lib/refusal.ts";
import { submitPractice } from "../../lib/submission/commands.ts";
import { receiveSubmission } from "../../lib/submission/receive.ts";
import { act, administrator, editor, publicVersion, readBack, stateOf, translator } from "../support/stored.ts";
import { aSubmission, posted } from "../support/submission.ts";

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

let token = "";
let id = "";
beforeEach(async () => {
  token = await submitPractice(aSubmission({ place: "Ostuni" }), "key-1");
  id = (await database().practice.findFirstOrThrow()).id;
  await act(id, "publish");
});

const corrected = aSubmission({ place: "Ostuni", costs: "4000 euro." });
const propose = (key = "form-1", over = {}, seen?: number) =>
  proposeCorrection({ ...aSubmission({ place: "Ostuni", costs: "4000 euro.", ...over }) }, token, key, seen);
const pending = async () => (await database().proposal.findFirstOrThrow({ where: { state: "pending" } })).id;
const decide = (accept: boolean, message = "", by = editor) =>
  pending().then((proposal) => decideProposal({ id: proposal, by, accept, message }));
const mailsOf = async () =>
  (await database().mail.findMany({ where: { key: { startsWith: "propos" } }, orderBy: { dueAt: "asc" } })).map(
    ({ recipient, text }) => [recipient, text],
  );

/** An editor changes what readers see. */
async function edit(change: (practice: PracticeInput) => PracticeInput): Promise<void> {
  const practice = change(await readBack(id));
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const by = { kind: "editor", id: "editor-1" } as const;
    await savePractice(tx, id, practice, { state: "published", kind: "edit", by });
  });
}
const titled = (title: string) => (practice: PracticeInput) => {
  const it = practice.texts.it;
  if (!it) throw new Error("no text");
  return { ...practice, texts: { it: { ...it, title } } };
};

describe("a correction", () => {
  test("waits for an editor: readers see nothing of it; its sender is told once", async () => {
    const version = await publicVersion();
    for (let at = 0; at < 2; at++) await propose();
    expect(await publicVersion()).toBe(version);
    expect((await readBack(id)).texts.it?.sections.costs).toBeUndefined();
    expect(await findOwnProposal(token)).toMatchObject({
      state: "pending",
      changed: ["texts.it.costs"],
      form: { revision: 1, values: { costs: "4000 euro." } },
    });
    expect(await mailsOf()).toEqual([["ada@biblioteca.example", expect.stringContaining("Bussola digitale")]]);
  });

  test("is stored without anybody's name or address", async () => {
    await propose("form-1", { contactName: "Carla", contactEmail: "carla@rete.example" });
    const { snapshot } = await database().proposal.findFirstOrThrow();
    for (const personal of ["Ada", "Carla", "@"]) expect(JSON.stringify(snapshot)).not.toContain(personal);
  });

  test("replaces an older one that waits: one waits at a time", async () => {
    await propose("form-1");
    await propose("form-2", { costs: "5000 euro." });
    const all = await database().proposal.findMany({ orderBy: { createdAt: "asc" } });
    expect(all.map(({ state }) => state)).toEqual(["withdrawn", "pending"]);
  });

  test("may be a note alone, but not nothing at all", async () => {
    expect(await refusalOf(propose("form-1", { costs: "" }))).toBe("message-missing");
    expect(await refusalOf(propose("form-1", { costs: "", note: "Il numero non va." }))).toBe("done");
    expect(await findOwnProposal(token)).toMatchObject({ note: "Il numero non va.", changed: [] });
  });

  test("is of a published practice, and by its own link", async () => {
    expect(await refusalOf(proposeCorrection(corrected, "another", "form-1"))).toBe("not-found");
    await act(id, "unpublish");
    expect(await refusalOf(propose())).toBe("not-allowed");
  });

  test("can be taken back while it waits, and by nobody else", async () => {
    await propose();
    const other = await submitPractice(aSubmission({ title: "Altro" }), "key-2");
    await withdrawProposal(other, await pending());
    expect(await findOwnProposal(token)).toMatchObject({ state: "pending" });
    await withdrawProposal(token, await pending());
    const own = await findOwnProposal(token);
    expect(own?.state).toBe("withdrawn");
    expect(own?.form).toBeUndefined();
  });

  test("comes in by the form of the private page, which asks for no address", async () => {
    const ticket = issueTicket(serverEnv().SESSION_SECRET, Date.now() - 60_000);
    const send = (over = {}) =>
      receiveSubmission(
        { token, locale: "it", from: "198.51.100.7" },
        posted({ ticket, intent: "send", place: "Ostuni", contactEmail: "", contactName: "", revision: "1", ...over }),
      );
    expect(await send()).toMatchObject({ status: 422, state: { step: "review", error: "nothing-changed" } });
    expect(await send({ costs: "4000 euro." })).toEqual({ privateToken: token, done: "proposed" });
    expect(await database().proposal.count()).toBe(1);
    expect((await readBack(id)).contacts).toMatchObject([{ privateEmail: "ada@biblioteca.example" }]);
  });
});

describe("an editor who decides on a correction", () => {
  test("accepts it: readers see it as a new revision, and its sender is told", async () => {
    await propose();
    const version = await publicVersion();
    await decide(true, "Grazie!");
    expect((await readBack(id)).texts.it?.sections.costs).toBe("4000 euro.");
    expect(await publicVersion()).toBeGreaterThan(version);
    expect(await database().revision.findMany({ orderBy: { number: "asc" } })).toMatchObject([
      { kind: "submission" },
      { kind: "correction", editorId: "editor-1", changed: ["texts.it.costs"] },
    ]);
    expect(await findOwnProposal(token)).toMatchObject({ state: "accepted", message: "Grazie!" });
    expect((await mailsOf())[1]).toEqual(["ada@biblioteca.example", expect.stringContaining("Grazie!")]);
    expect((await readBack(id)).contacts).toHaveLength(1);
    expect(
      await database().auditEntry.findMany({ where: { action: "proposal.accept", actorId: "editor-1" } }),
    ).not.toEqual([]);
  });

  test("rejects it with a reason, never without", async () => {
    await propose();
    expect(await refusalOf(decide(false, "  "))).toBe("message-missing");
    await decide(false, "Manca la fonte.");
    expect((await readBack(id)).texts.it?.sections.costs).toBeUndefined();
    expect(await findOwnProposal(token)).toMatchObject({ state: "rejected", message: "Manca la fonte." });
    expect((await mailsOf())[1]).toEqual(["ada@biblioteca.example", expect.stringContaining("Manca la fonte.")]);
  });

  test("keeps what was changed meanwhile in other parts", async () => {
    await propose();
    await edit(titled("Bussola a Ostuni"));
    expect(await getProposal(await pending())).toMatchObject({ conflicts: [] });
    await decide(true);
    expect((await readBack(id)).texts.it).toMatchObject({
      title: "Bussola a Ostuni",
      sections: { costs: "4000 euro." },
    });
  });

  test("is told where the same part was changed meanwhile, and nothing is written over", async () => {
    await propose("form-1", { title: "Bussola di Ada" });
    await edit(titled("Bussola a Ostuni"));
    expect(await getProposal(await pending())).toMatchObject({ conflicts: ["texts.it.title"] });
    expect(await refusalOf(decide(true))).toBe("conflict");
    expect((await readBack(id)).texts.it?.title).toBe("Bussola a Ostuni");
    expect(await findOwnProposal(token)).toMatchObject({ state: "pending" });
  });

  test("does not undo what was changed while the form was open", async () => {
    await edit(titled("Bussola a Ostuni"));
    await propose("form-1", {}, 1);
    expect(await findOwnProposal(token)).toMatchObject({ changed: ["texts.it.costs"] });
    await decide(true);
    expect((await readBack(id)).texts.it?.title).toBe("Bussola a Ostuni");
  });

  test("is the only one: of two at once, the second is told so", async () => {
    await propose();
    const proposal = await pending();
    const both = [editor, administrator].map((by) =>
      refusalOf(decideProposal({ id: proposal, by, accept: true, message: "" })),
    );
    expect((await Promise.all(both)).sort()).toEqual(["conflict", "done"]);
    expect(await database().revision.count()).toBe(2);
    expect(await mailsOf()).toHaveLength(2);
  });

  test("is an editor: a translator may not, and there must be one", async () => {
    await propose();
    expect(await refusalOf(decide(true, "", translator))).toBe("not-allowed");
    const unknown = { id: "nothing", by: editor, accept: true, message: "" };
    expect(await refusalOf(decideProposal(unknown))).toBe("not-found");
    expect(await getProposal("nothing")).toBeUndefined();
  });

  test("cannot correct what was found to be a duplicate since", async () => {
    await propose();
    const other = await submitPractice(aSubmission({ title: "Altro" }), "key-2");
    expect(other).not.toBe(token);
    const { id: duplicateOf } = await database().practice.findFirstOrThrow({ where: { state: "pending" } });
    await act(duplicateOf, "publish");
    await act(id, "mark-duplicate", { duplicateOf });
    expect(await refusalOf(decide(true))).toBe("not-allowed");
    expect(await stateOf(id)).toBe("duplicate");
  });
});
