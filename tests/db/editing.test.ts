import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { discardWorkingCopy, keepWorkingCopy, savePracticeEdit } from "../../lib/editing/commands.ts";
import type { Piece } from "../../lib/editing/fields.ts";
import { type TypedFields, toFields } from "../../lib/editing/form.ts";
import { getEditing, getPracticeAt } from "../../lib/editing/queries.ts";
import { aPractice, written } from "../support/practices.ts";
import { editor, publicVersion, readBack, seenNow, stored, translator } from "../support/stored.ts";

const today = "2026-11-22";
const texts: Piece = { part: "texts", text: "it" };
const facts: Piece = { part: "facts", text: "it" };
const places: Piece = { part: "places", text: "it" };
const other = { ...editor, editorId: "editor-2", name: "Olle" };

const bussola = (over = {}) =>
  aPractice({
    texts: { it: { title: "Bussola", sections: { summary: "Breve.", advice: "Piano." }, provenance: written } },
    contacts: [{ name: "Ada", privateEmail: "ada@example.org", consent: { basis: "given" } }],
    ...over,
  });

/** An editor saves a part with something typed into it, on the revision that they have read. */
async function save(id: string, piece: Piece, over: TypedFields, { revision = 1, by = editor } = {}) {
  const base = await getPracticeAt(id, revision, []);
  const shown = toFields(base ?? (await readBack(id)), piece, today);
  return savePracticeEdit({ practiceId: id, seen: { revision }, by, piece, typed: deepMerge(shown, over) });
}
const deepMerge = (a: TypedFields, b: TypedFields): TypedFields => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([name, value]) => [
      name,
      typeof value === "object" && !Array.isArray(value) ? deepMerge((a[name] ?? {}) as TypedFields, value) : value,
    ]),
  ),
});
const section = (name: string, text: string): TypedFields => ({ texts: { it: { sections: { [name]: text } } } });

