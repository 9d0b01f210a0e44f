import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import type { Member } from "../../lib/desk/rights.ts";
import { importPractices, savePractice } from "../../lib/practice/commands.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { Refusal } from "../../lib/refusal.ts";
import { restoreRevision } from "../../lib/revision/commands.ts";
import { getRevision, listPublicChanges, listRevisions } from "../../lib/revision/queries.ts";
import { aPractice, written } from "../support/practices.ts";
import { act, editor, publicVersion, readBack, seenNow, stored, translator } from "../support/stored.ts";

const titled = (title: string, over: Partial<PracticeInput> = {}) => ({
  ...aPractice({ id: "bussola1", texts: { it: { title, sections: {}, provenance: written } } }),
  ...over,
});
const edit = (practice: PracticeInput, state: "published" | "pending" = "published") =>
  database().$transaction((tx) =>
    savePractice(tx, "bussola1", practice, { state, kind: "edit", by: { kind: "editor", id: editor.editorId } }),
  );
const restore = async (number: number, over: { by?: Member; seen?: { revision: number } } = {}) =>
  restoreRevision({ practiceId: "bussola1", number, seen: await seenNow("bussola1"), by: editor, ...over }).then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

describe("an earlier revision", () => {
  test("can be had again, as a new one that readers see, and nothing is lost by it", async () => {
    await importPractices([titled("Bussola")]);
    await edit(titled("Bussola nuova", { themes: ["health"] }));
    const version = await publicVersion();
    expect(await restore(1)).toBe("done");
    expect(await readBack("bussola1")).toEqual({ ...titled("Bussola"), contacts: [] });
    expect((await publicVersion()) - version).toBe(1n);
    const listed = await listRevisions("bussola1");
    expect(listed?.revisions.map(({ number, kind, changed }) => ({ number, kind, changed }))).toEqual([
      { number: 3, kind: "restore", changed: ["texts.it.title", "themes"] },
      { number: 2, kind: "edit", changed: ["texts.it.title", "themes"] },
      { number: 1, kind: "import", changed: expect.arrayContaining(["texts.it.title"]) },
    ]);
    expect((await getRevision("sv", "bussola1", 2))?.practice?.title).toBe("Bussola nuova");
  });

  test("that is what the practice is now changes nothing, twice as once", async () => {
    await importPractices([titled("Bussola")]);
    await edit(titled("Bussola nuova"));
    const seen = await seenNow("bussola1");
    expect([await restore(1, { seen }), await restore(1, { seen })]).toEqual(["done", "done"]);
    expect((await seenNow("bussola1")).revision).toBe(3);
  });

  test("does not bring back a contact who was taken away", async () => {
    const contact = { name: "Ada", privateEmail: "ada@example.org", consent: { basis: "given" as const } };
    await importPractices([titled("Bussola", { contacts: [contact] })]);
    await edit(titled("Bussola nuova"));
    expect(await restore(1)).toBe("done");
    expect((await readBack("bussola1")).contacts).toEqual([]);
  });

  test("is refused to whoever may not, where there is none, where the practice moved on, and in a final state", async () => {
    await importPractices([titled("Bussola")]);
    await edit(titled("Bussola nuova"));
    expect(await restore(1, { by: translator })).toBe("not-allowed");
    expect(await restore(9)).toBe("not-found");
    expect(await restore(1, { seen: { revision: 1 } })).toBe("conflict");
    await database().revision.update({
      where: { practiceId_number: { practiceId: "bussola1", number: 1 } },
      data: { snapshot: { ...titled("Bussola"), themes: ["no-such-theme"] } },
    });
    expect(await restore(1)).toBe("not-valid");
    expect((await seenNow("bussola1")).revision).toBe(2);
    const rejected = await stored(aPractice(), "rejected");
    await expect(
      restoreRevision({ practiceId: rejected, number: 1, seen: { revision: 1 }, by: editor }),
    ).rejects.toThrow("not-allowed");
  });

  test("is in the log, with who restored which", async () => {
    await importPractices([titled("Bussola")]);
    await edit(titled("Bussola nuova"));
    await restore(1);
    const entry = await database().auditEntry.findFirstOrThrow({
      where: { action: "practice.restore", subjectId: "bussola1" },
      orderBy: { id: "desc" },
    });
    expect(entry).toMatchObject({
      actorId: editor.editorId,
      before: { revision: 2 },
      after: { revision: 3, restored: 1 },
    });
  });
});

describe("the public history of a page", () => {
  test("tells what readers saw, newest first, with what changed since they last saw it", async () => {
    const id = "bussola1";
    await database().$transaction((tx) =>
      savePractice(tx, id, titled("Bozza"), { state: "pending", kind: "submission", by: { kind: "contributor" } }),
    );
    expect(await listPublicChanges(id)).toBeUndefined();
    await edit(titled("Bussola"), "pending");
    await act(id, "publish");
    await edit(titled("Bussola", { themes: ["health"] }));
    await act(id, "unpublish", { message: "Somebody's secret reason." });
    expect(await listPublicChanges(id)).toBeUndefined();
    await edit(titled("Bussola due", { themes: ["health"] }), "pending");
    await database().practice.update({ where: { id }, data: { state: "unpublished" } });
    await act(id, "publish");
    const history = await listPublicChanges(id);
    expect(history?.changes.map(({ at: _, ...change }) => change)).toEqual([
      { what: "revision", kind: "edit", changed: ["texts.it.title"] },
      { what: "decision", action: "publish" },
      { what: "decision", action: "unpublish" },
      { what: "revision", kind: "edit", changed: ["themes"] },
      { what: "revision", kind: "edit", changed: expect.arrayContaining(["texts.it.title"]) },
    ]);
    expect(JSON.stringify(history)).not.toMatch(/secret|editor-1/);
  });

  test("of what is not published or not there is not told", async () => {
    expect(await listPublicChanges(await stored(aPractice(), "pending"))).toBeUndefined();
    expect(await listPublicChanges("nothing1")).toBeUndefined();
  });
});
