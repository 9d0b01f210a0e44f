import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { getDeskPractice } from "../../lib/desk/queries.ts";
import type { Locale } from "../../lib/i18n/locales.ts";
import { decide, importPractices, savePlainWords } from "../../lib/practice/commands.ts";
import { isEditable, states } from "../../lib/practice/rules.ts";
import { Refusal } from "../../lib/refusal.ts";
import { checklist } from "../../lib/review/checklist.ts";
import { aPractice, written } from "../support/practices.ts";
import { act, editor, publicVersion, readBack, seenNow, stateOf, stored, translator } from "../support/stored.ts";

const inTwoLanguages = aPractice({
  id: "bussola1",
  texts: {
    it: { title: "Bussola digitale", sections: { summary: "In breve." }, provenance: written },
    fr: { title: "Boussole", sections: { plainWords: "On apprend.", results: "Dix." }, provenance: written },
  },
});

type Writing = Parameters<typeof savePlainWords>[0];
const save = (practiceId: string, texts: Partial<Record<Locale, string>>, over: Partial<Writing> = {}) =>
  savePlainWords({
    ...{ practiceId, seen: { revision: 1 }, by: editor, texts },
    ...over,
  }).then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const versions = async (id: string) =>
  Object.fromEntries(
    Object.entries((await readBack(id)).texts).map(([locale, { sections }]) => [locale, sections.plainWords]),
  );
const revisions = (practiceId: string) =>
  database().revision.findMany({ where: { practiceId }, orderBy: { number: "asc" } });
const catalogued = async (practiceId: string) =>
  (await database().catalogueEntry.findUnique({ where: { practiceId } }))?.marks.flatMap((mark) =>
    mark.startsWith("plain:") ? mark.slice("plain:".length) : [],
  );

