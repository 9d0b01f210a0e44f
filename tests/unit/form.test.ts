import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import { limits } from "../../lib/practice/practice.ts";
import { consentVersion, errorsOfKept, parseForm, readValues, toKept, toValues } from "../../lib/submission/form.ts";
import { judge } from "../../lib/submission/judge.ts";
import { posted, type Typed, typed } from "../support/submission.ts";

const today = "2026-11-22";
const send = (over: Typed = {}) => parseForm(readValues(posted(over)), today);
const errorsOf = (over: Typed) => {
  const result = send(over);
  return "errors" in result ? result.errors : {};
};
const submitted = (over: Typed = {}) => {
  const result = send(over);
  if ("errors" in result) throw new Error(JSON.stringify(result.errors));
  return result.submitted;
};

describe("the form", () => {
  test("with what is required makes a practice that claims nothing more", () => {
    expect(submitted()).toEqual({
      language: "it",
      sender: { name: "Ada Bianchi", email: "ada@biblioteca.example" },
      practice: expect.objectContaining({
        kind: "practice",
        originalLocale: "it",
        countries: ["IT"],
        themes: ["basic-skills", "e-services"],
        audiences: { direct: [], final: [] },
        obstacles: [],
        status: "unknown",
        evidence: "described",
        period: {},
        places: [],
        links: [],
        organisations: [{ name: "Biblioteca di Ostuni", roles: ["lead"] }],
        contacts: [
          {
            name: "Ada Bianchi",
            privateEmail: "ada@biblioteca.example",
            consent: { basis: "given", version: consentVersion },
          },
        ],
        texts: {
          it: {
            title: "Bussola digitale",
            sections: { summary: "Uno sportello in biblioteca.", presentation: "Ogni sabato, in biblioteca." },
            provenance: { origin: "original", method: "human", reviewed: true, writtenOn: today },
          },
        },
      }),
    });
  });

  test("with everything puts each answer in its place", () => {
    const { practice } = submitted({
      country: ["SE", "IT"],
      place: "Ostuni",
      organisationType: "library",
      audience: ["rural", "older-people"],
      obstacle: ["distance", "closed-counters"],
      startYear: "2019",
      endYear: "2024",
      costs: "Poco.",
      results: "Molto.",
      benefits: "B",
      constraints: "C",
      advice: "D",
      nextSteps: "E",
      website: "https://biblioteca.example/bussola",
    });
    expect(practice).toMatchObject({
      countries: ["SE", "IT"],
      places: [{ name: "Ostuni", country: "SE", role: "area" }],
      organisations: [{ type: "library" }],
      audiences: { direct: ["rural", "older-people"] },
      obstacles: [{ code: "distance" }, { code: "closed-counters" }],
      period: { start: "2019", end: "2024" },
      status: "ended",
      links: [{ url: "https://biblioteca.example/bussola" }],
    });
    expect(practice.texts.it?.sections).toMatchObject({
      costs: "Poco.",
      results: "Molto.",
      benefits: "B",
      constraints: "C",
      advice: "D",
      nextSteps: "E",
    });
  });

  test("can be filled in again from the practice it made, all but the consent", () => {
    const over = {
      place: "Ostuni",
      organisationType: "library",
      audience: ["rural"],
      obstacle: ["fear", "cost"],
      startYear: "2019",
      website: "https://biblioteca.example/",
      costs: "- uno\n- due",
      nextSteps: "E",
    };
    const { practice } = submitted(over);
    const values = toValues(practice);
    expect(values.consent).toBeUndefined();
    expect(parseForm({ ...values, consent: "yes" }, today)).toEqual({ submitted: submitted(over) });
  });
});

describe("a required answer", () => {
  const required = [
    ...["language", "title", "summary", "description", "country", "organisation", "theme", "contactEmail", "consent"],
  ];

  test.each(required)("%s is asked for where it is missing", (field) => {
    expect(errorsOf({ [field]: [] })).toEqual({ [field]: "required" });
  });

  test.each(required.filter((field) => !["country", "theme"].includes(field)))("%s is not blank", (field) => {
    expect(errorsOf({ [field]: " \r\n\t " })).toEqual({ [field]: "required" });
  });

  test("no other is required", () => {
    expect(Object.keys(errorsOf(Object.fromEntries(Object.keys(typed).map((field) => [field, []]))))).toEqual(required);
  });
});

