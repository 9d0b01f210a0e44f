import { describe, expect, test } from "vitest";
import { checklist, missingPoints } from "@/lib/review/checklist";
import { commentFields } from "@/lib/review/field";
import {
  addTemplate,
  emptyReview,
  fromBrussels,
  mostComments,
  parseReview,
  readReview,
  toBrussels,
} from "@/lib/review/form";
import { personalData } from "@/lib/review/personal-data";

const posted = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
  return data;
};
const opened = { practiceId: "bussola1", revision: "3", state: "pending", key: "form-1", action: "publish" };
const now = Date.parse("2026-11-22T12:00:00Z");
const judged = (fields: Record<string, string | string[]>) => {
  const data = posted({ ...opened, ...fields });
  return parseReview(data, readReview(data), now);
};

describe("the checklist", () => {
  test("says what is missing, in its own order", () => {
    expect(missingPoints([])).toEqual(checklist);
    expect(missingPoints(["sourced", "is-practice", "nonsense"])).toEqual([
      ...["understandable", "no-personal-data", "reading-level"],
    ]);
    expect(missingPoints([...checklist])).toEqual([]);
  });

  test("is held by the box for all five as well as by five boxes", () => {
    expect(readReview(posted({ allHold: "yes" })).checklist).toEqual(checklist);
    expect(readReview(posted({ checklist: [...checklist].reverse() })).checklist).toEqual(checklist);
    expect(readReview(posted({ checklist: ["sourced", "nonsense"] })).checklist).toEqual(["sourced"]);
  });
});

describe("the form of a decision", () => {
  test("is read with everything that was typed, and nothing of it is lost", () => {
    const values = readReview(
      posted({
        ...{ checklist: "sourced", evidence: "monitored", message: "Riga\r\ndue", template: "too-short" },
        ...{ "commentField-1": "themes", "commentText-1": "Which?", "commentField-2": "", "commentText-2": "" },
        ...{ duplicateOf: "caban", duplicateId: "", publishAt: "2026-12-01T09:00" },
      }),
    );
    expect(values).toEqual({
      ...{ checklist: ["sourced"], evidence: "monitored", message: "Riga\ndue", template: "too-short" },
      comments: [
        { field: "themes", text: "Which?" },
        { field: "", text: "" },
      ],
      ...{ duplicateOf: "caban", publishAt: "2026-12-01T09:00" },
    });
  });

  test("gets room for one more comment at a time, up to five", () => {
    expect(emptyReview("described").comments).toHaveLength(2);
    let fields: Record<string, string> = { intent: "row", "commentText-1": "One", "commentText-2": "Two" };
    for (const room of [3, 4, 5, 5]) {
      const { comments } = readReview(posted(fields));
      expect(comments).toHaveLength(room);
      expect(comments.slice(0, 2).map(({ text }) => text)).toEqual(["One", "Two"]);
      fields = {
        intent: "row",
        ...Object.fromEntries(comments.map(({ text }, at) => [`commentText-${at + 1}`, text])),
      };
    }
    expect(mostComments).toBe(5);
  });

  test("becomes a decision, with comments on fields that there are", () => {
    const result = judged({
      ...{ allHold: "yes", evidence: "evaluated", message: " Well done. " },
      ...{ "commentField-1": "texts.it.results", "commentText-1": " How many? ", "commentText-2": "  " },
      ...{ "commentField-3": "importHash", "commentText-3": "On the whole" },
    });
    expect(result).toEqual({
      reviewed: {
        ...{ practiceId: "bussola1", revision: 3, state: "pending", key: "form-1", draft: "", action: "publish" },
        ...{ message: "Well done.", checklist: [...checklist], evidence: "evaluated" },
        comments: [{ field: "texts.it.results", text: "How many?" }, { text: "On the whole" }],
        ...{ duplicateOf: undefined, publishAt: undefined },
      },
    });
  });

  test.each([
    ["an action that nobody offers", { action: "resubmit" }, "not-allowed"],
    ["a state that there is not", { state: "lost" }, "not-allowed"],
    ["a message that is too long", { message: "a".repeat(5001) }, "too-long"],
    ["a comment that is too long", { "commentText-1": "a".repeat(2001) }, "too-long"],
    ["hidden characters", { message: "a\u0000b" }, "control-character"],
    ["a duplicate of nothing", { action: "mark-duplicate" }, "no-duplicate"],
    ["a duplicate of a sentence", { action: "mark-duplicate", duplicateId: "that one there" }, "no-duplicate"],
    ["a time that is none", { action: "schedule", publishAt: "tomorrow" }, "not-a-time"],
    ["a day that is none", { action: "schedule", publishAt: "2027-02-30T10:00" }, "not-a-time"],
    ["a time that is over", { action: "schedule", publishAt: "2026-11-22T12:59" }, "time-past"],
    ["a time beyond all plans", { action: "schedule", publishAt: "2126-11-22T12:59" }, "time-past"],
  ])("is refused for %s", (_, fields, error) => {
    expect(judged(fields)).toEqual({ error });
  });

  test("takes the other practice by its number or by an address that holds it", () => {
    for (const typed of [
      "caban",
      " caban ",
      "https://ponte.example/p/caban",
      "https://ponte.example/sv/redaktion/caban/",
    ])
      expect(judged({ action: "mark-duplicate", duplicateId: typed }), typed).toMatchObject({
        reviewed: { duplicateOf: "caban" },
      });
  });

  test("has a ready answer put behind what was written, not in its place", () => {
    const values = emptyReview("described");
    expect(addTemplate(values, "Thank you.").message).toBe("Thank you.");
    expect(addTemplate({ ...values, message: "Ciao Ada,\n" }, "Thank you.").message).toBe("Ciao Ada,\n\nThank you.");
  });

  test("offers comments on the text that the contributor wrote, not on our plain words", () => {
    expect(commentFields("sv")).toContain("texts.sv.costs");
    expect(commentFields("sv")).not.toContain("texts.sv.plainWords");
  });
});

