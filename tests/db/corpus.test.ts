import { expect, test } from "vitest";
import { searchCatalogue } from "../../lib/catalogue/queries.ts";
import { database } from "../../lib/db.ts";
import { noFilters } from "../../lib/practice/filters.ts";
import { resolvePractice } from "../../lib/practice/queries.ts";
import { corpusOf } from "../../server/corpus/generate.ts";
import { readMaterial } from "../../server/corpus/material.ts";
import { storeCorpus } from "../../server/corpus/store.ts";
import { aPractice } from "../support/practices.ts";
import { published, readBack } from "../support/stored.ts";

test("the corpus is stored whole, and found as what an import has published", async () => {
  expect(await storeCorpus({ count: 12, seed: 7, batch: 5 })).toBe(12);
  const generate = corpusOf(7, await readMaterial());
  for (let number = 0; number < 12; number++) {
    const practice = generate(number);
    expect(await readBack(practice.id as string)).toEqual(practice);
  }
  const { total, cards } = await searchCatalogue("it", noFilters);
  expect(total).toBe(12);
  expect(cards[0]?.id, "the last one was published last").toBe(generate(11).id);
  expect(await resolvePractice("it", cards[0]?.slug ?? "")).toEqual({ found: "page", id: cards[0]?.id });
});

test("the corpus grows, and what is there stays as it is", async () => {
  await storeCorpus({ count: 3, seed: 7 });
  const before = await database().practice.findMany({ orderBy: { ordinal: "asc" } });
  expect(await storeCorpus({ count: 5, seed: 7 })).toBe(2);
  expect(await storeCorpus({ count: 4, seed: 7 })).toBe(0);
  const after = await database().practice.findMany({ orderBy: { ordinal: "asc" } });
  expect(after.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2, 3, 4]);
  expect(after.slice(0, 3)).toEqual(before);
});

test("the corpus is refused where other practices are, unless that is wanted, and beside one of another seed", async () => {
  await published(aPractice({ id: "bussola" }));
  await expect(storeCorpus({ count: 3, seed: 7 })).rejects.toThrow(/not synthetic/);
  expect(await storeCorpus({ count: 3, seed: 7, force: true })).toBe(3);
  expect((await searchCatalogue("it", noFilters)).total).toBe(4);
  await expect(storeCorpus({ count: 6, seed: 8, force: true })).rejects.toThrow(/another seed/);
});
