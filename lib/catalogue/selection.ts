import { Prisma } from "../generated/prisma/client.ts";
import type { Locale } from "../i18n/locales.ts";
import { type Filters, facetNames } from "../practice/filters.ts";
import { type Alternative, type Understood, weakWays } from "../search/understood.ts";

// A selection as SQL. Sets of practices are bits in CatalogueBits (docs/decisions/011); what a search text finds becomes
// such a set, too, and is ranked (012).

/** So many practices are ranked with care; further ones follow by where the words stand, the newest first. */
const mostRanked = 120;
/** Where fewer practices have everything that was typed, those that have a part of it are shown, too. */
const enough = 20;
/** So many practices at most have a unit that counts as a part; of what is near it, only in a catalogue of twice that. */
const commonest = 5000;
/** How much of what was typed, weighed by rarity, such a part must be at least. */
const betterPart = 0.1;
/** How much of a unit something near it is. */
const weakShare = 0.3;
/** What a word counts in sections, in names, in the summary and the plain words, and in the title. */
const placeWeights = [0.2, 0.35, 0.7, 1];
/** Added to how rare a way to find something is, so that what all have still counts. */
const rarityFloor = 2;
/** How much more a practice counts that has more of what was typed: the power of the share that it has. */
const coverage = 2;
/** How much the ways count in which something is met beside the best one. */
const further = 0.3;
/** What a practice counts that has no version in the reader's language. */
const otherLanguage = 0.95;

/** The statement of one page of a selection: one row with its counts, facets and practices. */
export function statement(
  locale: Locale,
  filters: Filters,
  understood: Understood,
  { perPage }: { perPage: number },
): Prisma.Sql {
  const names = facetNames.filter((name) => filters[name].length > 0);
  return Prisma.sql`
    with ${selected(locale, filters, understood)},
    counted as (
      select b.facet, case b.facet when 'plain' then 'yes' else b.code end as code, sum(bit_count(b.bits & s.bits)) as count
      from "CatalogueBits" b join selection s on s.segment = b.segment
        and s.without = case when b.facet = any(${names}::text[]) then b.facet else '' end
      where b.facet = any(${[...facetNames]}::text[]) and (b.facet <> 'plain' or b.code = ${locale})
      group by 1, 2
    ),
    total as (select coalesce(sum(bit_count(bits)), 0) as n from selection where without = ''),
    page as (
      select least(${filters.page}::bigint, greatest(1, ceil((select n from total) / ${perPage}::numeric)))::bigint as number
    ),
    ${ordered(locale, filters, understood, { limit: Prisma.sql`${perPage}::int`, offset: Prisma.sql`(((select number from page) - 1) * ${perPage}::int)` })},
    shown as (
      select e."practiceId" as id, o.place, o.ways, array(
          select substr(mark, 9) from unnest(e.marks) mark where mark like 'concept:%' and o.ways <> '[]') as concepts
      from ordered o join "CatalogueEntry" e using (ordinal)
    )
    select (select n from total)::int as total, (select number from page)::int as page,
      ${understood.units.length > 0 ? Prisma.sql`(select coalesce(sum(bit_count(s.bits & a.bits)), 0) from strict s join selection a using (segment) where a.without = '')::int` : Prisma.sql`(select n from total)::int`} as complete,
      ${hasYears(filters) ? Prisma.sql`(select coalesce(sum(bit_count(b.bits & s.bits)), 0) from "CatalogueBits" b join selection s using (segment) where b.facet = 'undated' and s.without = 'years')::int` : Prisma.sql`0`} as undated,
      coalesce((select jsonb_agg(jsonb_build_array(facet, code, count)) from counted), '[]') as facets,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'concepts', concepts, 'ways', ways) order by place) from shown), '[]') as finds`;
}

export const hasYears = ({ from, to }: Filters): boolean => from !== undefined || to !== undefined;

/**
 * The sets of a selection: `selection` by segment, whole (`without` '') and without each filter that is used, whose own
 * counts need it so; and `whole`, all segments of it one after the other.
 */
