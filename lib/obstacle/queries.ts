import { z } from "zod";
import { selectIds } from "../catalogue/queries.ts";
import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { noFilters } from "../practice/filters.ts";
import { getPractices } from "../practice/queries.ts";
import { type Obstacle, obstacles } from "../practice/vocabulary.ts";
import { loadThesaurus } from "../search/queries.ts";
import { type ObstacleCase, relatedObstacles, toCase } from "./obstacle.ts";

// Which obstacles published practices have met, and what they tell of them.

/** So many practices stand on an obstacle's page; the catalogue has them all. */
const mostCases = 20;

const countRow = z.object({ code: z.string(), count: z.number() });

/** How many published practices have met each obstacle; 0 where none has. */
export async function countObstacles(): Promise<Record<Obstacle, number>> {
  const rows = await database().$queryRaw`
    select code, sum(bit_count(bits))::float8 as count from "CatalogueBits" where facet = 'obstacle' group by code`;
  const counts = new Map(
    z
      .array(countRow)
      .parse(rows)
      .map(({ code, count }) => [code, count]),
  );
  return Object.fromEntries(obstacles.map((code) => [code, counts.get(code) ?? 0])) as Record<Obstacle, number>;
}

/** An obstacle as its page shows it. */
export type ObstacleView = {
  code: Obstacle;
  /** How many published practices have met it. */
  total: number;
  /** What they tell of it, the newest first; twenty at most. */
  cases: ObstacleCase[];
  /** Obstacles like it. */
  related: Obstacle[];
};

/** An obstacle with what published practices tell of it, as readers of a language see them. */
export async function getObstacle(locale: Locale, code: Obstacle): Promise<ObstacleView> {
  const [counts, ids, thesaurus] = await Promise.all([
    countObstacles(),
    selectIds(locale, { ...noFilters, obstacle: [code] }, mostCases, 0),
    loadThesaurus(),
  ]);
  const practices = await getPractices(locale, ids);
  return {
    code,
    total: counts[code],
    cases: practices.map((practice) => toCase(practice, code)),
    related: relatedObstacles(code, thesaurus),
  };
}
