import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { limits, type PracticeDraft, practiceInput, practiceJsonSchema } from "../../lib/practice/practice.ts";
import { draft, written } from "../support/practices.ts";

/** What is wrong with a practice: "path: code". */
function refusals(input: unknown): string[] {
  const result = practiceInput.safeParse(input);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
/** One that differs from a good practice in ways that types would not allow. */
const odd = (over: Record<string, unknown>) => ({ ...draft(), ...over });
const titled = (title: unknown) => odd({ texts: { it: { title, sections: {}, provenance: written } } });
const period = (dates: Record<string, string>) => odd({ period: dates });

describe("a practice", () => {
  test("needs a kind, a language with its text, a country and a theme", () => {
    expect(refusals(draft())).toEqual([]);
    expect(refusals(odd({ kind: undefined }))).toEqual(["kind: unknown-code"]);
    expect(refusals(odd({ originalLocale: "de" }))).toEqual(["originalLocale: unknown-code"]);
    expect(refusals(odd({ countries: [] }))).toEqual(["countries: required"]);
    expect(refusals(odd({ themes: [] }))).toEqual(["themes: required"]);
  });

  test("needs the text of its original language, though others be there", () => {
    expect(refusals(draft({ originalLocale: "sv" }))).toEqual(["texts.sv: required"]);
  });

  test("gets what is not said filled in: nothing is claimed", () => {
    expect(practiceInput.parse(draft())).toMatchObject({
      status: "unknown",
      evidence: "described",
      scopes: [],
      places: [],
      funding: { notKnown: false, lines: [] },
      audiences: { direct: [], final: [] },
      texts: { it: { provenance: { method: "human", reviewed: false } } },
    });
  });

  test("has no id that a page of the desk has for a name: it could not be opened there", () => {
    const names = readdirSync("app/[locale]/desk").filter((name) => /^[a-z0-9]{3,12}$/.test(name));
    expect(names.length).toBeGreaterThan(10);
    for (const id of names) expect(refusals(odd({ id })), id).toEqual(["id: not-an-id"]);
  });

  test("of every error tells each, not only the first", () => {
    const bad = odd({ countries: ["XX"], themes: [], status: "asleep", period: { start: "May" } });
    expect(new Set(refusals(bad))).toEqual(
      new Set(["countries.0: unknown-code", "themes: required", "status: unknown-code", "period.start: not-a-date"]),
    );
  });

  test("holds nothing under a name that is not known: a misspelt field is no silent loss", () => {
    expect(refusals(odd({ theme: ["networks"] }))).toEqual([': Unrecognized key: "theme"']);
    expect(refusals(odd({ texts: { it: { title: "T", sections: { sumary: "x" }, provenance: written } } }))).toEqual([
      'texts.it.sections: Unrecognized key: "sumary"',
    ]);
  });

  test("lists a code once", () => {
    expect(refusals(odd({ themes: ["networks", "networks"] }))).toEqual(["themes: repeated"]);
    expect(refusals(odd({ organisations: [{ name: "Caban", roles: ["lead", "lead"] }] }))).toEqual([
      "organisations.0.roles: repeated",
    ]);
  });

  test("lists at most as many things as anybody reads", () => {
    const links = Array.from({ length: limits.list + 1 }, (_, at) => ({ url: `https://example.org/${at}` }));
    expect(refusals(odd({ links: links.slice(1) }))).toEqual([]);
    expect(refusals(odd({ links }))).toEqual(["links: too-many"]);
  });

  test("says what each organisation did", () => {
    expect(refusals(odd({ organisations: [{ name: "Caban", roles: [] }] }))).toEqual([
      "organisations.0.roles: required",
    ]);
  });
});

describe("a line of text", () => {
  test("is trimmed, and is something", () => {
    expect(practiceInput.parse(titled("  Caban \n")).texts.it?.title).toBe("Caban");
    expect(refusals(titled("   "))).toEqual(["texts.it.title: required"]);
  });

  test("is as long as it may be, and no longer", () => {
    expect(refusals(titled("å".repeat(limits.title)))).toEqual([]);
    expect(refusals(titled("å".repeat(limits.title + 1)))).toEqual(["texts.it.title: too-long"]);
  });

  test.each([
    ["a line break", "Ca\nban"],
    ["a NUL", "Ca\u0000ban"],
    ["an escape", "Ca\u001bban"],
    ["half a letter, which no database stores", "Ca\ud800ban"],
    ["a code point that XML forbids", "Ca\uffffban"],
  ])("does not hold %s", (_, title) => {
    expect(refusals(titled(title))).toEqual(["texts.it.title: control-character"]);
  });
});

describe("prose", () => {
  const about = (summary: string) => odd({ texts: { it: { title: "T", sections: { summary }, provenance: written } } });

  test("may have lines and tabs", () => {
    expect(refusals(about("- one\n\t- two\r\n\r\nthree"))).toEqual([]);
  });

  test.each(["\u0000", "\u0008", "\u001b", "\ud800", "\uffff"])("does not hold %j", (character) => {
    expect(refusals(about(`a${character}b`))).toEqual(["texts.it.sections.summary: control-character"]);
  });

  test("has its longest length, the summary a shorter one", () => {
    expect(refusals(about("x".repeat(limits.summary + 1)))).toEqual(["texts.it.sections.summary: too-long"]);
    const long = { title: "T", sections: { context: "x".repeat(limits.section + 1) }, provenance: written };
    expect(refusals(odd({ texts: { it: long } }))).toEqual(["texts.it.sections.context: too-long"]);
  });
});

describe("a date", () => {
  test.each(["2010", "2010-05", "2010-05-03", "2024-02-29", "1950", "2100-12-31"])("%s is one", (start) => {
    expect(refusals(period({ start }))).toEqual([]);
  });

  test.each([
    ...["2010-13", "2010-00", "2010-5", "2010-02-30", "2023-02-29", "2010-05-32", "May 2010", "1949", "2101", "10"],
    ...["2010-05-03T00:00:00Z", " 2010", "２０１０", ""],
  ])("%j is none", (start) => {
    expect(new Set(refusals(period({ start })))).toEqual(new Set(["period.start: not-a-date"]));
  });

  test("of the end is not before that of the start, as far as both are told", () => {
    expect(refusals(period({ start: "2010-05", end: "2010" }))).toEqual([]);
    expect(refusals(period({ start: "2010", end: "2010-01" }))).toEqual([]);
    expect(refusals(period({ start: "2010-05-03", end: "2010-05-03" }))).toEqual([]);
    expect(refusals(period({ start: "2010-05-03", end: "2010-05-02" }))).toEqual(["period.end: ends-before-start"]);
    expect(refusals(period({ start: "2010", end: "2009-12" }))).toEqual(["period.end: ends-before-start"]);
  });
});

describe("a web address", () => {
  const linked = (url: string) => odd({ links: [{ url }] });

  test.each([
    "https://example.org",
    "http://example.org/a?b=c#d",
    "https://ministère.example/é",
    "https://a.b.example:8080/",
  ])("%s is one", (url) => {
    expect(refusals(linked(url))).toEqual([]);
  });

  test.each([
    ...[
      "javascript:alert(1)",
      "data:text/html,x",
      "mailto:a@example.org",
      "ftp://example.org",
      "example.org",
      "/a",
      "",
    ],
    ...["https://localhost/", "https://", "https://exa mple.org", "https://example.org/\u0000"],
    ...["JaVaScRiPt:alert(1)//https://example.org", "https://example.org/\ud800"],
  ])("%j is none", (url) => {
    expect(refusals(linked(url))).toContain("links.0.url: not-an-address");
  });

  test("that was broken over two lines is made whole, as browsers do", () => {
    expect(practiceInput.parse(linked("https://example.org/a\nb")).links[0]?.url).toBe("https://example.org/ab");
  });

  test("is not endless", () => {
    expect(refusals(linked(`https://example.org/${"x".repeat(1000)}`))).toEqual(["links.0.url: too-long"]);
  });
});

describe("money", () => {
  test("has a currency", () => {
    expect(refusals(odd({ funding: { total: 100 } }))).toEqual(["funding.currency: currency-missing"]);
    const line = { source: { it: "Comune" }, kind: "public", amount: 5 };
    expect(refusals(odd({ funding: { lines: [line] } }))).toEqual(["funding.currency: currency-missing"]);
    expect(refusals(odd({ funding: { currency: "EUR", total: 100, lines: [line] } }))).toEqual([]);
  });

  test("is whole cents, never less than nothing", () => {
    expect(refusals(odd({ funding: { currency: "EUR", total: -1 } }))).toEqual(["funding.total: out-of-range"]);
    expect(refusals(odd({ funding: { currency: "EUR", total: 0.5 } }))).toHaveLength(1);
    expect(refusals(odd({ funding: { currency: "euro" } }))).toEqual(["funding.currency: unknown-code"]);
  });

  test("of which nothing is known is said to be so, without any amount", () => {
    expect(refusals(odd({ funding: { notKnown: true } }))).toEqual([]);
  });
});

describe("sources", () => {
  const source = { key: "study", kind: "basis", publisher: "Polimi" } as const;
  const resting = (key: string): PracticeDraft["texts"] => ({
    it: { title: "T", sections: {}, provenance: { ...written, origin: "editorial", source: key } },
  });

  test("that a text or an indicator names are among them", () => {
    expect(refusals(draft({ sources: [source], texts: resting("study") }))).toEqual([]);
    expect(refusals(draft({ texts: resting("study") }))).toEqual(["texts.it.provenance.source: unknown-source"]);
    expect(refusals(draft({ indicators: [{ label: { it: "Visite" }, kind: "achieved", source: "x" }] }))).toEqual([
      "indicators.0.source: unknown-source",
    ]);
  });

  test("are told apart by their keys", () => {
    expect(refusals(draft({ sources: [source, source] }))).toEqual(["sources: repeated"]);
  });
});

describe("small things", () => {
  test.each([
    ["id: not-an-id", { id: "Caban!" }],
    ["id: not-an-id", { id: "x" }],
    ["texts.it.slug: not-a-slug", { texts: { it: { title: "T", slug: "A b", sections: {}, provenance: written } } }],
    ["places.0.latitude: out-of-range", { places: [{ name: "Arles", country: "FR", latitude: 91 }] }],
    ["places.0.nuts: not-a-nuts-code", { places: [{ name: "Arles", country: "FR", nuts: "frl04" }] }],
    ["places.0.country: unknown-code", { places: [{ name: "Kyoto", country: "JP" }] }],
    ["audiences.ageTo: out-of-range", { audiences: { ageTo: 121 } }],
    ["audiences.peopleReached: out-of-range", { audiences: { peopleReached: -1 } }],
    ["contacts.0.publicEmail: not-an-email", { contacts: [{ publicEmail: "me", consent: { basis: "given" } }] }],
    ["awards.0.year: out-of-range", { awards: [{ name: "Premio", year: 1900 }] }],
    ["links.0.label: required", { links: [{ url: "https://example.org", label: {} }] }],
  ])("%s", (refusal, over) => {
    expect(refusals(odd(over))).toEqual([refusal]);
  });
});

test("the JSON Schema for those who write imports asks for the same fields", () => {
  const schema = practiceJsonSchema();
  expect(schema.required).toEqual(["kind", "originalLocale", "texts", "countries", "themes"]);
  expect(schema.additionalProperties).toBe(false);
  expect(() => JSON.stringify(schema)).not.toThrow();
});

test.each(["- ", "> ", ">", "1. ", "* - > "])(
  "text of %j nested a thousand deep is refused, not rendered for minutes",
  (mark) => {
    const nested = `${mark.repeat(1000)}x`;
    const texts = { it: { title: "Bussola", sections: { presentation: nested }, provenance: written } };
    const { error } = practiceInput.safeParse(draft({ texts }));
    expect(error?.issues.map(({ message }) => message)).toEqual(["too-marked"]);
  },
);

test.each([
  "---------------",
  "****************",
  "- - - - - - - - - - - - -",
  "- one\n- two\n  - three\n    - four",
  "> > quoted twice",
])("text such as %j is no nest", (presentation) => {
  const texts = { it: { title: "Bussola", sections: { presentation }, provenance: written } };
  expect(practiceInput.safeParse(draft({ texts })).success).toBe(true);
});

test("ten thousand signs of emphasis are refused, not rendered for minutes", () => {
  const texts = { it: { title: "Bussola", sections: { advice: "*a_ ".repeat(5000) }, provenance: written } };
  expect(refusals(draft({ texts }))).toEqual(["texts.it.sections.advice: too-marked"]);
});
