import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fastest, issueTicket, longest } from "../../lib/form-guard/ticket.ts";
import { judgeWish, wishedQuery, wishLimits } from "../../lib/search-wish/wish.ts";
import { postedWish } from "../support/search-wish.ts";

const secret = "a secret of thirty-two characters";
const now = Date.UTC(2026, 10, 22);
const judge = (over: Record<string, string> = {}, age = fastest) =>
  judgeWish(postedWish({ ticket: issueTicket(secret, now - age), ...over }), { secret, now });
const errorsOf = (over: Record<string, string>) => judge(over).state.errors;

describe("what a reader looked for", () => {
  test("is sent with its words alone", () => {
    expect(judge().sent?.wish).toEqual({ query: "bus pass online", text: "How others explain it." });
    expect(judge({ text: "  " }).sent?.wish).toEqual({ query: "bus pass online", text: undefined });
    expect(Object.keys(judge({ name: "Sara", email: "sara@example.org" }).sent?.wish ?? {})).toEqual(["query", "text"]);
  });

  test("needs a line, and has its limits", () => {
    expect(errorsOf({ query: " " })).toEqual({ query: "required" });
    expect(errorsOf({ query: "x".repeat(wishLimits.query + 1), text: "x".repeat(wishLimits.text + 1) })).toEqual({
      query: "too-long",
      text: "too-long",
    });
    expect(errorsOf({ query: "a\u0000b" })).toEqual({ query: "control-character" });
  });

  test("is not kept with an e-mail address in it", () => {
    expect(errorsOf({ query: "sara@bibliotek.se", text: "Write to sara.lind@bibliotek.se, please" })).toEqual({
      query: "e-mail-address",
      text: "e-mail-address",
    });
    expect(errorsOf({ query: "what is @ in an address", text: "a @ b" })).toEqual({});
  });

  test("comes back with all that was typed where something is wrong", () => {
    const { state, sent } = judge({ query: "", text: "Two\r\nlines", website2: "x" });
    expect(sent).toBeUndefined();
    expect(state).toMatchObject({
      values: { query: "", text: "Two\nlines" },
      errors: { query: "required", website2: "robot" },
    });
  });

  test("is not sent faster than people read, nor by a form that is a day old; its new ticket is good", () => {
    const early = judge({}, fastest - 1);
    expect([early.state.errors, early.sent]).toEqual([{ form: "too-fast" }, undefined]);
    const { state, sent } = judge({}, longest + 1);
    expect([state.errors, sent]).toEqual([{ form: "expired" }, undefined]);
    expect(judgeWish(postedWish({ ticket: state.ticket }), { secret, now: now + fastest }).sent).toBeDefined();
  });

  test("has one key for the same words from one form, another for other words", () => {
    const ticket = issueTicket(secret, now - fastest);
    const [one, again, other] = [judge({ ticket }), judge({ ticket }), judge({ ticket, query: "bus" })];
    expect(one.sent?.key).toBe(again.sent?.key);
    expect(other.sent?.key).not.toBe(one.sent?.key);
  });
});

describe("the words that a search hands over", () => {
  test.each([
    ["bus pass", "bus pass"],
    ["  bus\n\u0000 pass ", "bus pass"],
    [undefined, ""],
    [["bus", "pass"], ""],
    ["x".repeat(201), ""],
  ])("%j are %j", (given, words) => {
    expect(wishedQuery(given)).toBe(words);
  });

  test("are a line, whatever they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (q) => {
        const words = wishedQuery(q);
        expect(words).toBe(words.trim());
        expect(words.isWellFormed()).toBe(true);
        expect(words).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
