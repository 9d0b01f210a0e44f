import { selectPage } from "../../lib/catalogue/queries.ts";
import { locales } from "../../lib/i18n/locales.ts";
import { parseFilters } from "../../lib/practice/filters.ts";
import { storeCorpus } from "../../server/corpus/store.ts";
import { oddQueries } from "../support/odd-queries.ts";
import { onEmbedded } from "./embedded.ts";
import { median } from "./median.ts";
import { percentile } from "./percentile.ts";

const practices = 1000;
const queries = 10_000;
const seed = 7;

/** Whether ten thousand odd texts are searches, and how long the slowest takes, on the embedded database. */
export async function measureOddQueries(): Promise<void> {
  await onEmbedded(async () => {
    await storeCorpus({ count: practices, seed });
    console.log(`\n## ${queries} odd queries among ${practices} practices in the embedded database`);
    const times: { q: string; ms: number }[] = [];
    const failed: { q: string; error: unknown }[] = [];
    for (const [at, q] of oddQueries(queries, seed).entries()) {
      const began = performance.now();
      try {
        const { filters } = parseFilters(new URLSearchParams({ q }));
        await selectPage(locales[at % locales.length] as (typeof locales)[number], filters);
      } catch (error) {
        failed.push({ q, error });
      }
      times.push({ q, ms: performance.now() - began });
    }
    const all = times.map(({ ms }) => ms);
    console.log(`errors ${failed.length}`);
    for (const { q, error } of failed.slice(0, 10)) console.log(`  ${JSON.stringify(q).slice(0, 160)}: ${error}`);
    console.log(`median ${median(all).toFixed(1)} ms, 99 % ${percentile(all, 0.99).toFixed(1)} ms; the slowest:`);
    for (const { q, ms } of times.sort((a, b) => b.ms - a.ms).slice(0, 5))
      console.log(`${ms.toFixed(1).padStart(8)} ms  ${JSON.stringify(q).slice(0, 160)}`);
  });
}
