import { loadavg } from "node:os";
import pg from "pg";
import { searchCatalogue } from "../../lib/catalogue/queries.ts";
import { closeDatabase, database } from "../../lib/db.ts";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { parseFilters } from "../../lib/practice/filters.ts";
import { getPractice, resolvePractice } from "../../lib/practice/queries.ts";
import { Refusal } from "../../lib/refusal.ts";
import { similarPractices } from "../../lib/similar/queries.ts";
import { syntheticId } from "../../server/corpus/generate.ts";
import { storeCorpus } from "../../server/corpus/store.ts";
import { applyMigrations } from "../../server/migrations.ts";
import { startPostgres } from "../support/postgres.ts";
import { catalogueQueries, filterSelections, filtersBesideText } from "./catalogue-queries.ts";
import { onEmbedded } from "./embedded.ts";
import { median } from "./median.ts";
import { percentile } from "./percentile.ts";
import { resultsFolder } from "./results.ts";
import { explainAll, statementsOf } from "./statements.ts";

const seed = 7;
const usualSizes = [1000, 10_000, 100_000];
/** With fewer, the 99th percentile would be the slowest of all. */
const leastRuns = 104;
const atOnce = 16;
/** So many practices are published one by one, to time each. */
const published = 30;

/** One line of the table: the same kind of read with different arguments, taken in turn. */
type Case = { name: string; reads: (() => Promise<unknown>)[] };

/** Times in ms, as the process that asks sees them; `server`, `rows` and `pages`: medians of the main statements. */
type Measured = {
  name: string;
  alone: { median: number; p99: number };
  together: { median: number; p99: number; perSecond: number };
  server: number;
  rows: number;
  pages: number;
  /** How many of all reads were broken off because they took too long; they count with the time until then. */
  tooSlow: number;
  runs: number;
};

type Sized = {
  size: number;
  embedded: boolean;
  cases: Measured[];
  indexes: { name: string; kilobytes: number }[];
  publishing: { median: number; p99: number };
};

const results = resultsFolder("catalogue");

/** How long reads of the catalogue take with a thousand synthetic practices, with ten and with a hundred thousand. */
export async function measureCatalogue(args: readonly string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : usualSizes;
  if (sizes.some((size) => !(size > published))) throw new Error(`Sizes are whole numbers above ${published}.`);
  const all = await onPostgres(sizes);
  all.push(await onEmbedded((url) => inDatabase(url, (client) => measureSize(client, sizes[0] as number, true))));
  printGrowth(all.filter(({ embedded }) => !embedded));
  results.keep("summary.json", JSON.stringify(all, null, 2));
  console.log(`\nPlans and figures: ${results.folder}`);
}

/** On a server of its own, or on the one that BENCH_DATABASE_URL names, which keeps what is written. */
async function onPostgres(sizes: readonly number[]): Promise<Sized[]> {
  const given = process.env.BENCH_DATABASE_URL;
  const postgres = given ? { url: given, stop: async () => {} } : await startPostgres(console.log);
  if (!postgres) {
    console.log("PostgreSQL is not here and cannot be installed by this user: not measured");
    return [];
  }
  try {
    await applyMigrations(postgres.url);
    return await inDatabase(postgres.url, async (client) => {
      const all: Sized[] = [];
      for (const size of sizes) {
        all.push(await measureSize(client, size, false));
        // A run at many sizes is long: what is measured is kept, whatever comes after.
        results.keep("summary.json", JSON.stringify(all, null, 2));
      }
      return all;
    });
  } finally {
    await postgres.stop();
  }
}

async function inDatabase<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  process.env.DATABASE_URL = url;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("select version()");
    const settings = await client.query(
      "select string_agg(name || ' ' || current_setting(name), ', ' order by name) as said from pg_settings where name in ('shared_buffers', 'work_mem', 'fsync', 'jit')",
    );
    console.log(`\n${rows[0].version}\n${settings.rows[0].said}`);
    return await run(client);
  } finally {
    await client.end();
    await closeDatabase();
  }
}

