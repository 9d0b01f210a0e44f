import { z } from "zod";
import { segmentSize } from "../catalogue/bits.ts";
import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { getCards } from "../practice/queries.ts";
import type { PracticeCard } from "../practice/view.ts";
import { loadThesaurus } from "../search/queries.ts";

/** Among so many practices at most those are looked for that are like one. */
const mostAlike = 500;

/** What two practices have in common: the code of a filter, or a concept by its id. */
export type Shared = { facet: "obstacle" | "audience" | "theme" | "method"; code: string };

const similarRow = z.object({ id: z.string(), shared: z.array(z.string()) });
const reasons = ["obstacle", "method", "audience", "theme"] as const;

/**
 * The practices most like this one, the nearest first: what few practices have in common counts most.
 * @returns up to three, each with up to three things that it shares with this one
 */
export async function similarPractices(
  locale: Locale,
  id: string,
): Promise<{ card: PracticeCard; shared: Shared[] }[]> {
  const rows = await database().$queryRaw`
    with everything as (select sum(bit_count(bits))::float8 as n from "CatalogueBits" where facet = 'all'),
    marks as materialized (
      select mark, sum(bit_count(b.bits)) as n
      from "CatalogueEntry" e cross join unnest(e.marks) mark
      join "CatalogueBits" b on b.facet = split_part(mark, ':', 1) and b.code = split_part(mark, ':', 2)
      where e."practiceId" = ${id} and b.facet in ('obstacle', 'audience', 'theme', 'concept')
      group by mark
    ),
    -- The rarest of its marks lead to its likes; the common ones only weigh in.
    rarest as (
      select mark from (select mark, n, sum(n) over (order by n, mark) as upto from marks where n > 1) m
      where upto <= ${mostAlike} or n = (select min(n) from marks where n > 1)
    ),
    -- Numbers first: entries are long, and their order by number is wanted of the newest alone.
    newest as (
      select alike.segment * ${segmentSize}::int + i as ordinal
      from (
        select b.segment, bit_or(b.bits) as bits from rarest
        join "CatalogueBits" b on b.facet = split_part(mark, ':', 1) and b.code = split_part(mark, ':', 2)
        group by b.segment
      ) alike cross join generate_series(0, ${segmentSize - 1}::int) i
      where get_bit(alike.bits, i) = 1 order by 1 desc limit ${mostAlike}
    ),
    candidates as materialized (
      select e."practiceId", e.marks, e.ordinal from newest join "CatalogueEntry" e using (ordinal)
      where e."practiceId" <> ${id}
    )
    select c."practiceId" as id, array_agg(m.mark order by m.n, m.mark) as shared
    from candidates c cross join unnest(c.marks) mark join marks m using (mark)
    group by c."practiceId", c.ordinal
    order by sum(ln(1 + (select n from everything) / m.n)) desc, c.ordinal desc limit 3`;
  const [found, { concepts }] = [z.array(similarRow).parse(rows), await loadThesaurus()];
  const cards = await getCards(
    locale,
    found.map((one) => one.id),
  );
  return cards.flatMap((card) => {
    const marks =
      found.find((one) => one.id === card.id)?.shared.map((mark) => mark.split(":") as [string, string]) ?? [];
    const shared = reasons.flatMap((reason) =>
      marks.flatMap(([facet, code]): Shared[] => {
        const isIt =
          reason === "method" ? facet === "concept" && concepts.get(code)?.group === "methods" : facet === reason;
        return isIt ? [{ facet: reason, code }] : [];
      }),
    );
    return { card, shared: shared.slice(0, 3) };
  });
}
