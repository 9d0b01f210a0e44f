import { describe, expect, test } from "vitest";
import { changesOf, readLogFilters, writeLogFilters } from "../../lib/audit/filters.ts";

describe("the filters of the log", () => {
  test("come back from an address as they were written into it", () => {
    const filters = {
      ...{ kind: "member", subject: "3f-9", action: "member.change", actor: "editor-1" },
      ...{ from: "2026-02-28", to: "2026-03-01" },
    };
    expect(readLogFilters(writeLogFilters(filters))).toEqual(filters);
    expect(writeLogFilters({}).toString()).toBe("");
  });

  test("leave out what they do not know, and never fail", () => {
    const odd = {
      kind: "cat",
      action: "DROP TABLE",
      actor: "a b",
      from: "2026-02-31",
      to: "yesterday",
      subject: " \u0000 ",
    };
    expect(readLogFilters(new URLSearchParams(odd))).toEqual({});
    expect(readLogFilters(new URLSearchParams({ from: "0000-00-00", to: "99999-01-01" }))).toEqual({});
  });
});

describe("what an entry tells of", () => {
  test("is what changed, field by field; what stayed is left out", () => {
    expect(
      changesOf(
        { role: "editor", languages: [], revision: 1 },
        { role: "administrator", languages: [], renamed: true },
      ),
    ).toEqual([
      { field: "role", before: ["editor"], after: ["administrator"] },
      { field: "revision", before: ["1"], after: [] },
      { field: "renamed", before: [], after: ["true"] },
    ]);
  });

  test("is nothing where nothing is told", () => {
    expect(changesOf(null, null)).toEqual([]);
    expect(changesOf(undefined, "text")).toEqual([]);
  });

  test("keeps lists one by one", () => {
    expect(changesOf({ comments: null }, { changed: ["texts.it.title", "funding"], comments: [null] })).toEqual([
      { field: "comments", before: [], after: [""] },
      { field: "changed", before: [], after: ["texts.it.title", "funding"] },
    ]);
  });
});