async function measureSize(client: pg.Client, size: number, embedded: boolean): Promise<Sized> {
  const began = Date.now();
  const written = await storeCorpus({ count: size - published, seed });
  await client.query("vacuum analyze");
  const publishing = await timePublishing(size);
  await client.query("vacuum analyze");
  const seconds = (Date.now() - began) / 1000;
  console.log(`\n## ${size} practices${embedded ? " in the embedded database" : ""}`);
  console.log(`${written + published} written in ${seconds.toFixed(1)} s, VACUUM ANALYZE among them`);
  const load = () => `load of the machine ${loadavg()[0]?.toFixed(1)}`;
  console.log(
    `${load()}\n${"ms".padEnd(34)}  alone: median   99 %   ${atOnce} at once: median   99 %  per s   server      rows    pages`,
  );
  const cases: Measured[] = [];
  for (const one of await casesOf(size)) {
    const measured = await measure(client, one, `${embedded ? "embedded-" : ""}${size}`);
    cases.push(measured);
    console.log(lineOf(measured));
  }
  const indexes = await indexSizes(client);
  console.log(
    `${load()}\nindex work for one published practice: median ${publishing.median.toFixed(1)} ms, 99 % ${publishing.p99.toFixed(1)} ms`,
  );
  for (const { name, kilobytes } of indexes) console.log(`${name.padEnd(44)}${String(kilobytes).padStart(10)} KB`);
  return { size, embedded, cases, indexes, publishing };
}

/** Publishes the last practices one by one. @returns what the catalogue's part of each took, in ms */
async function timePublishing(size: number): Promise<{ median: number; p99: number }> {
  const times: number[] = [];
  let before = 0;
  await storeCorpus({
    ...{ count: size, seed, batch: 1 },
    say: ({ catalogue }) => {
      times.push(1000 * (catalogue - before));
      before = catalogue;
    },
  });
  return { median: median(times), p99: percentile(times, 0.99) };
}

async function casesOf(size: number): Promise<Case[]> {
  const read = (locale: Locale, query: string) => () =>
    searchCatalogue(locale, parseFilters(new URLSearchParams(query)).filters);
  const everywhere = (query: string) => locales.map((locale) => read(locale, query));
  const text = (q: string, filters = "") => `${new URLSearchParams({ q })}${filters && `&${filters}`}`;
  const pages = Array.from({ length: 60 }, (_, at) => syntheticId(seed, Math.floor((size * at) / 60)));
  const slugs = await database().slug.findMany({ where: { practiceId: { in: pages }, current: true } });
  const queries = Object.entries(catalogueQueries);
  return [
    ...Object.entries(filterSelections).map(([name, query]) => ({
      name: `filters: ${name}`,
      reads: everywhere(query),
    })),
    ...queries.map(([kind, byLocale]) => ({
      name: `text: ${kind}`,
      reads: locales.flatMap((locale) => byLocale[locale].map((q) => read(locale, text(q)))),
    })),
    {
      name: "text: all of these, with filters",
      reads: queries.flatMap(([, byLocale]) =>
        locales.flatMap((locale) => byLocale[locale].map((q) => read(locale, text(q, filtersBesideText[locale])))),
      ),
    },
    {
      name: "practice page",
      reads: slugs.map(({ locale, slug, practiceId }) => async () => {
        await resolvePractice(locale as Locale, slug);
        await getPractice(locale as Locale, practiceId as string);
        await similarPractices(locale as Locale, practiceId as string);
      }),
    },
    { name: "by title: first page", reads: everywhere("sort=title") },
    { name: "by title: page 50", reads: everywhere("sort=title&page=50") },
    { name: "by title: filtered", reads: everywhere("country=IT&theme=basic-skills&sort=title") },
  ];
}