export function selected(locale: Locale, filters: Filters, understood: Understood): Prisma.Sql {
  const names = facetNames.filter((name) => filters[name].length > 0);
  const used = names.map((name) => {
    const codes = name === "plain" ? [locale] : (filters[name] as string[]);
    return Prisma.sql`
      select ${name} as facet, segment, bit_or(bits) as bits from "CatalogueBits"
      where facet = ${name} and code = any(${codes}::text[]) group by segment`;
  });
  const years = Prisma.sql`
    select 'years' as facet, segment, f.bits & t.bits as bits
    from (select segment, bit_or(bits) as bits from "CatalogueBits"
      where facet = 'from' and case when facet = 'from' then code::int end <= ${filters.to ?? 9999} group by segment) f
    join (select segment, bit_or(bits) as bits from "CatalogueBits"
      where facet = 'to' and case when facet = 'to' then code::int end >= ${filters.from ?? 0} group by segment) t using (segment)`;
  const text = Prisma.sql`select 'q' as facet, segment, bits from hits`;
  const conditions = [...used, ...(hasYears(filters) ? [years] : []), ...(filters.q ? [text] : [])];
  const withouts = ["", ...names, ...(hasYears(filters) ? ["years"] : [])];
  return Prisma.sql`
    ${filters.q ? Prisma.sql`${found(understood)},` : Prisma.empty}
    conditions as materialized (
      select 'all' as facet, segment, bits from "CatalogueBits" where facet = 'all'
      ${conditions.length > 0 ? Prisma.sql`union all ${Prisma.join(conditions, " union all ")}` : Prisma.empty}
    ),
    selection as materialized (
      select w.without, c.segment, bit_and(c.bits) as bits
      from unnest(${withouts}::text[]) w(without) join conditions c on c.facet <> w.without
      group by 1, 2
      having count(*) = ${conditions.length + 1} - case when w.without = '' then 0 else 1 end
    ),
    whole as materialized (${asOne(Prisma.sql`(select segment, bits from selection where without = '')`)})`;
}

/** All segments of a set one after the other: bit n stands for practice n. */
const asOne = (set: Prisma.Sql) => Prisma.sql`
  select string_agg(coalesce(s.bits, 0::bit(8192))::text, '' order by a.segment)::varbit as bits
  from "CatalogueBits" a left join ${set} s using (segment) where a.facet = 'all'`;

/** A set by its key, and the practices' numbers that make it. */
type Numbers = { key: string; from: Prisma.Sql };

/** Sets of practices, made of numbers: words of 64 bits, then segments of 128 words. */
const asBits = (name: string, sets: readonly Numbers[]) => {
  const [set, words] = [Prisma.raw(name), Prisma.raw(`${name}_words`)];
  const wordsOf = ({ key, from }: Numbers) => Prisma.sql`
    select ${key} as key, ordinal >> 6 as word, bit_or(1::bigint << (63 - (ordinal & 63)))::bit(64) as bits
    from ${from} group by 2`;
  return Prisma.sql`
  ${words} as materialized (${Prisma.join(sets.map(wordsOf), " union all ")}),
  ${set} as materialized (
    select key, word / 128 as segment, bit_or(bits::bit(8192) >> ((word % 128) * 64)) as bits from ${words} group by 1, 2
  )`;
};

const anyOf = (alternatives: readonly Alternative[]) => alternatives.map(({ query }) => `(${query})`).join(" | ");
const isWeak = ({ way }: Alternative) => weakWays.includes(way);

