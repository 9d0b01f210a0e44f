import { selectIds } from "../catalogue/queries.ts";
import type { Locale } from "../i18n/locales.ts";
import { noFilters } from "../practice/filters.ts";
import { getCards, getPractices } from "../practice/queries.ts";
import type { PracticeCard, PracticeView } from "../practice/view.ts";
import { fewest } from "./compare.ts";

/** So many practices are offered to choose from. */
const offered = 50;

/** What a comparison shows: the practices, or, where there are too few of them, what there is to choose from. */
export type Comparison = {
  practices: PracticeView[];
  /** The ids that no published practice has. */
  missing: string[];
  /** Those that are chosen already, then the newest. */
  choices: PracticeCard[];
};

/** The published practices of some ids, in their order; with fewer than two, the newest ones to choose from. */
export async function findComparison(locale: Locale, ids: string[]): Promise<Comparison> {
  const practices = await getPractices(locale, ids);
  const found = practices.map(({ id }) => id);
  const missing = ids.filter((id) => !found.includes(id));
  if (practices.length >= fewest) return { practices, missing, choices: [] };
  const newest = await selectIds(locale, noFilters, offered, 0);
  return { practices, missing, choices: await getCards(locale, [...new Set([...found, ...newest])].slice(0, offered)) };
}
