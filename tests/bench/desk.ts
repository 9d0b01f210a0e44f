import { loadavg } from "node:os";
import { closeDatabase, database } from "../../lib/db.ts";
import type { Member } from "../../lib/desk/rights.ts";
import { findLikely } from "../../lib/duplicate/queries.ts";
import { locales } from "../../lib/i18n/locales.ts";
import { listQueue } from "../../lib/queue/queries.ts";
import { wholeQueue } from "../../lib/queue/queue.ts";
import { listTranslations } from "../../lib/translation/queries.ts";
import { tasks } from "../../lib/translation/state.ts";
import { storeCorpus } from "../../server/corpus/store.ts";
import { applyMigrations } from "../../server/migrations.ts";
import { startPostgres } from "../support/postgres.ts";
import { median } from "./median.ts";

const sizes = [1000, 10_000];
const runs = 15;
const by: Member = { editorId: "bench", role: "editor", languages: [...locales] };

/** How long the desk's lists take with a thousand practices and with ten thousand, and by how much they grow. */
export async function measureDesk(): Promise<void> {
  const postgres = await startPostgres(console.log);
  if (!postgres) {
    console.log("PostgreSQL is not here and cannot be installed by this user: not measured");
    return;
  }
  try {
    process.env.DATABASE_URL = postgres.url;
    await applyMigrations(postgres.url);
    const measured: Record<string, number[]> = {};
    for (const count of sizes) {
      await storeCorpus({ count, seed: 7 });
      // A tenth waits for a decision, as after a campaign.
      await database().$executeRaw`
        update "Practice" set state = 'pending' where id in (
          select id from "Practice" where state = 'published' order by id limit ${count / 10}::int)`;
      await database().$executeRaw`analyze`;
      for (const [name, read] of Object.entries(lists)) {
        const times: number[] = [];
        for (let at = 0; at < runs; at++) {
          const began = performance.now();
          await read();
          times.push(performance.now() - began);
        }
        measured[name] = [...(measured[name] ?? []), median(times)];
      }
      await database().$executeRaw`update "Practice" set state = 'published' where state = 'pending'`;
    }
    console.log(
      `\n## The desk's lists, median of ${runs} runs in ms (load of the machine ${loadavg()[0]?.toFixed(1)})`,
    );
    console.log(`${"".padEnd(34)}${sizes.map((size) => String(size).padStart(10)).join("")}    growth`);
    for (const [name, times] of Object.entries(measured)) {
      const growth = (times.at(-1) ?? 0) / (times[0] ?? 1);
      console.log(
        `${name.padEnd(34)}${times.map((ms) => ms.toFixed(1).padStart(10)).join("")}${growth.toFixed(1).padStart(10)}`,
      );
    }
  } finally {
    await closeDatabase();
    await postgres.stop();
  }
}

const translations = { into: ["sv" as const], q: "", page: 1 };
const lists: Record<string, () => Promise<unknown>> = {
  "queue, what waits": () => listQueue(wholeQueue, by),
  "queue, what is decided": () => listQueue({ ...wholeQueue, state: "decided", sort: "newest" }, by),
  "queue, by words": () => listQueue({ ...wholeQueue, q: "bibliotek" }, by),
  "translations to do": () => listTranslations("sv", { ...translations, tasks: [...tasks], sort: "urgent" }, 50),
  freshness: () => listTranslations("sv", { ...translations, into: [...locales], tasks: [], sort: "title" }, 50),
  "likely duplicates": () =>
    findLikely({
      ...{ title: "Digital hjälp på biblioteket", urls: ["https://example.org/hjalp"], organisations: ["Biblioteket"] },
      ...{ places: ["Umeå"], countries: ["SE"], locale: "sv" },
    }),
};