describe("saving a part of a practice", () => {
  test("changes that part alone, as a revision of its editor, and keeps the people to ask", async () => {
    const id = await stored(bussola(), "pending");
    const before = await readBack(id);
    expect(await save(id, facts, { status: "ended" })).toEqual({ revision: 2, theirs: [] });
    expect(await readBack(id)).toEqual({ ...before, status: "ended" });
    const revision = await database().revision.findUniqueOrThrow({
      where: { practiceId_number: { practiceId: id, number: 2 } },
    });
    expect(revision).toMatchObject({ kind: "edit", editorId: editor.editorId, changed: ["status"] });
    expect(await seenNow(id)).toEqual({ revision: 2, state: "pending" });
    const logged = await database().auditEntry.findMany({
      where: { subjectId: id, action: "practice.save" },
      orderBy: { id: "asc" },
    });
    expect(logged.at(-1)).toMatchObject({ actorKind: "editor", actorId: editor.editorId });
  });

  test("shows readers what is published at once, and leaves them alone where it is not", async () => {
    const id = await stored(bussola(), "published");
    const draft = await stored(bussola(), "draft");
    const version = await publicVersion();
    await save(draft, facts, { status: "ended" });
    expect(await publicVersion()).toBe(version);
    await save(id, texts, { texts: { it: { title: "Rosa dei venti" } } });
    expect(await publicVersion()).toBe(version + 1n);
  });

  test("does nothing where nothing was changed, and does once what is sent twice", async () => {
    const id = await stored(bussola(), "published");
    expect(await save(id, facts, {})).toEqual({ revision: 1, theirs: [] });
    await save(id, facts, { status: "ended" });
    expect((await save(id, facts, { status: "ended" })).revision).toBe(2);
    expect(await database().revision.count({ where: { practiceId: id } })).toBe(2);
  });

  test("is refused to translators, in a state that cannot be edited, and for what is not right", async () => {
    const id = await stored(bussola(), "pending");
    await expect(save(id, facts, { status: "ended" }, { by: translator })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(save(id, facts, { kind: "" })).rejects.toMatchObject({ code: "not-valid" });
    const nothing = { practiceId: "nothing", seen: { revision: 1 }, by: editor, piece: facts, typed: {} };
    await expect(savePracticeEdit(nothing)).rejects.toMatchObject({ code: "not-found" });
    const rejected = await stored(bussola(), "rejected");
    await expect(save(rejected, facts, { status: "ended" })).rejects.toMatchObject({ code: "not-allowed" });
    expect((await readBack(id)).status).toBe("unknown");
  });

  test("changes the address of a page, though no revision names it", async () => {
    const id = await stored(bussola(), "published");
    await save(id, texts, { texts: { it: { slug: "la-bussola" } } });
    expect((await readBack(id)).texts.it?.slug).toBe("la-bussola");
  });
});

describe("two editors at once", () => {
  test("who changed different fields keep both changes, in one part as in two", async () => {
    const id = await stored(bussola(), "published");
    await save(id, texts, section("summary", "Più breve."));
    expect(await save(id, texts, section("advice", "Con calma."), { by: other })).toEqual({
      revision: 3,
      theirs: ["texts.it.summary"],
    });
    expect((await save(id, places, { countries: ["IT", "SE"] }, { by: other })).theirs).toEqual([
      ...["texts.it.advice", "texts.it.summary"],
    ]);
    const { texts: now, countries } = await readBack(id);
    expect(now.it?.sections).toEqual({ summary: "Più breve.", advice: "Con calma." });
    expect(countries).toEqual(["IT", "SE"]);
  });

  test("who changed the same field: the second is refused, and nothing of the first is lost", async () => {
    const id = await stored(bussola(), "published");
    await save(id, texts, section("summary", "Più breve."));
    await expect(save(id, texts, section("summary", "Brevissima."), { by: other })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await readBack(id)).texts.it?.sections.summary).toBe("Più breve.");
    // Having read what is there now, the second goes on.
    await save(id, texts, section("summary", "Brevissima."), { revision: 2, by: other });
    expect((await readBack(id)).texts.it?.sections.summary).toBe("Brevissima.");
  });

  test("who agree do not clash", async () => {
    const id = await stored(bussola(), "published");
    await save(id, texts, section("summary", "Più breve."));
    expect((await save(id, texts, section("summary", "Più breve."), { by: other })).revision).toBe(2);
  });

  test("at the very same moment: one after the other, and one of them is told", async () => {
    const id = await stored(bussola(), "published");
    const both = await Promise.allSettled([
      save(id, texts, section("summary", "Uno.")),
      save(id, texts, section("summary", "Due."), { by: other }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database().revision.count({ where: { practiceId: id } })).toBe(2);
  });

  test("whose changes are right each, but not together, are told", async () => {
    const sources = [{ key: "rete", kind: "basis" as const, publisher: "Rete" }];
    const id = await stored(bussola({ sources }), "published");
    await save(id, { part: "sources", text: "it" }, { sources: [] });
    const naming = { texts: { it: { provenance: { source: "rete" } } } };
    await expect(save(id, texts, naming, { by: other })).rejects.toMatchObject({ code: "conflict" });
  });

  test("a revision that never was is no base to save on", async () => {
    const id = await stored(bussola(), "published");
    await expect(save(id, texts, section("summary", "Uno."), { revision: 99 })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("a working copy", () => {
  const typed: TypedFields = { kind: "", lastConfirmed: "not yet" };
  const keep = (practiceId: string, piece: Piece, by = editor) =>
    keepWorkingCopy({ practiceId, seen: { revision: 1 }, by, piece, typed });

  test("keeps what was typed as it was typed, for its editor alone; the others are told that there is one", async () => {
    const id = await stored(bussola(), "pending");
    await database().editor.create({ data: { id: editor.editorId, name: editor.name, email: "edith@ponte.example" } });
    await keep(id, facts);
    const mine = await getEditing(id, editor.editorId);
    expect(mine?.own.facts).toMatchObject({ revision: 1, typed });
    expect(mine?.others).toEqual([]);
    const theirs = await getEditing(id, other.editorId);
    expect(theirs?.own).toEqual({});
    expect(theirs?.others).toEqual([{ name: editor.name, at: expect.any(Date) }]);
    expect((await readBack(id)).kind).toBe("practice");
  });

  test("holds several parts; saving one, or throwing it away, leaves the others", async () => {
    const id = await stored(bussola(), "pending");
    await keep(id, facts);
    await keep(id, places);
    await keep(id, texts);
    await save(id, facts, { status: "ended" });
    const parts = async () => Object.keys((await getEditing(id, editor.editorId))?.own ?? {});
    expect(await parts()).toEqual(["places", "texts.it"]);
    await discardWorkingCopy(id, places, editor);
    await discardWorkingCopy(id, places, editor);
    expect(await parts()).toEqual(["texts.it"]);
    await discardWorkingCopy(id, texts, editor);
    expect(await database().workingCopy.count({ where: { practiceId: id } })).toBe(0);
  });

  test("is refused to translators, and of a practice that cannot be edited", async () => {
    const id = await stored(bussola(), "pending");
    await expect(keep(id, facts, translator)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(discardWorkingCopy(id, facts, translator)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(keep(await stored(bussola(), "rejected"), facts)).rejects.toMatchObject({ code: "not-allowed" });
  });
});
