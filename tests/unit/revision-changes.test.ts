import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedPaths, partsOf, type Snapshot } from "../../lib/revision/changes.ts";
import { practiceOf } from "../../lib/revision/snapshot.ts";
import { aPractice, generatePractices, written } from "../support/practices.ts";

const practice = aPractice({
  texts: {
    it: { title: "Bussola", sections: { summary: "In breve.", results: "Dieci." }, provenance: written },
    fr: { title: "Boussole", sections: {}, provenance: { origin: "translation", writtenOn: "2026-01-15" } },
  },
});

describe("what a revision changed", () => {
  test("is nothing between a practice and itself, in whatever order its fields stand", () => {
    const turned = Object.fromEntries(Object.entries(practice).reverse()) as Snapshot;
    expect(changedPaths(practice, turned)).toEqual([]);
  });

  test("is named by part and language for texts, by field for everything else", () => {
    const { it, fr } = practice.texts;
    const after = {
      ...practice,
      themes: ["health" as const],
      texts: { it: it && { ...it, sections: { summary: "Altro." } }, fr: fr && { ...fr, title: "Boussoles" } },
    } as Snapshot;
    expect(changedPaths(practice, after)).toEqual(["texts.fr.title", "texts.it.results", "texts.it.summary", "themes"]);
  });

  test("names a language that came or went part by part", () => {
    const without = { ...practice, texts: { it: practice.texts.it } } as Snapshot;
    expect(changedPaths(practice, without)).toEqual(["texts.fr.provenance", "texts.fr.title"]);
    expect(changedPaths(without, practice)).toEqual(["texts.fr.provenance", "texts.fr.title"]);
  });

  test("of the first revision is all that it says, and nothing that it does not", () => {
    const paths = changedPaths(undefined, aPractice());
    expect(paths).toContain("texts.it.title");
    expect(paths).toContain("themes");
    for (const empty of ["awards", "funding", "places", "period"]) expect(paths).not.toContain(empty);
  });

  test("does not say how people are reached: contacts count by who they are", () => {
    const one = { ...practice, contacts: [{ id: "a" }] } as Snapshot;
    const renamed = { ...practice, contacts: [{ id: "a", name: "Ada" }] as never } as Snapshot;
    expect(changedPaths(one, renamed)).toEqual([]);
    expect(changedPaths(practice, one)).toEqual(["contacts"]);
  });

  test("is the same in both directions, for any two practices", () => {
    const all = generatePractices(60, 7);
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (a, b) => {
        expect(changedPaths(a, b)).toEqual(changedPaths(b, a));
      }),
    );
  });
});

test("an empty part is no part", () => {
  expect(partsOf({ title: "T", subtitle: "", sections: { summary: "S" }, provenance: written } as never)).toEqual({
    title: "T",
    summary: "S",
  });
});

test("a revision from before a field was asked for gets its default, and the contacts of today", () => {
  const { obstacles: _, ...old } = practice;
  const contacts = [{ id: "a", name: "Ada", consent: { basis: "given" as const } }];
  const restored = practiceOf({ ...old, contacts: [{ id: "gone" }] }, contacts);
  expect(restored.obstacles).toEqual([]);
  expect(restored.contacts).toEqual(contacts);
});
