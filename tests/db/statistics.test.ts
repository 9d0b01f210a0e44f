import { describe, expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import { facetNames } from "../../lib/practice/filters.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { periodYears, states } from "../../lib/practice/rules.ts";
import { fundingKinds } from "../../lib/practice/vocabulary.ts";
import { getStatistics } from "../../lib/statistics/queries.ts";
import { aPractice, draft, generatePractices } from "../support/practices.ts";
import { published, stored } from "../support/stored.ts";

/** How many of these practices there are for each key that they have, without going through a key twice for one of them. */
function countBy(practices: PracticeInput[], keysOf: (practice: PracticeInput) => readonly string[]) {
  const keys = practices.flatMap((one) => [...new Set(keysOf(one))]);
  return Object.fromEntries([...new Set(keys)].map((key) => [key, keys.filter((one) => one === key).length]));
}

/** Amounts as the page sums them: by currency, how often it is paid, and kind of source. */
function sumPlainly(practices: PracticeInput[]) {
  const lines = practices.flatMap(({ id, funding }) =>
    funding.lines.flatMap(({ kind, amount, frequency = funding.frequency ?? null }) =>
      amount === undefined ? [] : [{ id, kind, amount, frequency, currency: funding.currency }],
    ),
  );
  const keyOf = ({ kind, currency, frequency }: (typeof lines)[number]) => [currency, frequency, kind].join(" ");
  return [...new Set(lines.map(keyOf))].map((key) => {
    const group = lines.filter((line) => keyOf(line) === key);
    return {
      currency: group[0]?.currency,
      frequency: group[0]?.frequency,
      kind: group[0]?.kind,
      amount: group.reduce((sum, { amount }) => sum + amount, 0),
      practices: new Set(group.map(({ id }) => id)).size,
    };
  });
}

describe("the figures", () => {
  test("are those of plain counting, for every table and in every language", async () => {
    const practices = generatePractices(40);
    await published(...practices);
    for (const locale of locales) {
      const { total, facets, years, undated, fundingKinds: kinds, money, versions } = await getStatistics(locale);
      expect(total).toBe(40);
      expect(facets).toEqual({
        country: countBy(practices, ({ countries }) => countries),
        theme: countBy(practices, ({ themes }) => themes),
        audience: countBy(practices, ({ audiences }) => [...audiences.direct, ...audiences.final]),
        organisation: countBy(practices, ({ organisations }) => organisations.flatMap(({ type }) => type ?? [])),
        status: countBy(practices, ({ status }) => [status]),
        evidence: countBy(practices, ({ evidence }) => [evidence]),
        plain: countBy(practices, ({ texts }) => (texts[locale]?.sections.plainWords ? ["yes"] : [])),
        obstacle: countBy(practices, ({ obstacles }) => obstacles.map(({ code }) => code)),
      });

      const first = ({ period }: PracticeInput) => periodYears(period)?.from ?? periodYears(period)?.to;
      const byYear = countBy(practices, (one) => [first(one) ?? []].flat().map(String));
      expect(Object.fromEntries(years.map(({ year, count }) => [year, count]))).toEqual(byYear);
      expect(years.map(({ year }) => year)).toEqual(years.map(({ year }) => year).sort((a, b) => a - b));
      expect(undated).toBe(practices.filter((one) => first(one) === undefined).length);

      const byKind = countBy(practices, ({ funding }) => funding.lines.map(({ kind }) => kind));
      expect(kinds).toEqual(fundingKinds.map((kind) => ({ kind, count: byKind[kind] ?? 0 })));
      expect(money).toHaveLength(sumPlainly(practices).length);
      expect(money).toEqual(expect.arrayContaining(sumPlainly(practices)));

      const textsIn = (one: (typeof locales)[number]) => practices.flatMap(({ texts }) => texts[one] ?? []);
      expect(versions).toEqual(
        locales.map((one) => {
          const texts = textsIn(one);
          const human = (origin: string) =>
            texts.filter(({ provenance: by }) => by.origin === origin && by.method === "human").length;
          return {
            locale: one,
            original: human("original"),
            editorial: human("editorial"),
            translation: human("translation"),
            machine: texts.filter(({ provenance }) => provenance.method === "machine").length,
            missing: 40 - texts.length,
            reviewed: texts.filter(({ provenance }) => provenance.reviewed).length,
            plain: texts.filter(({ sections }) => sections.plainWords).length,
          };
        }),
      );
    }
  });

  test("hold all money that is known, and what is paid each year on its own", async () => {
    const line = (amount: number, frequency?: "yearly" | "one-off") => ({
      source: { en: "A fund" },
      kind: "eu" as const,
      amount,
      frequency,
    });
    await published(
      aPractice({ id: "una12345", funding: { currency: "EUR", lines: [line(100), line(20, "yearly")] } }),
      aPractice({ id: "due12345", funding: { currency: "EUR", frequency: "yearly", lines: [line(3)] } }),
      aPractice({ id: "tre12345", funding: { currency: "SEK", lines: [line(7)] } }),
    );
    const eu = { kind: "eu" };
    expect((await getStatistics("it")).money).toEqual([
      { ...eu, currency: "EUR", frequency: null, amount: 100, practices: 1 },
      { ...eu, currency: "EUR", frequency: "yearly", amount: 23, practices: 2 },
      { ...eu, currency: "SEK", frequency: null, amount: 7, practices: 1 },
    ]);
  });

  test.each(states.filter((state) => state !== "published"))("never count what is %s", async (state) => {
    const [practice] = generatePractices(5).filter(({ funding }) => funding.lines.some(({ amount }) => amount));
    await stored(aPractice(draft({ ...practice, id: "nascosto" } as object)), state);
    expect(await getStatistics("it")).toEqual({
      total: 0,
      facets: Object.fromEntries(facetNames.map((name) => [name, {}])),
      years: [],
      undated: 0,
      fundingKinds: fundingKinds.map((kind) => ({ kind, count: 0 })),
      money: [],
      versions: locales.map((locale) => ({
        ...{ locale, original: 0, editorial: 0, translation: 0, machine: 0, missing: 0, reviewed: 0, plain: 0 },
      })),
    });
  });
});
