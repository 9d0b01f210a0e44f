import { describe, expect, test } from "vitest";
import { countObstacles, getObstacle } from "../../lib/obstacle/queries.ts";
import type { PracticeDraft } from "../../lib/practice/practice.ts";
import { states } from "../../lib/practice/rules.ts";
import { obstacles } from "../../lib/practice/vocabulary.ts";
import { aPractice } from "../support/practices.ts";
import { published, stored } from "../support/stored.ts";

const meeting = (id: string, ...met: PracticeDraft["obstacles"] & object) => aPractice({ id, obstacles: met });

describe("the counts of obstacles", () => {
  test("hold every obstacle, with nothing where no practice has met it", async () => {
    await published(meeting("uno12345", { code: "fear" }, { code: "cost" }), meeting("due12345", { code: "fear" }));
    const counts = await countObstacles();
    expect(Object.keys(counts)).toEqual([...obstacles]);
    expect(counts).toMatchObject({ fear: 2, cost: 1, distance: 0 });
  });

  test("are of published practices alone", async () => {
    for (const [at, state] of states.entries()) await stored(meeting(`stato${at}`, { code: "fear" }), state);
    expect((await countObstacles()).fear).toBe(1);
    expect((await getObstacle("it", "fear")).cases.map(({ id }) => id)).toEqual([
      `stato${states.indexOf("published")}`,
    ]);
  });
});

describe("an obstacle", () => {
  test("is told by the practices that met it, the newest first, each with its own words for it", async () => {
    await published(
      meeting("uno12345", { code: "fear", met: { it: "Avevano paura." } }),
      meeting("due12345", { code: "cost" }),
      meeting("tre12345", { code: "cost" }, { code: "fear", met: { fr: "Ils avaient peur." } }),
    );
    const { total, cases } = await getObstacle("it", "fear");
    expect(total).toBe(2);
    expect(cases.map(({ id, met }) => [id, met])).toEqual([
      ["tre12345", { text: "Ils avaient peur.", lang: "fr" }],
      ["uno12345", { text: "Avevano paura.", lang: "it" }],
    ]);
  });

  test("that no practice has met has none, and still leads on", async () => {
    const { total, cases, related } = await getObstacle("sv", "doing-harm");
    expect({ total, cases }).toEqual({ total: 0, cases: [] });
    expect(related.length).toBeGreaterThan(2);
  });

  test("shows twenty practices and counts them all", async () => {
    await published(
      ...Array.from({ length: 23 }, (_, at) => meeting(`prova${String(at).padStart(3, "0")}`, { code: "fear" })),
    );
    const { total, cases } = await getObstacle("en", "fear");
    expect(total).toBe(23);
    expect(cases.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, at) => `prova${String(22 - at).padStart(3, "0")}`),
    );
  });
});
