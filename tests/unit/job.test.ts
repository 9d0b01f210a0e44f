import { describe, expect, test } from "vitest";
import { failureCode, jobNames, jobs, nextRun, runAt } from "../../lib/job/job.ts";
import { Refusal } from "../../lib/refusal.ts";

const at = (time: string) => new Date(`2026-03-10T${time}Z`);

describe("a repeated job", () => {
  test("is the same run for whoever asks within its stretch of time, and another one after", () => {
    const times = ["00:00:00", "11:30:00", "23:59:59.999"];
    for (const time of times) expect(runAt("ask-contacts", at(time))?.start).toEqual(at("07:00:00"));
    expect(runAt("ask-contacts", new Date("2026-03-11T00:00:00Z"))?.start).toEqual(new Date("2026-03-11T07:00:00Z"));
    expect(runAt("publish-due", at("11:30:59"))?.start).toEqual(at("11:30:00"));
    expect(runAt("mail", at("11:30:00")), "only where something asks for it").toBeUndefined();
  });

  test("says when it runs next: today where its hour is still to come, else a stretch later", () => {
    expect(nextRun("ask-contacts", at("05:00:00"))).toEqual(at("07:00:00"));
    expect(nextRun("ask-contacts", at("07:00:00"))).toEqual(new Date("2026-03-11T07:00:00Z"));
    expect(nextRun("check-links", at("11:30:00"))).toEqual(at("12:05:00"));
    expect(nextRun("mail", at("11:30:00"))).toBeUndefined();
  });
});

test("a mail is tried for about three days, and no job is done twice at the same time because it is slow", () => {
  const { retryLimit, retryDelay } = jobs.mail;
  const shortest = Array.from({ length: retryLimit }, (_, time) => retryDelay * 2 ** time).reduce((a, b) => a + b, 0);
  // The queue waits between once and twice as long, by chance.
  expect((1.5 * shortest) / 86_400).toBeGreaterThan(2.5);
  expect((1.5 * shortest) / 86_400).toBeLessThan(3.5);
  for (const name of jobNames) expect(jobs[name].expireInSeconds, name).toBeGreaterThanOrEqual(120);
});

describe("what is kept of an error", () => {
  test.each([
    [new Refusal("conflict"), "conflict"],
    [new TypeError("x is not a function"), "TypeError"],
    [Object.assign(new Error("connect ECONNREFUSED 10.0.0.1"), { code: "ECONNREFUSED" }), "ECONNREFUSED"],
    [Object.assign(new Error("550 <ada@a.example>"), { code: "EENVELOPE", responseCode: 550 }), "EENVELOPE 550"],
    [Object.assign(new Error("Unique constraint"), { code: "P2002" }), "P2002"],
    [Object.assign(new Error(), { code: "no <ada@a.example> here" }), "Error"],
    ["ada@a.example", "Error"],
    [undefined, "Error"],
  ])("is its code or class, never its words: %s", (error, code) => {
    expect(failureCode(error)).toBe(code);
  });
});
