import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import { toThesaurus, withNames } from "../../lib/search/thesaurus.ts";
import { judgeTerm, termLimits } from "../../lib/term/term.ts";

const secret = "a secret of the tests, and of nothing else";
const now = Date.UTC(2026, 10, 22);
const ticket = issueTicket(secret, now - 60_000);
const least = { kind: "glossary", language: "sv", term: "e-legitimation", text: "Ett kort eller en app." };
const judge = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ticket, ...fields })) data.set(name, value);
  return judgeTerm(data, { secret, now });
};

describe("a word that a reader proposes", () => {
  test("is sent with what was typed, with or without an address", () => {
    expect(judge(least).sent?.proposal).toEqual({ ...least, email: undefined });
    expect(judge({ ...least, email: " ada@example.org " }).sent?.proposal.email).toBe("ada@example.org");
  });

  test("has the same key when it is sent twice, and another with other words", () => {
    expect(judge(least).sent?.key).toBe(judge(least).sent?.key);
    expect(judge({ ...least, term: "BankID" }).sent?.key).not.toBe(judge(least).sent?.key);
  });

  test.each([
    ["kind", "nothing", "required"],
    ["language", "de", "unknown-code"],
    ["term", " ", "required"],
    ["term", "x".repeat(termLimits.term + 1), "too-long"],
    ["text", "", "required"],
    ["email", "ada@", "not-an-email"],
  ])("comes back with everything typed where %s is %j", (field, value, error) => {
    const { state, sent } = judge({ ...least, [field]: value });
    expect(sent).toBeUndefined();
    expect(state.errors).toEqual({ [field]: error });
    expect(state.values.text).toBe(field === "text" ? value : least.text);
  });

  test("is not sent by a program that fills in every field, nor faster than anybody types", () => {
    expect(judge({ ...least, website2: "https://example.org" }).sent).toBeUndefined();
    expect(judge({ ...least, ticket: issueTicket(secret, now) }).state.errors).toEqual({ form: "too-fast" });
  });

  test("is judged without a crash, whatever is posted: 10,000 forms", () => {
    const fields = fc.constantFrom("kind", "language", "term", "text", "email", "ticket", "other");
    fc.assert(
      fc.property(fc.dictionary(fields, fc.oneof(fc.string({ unit: "binary" }), fc.emailAddress())), (posted) => {
        const { state, sent } = judge(posted);
        expect(sent !== undefined || Object.keys(state.errors).length > 0).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});

test("an accepted name stands behind the others of its concept, once, and only where the concept exists", () => {
  const label = { it: "biblioteca", fr: "bibliothèque", sv: "bibliotek", en: "library" };
  const concept = {
    id: "library",
    label,
    also: { sv: ["bibblan"] },
    broader: [],
    related: [],
    codes: [],
    group: "places",
  };
  const names = [
    { concept: "library", locale: "sv" as const, label: "bokhus" },
    { concept: "library", locale: "sv" as const, label: "bibblan" },
    { concept: "gone", locale: "sv" as const, label: "borta" },
  ];
  const { concepts, words } = withNames(toThesaurus([concept]), names);
  expect(concepts.get("library")?.also).toEqual({ sv: ["bibblan", "bokhus"] });
  expect([...concepts.keys()]).toEqual(["library"]);
  expect(words.sv.has("bokhus")).toBe(true);
});
