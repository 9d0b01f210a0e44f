import { describe, expect, test } from "vitest";
import { type PracticeDraft, type PracticeInput, practiceInput } from "../../lib/practice/practice.ts";
import { changedPaths } from "../../lib/revision/changes.ts";
import { type FormValues, parseForm, toValues } from "../../lib/submission/form.ts";
import { carryOver, putForm } from "../../lib/submission/merge.ts";
import { generatePractices, written } from "../support/practices.ts";

const rich = practiceInput.parse({
  kind: "practice",
  originalLocale: "it",
  countries: ["SE", "IT"],
  themes: ["networks", "basic-skills"],
  scopes: ["local"],
  texts: {
    it: {
      title: "Bussola digitale",
      subtitle: "A Ostuni",
      sections: { summary: "In breve.", presentation: "In lungo.", plainWords: "Aiutiamo.", context: "Prima." },
      provenance: written,
    },
    fr: { title: "Boussole", sections: { summary: "En bref." }, provenance: { ...written, origin: "translation" } },
  },
  places: [
    { name: "Ostuni", country: "IT", nuts: "ITF44", latitude: 40.7, longitude: 17.5 },
    { name: "Kiruna", country: "SE" },
  ],
  organisations: [
    { name: "Biblioteca", roles: ["lead"], type: "library", url: "https://biblioteca.example/" },
    { name: "Comune", roles: ["partner"] },
  ],
  links: [{ url: "https://a.example/x", label: { it: "Qui" } }, { url: "https://b.example/" }],
  obstacles: [{ code: "fear", met: { it: "Molta." } }, { code: "cost" }],
  period: { start: "2019-05-03", end: "2024-06" },
  status: "ended",
} satisfies PracticeDraft);

/** What the form of a practice says, with somebody's changes. */
function said(practice: PracticeInput, over: Partial<FormValues> = {}): PracticeInput {
  const values = { ...toValues(practice), consent: "yes", ...over } as FormValues;
  const result = parseForm(values, "2026-11-22", "correction");
  if ("errors" in result) throw new Error(JSON.stringify(result.errors));
  return result.submitted.practice;
}
const put = (over: Partial<FormValues> = {}) => putForm(rich, said(rich, over), "it");

describe("a form put into a practice", () => {
  test("changes nothing where nothing was changed in it, not even the order of what was ticked", () => {
    expect(changedPaths(rich, put())).toEqual([]);
    expect(changedPaths(rich, put({ theme: ["basic-skills", "networks"], country: ["IT", "SE"] }))).toEqual([]);
  });

  test("changes nothing in any practice that the form can be filled in from", () => {
    let filled = 0;
    for (const practice of generatePractices(200)) {
      const values = { ...toValues(practice), consent: "yes" } as FormValues;
      const text: Record<string, string | string[]> = { summary: "S", description: "D", organisation: "O" };
      Object.assign(text, { theme: ["networks"], country: ["IT"] });
      const whole = { ...text, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value.length > 0)) };
      const result = parseForm(whole as FormValues, "2026-11-22", "correction");
      if ("errors" in result) continue;
      filled += 1;
      const asked = ["organisations", `texts.${practice.originalLocale}.summary`];
      const changed = changedPaths(practice, putForm(practice, result.submitted.practice, practice.originalLocale));
      expect(changed.filter((path) => !asked.includes(path) && !path.endsWith(".presentation"))).toEqual([]);
    }
    expect(filled).toBeGreaterThan(100);
  });

  test("changes what it says, and that alone", () => {
    const changed = put({
      title: "Bussola",
      costs: "Poco.",
      theme: ["networks", "health"],
      obstacle: ["fear", "distance"],
    });
    expect(changedPaths(rich, changed)).toEqual(["obstacles", "texts.it.costs", "texts.it.title", "themes"]);
    expect(changed.texts.it?.sections).toMatchObject({ plainWords: "Aiutiamo.", context: "Prima.", costs: "Poco." });
    expect(changed.obstacles).toEqual([{ code: "fear", met: { it: "Molta." } }, { code: "distance" }]);
    expect(changed.texts.fr).toEqual(rich.texts.fr);
  });

  test("keeps what lies behind an answer: exact dates, further places, an organisation's address", () => {
    const changed = put({ endYear: "2025", organisation: "Biblioteca di Ostuni" });
    expect(changed.period).toEqual({ start: "2019-05-03", end: "2025" });
    expect(changed.places).toEqual(rich.places);
    expect(changed.organisations).toMatchObject([
      { name: "Biblioteca di Ostuni", url: "https://biblioteca.example/", type: "library" },
      { name: "Comune" },
    ]);
    const moved = put({ place: "Lecce", website: "" });
    expect(moved.places).toEqual([{ name: "Lecce", country: "SE", role: "area" }, rich.places[1]]);
    expect(moved.links).toEqual([rich.links[1]]);
  });

  test("says that it goes on where its end is taken away", () => {
    expect(put({ endYear: "" })).toMatchObject({ status: "running", period: { start: "2019-05-03" } });
  });

  test("in another language replaces the original", () => {
    const changed = putForm(rich, said(rich, { language: "sv", title: "Kompass" }), "sv");
    expect(changed.originalLocale).toBe("sv");
    expect(Object.keys(changed.texts).sort()).toEqual(["fr", "sv"]);
  });
});

describe("a change that is carried over", () => {
  const change = put({ title: "Bussola", costs: "Poco." });

  test("is taken over whole where nothing else changed", () => {
    expect(carryOver(rich, change, rich)).toEqual({ practice: change, conflicts: [] });
  });

  test("leaves what others have changed meanwhile", () => {
    const now = { ...put({ results: "Molto." }), scopes: ["regional" as const] };
    const { practice, conflicts } = carryOver(rich, change, now);
    expect(conflicts).toEqual([]);
    expect(practice.scopes).toEqual(["regional"]);
    expect(practice.texts.it).toMatchObject({ title: "Bussola", sections: { costs: "Poco.", results: "Molto." } });
  });

  test("names the parts that both have changed, but not where both say the same", () => {
    expect(carryOver(rich, change, put({ title: "Compasso", costs: "Poco." })).conflicts).toEqual(["texts.it.title"]);
    expect(carryOver(rich, change, put({ title: "Bussola" })).conflicts).toEqual([]);
  });

  test("takes a section away that the change has emptied", () => {
    const withCosts = put({ costs: "Molto." });
    const emptied = putForm(withCosts, said(withCosts, { costs: "" }), "it");
    const { practice } = carryOver(withCosts, emptied, put({ costs: "Molto.", results: "Tanti." }));
    expect(practice.texts.it?.sections.costs).toBeUndefined();
    expect(practice.texts.it?.sections.results).toBe("Tanti.");
  });

  test("fits nowhere where both together make no practice", () => {
    const source = { key: "s", kind: "basis" as const, publisher: "P" };
    const base: PracticeInput = { ...rich, sources: [source] };
    const it = rich.texts.it;
    if (!it) throw new Error("no text");
    const refers: PracticeInput = {
      ...base,
      texts: { ...rich.texts, it: { ...it, provenance: { ...it.provenance, source: "s" } } },
    };
    const { practice, conflicts } = carryOver(base, refers, { ...base, sources: [] });
    expect(conflicts).toEqual(["texts.it.provenance"]);
    expect(practice.sources).toEqual([]);
  });
});
