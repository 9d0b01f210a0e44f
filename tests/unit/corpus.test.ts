import { describe, expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import { type PracticeInput, practiceInput } from "../../lib/practice/practice.ts";
import { corpusOf, publisher, syntheticId } from "../../server/corpus/generate.ts";
import { readMaterial } from "../../server/corpus/material.ts";
import { misprints } from "../support/typography.ts";

const material = await readMaterial();
const make = (seed: number, count: number) =>
  Array.from({ length: count }, (_, number) => corpusOf(seed, material)(number));
const generate = corpusOf(7, material);
const many = Array.from({ length: 1500 }, (_, number) => generate(number));

const versionsOf = ({ texts }: PracticeInput) => locales.flatMap((locale) => texts[locale] ?? []);
/** How many of the practices have each value, the most frequent first. */
function countsOf(values: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}
const shareOf = (holds: (practice: PracticeInput) => boolean) => many.filter(holds).length / many.length;

describe("the synthetic corpus", () => {
  test("is the same for the same seed, whatever was made before, and another for another seed", () => {
    expect(make(7, 20)).toEqual(many.slice(0, 20));
    expect(corpusOf(7, material)(1234)).toEqual(many[1234]);
    const [one, other] = [make(7, 5), make(8, 5)].map((all) => all.map(({ texts, id, ...rest }) => rest));
    expect(one).not.toEqual(other);
  });

  test("holds practices as files, forms and imports bring them, complete already", () => {
    for (const practice of many) expect(practiceInput.parse(practice)).toEqual(practice);
  });

  test("says of each practice that nobody has done it", () => {
    for (const practice of many) {
      expect(practice.id).toMatch(/^s[a-z0-9]{7}$/);
      expect(practice.sources[0]).toMatchObject({ kind: "basis", publisher });
      for (const locale of locales) {
        const title = practice.texts[locale]?.title;
        if (title) expect(title).toMatch(new RegExp(`^${material.phrases[locale].mark} \\d{6} · \\S`, "u"));
      }
    }
  });

  test("gives no id twice", () => {
    const ids = Array.from({ length: 50_000 }, (_, number) => syntheticId(7, number));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("names nobody: contacts have a role and an address that leads nowhere", () => {
    const contacts = many.flatMap((practice) => practice.contacts);
    expect(contacts.length).toBeGreaterThan(500);
    for (const { name, privateEmail, publicEmail } of contacts) {
      expect([name, privateEmail]).toEqual([undefined, undefined]);
      expect(publicEmail).toMatch(/\.example$/);
    }
  });

  test("is written in the four languages as unevenly as it says", () => {
    for (const [locale, share] of [
      ["it", 0.35],
      ["fr", 0.3],
      ["sv", 0.2],
      ["en", 0.15],
    ] as const)
      expect(shareOf(({ originalLocale }) => originalLocale === locale)).toBeCloseTo(share, 1);
    expect(shareOf((practice) => versionsOf(practice).length === 2)).toBeCloseTo(0.35, 1);
    expect(shareOf((practice) => versionsOf(practice).length === 3)).toBe(0);
    expect(shareOf((practice) => versionsOf(practice).length === 4)).toBeGreaterThan(0.03);
    expect(shareOf((practice) => versionsOf(practice).length === 4)).toBeLessThan(0.07);
  });

  test("has a few frequent countries, themes and audiences and many rare ones", () => {
    const listed = [
      countsOf(many.flatMap(({ countries }) => countries)),
      countsOf(many.flatMap(({ themes }) => themes)),
      countsOf(many.flatMap(({ audiences }) => audiences.direct)),
      countsOf(many.flatMap(({ obstacles }) => obstacles.map(({ code }) => code))),
    ];
    for (const counts of listed) {
      const middle = counts[Math.floor(counts.length / 2)] as number;
      expect(counts.length).toBeGreaterThan(10);
      expect(counts[0] as number).toBeGreaterThan(3 * middle);
    }
  });

  test("has versions of about 250 words, some of them very long", () => {
    const words = many
      .flatMap(versionsOf)
      .map(({ sections }) => Object.values(sections).join(" ").split(/\s+/).length)
      .sort((a, b) => a - b);
    const at = (part: number) => words[Math.floor(part * words.length)] as number;
    expect(at(0.5)).toBeGreaterThan(215);
    expect(at(0.5)).toBeLessThan(285);
    expect(at(0.99)).toBeGreaterThan(2.5 * at(0.5));
  });

  test("uses everything that a practice can hold", () => {
    const lists = [
      "alternativeTitles",
      "relations",
      "places",
      "phases",
      "organisations",
      "contacts",
      "obstacles",
    ] as const;
    for (const name of [...lists, ...(["indicators", "awards", "outputs", "links", "sources"] as const)])
      expect(
        many.some((practice) => practice[name].length > 0),
        name,
      ).toBe(true);
    expect(shareOf(({ places }) => places.some(({ latitude }) => latitude !== undefined))).toBeGreaterThan(0.7);
    expect(shareOf(({ indicators }) => indicators.some(({ breakdown }) => breakdown.length > 0))).toBeGreaterThan(0.05);
    expect(shareOf(({ funding }) => funding.lines.some(({ amount }) => amount !== undefined))).toBeGreaterThan(0.1);
    expect(shareOf((practice) => versionsOf(practice).some(({ sections }) => sections.plainWords))).toBeGreaterThan(
      0.2,
    );
  });
});

describe("the phrases of the corpus", () => {
  const lists = [
    "titles",
    "sentences",
    "phases",
    "funding",
    "indicators",
    "units",
    "outputs",
    "awards",
    "contacts",
  ] as const;

  test("are as many in each language: what is said in two is the same phrase", () => {
    for (const name of [...lists, "notes"] as const)
      expect(new Set(locales.map((locale) => material.phrases[locale][name].length)).size, name).toBe(1);
  });

  test.each(locales)("are typeset as readers of %s expect", (locale) => {
    const book = material.phrases[locale];
    const phrases = [
      ...[...lists, "notes" as const].flatMap((name) => book[name]),
      ...Object.values(book.organisations),
    ];
    expect(phrases.flatMap((phrase) => misprints(phrase.replaceAll("{Topic}", "{topic}"), locale))).toEqual([]);
  });

  test("have a place for every word that stands in braces", () => {
    for (const { texts, ...record } of many) expect(JSON.stringify(record)).not.toMatch(/\{\w+\}/);
    for (const text of many.flatMap(versionsOf)) expect(JSON.stringify(text)).not.toMatch(/\{\w+\}|undefined/);
  });
});
