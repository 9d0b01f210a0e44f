import { beforeEach, describe, expect, test } from "vitest";
import { searchCatalogue } from "../../lib/catalogue/queries.ts";
import { database } from "../../lib/db.ts";
import { importPractices, savePractice } from "../../lib/practice/commands.ts";
import { parsePracticeLines } from "../../lib/practice/content.ts";
import { noFilters } from "../../lib/practice/filters.ts";
import { publicStamp } from "../../lib/public-version.ts";
import { readContent } from "../../server/content.ts";
import { aPractice, draft, written } from "../support/practices.ts";
import { act, publicVersion, readBack, stateOf } from "../support/stored.ts";

const nothing = { created: [], updated: [], unchanged: [], conflicts: [] };
const titled = (title: string) =>
  aPractice({ id: "bussola1", texts: { it: { title, sections: {}, provenance: written } } });

describe("an import", () => {
  test("done twice is done once", async () => {
    const { practices } = readContent();
    const ids = practices.map(({ id }) => id);
    expect(await importPractices(practices)).toEqual({ ...nothing, created: ids });
    const [stamp, revisions] = [await publicStamp(), await database().revision.count()];
    expect(await importPractices(practices)).toEqual({ ...nothing, unchanged: ids });
    expect(await publicStamp()).toBe(stamp);
    expect(await database().revision.count()).toBe(revisions);
    expect(await database().practice.count()).toBe(4);
  });

  test("writes what has changed in a file, and only that", async () => {
    await importPractices([titled("Bussola"), aPractice({ id: "altra123" })]);
    expect(await importPractices([titled("Bussola nuova"), aPractice({ id: "altra123" })])).toEqual({
      ...nothing,
      updated: ["bussola1"],
      unchanged: ["altra123"],
    });
    expect((await readBack("bussola1")).texts.it?.title).toBe("Bussola nuova");
    const { cards } = await searchCatalogue("it", { ...noFilters, q: "nuova", sort: "relevance" });
    expect(cards.map(({ id }) => id)).toEqual(["bussola1"]);
  });

  test("keeps the day a practice was first published", async () => {
    await importPractices([titled("Bussola")]);
    const { publishedAt } = await database().practice.findUniqueOrThrow({ where: { id: "bussola1" } });
    expect(publishedAt).not.toBeNull();
    await importPractices([titled("Bussola nuova")]);
    const after = await database().practice.findUniqueOrThrow({ where: { id: "bussola1" } });
    expect(after.publishedAt).toEqual(publishedAt);
  });

  test("of nothing changes nothing", async () => {
    const version = await publicVersion();
    expect(await importPractices([])).toEqual(nothing);
    expect(await publicVersion()).toBe(version);
  });
});

describe("a practice that an editor has changed since its import", () => {
  beforeEach(async () => {
    await importPractices([titled("Bussola")]);
    await database().$transaction((tx) =>
      savePractice(tx, "bussola1", titled("Bussola corretta"), {
        ...{ state: "published", kind: "edit", by: { kind: "editor", id: "e" } },
      }),
    );
  });

  test("is left as it is and reported, and the others are written", async () => {
    expect(await importPractices([titled("Bussola nuova"), aPractice({ id: "altra123" })])).toEqual({
      ...nothing,
      created: ["altra123"],
      conflicts: ["bussola1"],
    });
    expect((await readBack("bussola1")).texts.it?.title).toBe("Bussola corretta");
  });

  test("is no conflict while its file stays the same", async () => {
    expect(await importPractices([titled("Bussola")])).toEqual({ ...nothing, unchanged: ["bussola1"] });
    expect((await readBack("bussola1")).texts.it?.title).toBe("Bussola corretta");
  });
});

test("a practice that an editor has taken down is not put back by the next change of its file", async () => {
  await importPractices([titled("Bussola")]);
  await act("bussola1", "unpublish");
  expect(await importPractices([titled("Bussola nuova")])).toEqual({ ...nothing, conflicts: ["bussola1"] });
  expect(await stateOf("bussola1")).toBe("unpublished");
  expect((await searchCatalogue("it", noFilters)).total).toBe(0);
});

describe("an import of JSON lines", () => {
  test("gives a practice without an id one of eight letters and digits, and knows it again", async () => {
    const { practices } = parsePracticeLines(`${JSON.stringify(draft())}\n`);
    const first = await importPractices(practices);
    expect(first.created).toEqual([expect.stringMatching(/^[a-z0-9]{8}$/)]);
    expect(await importPractices(practices)).toEqual({ ...nothing, unchanged: first.created });
    expect((await searchCatalogue("it", noFilters)).total).toBe(1);
  });

  test("is the same as one of files: what one wrote, the other knows", async () => {
    const { practices } = readContent();
    await importPractices(practices);
    const lines = practices.map((practice) => JSON.stringify(practice)).join("\n");
    const read = parsePracticeLines(lines);
    expect(read.errors).toEqual([]);
    expect((await importPractices(read.practices)).unchanged).toHaveLength(4);
  });

  test("is all or nothing: where one cannot be stored, none is", async () => {
    const broken = { ...titled("Rotta"), id: "rotta123", kind: null as never };
    await expect(importPractices([titled("Bussola"), broken])).rejects.toThrow();
    expect(await database().practice.count()).toBe(0);
    expect(await database().slug.count()).toBe(0);
  });
});
