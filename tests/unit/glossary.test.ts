import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { firstMentions, formPattern, type Term, termFile, toTerm } from "@/lib/glossary/glossary";
import { locales } from "@/lib/i18n/locales";
import { reachesGoal, readingGoals, readingLevel, wordsOf } from "@/lib/reading-level/reading-level";
import { misprints } from "../support/typography";

const folder = join(import.meta.dirname, "..", "..", "content", "glossary");
const files = readdirSync(folder).sort();
const entries = files.map((name) => ({
  id: name.replace(/\.yaml$/, ""),
  source: parse(readFileSync(join(folder, name), "utf8")) as unknown,
}));
const terms = (locale: (typeof locales)[number]): Term[] =>
  entries.map(({ id, source }) => toTerm(id, termFile.parse(source), locale));

describe("content/glossary", () => {
  test("holds one file for each term, with a name that makes an address", () => {
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/);
  });

  test.each(entries)("$id is valid, in four languages", ({ source }) => {
    expect(termFile.safeParse(source).error?.issues ?? []).toEqual([]);
  });
});

describe.each(locales)("the glossary in %s", (locale) => {
  const glossary = terms(locale);

  test("has no term and no form twice: a word leads to one meaning", () => {
    const written = glossary.map(({ term }) => term.toLocaleLowerCase(locale));
    expect(new Set(written).size).toBe(written.length);
    const forms = glossary.flatMap((one) => one.forms);
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
  });

  test("explains each term in 15 to 45 words", () => {
    const lengths = glossary.map(({ id, meaning }) => ({ id, words: wordsOf(meaning, locale).length }));
    expect(lengths.filter(({ words }) => words < 15 || words > 45)).toEqual([]);
  });

  test("is as easy to read as a version in plain words, taken together", () => {
    const level = readingLevel(glossary.map(({ meaning }) => meaning).join("\n"), locale);
    expect(level && reachesGoal(level, readingGoals.plain[locale]), JSON.stringify(level)).toBe(true);
  });

  test("gives the proofreader nothing to object to", () => {
    const objections = glossary.flatMap(({ id, term, full = "", meaning, forms }) =>
      [term, full, meaning, ...forms].flatMap((text) => misprints(text, locale).map((words) => `${id}: ${words}`)),
    );
    expect(objections).toEqual([]);
  });
});

describe("the first mention of a term", () => {
  const term = (id: string, ...forms: string[]): Term => ({ id, lang: "en", term: id, meaning: "…", forms });
  const ids = (texts: string[], ...glossary: Term[]) =>
    firstMentions(texts, glossary).map((here) => here.map(({ id }) => id));

  test("is marked once in a page, in the text where it first stands", () => {
    expect(
      ids(["Nothing.", "By SPID and by card.", "SPID, again."], term("spid", "SPID"), term("card", "card")),
    ).toEqual([[], ["spid", "card"], []]);
  });

  test("is a whole word, in the writing that the forms have", () => {
    const epn = term("epn", "EPN");
    expect(ids(["EPNs, DEPN, EPN2, épn, epn"], epn)).toEqual([[]]);
    for (const text of ["EPN", "(EPN)", "l’EPN", "EPN-huset", "an EPN."])
      expect(ids([text], epn), text).toEqual([["epn"]]);
    expect(ids(["öppenhet"], term("open", "öppen")), "letters with accents are letters").toEqual([[]]);
  });

  test("is by the longest form that fits", () => {
    const pattern = formPattern(["ANCI", "ANCI Toscana", "C++ (sic)"]);
    expect("At ANCI Toscana, and C++ (sic) too".match(pattern)).toEqual(["ANCI Toscana", "C++ (sic)"]);
  });

  test("is never marked of a term without forms", () => {
    expect(ids(["good practice"], term("good-practice"))).toEqual([[]]);
  });
});
