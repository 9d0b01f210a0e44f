import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answers,
  type ContactForm,
  longestDetail,
  parseAnswer,
  parseChange,
  parseErase,
  readValues,
} from "../../lib/contact/answer.ts";
import { addressOf, contactToken, idInToken, opens } from "../../lib/contact/token.ts";

const secret = "a secret of the tests, and of nothing else";
const today = "2026-11-22";
const ada = { id: "ada-1", privateEmail: "ada@x.example", publicEmail: null, newPublicEmail: null };

describe("the private link of a contact", () => {
  test("is always the same, names the contact, and fits into an address", () => {
    const token = contactToken(secret, ada);
    expect(token).toBe(contactToken(secret, { ...ada, privateEmail: "ADA@x.example" }));
    expect(idInToken(token)).toBe("ada-1");
    expect(encodeURIComponent(token)).toBe(token);
    expect(opens(secret, token, ada)).toBe(true);
  });

  test("is no other contact’s, no other address’s, and nobody’s without the secret", () => {
    const token = contactToken(secret, ada);
    for (const other of [
      { ...ada, id: "ada-2" },
      { ...ada, privateEmail: "bo@x.example" },
      { ...ada, privateEmail: null },
    ])
      expect(opens(secret, token, other)).toBe(false);
    expect(opens("another", token, ada)).toBe(false);
    for (const wrong of ["", "ada-1", "ada-1.", `${token}=`, token.slice(1), token.toUpperCase()])
      expect(opens(secret, wrong, ada), wrong).toBe(false);
    expect(idInToken("no dot")).toBe("");
  });

  test("goes to the private address, else to the public one, or what is to take its place", () => {
    const info = { privateEmail: null, publicEmail: "info@x.example", newPublicEmail: null };
    expect(addressOf(ada)).toBe("ada@x.example");
    expect(addressOf(info)).toBe("info@x.example");
    expect(addressOf({ ...info, newPublicEmail: "new@x.example" })).toBe("new@x.example");
    expect(addressOf({ ...info, publicEmail: null })).toBeUndefined();
  });
});

describe("an answer to the yearly question", () => {
  const answer = (values: Record<string, string>) =>
    parseAnswer({ answer: "", year: "", detail: "", ...values }, today);

  test("that it is still running needs nothing more, and takes nothing more along", () => {
    expect(answer({ answer: "running" })).toEqual({ told: { answer: "running" } });
    expect(answer({ answer: "running", detail: "All well", year: "2020" })).toEqual({ told: { answer: "running" } });
  });

  test.each(["changed", "taken-over", "funding"])("that something is otherwise must say what: %s", (code) => {
    expect(answer({ answer: code })).toEqual({ errors: { detail: "required" } });
    expect(answer({ answer: code, detail: " \n " })).toEqual({ errors: { detail: "required" } });
    expect(answer({ answer: code, detail: " The county. " })).toEqual({
      told: { answer: code, detail: "The county." },
    });
  });

  test("that it has ended must say in which year, which has come", () => {
    expect(answer({ answer: "ended" })).toEqual({ errors: { year: "required" } });
    expect(answer({ answer: "ended", year: "2027" })).toEqual({ errors: { year: "in-the-future" } });
    expect(answer({ answer: "ended", year: "20" })).toMatchObject({ errors: { year: "not-a-year" } });
    expect(answer({ answer: "ended", year: "2026" })).toEqual({ told: { answer: "ended", detail: "2026" } });
    expect(answer({ answer: "ended", year: "2026", detail: "In May" })).toEqual({
      told: { answer: "ended", detail: "2026\n\nIn May" },
    });
  });

  test("is one of the list, and not too long", () => {
    expect(answer({})).toEqual({ errors: { answer: "required" } });
    expect(answer({ answer: "perhaps" })).toEqual({ errors: { answer: "unknown-code" } });
    expect(answer({ answer: "changed", detail: "x".repeat(longestDetail + 1) })).toMatchObject({
      errors: { detail: "too-long" },
    });
    expect(answer({ answer: "changed", detail: "a\u0000b" })).toMatchObject({
      errors: { detail: "control-character" },
    });
  });
});

test("a correction needs an address; what is left empty is taken away", () => {
  expect(parseChange({ name: " Ada ", role: "", email: " ada@x.example " })).toEqual({
    corrected: { name: "Ada", role: undefined, email: "ada@x.example" },
  });
  expect(parseChange({ name: "x".repeat(301), role: "a\nb", email: "" })).toEqual({
    errors: { name: "too-long", role: "control-character", email: "required" },
  });
});

test("whoever wants to be erased has ticked a box", () => {
  expect(parseErase({ sure: "" })).toEqual({ sure: "required" });
  expect(parseErase({ sure: "yes" })).toBeUndefined();
});

describe("10,000 generated forms crash nothing:", () => {
  const odd = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "",
      " ",
      "\u0000",
      "\ud800",
      "2026",
      "9999",
      "ada@x.example",
      ...answers,
      "<script>",
      "x".repeat(5000),
    ),
  );
  const fields = fc.constantFrom("answer", "year", "detail", "name", "role", "email", "sure", "__proto__", "other");
  const parsers = {
    answer: (values: Record<string, string>) => parseAnswer(values, today),
    change: parseChange,
    erase: (values: Record<string, string>) => ({ errors: parseErase(values) ?? {} }),
  };

  test.each(["answer", "change", "erase"] as ContactForm[])("%s", (form) => {
    const codes = /^[a-z]+(-[a-z]+)*$/;
    fc.assert(
      fc.property(fc.array(fc.tuple(fields, odd), { maxLength: 8 }), (pairs) => {
        const data = new FormData();
        for (const [name, value] of pairs) data.append(name, value);
        const result = parsers[form](readValues(form, data));
        const errors = "errors" in result ? result.errors : {};
        for (const code of Object.values(errors)) expect(code).toMatch(codes);
        if ("told" in result) expect(answers).toContain(result.told.answer);
      }),
      { numRuns: 10_000 },
    );
  });
});
