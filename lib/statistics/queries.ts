import { z } from "zod";
import { countSelection, type Facets } from "../catalogue/queries.ts";
import { database } from "../db.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { noFilters } from "../practice/filters.ts";

import { fundingKinds } from "../practice/vocabulary.ts";

// What there is, counted: published practices alone, as CatalogueEntry knows them.

/** Known money by kind of source, in minor units of one currency, for amounts paid at one go or each year. */
type Money = { currency: string; frequency: string | null; kind: string; amount: number; practices: number };

/** The language versions of one language, by how they came to be; `missing` have none yet. */
type Versions = {
  locale: Locale;
  original: number;
  editorial: number;
  translation: number;
  machine: number;
  missing: number;
  reviewed: number;
  plain: number;
};

export type Statistics = {
  total: number;
  facets: Facets;
  /** The first year that is known of a practice, in order; `undated` have none. */
  years: { year: number; count: number }[];
  undated: number;
  /** How many practices name a source of each kind, in the order of the vocabulary. */
  fundingKinds: { kind: string; count: number }[];
  money: Money[];
  versions: Versions[];
};

const yearRow = z.object({ year: z.number().nullable(), count: z.coerce.number() });
const kindRow = z.object({ kind: z.string(), count: z.coerce.number() });
const moneyRow = z.object({
  currency: z.string(),
  frequency: z.string().nullable(),
  kind: z.string(),
  amount: z.coerce.number(),
  practices: z.coerce.number(),
});
const versionRow = z.object({
  locale: z.enum(locales),
  origin: z.string(),
  method: z.string(),
  count: z.coerce.number(),
  reviewed: z.coerce.number(),
  plain: z.coerce.number(),
});

/** Everything the page of figures shows. */
export async function getStatistics(locale: Locale): Promise<Statistics> {
  const [{ total, facets }, years, kinds, money, versions] = await Promise.all([
    countSelection(locale, noFilters),
    database().$queryRaw`
      select nullif(code, '')::int as year, sum(bit_count(bits)) as count from "CatalogueBits" where facet = 'year'
      group by 1 having sum(bit_count(bits)) > 0 order by 1`,
    database().$queryRaw`
      select f.kind, count(distinct f."practiceId") from "FundingLine" f
      join "CatalogueEntry" e on e."practiceId" = f."practiceId" group by 1`,
    database().$queryRaw`
      select p."fundingCurrency" as currency, nullif(coalesce(f.frequency, p."fundingFrequency"), 'one-off') as frequency, f.kind,
        sum(f.amount) as amount, count(distinct p.id) as practices
      from "FundingLine" f
      join "Practice" p on p.id = f."practiceId"
      join "CatalogueEntry" e on e."practiceId" = p.id
      where f.amount is not null
      group by 1, 2, 3 order by 1, 2 nulls first, 4 desc`,
    database().$queryRaw`
      select t.locale, t.origin, t.method, count(*), count(*) filter (where t.reviewed) as reviewed,
        count(t."plainWords") as plain
      from "PracticeText" t join "CatalogueEntry" e on e."practiceId" = t."practiceId" group by 1, 2, 3`,
  ]);
  const dated = z.array(yearRow).parse(years);
  const counts = new Map(
    z
      .array(kindRow)
      .parse(kinds)
      .map(({ kind, count }) => [kind, count]),
  );
  return {
    total,
    facets,
    years: dated.flatMap(({ year, count }) => (year === null ? [] : [{ year, count }])),
    undated: dated.find(({ year }) => year === null)?.count ?? 0,
    fundingKinds: fundingKinds.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })),
    money: z.array(moneyRow).parse(money),
    versions: toVersions(z.array(versionRow).parse(versions), total),
  };
}

function toVersions(rows: z.infer<typeof versionRow>[], total: number): Versions[] {
  return locales.map((locale) => {
    const own = rows.filter((row) => row.locale === locale);
    const sum = (of: (row: (typeof own)[number]) => number) => own.reduce((all, row) => all + of(row), 0);
    const count = (origin: string, method: string) =>
      sum((row) => (row.origin === origin && row.method === method ? row.count : 0));
    const machine = sum((row) => (row.method === "machine" ? row.count : 0));
    return {
      locale,
      original: count("original", "human"),
      editorial: count("editorial", "human"),
      translation: count("translation", "human"),
      machine,
      missing: total - sum((row) => row.count),
      reviewed: sum((row) => row.reviewed),
      plain: sum((row) => row.plain),
    };
  });
}
