// npm run corpus -- --count N [--seed S] [--force]: fills the database up to N synthetic practices, for measuring with many.
// The same seed makes the same practices. Never part of a start; where other practices are, it refuses without --force.
import { parseArgs } from "node:util";
import { z } from "zod";
import { StartError } from "../database.ts";
import { withDatabase } from "./connect.ts";

const wholeNumber = z.string().regex(/^\d{1,7}$/);
const options = z.strictObject({
  count: wholeNumber.transform(Number),
  seed: wholeNumber.default("1").transform(Number),
  force: z.boolean().default(false),
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { count: { type: "string" }, seed: { type: "string" }, force: { type: "boolean" } },
    });
    return options.parse(values);
  } catch {
    throw new StartError("Usage: npm run corpus -- --count N [--seed S] [--force], N and S whole numbers");
  }
}

await withDatabase(async () => {
  const { storeCorpus } = await import("../corpus/store.ts");
  const { count, seed, force } = readOptions();
  const began = Date.now();
  const written = await storeCorpus({
    ...{ count, seed, force },
    say: ({ held, rows, catalogue }) => {
      const seconds = (Date.now() - began) / 1000;
      console.log(
        `${held} of ${count}, ${seconds.toFixed(1)} s (rows ${rows.toFixed(1)} s, catalogue ${catalogue.toFixed(1)} s)`,
      );
    },
  });
  console.log(`${written} synthetic practices written.`);
});
