import { describe, expect, test } from "vitest";
import { fastest, issueTicket, longest, privateToken, readTicket, tokenHash } from "../../lib/form-guard/ticket.ts";
import { readValues } from "../../lib/submission/form.ts";
import { judge } from "../../lib/submission/judge.ts";
import { posted, type Typed } from "../support/submission.ts";

const secret = "a secret of the tests, and of nothing else";
const handedOut = Date.UTC(2026, 10, 22, 10);
const ticket = issueTicket(secret, handedOut);

/** What becomes of a form that was handed out at ten, posted so many milliseconds later. */
function post(over: Typed, after = 60_000) {
  const data = posted({ ticket, ...over });
  return judge(readValues(data), data, { secret, now: handedOut + after });
}

describe("a posted form", () => {
  test("is first read once more", () => {
    expect(post({})).toMatchObject({ step: "review", ticket, submitted: { language: "it" } });
    expect(post({})).not.toHaveProperty("error");
    expect(post({ intent: "anything" })).toMatchObject({ step: "review" });
  });

  test("is sent where that was asked for, under the number of its ticket and of its words", () => {
    const { key = "" } = readTicket(secret, ticket) ?? {};
    const keyOf = (over: object) => (post({ intent: "send", ...over }) as { key: string }).key;
    expect(post({ intent: "send" })).toMatchObject({ step: "send", ticket, submitted: { language: "it" } });
    expect(keyOf({})).toMatch(new RegExp(`^${key} .+`));
    expect(keyOf({})).toBe(keyOf({}));
    // Going back to the same form and telling of something else is another practice.
    expect(keyOf({ title: "Altro" })).not.toBe(keyOf({}));
  });

  test("with mistakes comes back with all of them and all that was typed", () => {
    for (const intent of ["", "send"]) {
      expect(post({ intent, title: "", contactEmail: "ada" })).toMatchObject({
        step: "fill",
        ticket,
        errors: { title: "required", contactEmail: "not-an-email" },
        values: { summary: "Uno sportello in biblioteca.", contactEmail: "ada" },
      });
    }
  });

  test("that its writer wants to change comes back without a word of mistakes", () => {
    expect(post({ intent: "back", title: "" })).toMatchObject({ step: "fill", errors: {}, values: { title: "" } });
  });

  test("is dated on the day it was sent, in Brussels, and is one form on both sides of midnight", () => {
    const midnight = Date.UTC(2026, 10, 22, 23) - handedOut;
    const [late, early] = [post({ intent: "send" }, midnight - 1), post({ intent: "send" }, midnight)];
    const dated = (writtenOn: string) => ({
      submitted: { practice: { texts: { it: { provenance: { writtenOn } } } } },
    });
    expect(late).toMatchObject(dated("2026-11-22"));
    expect(early).toMatchObject({ ...dated("2026-11-23"), key: (late as { key: string }).key });
  });
});

describe("a form that is kept for later", () => {
  const keep = (over: Typed, options = {}) => {
    const data = posted({ ticket, intent: "keep", ...over });
    return judge(readValues(data), data, { secret, now: handedOut + 60_000, mayKeep: true, ...options });
  };

  test("needs nothing filled in, and has one number for the same words", () => {
    const kept = keep({ title: "", contactEmail: "", consent: [] });
    expect(kept).toMatchObject({ step: "keep" });
    expect(keep({ title: "", contactEmail: "", consent: [] })).toEqual(kept);
    expect(keep({ title: "Altro" })).not.toEqual(kept);
  });

  test("is guarded as one that is sent: by its ticket, and by the field that people do not see", () => {
    expect(keep({ website2: "x" })).toMatchObject({ step: "fill", errors: { website2: "robot" } });
    expect(keep({}, { now: handedOut })).toMatchObject({ step: "fill", errors: { form: "too-fast" } });
    expect(keep({}, { now: handedOut + longest + 1 })).toMatchObject({ step: "fill", errors: { form: "expired" } });
  });

  test("is only read once more where there is nothing to keep it in", () => {
    expect(keep({}, { mayKeep: false })).toMatchObject({ step: "review" });
  });
});

describe("a form that was sent too soon", () => {
  test("is shown once more with a word about it, and keeps its ticket", () => {
    expect(post({ intent: "send" }, fastest - 1)).toMatchObject({ step: "review", error: "too-fast", ticket });
    expect(post({ intent: "send" }, fastest)).toMatchObject({ step: "send" });
  });

  test("may be read through at once: only sending waits", () => {
    expect(post({}, 0)).not.toHaveProperty("error");
  });
});

describe("a form that was open for more than a day", () => {
  test("is shown once more with a new ticket, by which it can then be sent", () => {
    expect(post({ intent: "send" }, longest)).toMatchObject({ step: "send" });
    const late = post({ intent: "send" }, longest + 1);
    expect(late).toMatchObject({ step: "review", error: "expired", submitted: { language: "it" } });
    expect(late.ticket).not.toBe(ticket);
    const again = posted({ ticket: late.ticket, intent: "send" });
    const now = handedOut + longest + 1 + fastest;
    expect(judge(readValues(again), again, { secret, now })).toMatchObject({ step: "send" });
  });
});

describe("a ticket that is not ours", () => {
  const [issuedAt, key, signature] = ticket.split(".");
  test.each([
    ["none", []],
    ["empty", ""],
    ["made up", "1.2.3"],
    ["signed with another secret", issueTicket("another secret", handedOut)],
    ["made younger", `${handedOut + 1000}.${key}.${signature}`],
    ["with another number", `${issuedAt}.AAAAAAAAAAAAAAAAAAAAAA.${signature}`],
    ["cut short", ticket.slice(0, -1)],
    ["from the future", issueTicket(secret, handedOut + 3_600_000)],
  ])("sends nothing: %s", (_, forged) => {
    const verdict = post({ ticket: forged, intent: "send" });
    expect(verdict).toMatchObject({ step: "review", error: "expired" });
    expect(readTicket(secret, verdict.ticket)).toMatchObject({ issuedAt: handedOut + 60_000 });
  });
});

describe("the field that people do not see", () => {
  test("must stay empty, at every step, even where all else is right", () => {
    for (const intent of ["", "send"]) {
      expect(post({ intent, website2: "https://spam.example" })).toMatchObject({
        step: "fill",
        errors: { website2: "robot" },
      });
    }
  });
});

describe("a ticket", () => {
  test("says when it was handed out, and has a number that no other has", () => {
    expect(readTicket(secret, ticket)?.issuedAt).toBe(handedOut);
    const numbers = Array.from({ length: 50 }, () => readTicket(secret, issueTicket(secret, handedOut))?.key);
    expect(new Set(numbers).size).toBe(50);
  });

  test("gives one private link, which the database cannot give away", () => {
    const token = privateToken(secret, "number");
    expect(privateToken(secret, "number")).toBe(token);
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(privateToken(secret, "another")).not.toBe(token);
    expect(privateToken("another secret", "number")).not.toBe(token);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenHash(token)).not.toContain(token);
  });
});