describe("a time in Brussels", () => {
  test.each([
    ["in winter", "2026-12-01T09:30", "2026-12-01T08:30:00.000Z"],
    ["in summer", "2027-07-01 09:30", "2027-07-01T07:30:00.000Z"],
    ["typed as in French", "2027-07-01 09h30", "2027-07-01T07:30:00.000Z"],
    ["in the hour that comes twice", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["in the hour that is skipped", "2027-03-28T02:30", "2027-03-28T01:30:00.000Z"],
  ])("%s is the right moment", (_, typed, moment) => {
    expect(fromBrussels(typed)?.toISOString()).toBe(moment);
  });

  test("is written as the field wants it, and read back", () => {
    for (const typed of ["2026-12-01T00:00", "2027-07-01T23:59"])
      expect(toBrussels(fromBrussels(typed) as Date)).toBe(typed);
  });
});

describe("personal data in a text", () => {
  test("is found where people write it", () => {
    expect(personalData("Scrivi a ada.bianchi@biblioteca.example o chiama il +39 080 555 12 34 (Ada).")).toEqual([
      "ada.bianchi@biblioteca.example",
      "+39 080 555 12 34",
    ]);
    expect(personalData("Tél. 04 90 12 34 56; ring 08-123 456 78, 0039.080.5551234")).toEqual([
      ...["04 90 12 34 56", "08-123 456 78", "0039.080.5551234"],
    ]);
  });

  test("is not found in years, amounts, dates, codes and addresses of pages", () => {
    const text =
      "Dal 2010 al 2014, 39.340,69 euro, il 01/02/2024 e il 01.02.2024, 1 200 000 personer, 75001 Paris, https://example.org/a/0123456789 @ponte";
    expect(personalData(text)).toEqual([]);
  });

  test("is told once, and not without end", () => {
    expect(personalData("a@b.example a@b.example")).toEqual(["a@b.example"]);
    expect(personalData(Array.from({ length: 50 }, (_, at) => `a${at}@b.example`).join(" "))).toHaveLength(10);
  });

  test("is looked for in a moment, whatever is written", () => {
    const began = performance.now();
    for (const text of [
      "0".repeat(50_000),
      "a.".repeat(25_000),
      "+".repeat(50_000),
      "0 ".repeat(25_000),
      "a@".repeat(25_000),
    ])
      personalData(text);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