async function measure(client: pg.Client, { name, reads }: Case, where: string): Promise<Measured> {
  for (const read of reads.slice(0, 12)) await isTooSlow(read);
  const rounds = Math.ceil(leastRuns / reads.length);
  const inTurn = Array.from({ length: rounds }, () => reads).flat();
  const [alone, together]: [number[], number[]] = [[], []];
  let tooSlow = 0;
  const timed = async (read: () => Promise<unknown>) => {
    const began = performance.now();
    if (await isTooSlow(read)) tooSlow++;
    return performance.now() - began;
  };
  for (const read of inTurn) alone.push(await timed(read));
  const queue = Array.from({ length: Math.ceil((4 * atOnce) / inTurn.length) + 1 }, () => inTurn).flat();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let read = queue.pop(); read; read = queue.pop()) together.push(await timed(read));
    }),
  );
  const perSecond = together.length / ((performance.now() - began) / 1000);
  const main = await explainMain(client, sampled(reads), `${where} ${name}`);
  return {
    name,
    alone: { median: median(alone), p99: percentile(alone, 0.99) },
    together: { median: median(together), p99: percentile(together, 0.99), perSecond },
    server: median(main.map(({ ms }) => ms)),
    rows: median(main.map((one) => one.rowsRead)),
    pages: median(main.map((one) => one.bufferPages)),
    tooSlow,
    runs: alone.length + together.length,
  };
}

/** Some forty of the reads at most, from all of them. */
const sampled = (reads: Case["reads"]) => reads.filter((_, at) => at % Math.ceil(reads.length / 40) === 0);

/** Explains of each read the statement that takes longest, and keeps the plans. */
async function explainMain(client: pg.Client, reads: Case["reads"], title: string) {
  const main = [];
  const kept: string[] = [];
  for (const read of reads) {
    const statements = await statementsOf(() => isTooSlow(read));
    const explained = await explainAll(client, statements);
    const [longest] = explained;
    if (!longest) continue;
    main.push(longest);
    const values = JSON.stringify(longest.statement.values);
    const all = explained.map(({ ms }) => ms.toFixed(1)).join(" + ");
    kept.push(
      `statements ${all} ms; main: ${longest.rowsRead} rows read, ${longest.bufferPages} pages\nvalues ${values}\n${longest.statement.text}\n\n${longest.plan}\n`,
    );
  }
  results.keep(`${title.replace(/[^\w]+/g, "-")}.txt`, kept.join("\n\n"));
  return main;
}

/** Runs a read. @returns whether it was broken off because it took too long */
async function isTooSlow(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return false;
  } catch (error) {
    if (error instanceof Refusal && error.code === "too-slow") return true;
    throw error;
  }
}

async function indexSizes(client: pg.Client): Promise<Sized["indexes"]> {
  const { rows } = await client.query(`
    select c.relname as name, (pg_total_relation_size(c.oid) / 1024)::int as kilobytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and (c.relkind = 'i' and c.relname ~ '^(Catalogue|SearchWord|ConceptLabel)'
      or c.relkind = 'r' and c.relname ~ '^(Catalogue|SearchWord|ConceptLabel)')
    order by 1`);
  return rows;
}

const cell = (figure: number, width: number, digits = 1) => figure.toFixed(digits).padStart(width);

function lineOf({ name, alone, together, server, rows, pages, tooSlow, runs }: Measured): string {
  return (
    name.padEnd(34) +
    [cell(alone.median, 15), cell(alone.p99, 7), cell(together.median, 20), cell(together.p99, 7)].join("") +
    [cell(together.perSecond, 7, 0), cell(server, 9), cell(rows, 10, 0), cell(pages, 9, 0)].join("") +
    (tooSlow > 0 ? `  ${tooSlow} of ${runs} broken off` : "")
  );
}

/** How many times as long each read takes at each size as at the one before. */
function printGrowth(all: readonly Sized[]): void {
  for (const [at, { size, cases }] of all.entries()) {
    const smaller = all[at - 1];
    if (!smaller) continue;
    console.log(
      `\n## From ${smaller.size} to ${size} practices: times as long (alone, ${atOnce} at once, server), as many rows`,
    );
    for (const { name, alone, together, server, rows } of cases) {
      const before = smaller.cases.find((one) => one.name === name);
      if (!before) continue;
      const growths = [
        alone.median / before.alone.median,
        together.median / before.together.median,
        server / before.server,
        rows / Math.max(1, before.rows),
      ];
      console.log(name.padEnd(34) + growths.map((growth) => cell(growth, 8)).join(""));
    }
  }
}
