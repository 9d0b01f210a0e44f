import { z } from "zod";
import { database } from "../db.ts";
import { explainFinds } from "../found/queries.ts";
import { Prisma } from "../generated/prisma/client.ts";
import type { Locale } from "../i18n/locales.ts";
import { type FacetName, type Filters, facetNames, isFiltered } from "../practice/filters.ts";
import { getCards } from "../practice/queries.ts";
import type { PracticeCard } from "../practice/view.ts";
import { Refusal } from "../refusal.ts";
import { type ConceptLink, conceptsAround, nearestConcepts, understand } from "../search/queries.ts";
import type { Understood } from "../search/understood.ts";
import { hasYears, ordered, selected, statement } from "./selection.ts";

// Which practices a selection holds, in which order, and how many each filter would give.

export type Facets = Record<FacetName, Record<string, number>>;

/** A practice of a selection; of a search also the ways in which its units were met, as numbers of their alternatives. */
type Find = { id: string; concepts: string[]; ways: { unit: number; alternative: number }[] };

/** A selection: how many, one page of it, and what each value of each filter would give together with the others. */
export type Selection = {
  total: number;
  /** How many of them have everything that was typed; the others have the better part of it. */
  complete: number;
  /** How many were left out because they have no year (only with `from` or `to`). */
  undated: number;
  facets: Facets;
  page: number;
  pages: number;
  finds: Find[];
  understood: Understood;
};

const row = z.object({
  total: z.coerce.number(),
  complete: z.coerce.number(),
  undated: z.coerce.number(),
  page: z.coerce.number(),
  facets: z.array(z.tuple([z.string(), z.string(), z.number()])),
  finds: z.array(
    z.object({ id: z.string(), concepts: z.array(z.string()), ways: z.array(z.tuple([z.number(), z.number()])) }),
  ),
});

/** One page of a selection, with all its counts. A page past the end is the last page. */
export async function selectPage(locale: Locale, filters: Filters, perPage = 20): Promise<Selection> {
  const understood = await understand(locale, filters.q);
  const rows = await inTime(filters, statement(locale, filters, understood, { perPage }));
  const { facets, finds, ...counts } = row.parse((rows as unknown[])[0]);
  const found = Object.fromEntries(facetNames.map((name) => [name, {}])) as Facets;
  for (const [facet, code, count] of facets) if (count > 0) found[facet as FacetName][code] = count;
  return {
    ...counts,
    pages: Math.max(1, Math.ceil(counts.total / perPage)),
    facets: found,
    finds: finds.map(({ ways, ...find }) => ({
      ...find,
      ways: ways.map(([unit, alternative]) => ({ unit, alternative })),
    })),
    understood,
  };
}

/** One page of the catalogue, as readers of a language see it. */
export type CatalogueResult = Omit<Selection, "finds"> & { cards: PracticeCard[] };

/** The published practices of a selection, one page of them, with all its counts. */
export async function searchCatalogue(locale: Locale, filters: Filters, perPage = 20): Promise<CatalogueResult> {
  const { finds, ...selection } = await selectPage(locale, filters, perPage);
  const cards = await getCards(
    locale,
    finds.map(({ id }) => id),
  );
  return { ...selection, cards: await explainFinds(locale, cards, finds, selection.understood) };
}

/** How many practices a selection has, and how many each value of each filter has together with the other filters. */
export async function countSelection(
  locale: Locale,
  filters: Filters,
): Promise<Pick<Selection, "total" | "undated" | "facets">> {
  return selectPage(locale, { ...filters, page: 1, sort: "newest" }, 1);
}

/** The ids of a selection in its order, from `offset` on. */
export async function selectIds(locale: Locale, filters: Filters, limit: number, offset: number): Promise<string[]> {
  const understood = await understand(locale, filters.q);
  const part = { limit: Prisma.sql`${limit}::int`, offset: Prisma.sql`${offset}::int` };
  const rows = await inTime<{ id: string }[]>(
    filters,
    Prisma.sql`
      with ${selected(locale, filters, understood)}, ${ordered(locale, filters, understood, part)}
      select e."practiceId" as id from ordered o join "CatalogueEntry" e using (ordinal) order by o.place`,
  );
  return rows.map(({ id }) => id);
}

/** The practices of a selection as SQL: their ids, for other reads of what belongs to them. */
export async function selectionSql(locale: Locale, filters: Filters): Promise<Prisma.Sql> {
  const understood = await understand(locale, filters.q);
  return Prisma.sql`
    with ${selected(locale, filters, understood)}
    select "practiceId" from "CatalogueEntry" where get_bit((select bits from whole), ordinal) = 1`;
}

/** How long Postgres may search, in milliseconds: no text is worth more. */
const longestSearch = 900;

/** Runs a selection; one with a text is broken off when it takes too long. @throws Refusal too-slow */
export async function inTime<T>(filters: Filters, statement: Prisma.Sql): Promise<T> {
  if (filters.q === "") return database().$queryRaw(statement) as Promise<T>;
  try {
    const [, rows] = await database().$transaction([
      // Compiling such a statement would take longer than running it, and a scan of all documents unpacks each of them.
      database().$executeRaw`
        select set_config('statement_timeout', ${String(longestSearch)}, true), set_config('jit', 'off', true),
          set_config('enable_seqscan', 'off', true)`,
      database().$queryRaw(statement),
    ]);
    return rows as T;
  } catch (error) {
    // Postgres' query_canceled.
    if (String(error).includes("57014")) throw new Refusal("too-slow");
    throw error;
  }
}

/** The same selection with one filter less: a way out of one that holds nothing. */
export type WiderSelection = { without: FacetName | "years" | "q"; filters: Filters; count: number };

/** Where to look further from a page of the catalogue. */
export type Further = {
  /** Concepts below and above those that the text names. */
  around: Awaited<ReturnType<typeof conceptsAround>>;
  /** Where nothing was found: concepts whose names are like the text, and selections with one filter less. */
  nearest: ConceptLink[];
  wider: WiderSelection[];
};

export async function lookFurther(
  locale: Locale,
  filters: Filters,
  { total, understood }: CatalogueResult,
): Promise<Further> {
  const [around, nearest, wider] = await Promise.all([
    conceptsAround(locale, understood.concepts),
    total === 0 ? nearestConcepts(locale, filters.q) : [],
    total === 0 ? widerSelections(locale, filters).catch(nothingInTime) : [],
  ]);
  return { around, nearest, wider };
}

/** Where even counting takes too long, nothing is offered. */
function nothingInTime(error: unknown): [] {
  if (error instanceof Refusal && error.code === "too-slow") return [];
  throw error;
}

async function widerSelections(locale: Locale, filters: Filters): Promise<WiderSelection[]> {
  const { from: _from, to: _to, ...timeless } = filters;
  const hasOthers = isFiltered({ ...filters, q: "" });
  const wider: Omit<WiderSelection, "count">[] = [
    ...facetNames
      .filter((name) => filters[name].length > 0)
      .map((name) => ({ without: name, filters: { ...filters, [name]: [], page: 1 } })),
    ...(hasYears(filters) ? [{ without: "years" as const, filters: { ...timeless, page: 1 } }] : []),
    ...(filters.q && hasOthers
      ? [{ without: "q" as const, filters: { ...filters, q: "", sort: "newest" as const, page: 1 } }]
      : []),
  ];
  const counted: WiderSelection[] = [];
  for (const one of wider) counted.push({ ...one, count: (await countSelection(locale, one.filters)).total });
  return counted.filter(({ count }) => count > 0);
}