test("all errors are told at once, in the order of the form", () => {
  const errors = errorsOf({
    language: "",
    title: "x".repeat(limits.title + 1),
    summary: "",
    country: ["IT", "XX"],
    theme: [],
    organisation: "",
    organisationType: "club",
    startYear: "2020",
    endYear: "2010",
    costs: "x".repeat(limits.section + 1),
    website: "javascript:alert(1)",
    contactEmail: "ada at biblioteca",
    consent: [],
  });
  expect(Object.entries(errors)).toEqual([
    ["language", "required"],
    ["title", "too-long"],
    ["summary", "required"],
    ["country", "unknown-code"],
    ["organisation", "required"],
    ["organisationType", "unknown-code"],
    ["theme", "required"],
    ["endYear", "ends-before-start"],
    ["costs", "too-long"],
    ["website", "not-an-address"],
    ["contactEmail", "not-an-email"],
    ["consent", "required"],
  ]);
});

describe("an answer", () => {
  test.each([
    ["title", limits.title],
    ["summary", limits.summary],
    ["description", limits.section],
    ["place", limits.line],
    ["organisation", limits.line],
    ["results", limits.section],
    ["contactName", limits.line],
  ])("%s has at most %i characters", (field, most) => {
    expect(errorsOf({ [field]: "å".repeat(most) })).toEqual({});
    expect(errorsOf({ [field]: "å".repeat(most + 1) })).toEqual({ [field]: "too-long" });
  });

  test.each(["title", "summary", "description", "place", "organisation", "advice", "contactName"])(
    "%s holds no hidden characters",
    (field) => {
      expect(errorsOf({ [field]: "a\u0000b" })).toEqual({ [field]: "control-character" });
      expect(errorsOf({ [field]: "a\u001bb" })).toEqual({ [field]: "control-character" });
    },
  );

  test.each([
    ["language", "de"],
    ["country", "it"],
    ["theme", "magic"],
    ["audience", "everybody"],
    ["obstacle", "the-weather"],
    ["organisationType", "club"],
  ])("%s is one of the list", (field, code) => {
    expect(errorsOf({ [field]: code })).toEqual({ [field]: "unknown-code" });
  });

  test("chosen twice counts once", () => {
    expect(submitted({ theme: ["networks", "networks"] }).practice.themes).toEqual(["networks"]);
  });

  test("chosen without end is too many", () => {
    expect(errorsOf({ country: Array.from({ length: 5000 }, () => "IT") })).toEqual({ country: "too-many" });
  });

  test("keeps its lines, whatever the browser ends them with", () => {
    const { practice } = submitted({ description: "- uno\r\n- due\r\n" });
    expect(practice.texts.it?.sections.presentation).toBe("- uno\n- due");
  });

  test("that is a file or no field of ours is left out", () => {
    const data = posted({ role: "administrator" });
    data.set("title", new File(["x"], "x.txt"));
    const values = readValues(data);
    expect(values.title).toBe("");
    expect(values.role).toBeUndefined();
    expect(values.summary).toBe(typed.summary);
  });
});

describe("the years", () => {
  test.each(["1950", "1999", "2099", " 2010 "])("%j is one", (startYear) => {
    expect(submitted({ startYear }).practice.period).toEqual({ start: startYear.trim() });
  });

  test.each(["1949", "2100", "99", "2010-05", "MMX", "0x7da", "20100"])("%s is none", (year) => {
    expect(errorsOf({ startYear: year })).toEqual({ startYear: "not-a-year" });
    expect(errorsOf({ endYear: year })).toEqual({ endYear: "not-a-year" });
  });

  test("do not run backwards, but may be the same", () => {
    expect(errorsOf({ startYear: "2020", endYear: "2019" })).toEqual({ endYear: "ends-before-start" });
    expect(errorsOf({ startYear: "2020", endYear: "2020" })).toEqual({});
    expect(errorsOf({ startYear: "abcd", endYear: "2019" })).toEqual({ startYear: "not-a-year" });
  });

  test.each([
    ["", "", "unknown"],
    ["2019", "", "running"],
    ["2019", "2024", "ended"],
    ["", "2024", "ended"],
    ["2019", "2026", "ended"],
    ["2019", "2030", "running"],
  ])("from %j to %j: it is %s", (startYear, endYear, status) => {
    expect(submitted({ startYear, endYear }).practice.status).toBe(status);
  });
});

