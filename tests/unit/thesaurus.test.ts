import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { locales } from "@/lib/i18n/locales";
import { facetCodes } from "@/lib/practice/filters";
import { wordsOf } from "@/lib/search/text";
import { allNarrower, type Concept, conceptFile, labelsOf, toThesaurus } from "@/lib/search/thesaurus";

const folder = join(import.meta.dirname, "..", "..", "content", "thesaurus");
const files = readdirSync(folder);
const concepts: Concept[] = files.flatMap((name) =>
  conceptFile
    .parse(parse(readFileSync(join(folder, name), "utf8")))
    .map((one) => ({ ...one, group: name.slice(0, -5) })),
);
const ids = concepts.map(({ id }) => id);

describe("the thesaurus", () => {
  test("has at least 150 concepts, each once", () => {
    expect(ids.length).toBeGreaterThanOrEqual(150);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("leads only to concepts that exist, never in a circle", () => {
    const thesaurus = toThesaurus(concepts);
    for (const { id, broader, related } of concepts) {
      for (const other of [...broader, ...related]) expect(ids, `${id} leads to ${other}`).toContain(other);
      expect(broader, id).not.toContain(id);
      const below = allNarrower(thesaurus, id);
      for (const wider of broader) expect(below, `${id} is above and below ${wider}`).not.toContain(wider);
    }
  });

  test("calls everything by several words in every language, none empty, none endless", () => {
    for (const concept of concepts)
      for (const locale of locales) {
        const labels = labelsOf(concept, locale);
        expect(labels.length, `${concept.id} in ${locale}`).toBeGreaterThanOrEqual(2);
        for (const label of labels) {
          expect(wordsOf(label).length, label).toBeGreaterThan(0);
          expect(wordsOf(label).length, label).toBeLessThanOrEqual(7);
        }
      }
  });

  test("ties every theme, audience, organisation and obstacle to a concept, and knows no other codes", () => {
    const codes = (["theme", "audience", "organisation", "obstacle"] as const).flatMap((facet) =>
      facetCodes[facet].map((code) => `${facet}:${code}`),
    );
    const tied = concepts.flatMap((concept) => concept.codes);
    expect(tied.filter((code) => !codes.includes(code))).toEqual([]);
    expect(codes.filter((code) => !tied.includes(code))).toEqual([]);
  });

  test("gives an identifier of EuroVoc or DigComp to one concept only", () => {
    const exact = concepts.flatMap((one) => Object.entries(one.exact ?? {}).map((entry) => entry.join(":")));
    expect(exact).toEqual([...new Set(exact)]);
  });
});

test("what stands below a concept is found however deep, and a circle ends", () => {
  const one = (id: string, broader: string[]): Concept => ({
    ...{ id, broader, group: "test", related: [], codes: [], also: {} },
    label: { it: id, fr: id, sv: id, en: id },
  });
  const thesaurus = toThesaurus([one("a", ["c"]), one("b", ["a"]), one("c", ["b"]), one("d", ["a"])]);
  expect(allNarrower(thesaurus, "a").sort()).toEqual(["b", "c", "d"]);
});
