import { describe, expect, test } from "vitest";
import { findComparison } from "../../lib/compare/queries.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { type State, states } from "../../lib/practice/rules.ts";
import { aPractice, written } from "../support/practices.ts";
import { published, stored } from "../support/stored.ts";

const named = (id: string): PracticeInput =>
  aPractice({ id, texts: { it: { title: id, sections: {}, provenance: written } } });
const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);

describe("a comparison", () => {
  test("has its practices in the order asked for, and nothing to choose from", async () => {
    await published(named("uno"), named("due"), named("tre"));
    const { practices, missing, choices } = await findComparison("sv", ["tre", "uno"]);
    expect(idsOf(practices)).toEqual(["tre", "uno"]);
    expect(practices[0]).toMatchObject({ title: "tre", lang: "it", locale: "sv" });
    expect({ missing, choices }).toEqual({ missing: [], choices: [] });
  });

  test.each(states.filter((state): state is Exclude<State, "published"> => state !== "published"))(
    "names a practice as not found that is %s, as one that never was",
    async (state) => {
      await published(named("uno"), named("due"));
      const id = await stored(named("tre"), state);
      const { practices, missing } = await findComparison("it", ["uno", id, "due", "nothing1"]);
      expect(idsOf(practices)).toEqual(["uno", "due"]);
      expect(missing).toEqual([id, "nothing1"]);
    },
  );

  test("of one practice or none offers the chosen one first, then the newest, fifty at most", async () => {
    await published(...Array.from({ length: 60 }, (_, at) => named(`nr${String(at).padStart(2, "0")}`)));
    const { practices, choices } = await findComparison("it", ["nr03"]);
    expect(idsOf(practices)).toEqual(["nr03"]);
    expect(choices).toHaveLength(50);
    expect(idsOf(choices).slice(0, 3)).toEqual(["nr03", "nr59", "nr58"]);
    expect(new Set(idsOf(choices)).size).toBe(50);
    expect(idsOf((await findComparison("it", [])).choices).slice(0, 2)).toEqual(["nr59", "nr58"]);
  });

  test("offers nothing where nothing is published", async () => {
    await stored(named("uno"), "pending");
    expect(await findComparison("it", ["uno"])).toEqual({ practices: [], missing: ["uno"], choices: [] });
  });
});
