import { describe, expect, test } from "vitest";
import {
  obstacleGroupNames,
  obstacleGroups,
  readObstacle,
  relatedObstacles,
  toCase,
} from "../../lib/obstacle/obstacle.ts";
import type { PracticeDraft } from "../../lib/practice/practice.ts";
import { toPracticeView } from "../../lib/practice/view.ts";
import { obstacles } from "../../lib/practice/vocabulary.ts";
import { loadThesaurus } from "../../lib/search/queries.ts";
import { conceptFile, toThesaurus } from "../../lib/search/thesaurus.ts";
import { aMeta, aPractice, written } from "../support/practices.ts";

const thesaurus = await loadThesaurus();

test("every obstacle stands in one group", () => {
  const grouped = obstacleGroupNames.flatMap((group) => obstacleGroups[group]);
  expect([...grouped].sort()).toEqual([...obstacles].sort());
});

test("an address names an obstacle by its code and by nothing else", () => {
  for (const code of obstacles) expect(readObstacle(code)).toBe(code);
  for (const written of ["", "No-device", "no-device ", "constructor", "__proto__", "no-device/x"])
    expect(readObstacle(written)).toBeUndefined();
});

describe("obstacles like one", () => {
  test("are a few, known, each once, and never itself", () => {
    for (const code of obstacles) {
      const related = relatedObstacles(code, thesaurus);
      expect(related.length, code).toBeGreaterThanOrEqual(3);
      expect(related.length, code).toBeLessThanOrEqual(6);
      expect(new Set(related).size, code).toBe(related.length);
      expect(related, code).not.toContain(code);
      for (const other of related) expect(obstacles).toContain(other);
    }
  });

  test("are those whose concepts are related or have the same above them, then others of the group", () => {
    const labels = (name: string) => ({ it: name, fr: name, sv: name, en: name });
    const concept = (id: string, more: object) => ({ id, label: labels(id), ...more });
    const small = toThesaurus(
      conceptFile
        .parse([
          concept("cost", { broader: ["divide"], codes: ["obstacle:cost"] }),
          concept("no-device", { broader: ["divide"], codes: ["obstacle:no-device"] }),
          concept("project-money", { related: ["cost"], codes: ["obstacle:project-money"] }),
          concept("divide", {}),
        ])
        .map((one) => ({ ...one, group: "obstacles" })),
    );
    expect(relatedObstacles("cost", small)).toEqual(["no-device", "project-money", "no-connection"]);
    expect(relatedObstacles("pandemic", small)).toEqual(["closed-counters", "distance", "complex-services"]);
  });
});

describe("what a practice tells of an obstacle", () => {
  const long = `${"Parole. ".repeat(60).trim()}\n\n${"Altre parole. ".repeat(60).trim()}`;
  const view = (over: Partial<PracticeDraft>, locale: "it" | "sv" = "it") =>
    toPracticeView(aPractice(over), aMeta(), locale);
  const texts: PracticeDraft["texts"] = {
    it: { title: "Bussola", sections: { constraints: "Era difficile.", advice: long }, provenance: written },
  };

  test("is what it says of this one, in the reader's language or marked with its own", () => {
    const met = { it: "Lo sportello ha chiuso.", sv: "Kontoret stängde." };
    const practice = {
      texts,
      obstacles: [
        { code: "distance" as const },
        { code: "closed-counters" as const, met, response: { it: "Un bus." } },
      ],
    };
    const told = toCase(view(practice, "sv"), "closed-counters");
    expect(told).toMatchObject({
      slug: "kompass",
      title: { text: "Bussola", lang: "it" },
      met: { text: "Kontoret stängde.", lang: "sv" },
      response: { text: "Un bus.", lang: "it" },
    });
    expect(told).not.toHaveProperty("constraints");
    expect(told).not.toHaveProperty("advice");
  });

  test("without such words is the beginning of what was hard and of its advice, cut after a paragraph", () => {
    const told = toCase(view({ texts, obstacles: [{ code: "distance" }] }, "sv"), "distance");
    expect(told.constraints).toEqual({ markdown: "Era difficile.", whole: true, lang: "it" });
    expect(told.advice).toEqual({ markdown: long.split("\n\n")[0], whole: false, lang: "it" });
    expect(told.met).toBeUndefined();
  });

  test("is said to be a machine's where a machine translated one of the passages that are shown", () => {
    const sv = {
      title: "Kompass",
      sections: texts.it?.sections ?? {},
      provenance: { ...written, origin: "translation" },
    };
    const told = (section: string, more = {}) =>
      toCase(
        toPracticeView(
          aPractice({ texts: { ...texts, sv: sv as typeof texts.it }, obstacles: [{ code: "distance", ...more }] }),
          aMeta({ origins: [{ locale: "sv", section, method: "machine", behind: false, reviewedAt: null }] }),
          "sv",
        ),
        "distance",
      ).isMachineMade;
    expect(["title", "advice", "constraints", "summary"].map((section) => told(section))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(told("constraints", { met: { sv: "Det är långt." } })).toBe(false);
    expect(told("advice", { response: { sv: "En buss." } })).toBe(false);
  });

  test("may be nothing but that it was met, by whom and where", () => {
    const told = toCase(
      view({
        obstacles: [{ code: "distance" }],
        places: [{ name: "Stockholm", translatedName: { it: "Stoccolma" }, country: "SE" }],
        organisations: [
          { name: "Regione", roles: ["funder"] },
          { name: "Biblioteca", roles: ["lead"] },
        ],
        period: { start: "2019" },
      }),
      "distance",
    );
    expect(told).toMatchObject({ place: "Stoccolma", organisation: "Biblioteca", period: { start: "2019" } });
    for (const part of [told.met, told.constraints, told.response, told.advice]) expect(part).toBeUndefined();
  });
});
