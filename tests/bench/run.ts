// npm run bench: start times, page weights, what a first visit on a slow line is like, how fast a kept page is answered;
// the catalogue with up to 100,000 practices, odd queries, and how good the search's answers are. Prints, never judges.
// `npm run bench -- NAME` runs one part of it; what follows the name is that part's own.
import { generateClient } from "../../server/build.ts";

const parts: Record<string, (args: string[]) => Promise<void>> = {
  site: async () => {
    const { removeData } = await import("../support/site.ts");
    const { measureStarts } = await import("./starts.ts");
    const site = await measureStarts();
    try {
      await (await import("./weights.ts")).measureWeights(site);
      await (await import("./first-visits.ts")).measureFirstVisits(site);
      await (await import("./throughput.ts")).measureThroughput(site);
    } finally {
      await site.stop();
      removeData(site);
    }
  },
  catalogue: async (args) => (await import("./catalogue.ts")).measureCatalogue(args),
  desk: async () => (await import("./desk.ts")).measureDesk(),
  "odd-queries": async () => (await import("./odd-queries.ts")).measureOddQueries(),
  relevance: async () => (await import("./relevance.ts")).measureRelevance(),
};

const [wanted, ...args] = process.argv.slice(2);
if (wanted && !parts[wanted]) {
  console.error(`Unknown: ${wanted}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
await generateClient();
for (const [name, run] of Object.entries(parts)) if (!wanted || name === wanted) await run(args);
