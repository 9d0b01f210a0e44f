import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import {
  assignments,
  claimedUntil,
  daysBetween,
  formatQueue,
  isNarrowed,
  kindsFor,
  longestQueueQuery,
  parseQueue,
  type QueueFilters,
  queueKinds,
  queueSorts,
  queueStates,
  wholeQueue,
  workKinds,
  workPath,
} from "../../lib/queue/queue.ts";

const read = (search: string) => parseQueue(new URLSearchParams(search));
const words = fc
  .string({ maxLength: longestQueueQuery, unit: "grapheme" })
  .map((text) => read(`q=${encodeURIComponent(text)}`).q);
const anyFilters: fc.Arbitrary<QueueFilters> = fc.record({
  kind: fc.option(fc.constantFrom(...queueKinds), { nil: undefined }),
  state: fc.constantFrom(...queueStates),
  language: fc.option(fc.constantFrom(...locales), { nil: undefined }),
  assigned: fc.option(fc.constantFrom(...assignments), { nil: undefined }),
  overdue: fc.boolean(),
  q: words,
  sort: fc.constantFrom(...queueSorts),
  page: fc.integer({ min: 1, max: 9999 }),
});

describe("the queue's filters", () => {
  test("without a choice show what waits, the oldest first", () => {
    expect(read("")).toEqual(wholeQueue);
    expect(formatQueue(wholeQueue)).toBe("");
  });

  test("of what is decided begin with the last", () => {
    expect(read("state=decided").sort).toBe("newest");
    expect(formatQueue(read("state=decided"))).toBe("state=decided");
    expect(formatQueue(read("state=decided&sort=oldest"))).toBe("state=decided&sort=oldest");
  });

  test("stand in the address and come back from it as they were", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(read(formatQueue(filters))).toEqual(filters);
      }),
    );
  });

  test("leave out what they do not know, whatever an address holds", () => {
    expect(read("kind=pony&state=gone&language=de&assigned=all&overdue=1&sort=best&page=-3")).toEqual(wholeQueue);
    expect(read("page=1e9").page).toBe(1);
    expect(read("page=2.5").page).toBe(1);
    expect([...read(`q=${"𝒳".repeat(500)}`).q]).toHaveLength(longestQueueQuery);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (search) => {
        const filters = read(search);
        expect(read(formatQueue(filters))).toEqual(filters);
      }),
      { numRuns: 2000 },
    );
  });

  test("say whether something is left out; another order leaves nothing out", () => {
    expect(isNarrowed(read("sort=due&page=2"))).toBe(false);
    for (const search of ["kind=report", "state=decided", "language=sv", "assigned=me", "overdue=yes", "q=bus"])
      expect(isNarrowed(read(search)), search).toBe(true);
  });
});

describe("who may act on what", () => {
  test("sees that in the queue: translators nothing, editors all of it", () => {
    expect(kindsFor({ role: "translator", languages: ["sv"] })).toEqual([]);
    for (const role of ["editor", "administrator"] as const)
      expect(kindsFor({ role, languages: [] })).toEqual([...queueKinds]);
  });
});

test("each thing is dealt with at its own address", () => {
  expect(workKinds.map((kind) => workPath("en", kind, "caban.sv"))).toEqual([
    "/en/desk/caban.sv",
    "/en/desk/proposals/caban.sv",
    "/en/desk/messages/caban.sv",
    "/en/desk/words/caban.sv",
    "/en/desk/confirmations/caban.sv",
    "/en/desk/caban/translate/sv",
  ]);
});

test("a claim lasts half an hour; age counts whole days", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  expect(claimedUntil(now)).toEqual(new Date("2026-11-22T10:30:00Z"));
  expect(daysBetween(new Date("2026-11-19T10:00:01Z"), now)).toBe(2);
  expect(daysBetween(new Date("2026-11-19T10:00:00Z"), now)).toBe(3);
  expect(daysBetween(new Date("2026-11-23T10:00:00Z"), now)).toBe(0);
});