/** The same in titles alone. */
const inTitles = (query: string) => query.replace(/'(#|(?:it|fr|sv|en):)/g, "'T$1");

/**
 * What a text finds, as sets: `strict`, the practices that have every unit; `hits`, those and, where they are few, the
 * practices with some of it or with something near it; `whole_sets`, by which they are put in order before they are ranked.
 */
function found({ units, excluded }: Understood): Prisma.Sql {
  const scan = (key: string, query: string): Numbers[] =>
    query === "" ? [] : [{ key, from: Prisma.sql`"CatalogueDocument" where document @@ ${query}::tsquery` }];
  const forbidden = excluded ? scan("excluded", excluded) : [];
  // Nothing is looked for: what must not occur leaves all the others, no words at all leave none.
  if (units.length === 0)
    return forbidden.length === 0
      ? Prisma.sql`hits as (select 0 as segment, 0::bit(8192) as bits where false)`
      : Prisma.sql`
        ${asBits("sets", forbidden)},
        hits as (
          select a.segment, a.bits & ~coalesce(x.bits, 0::bit(8192)) as bits
          from "CatalogueBits" a left join sets x using (segment) where a.facet = 'all'
        )`;
  const strong = units.map((unit, at) => ({ at, query: anyOf(unit.alternatives.filter((one) => !isWeak(one))) }));
  const whole = strong.flatMap(({ at, query }) => scan(`u${at}`, query));
  const near = [...whole, ...units.flatMap((unit, at) => scan(`w${at}`, anyOf(unit.alternatives.filter(isWeak))))];
  // What very many practices have is no part worth showing, and slow to gather; but better than nothing.
  const isRare = (key: string) => Prisma.sql`(
    coalesce((select sum(bit_count(bits)) from sets where key = ${`u${key.slice(1)}`}), 0) <= ${commonest}::int
    and ${key.startsWith("u") ? Prisma.sql`true` : Prisma.sql`(select sum(bit_count(bits)) from "CatalogueBits" where facet = 'all') <= ${2 * commonest}::int`}
    or (select coalesce(sum(bit_count(bits)), 0) from strict) = 0)`;
  const few = Prisma.sql`(select coalesce(sum(bit_count(bits)), 0) from strict) < ${enough}::int`;
  return Prisma.sql`
    ${asBits("sets", [...whole, ...strong.flatMap(({ at, query }) => scan(`t${at}`, inTitles(query))), ...forbidden])},
    rarity as materialized (
      select u.unit - 1 as unit, u.weight * ln(1 + (select greatest(1, sum(bit_count(bits))) from "CatalogueBits" where facet = 'all')::float8 /
        greatest(1, (select sum(bit_count(bits)) from sets where key = 'u' || (u.unit - 1)))::float8) as weight
      from unnest(${units.map(({ weight }) => weight)}::float8[]) with ordinality u(weight, unit)
    ),
    strict as materialized (
      select f.segment, f.bits & ~coalesce(x.bits, 0::bit(8192)) as bits
      from (
        select segment, bit_and(bits) as bits from sets where key like 'u%' group by segment
        having count(*) = ${units.length}
      ) f
      left join sets x on x.key = 'excluded' and x.segment = f.segment
    ),
    near as materialized (
      select 'u' || unit as key, unit, weight from rarity union all select 'w' || unit, unit, ${weakShare}::float8 * weight from rarity
    ),
    ${asBits("parts", [
      {
        key: "part",
        from: Prisma.sql`(
          select ordinal from (
            select s.ordinal, near.unit, max(near.weight) as weight
            from (${Prisma.join(
              near.map(
                ({ key, from }) => Prisma.sql`select ${key} as key, ordinal from ${from} and ${few} and ${isRare(key)}`,
              ),
              " union all ",
            )}) s
            join near using (key) group by 1, 2
          ) met group by ordinal having sum(weight) >= ${betterPart}::float8 * (select sum(weight) from rarity)
        ) met`,
      },
    ])},
    hits as materialized (
      select segment, bit_or(bits) & ~coalesce((select bits from sets x where x.key = 'excluded' and x.segment = f.segment), 0::bit(8192)) as bits
      from (select segment, bits from strict union all select segment, bits from parts) f group by segment
    ),
    ranked_sets as (
      select 'strict' as key, segment, bits from strict
      union all select 'titles', segment, bit_and(bits) from sets where key like 't%' group by segment having count(*) = ${units.length}
      union all select 'title', segment, bit_or(bits) from sets where key like 't%' group by segment
    ),
    whole_sets as materialized (
      select k.key, (${asOne(Prisma.sql`(select segment, bits from ranked_sets where key = k.key)`)}) as bits
      from unnest(array['strict', 'titles', 'title']) k(key)
    )`;
}

/** `ordered`: the numbers of one page of a selection with their place, and, ranked by a text, why each is there. */
export function ordered(
  locale: Locale,
  filters: Filters,
  { units }: Understood,
  { limit, offset }: { limit: Prisma.Sql; offset: Prisma.Sql },
): Prisma.Sql {
  const member = Prisma.sql`get_bit((select bits from whole), ordinal) = 1`;
  // Walks an index and stops when the page is full.
  const plain = (from: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`
    ordered as (
      select ordinal, row_number() over () as place, '[]'::jsonb as ways
      from (select ordinal from ${from} and ${member} order by ${order} limit ${limit} offset ${offset}) page
    )`;
  if (filters.sort === "title")
    return plain(Prisma.sql`"CatalogueTitle" where locale = ${locale}`, Prisma.sql`key, ordinal`);
  const entries = Prisma.sql`"CatalogueEntry" where true`;
  if (filters.sort === "oldest") return plain(entries, Prisma.sql`ordinal`);
  if (filters.sort === "newest" || units.length === 0) return plain(entries, Prisma.sql`ordinal desc`);
  const alternatives = units.flatMap((unit, at) =>
    unit.alternatives.map(({ way, query, factor, operands }, number) => ({
      ...{ unit: at, number, way, query, weight: unit.weight },
      // ts_rank divides by the number of operands.
      ...{ factor, operands },
      isWeak: weakWays.includes(way),
    })),
  );
  const inSet = (set: string) => Prisma.sql`get_bit((select bits from whole_sets where key = ${set}), ordinal)`;
  return Prisma.sql`
    tiers as materialized (
      select ordinal, row_number() over () as tier from (
        select ordinal from "CatalogueEntry" where ${member}
        order by ${inSet("strict")} desc, ${inSet("titles")} desc, ${inSet("title")} desc, ordinal desc
        limit greatest(${mostRanked}::int, ${offset} + ${limit})
      ) best
    ),
    alternatives as materialized (
      select unit, number, way, query::tsquery as query, factor, operands, weight, "isWeak" as is_weak
      from jsonb_to_recordset(${JSON.stringify(alternatives)}::jsonb)
        as a(unit int, number int, way text, query text, factor float8, operands int, weight float8, "isWeak" boolean)
    ),
    documents as materialized (
      select ordinal, document || ''::tsvector as document from "CatalogueDocument"
      where ordinal in (select ordinal from tiers where tier <= ${mostRanked})
    ),
    matches as materialized (
      select d.ordinal, a.unit, a.number, a.way, a.weight, a.is_weak,
        a.factor * least(1, a.operands * ts_rank(${placeWeights}::float4[], d.document, a.query)) as rank
      from documents d join alternatives a on d.document @@ a.query
    ),
    -- What few practices have says more than what many have: an inverse document frequency, taken among those ranked.
    frequencies as (
      select unit, number, ln(${rarityFloor}::float8 + (select count(*) from documents)::float8 / count(*)) as rarity from matches group by 1, 2
    ),
    -- The best way counts in full, the others show that it is no chance.
    best as (
      select ordinal, unit, max(weight) * (max(rank) + ${further}::float8 * (sum(rank) - max(rank))) as rank,
        max(weight) * max(case when is_weak then ${weakShare}::float8 else 1 end) as met
      from (
        select ordinal, unit, way, weight, is_weak, max(rank * rarity) as rank
        from matches join frequencies using (unit, number) group by 1, 2, 3, 4, 5
      ) ways group by 1, 2
    ),
    scores as materialized (
      select ordinal, sum(rank) * power(sum(met) / ${units.reduce((sum, { weight }) => sum + weight, 0)}::float8, ${coverage}::float8) * case when ${`language:${locale}`} = any(e.marks) then 1 else ${otherLanguage}::float8 end as score
      from best join "CatalogueEntry" e using (ordinal) group by ordinal, e.marks
    ),
    places as (
      select t.ordinal, row_number() over (order by s.score desc nulls last, t.tier) as place
      from tiers t left join scores s using (ordinal) order by place limit ${limit} offset ${offset}
    ),
    ordered as (
      select p.*, (
          select coalesce(jsonb_agg(jsonb_build_array(m.unit, m.number) order by m.rank desc), '[]')
          from matches m where m.ordinal = p.ordinal
        ) as ways
      from places p
    )`;
}
