// npm run bench: start times, page weights, what a first visit on a slow line is like, and how fast a kept page is
// answered. Prints, never judges.
import { generateClient } from "../../server/build.ts";
import { removeData } from "../support/site.ts";
import { measureFirstVisits } from "./first-visits.ts";
import { measureStarts } from "./starts.ts";
import { measureThroughput } from "./throughput.ts";
import { measureWeights } from "./weights.ts";

await generateClient();
const site = await measureStarts();
try {
  await measureWeights(site);
  await measureFirstVisits(site);
  await measureThroughput(site);
} finally {
  await site.stop();
  removeData(site);
}