describe("versions in plain words", () => {
  const everything = states.flatMap((state) => [editor, translator].map((by) => [state, by.role, by] as const));

  test.each(everything)("of a practice that is %s, by the %s", async (state, role, by) => {
    const id = await stored(aPractice(), state);
    const { revision } = await seenNow(id);
    const version = await publicVersion();
    const may = isEditable(state) && role === "editor";
    expect(await save(id, { it: "Si impara." }, { by, seen: { revision } })).toBe(may ? "done" : "not-allowed");
    expect(await versions(id)).toEqual({ it: may ? "Si impara." : undefined });
    expect(await stateOf(id)).toBe(state);
    // Only what readers can see moves the public version.
    expect((await publicVersion()) - version).toBe(may && state === "published" ? 1n : 0n);
    expect(await catalogued(id)).toEqual(state === "published" ? (may ? ["it"] : []) : undefined);
  });

  test("are written, changed and taken away by language; a language that is left out keeps its own", async () => {
    const id = await stored(inTwoLanguages, "published");
    expect(await save(id, { it: " Si impara.\n\nInsieme. \n" })).toBe("done");
    expect(await versions(id)).toEqual({ it: "Si impara.\n\nInsieme.", fr: "On apprend." });
    expect(await catalogued(id)).toEqual(["it", "fr"]);
    expect(await save(id, { it: "Altro.", fr: " \n" }, { seen: { revision: 2 } })).toBe("done");
    expect(await versions(id)).toEqual({ it: "Altro.", fr: undefined });
    expect(await catalogued(id)).toEqual(["it"]);
  });

  test("leave everything else as it was", async () => {
    const id = await stored(inTwoLanguages, "published");
    const before = await readBack(id);
    const addresses = await database().slug.findMany({ orderBy: { locale: "asc" } });
    const { publishedAt } = await database().practice.findUniqueOrThrow({ where: { id } });
    await save(id, { fr: "Autre chose." });
    const { fr, ...others } = before.texts;
    const expected = { ...fr, sections: { ...fr?.sections, plainWords: "Autre chose." } };
    expect(await readBack(id)).toEqual({ ...before, texts: { ...others, fr: expected } });
    expect(await database().slug.findMany({ orderBy: { locale: "asc" } })).toEqual(addresses);
    expect((await database().practice.findUniqueOrThrow({ where: { id } })).publishedAt).toEqual(publishedAt);
  });

  test("make a revision that says who wrote them", async () => {
    const id = await stored(inTwoLanguages, "pending");
    await save(id, { it: "Si impara." });
    const [, second] = await revisions(id);
    expect(second).toMatchObject({ number: 2, kind: "edit", editorId: editor.editorId });
    expect(second?.snapshot).toMatchObject({ texts: { it: { sections: { plainWords: "Si impara." } } } });
  });

  test("that are there already change nothing, as when a form is sent twice", async () => {
    const id = await stored(inTwoLanguages, "published");
    const version = await publicVersion();
    expect(await save(id, { it: "", fr: "On apprend.\n" })).toBe("done");
    expect(await save(id, {})).toBe("done");
    expect(await revisions(id)).toHaveLength(1);
    expect(await publicVersion()).toBe(version);
    const twice = await Promise.all([save(id, { it: "Si impara." }), save(id, { it: "Si impara." })]);
    expect(twice).toEqual(["done", "done"]);
    expect(await revisions(id)).toHaveLength(2);
  });

  test("of a practice that was changed since it was read are a conflict", async () => {
    const id = await stored(inTwoLanguages, "published");
    expect(await save(id, { it: "Prima." })).toBe("done");
    expect(await save(id, { it: "Seconda." })).toBe("conflict");
    expect(await save(id, { it: "Terza." }, { seen: { revision: 3 } })).toBe("conflict");
    expect(await versions(id)).toMatchObject({ it: "Prima." });
  });

  test("of two editors at once are saved once", async () => {
    const id = await stored(inTwoLanguages, "published");
    const answers = await Promise.all([save(id, { it: "Prima." }), save(id, { it: "Seconda." })]);
    expect(answers.sort()).toEqual(["conflict", "done"]);
    expect(await revisions(id)).toHaveLength(2);
  });

  test("in a language that has no text are refused, and so are those of no practice", async () => {
    const id = await stored(inTwoLanguages, "published");
    expect(await save(id, { it: "Si impara.", sv: "Man lär sig." })).toBe("not-allowed");
    expect(await save("nothing1", { it: "Si impara." })).toBe("not-found");
    expect(await versions(id)).toEqual({ it: undefined, fr: "On apprend." });
  });

  test("that are too long, or hold what no text may, are not saved whoever asks", async () => {
    const id = await stored(inTwoLanguages, "published");
    await expect(save(id, { it: "parola ".repeat(151) })).rejects.toThrow("too-long");
    await expect(save(id, { it: "Suona\u0007." })).rejects.toThrow("control-character");
    expect(await revisions(id)).toHaveLength(1);
  });

  test("make a practice the desk's: the next change of its file is a conflict", async () => {
    await importPractices([inTwoLanguages]);
    await save("bussola1", { it: "Si impara." });
    const changed = { ...inTwoLanguages, evidence: "evaluated" as const };
    expect((await importPractices([changed])).conflicts).toEqual(["bussola1"]);
    expect(await versions("bussola1")).toMatchObject({ it: "Si impara." });
  });

  test("do not bring back a person who was erased, and keep who the others are", async () => {
    const contact = { name: "Ada", consent: { basis: "given" as const, at: "2026-01-02T03:04:05.000Z" } };
    const id = await stored(aPractice({ contacts: [contact, { ...contact, name: "Bo" }] }), "published");
    const [ada, bo] = (await readBack(id)).contacts;
    await database().contact.update({ where: { id: ada?.id }, data: { name: null, erasedAt: new Date() } });
    await save(id, { it: "Si impara." });
    expect((await readBack(id)).contacts).toEqual([bo]);
    expect(await database().contact.count()).toBe(2);
  });
});

test("the desk has the summary and the version in plain words of each language that has a text", async () => {
  const id = await stored(inTwoLanguages, "pending");
  expect((await getDeskPractice("sv", id))?.texts).toEqual([
    { lang: "it", summary: "In breve.", plainWords: undefined },
    { lang: "fr", summary: undefined, plainWords: "On apprend." },
  ]);
});

test("a decision on what was read before its plain words were written is a conflict", async () => {
  const id = await stored(inTwoLanguages, "pending");
  const seen = await seenNow(id);
  await save(id, { it: "Si impara." });
  const held = { checklist: [...checklist] };
  await expect(decide({ practiceId: id, action: "publish", by: editor, message: "", seen, ...held })).rejects.toThrow(
    "conflict",
  );
  expect(await act(id, "publish")).toBe("published");
  expect(await catalogued(id)).toEqual(["it", "fr"]);
});