describe("the website", () => {
  test.each([
    ["biblioteca.example", "https://biblioteca.example"],
    ["  www.biblioteca.example/bussola?a=b  ", "https://www.biblioteca.example/bussola?a=b"],
    ["biblioteca.example:8080/x", "https://biblioteca.example:8080/x"],
    ["http://biblioteca.example", "http://biblioteca.example"],
    ["HTTPS://Biblioteca.example", "HTTPS://Biblioteca.example"],
  ])("%j leads to %s", (website, url) => {
    expect(submitted({ website }).practice.links).toEqual([{ url }]);
  });

  test.each([
    ...["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,<p>", "vbscript:x"],
    ...["mailto:ada@biblioteca.example", "ftp://biblioteca.example", "our website", "localhost:3000", "http://", "//"],
    ...["https://biblioteca.example/\u0000", "biblioteca"],
  ])("%j is refused", (website) => {
    expect(errorsOf({ website })).toEqual({ website: "not-an-address" });
  });
});

test("the e-mail address is one, without the blanks around it", () => {
  expect(submitted({ contactEmail: " ada@biblioteca.example " }).sender.email).toBe("ada@biblioteca.example");
  for (const contactEmail of ["ada", "ada@", "@x.example", "a b@x.example", "ada@x.example\nbcc: b@x.example"]) {
    expect(errorsOf({ contactEmail })).toEqual({ contactEmail: "not-an-email" });
  }
});

describe("what can be typed", () => {
  const codes = [
    ...["required", "too-long", "too-many", "unknown-code", "not-a-year", "ends-before-start", "not-an-address"],
    ...["not-an-email", "control-character", "too-marked"],
  ];
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.stringMatching(/^[-*_>[\]`~\d.) \n]{0,60}$/),
    fc.constantFrom("it", "2010", "https://a.example", "a@b.example", "IT", "networks", "<script>", "\u0000", "\ud800"),
  );
  const form = fc.dictionary(fc.constantFrom(...Object.keys(readValues(posted()))), fc.array(value, { maxLength: 3 }));
  const secret = "a secret of the tests, and of nothing else";

  test("causes no error of ours in 10,000 forms of every kind, and can be kept or says why not", () => {
    const kinds = fc.constantFrom("submission", "correction", "entry");
    const intents = fc.constantFrom("check", "send", "back", "keep");
    fc.assert(
      fc.property(form, kinds, intents, (over, kind, intent) => {
        const data = posted({ ...over, intent, ticket: issueTicket(secret, 0) });
        const verdict = judge(readValues(data), data, { secret, now: 60_000, kind, mayKeep: true });
        const errors = "errors" in verdict ? Object.values(verdict.errors) : [];
        for (const code of errors) expect([...codes, "robot"]).toContain(code);
        // What is kept is stored as JSON, which PostgreSQL takes without a zero byte and half a character.
        if (verdict.step === "keep") expect(JSON.stringify(readValues(data))).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
      { numRuns: 10_000 },
    );
  }, 90_000);
});

test("a form is kept with mistakes and gaps, but not with what cannot be stored", () => {
  const kept = (over: Typed) => errorsOfKept(readValues(posted(over)));
  expect(kept({ title: "", contactEmail: "ada at", startYear: "soon", country: [], website: "x" })).toEqual({});
  expect(kept({ costs: "x".repeat(limits.section + 1) })).toEqual({ costs: "too-long" });
  expect(kept({ website: "\u0000" })).toEqual({ website: "control-character" });
  expect(kept({ theme: ["networks", "magic"] })).toEqual({ theme: "unknown-code" });
  expect(toKept(readValues(posted()))).not.toHaveProperty("consent");
});

test("a correction needs no address, and what is told to an editor may have none", () => {
  const without = readValues(posted({ contactEmail: "", contactName: "" }));
  expect(parseForm(without, today)).toEqual({ errors: { contactEmail: "required" } });
  for (const kind of ["correction", "entry"] as const)
    expect(parseForm(without, today, kind)).toMatchObject({ submitted: { practice: { contacts: [] } } });
  expect(parseForm(readValues(posted({ contactEmail: "ada at" })), today, "entry")).toEqual({
    errors: { contactEmail: "not-an-email" },
  });
});
