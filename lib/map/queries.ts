import { z } from "zod";
import { inTime, selectionSql } from "../catalogue/queries.ts";
import { Prisma } from "../generated/prisma/client.ts";
import type { Locale } from "../i18n/locales.ts";
import type { Filters } from "../practice/filters.ts";
import { getCards } from "../practice/queries.ts";
import type { Said } from "../practice/rules.ts";

/** A point of the map: a place where one practice of a selection is, or several. Degrees, WGS 84. */
export type MapPlace = {
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  count: number;
  /** The practice, where there is one alone. */
  practice?: { slug: string; title: Said };
};

/** How many points a map holds: more would be neither seen apart nor loaded on a slow line. */
const mostPlaces = 250;

const placeRow = z.object({
  name: z.string(),
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  count: z.coerce.number(),
  id: z.string(),
  points: z.coerce.number(),
});

/**
 * Where the practices of a selection are, those with most practices first. What a practice serves is on the map only
 * where it names no area or seat. `points`: how many there are, beyond those returned. `placeless`: how many practices
 * have none at all.
 */
export async function mapPlaces(
  locale: Locale,
  filters: Filters,
): Promise<{ places: MapPlace[]; points: number; placeless: number }> {
  const selected = await selectionSql(locale, filters);
  const located = Prisma.sql`
    select p.* from "Place" p join selected s on s."practiceId" = p."practiceId"
    where p.latitude is not null and p.longitude is not null and (p.role <> 'served' or not exists (
      select 1 from "Place" other where other."practiceId" = p."practiceId" and other.role <> 'served'
        and other.latitude is not null))`;
  const rows = await inTime(
    filters,
    Prisma.sql`
      with selected as (${selected}), located as (${located})
      select min(coalesce("translatedName" ->> ${locale}, name)) as name, country, latitude, longitude, count(distinct "practiceId"), min("practiceId") as id,
        count(*) over () as points
      from located group by country, latitude, longitude
      order by count(distinct "practiceId") desc, latitude desc, longitude limit ${mostPlaces}`,
  );
  const [left] = await inTime<{ placeless: bigint }[]>(
    filters,
    Prisma.sql`
      with selected as (${selected}), located as (${located})
      select count(*) as placeless from selected where "practiceId" not in (select "practiceId" from located)`,
  );
  const found = z.array(placeRow).parse(rows);
  const cards = await getCards(
    locale,
    found.filter(({ count }) => count === 1).map(({ id }) => id),
  );
  const places = found.map(({ id, points: _, ...place }): MapPlace => {
    const card = place.count === 1 ? cards.find((one) => one.id === id) : undefined;
    return { ...place, practice: card && { slug: card.slug, title: card.title } };
  });
  return { places, points: found[0]?.points ?? 0, placeless: Number(left?.placeless ?? 0) };
}
