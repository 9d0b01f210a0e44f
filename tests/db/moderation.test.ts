import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { dayInBrussels } from "../../lib/i18n/format.ts";
import { getModerationNumbers } from "../../lib/moderation/queries.ts";
import { decideMessage, sendMessage } from "../../lib/reader-message/commands.ts";
import { aPractice } from "../support/practices.ts";
import { aMessage } from "../support/reader-message.ts";
import { act, editor, stored } from "../support/stored.ts";

// The log cannot be emptied: each test writes into years of its own.

type Entry = { at: string; action: string; subjectId: string; before?: object; after?: object };
const log = (...entries: Entry[]) =>
  database().auditEntry.createMany({
    data: entries.map(({ at, action, ...rest }) => ({
      ...{ ...rest, action, at: new Date(at), actorKind: "system", subjectKind: action.split(".")[0] ?? "" },
    })),
  });
const sent = (subjectId: string, at: string): Entry => ({
  ...{ subjectId, at, action: "practice.save", after: { kind: "submission", revision: 1, state: "pending" } },
});
const decided = (subjectId: string, at: string, action: string): Entry => ({
  subjectId,
  at,
  action: `practice.${action}`,
});
const numbersOf = async (year: number) => (await getModerationNumbers()).find((one) => one.year === year);

describe("the numbers of moderation", () => {
  test("count what came in and what was decided, in the year it happened", async () => {
    await log(
      sent("a1990", "1990-12-01T10:00:00Z"),
      decided("a1990", "1990-12-11T10:00:00Z", "ask-changes"),
      { ...sent("a1990", "1990-12-12T10:00:00Z"), before: { revision: 1 } },
      decided("a1990", "1991-01-03T10:00:00Z", "publish"),
      sent("b1990", "1990-12-20T10:00:00Z"),
      decided("b1990", "1990-12-22T10:00:00Z", "reject"),
      sent("c1990", "1990-12-31T10:00:00Z"),
      decided("c1990", "1991-01-02T10:00:00Z", "mark-duplicate"),
      decided("d1990", "1991-06-01T10:00:00Z", "unpublish"),
      { ...sent("e1990", "1990-05-01T10:00:00Z"), after: { kind: "import", state: "published" } },
    );
    expect(await numbersOf(1990)).toEqual({
      year: 1990,
      practices: {
        ...{ received: 3, published: 0, changesAsked: 1, rejected: 1, takenDown: 0, duplicates: 0 },
        daysToDecision: 6,
      },
      reports: [],
      daysToAnswer: null,
    });
    expect((await numbersOf(1991))?.practices).toEqual({
      ...{ received: 0, published: 1, changesAsked: 0, rejected: 0, takenDown: 1, duplicates: 1 },
      daysToDecision: 2,
    });
  });

  test("count reports by what was wrong, with how long their answers took", async () => {
    const report = (subjectId: string, at: string, verb: string, reason = "outdated"): Entry => ({
      ...{ subjectId, at, action: `message.${verb}`, after: { kind: "report", reason } },
    });
    await log(
      report("r1", "1980-02-01T10:00:00Z", "send"),
      report("r1", "1980-02-05T09:00:00Z", "uphold"),
      report("r2", "1980-02-01T10:00:00Z", "send", "copyright"),
      report("r2", "1980-02-11T10:00:00Z", "dismiss", "copyright"),
      report("r3", "1980-03-01T10:00:00Z", "send"),
      { subjectId: "r4", at: "1980-03-01T10:00:00Z", action: "message.send", after: { kind: "barrier" } },
    );
    expect(await numbersOf(1980)).toMatchObject({
      reports: [
        { reason: "outdated", received: 2, upheld: 1, dismissed: 0 },
        { reason: "copyright", received: 1, upheld: 0, dismissed: 1 },
      ],
      daysToAnswer: 6,
    });
  });

  test("take a year as it is in Brussels, and show the newest first", async () => {
    await log(sent("z1970", "1970-12-31T23:30:00Z"));
    expect(await numbersOf(1970)).toBeUndefined();
    expect((await numbersOf(1971))?.practices.received).toBe(1);
    const years = (await getModerationNumbers()).map(({ year }) => year);
    expect(years).toEqual([...years].sort((a, b) => b - a));
  });

  test("come from what the commands log, and stay when everything else is erased", async () => {
    // As the numbers are: by the year in Brussels.
    const now = Number(dayInBrussels().slice(0, 4));
    const before = await numbersOf(now);
    const id = await stored(aPractice(), "pending");
    await act(id, "reject");
    await sendMessage({ message: aMessage("report"), locale: "en" }, "key-1");
    const report = await database().readerMessage.findFirstOrThrow();
    await decideMessage({ id: report.id, seen: "pending", action: "uphold", by: editor, answer: "Yes." });
    await database().practice.deleteMany();
    await database().readerMessage.deleteMany();
    const after = await numbersOf(now);
    const upheld = (year: typeof after) => year?.reports.find(({ reason }) => reason === "outdated")?.upheld ?? 0;
    expect((after?.practices.received ?? 0) - (before?.practices.received ?? 0)).toBe(1);
    expect((after?.practices.rejected ?? 0) - (before?.practices.rejected ?? 0)).toBe(1);
    expect(upheld(after) - upheld(before)).toBe(1);
    expect(after?.daysToAnswer).not.toBeNull();
  });
});
