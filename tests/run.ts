// npm test: everything, in the order in which it fails fastest. `npm test -- unit e2e` runs parts of it.
import { spawn } from "node:child_process";
import { buildSite, generateClient } from "../server/build.ts";
import { findBrowser } from "./support/browser.ts";
import { type RealPostgres, startPostgres } from "./support/postgres.ts";
import { removeData, startSite } from "./support/site.ts";

const parts = ["check", "unit", "db", "postgres", "e2e"];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are: ${parts.join(", ")}.`);
  process.exit(1);
}
const say = (words: string) => console.log(`\n— ${words}`);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);
const began = Date.now();

/** Ends the run, after whatever was started has been stopped. */
class Failed extends Error {}

try {
  await runAll();
  say(`all passed in ${Math.round((Date.now() - began) / 1000)} s`);
  process.exit(0);
} catch (error) {
  if (!(error instanceof Failed)) console.error(error);
  say(`failed${error instanceof Failed ? `: ${error.message}` : ""}`);
  process.exit(1);
}

async function runAll(): Promise<void> {
  await generateClient();
  const vitest = ["vitest", "run", "--config", "tests/vitest.config.ts", "--project"];
  if (wants("check")) await run("lint, types, unused code", "npm", ["run", "--silent", "check"]);
  if (wants("unit")) await run("unit tests", "npx", [...vitest, "unit"]);
  const postgres = wants("postgres") || wants("e2e") ? await findPostgres() : undefined;
  try {
    // Side by side: each keeps one core busy.
    await all([
      wants("db") && run("database tests on the embedded Postgres", "npx", [...vitest, "db"]),
      wants("postgres") &&
        postgres &&
        run(
          `database tests on ${postgres.version}`,
          "npx",
          [...vitest, "db"],
          { TEST_DATABASE_URL: postgres.url },
          { isHeldBack: wants("db") },
        ),
    ]);
    if (wants("e2e")) await runBrowserTests(postgres?.url);
  } finally {
    await postgres?.stop();
  }
}

async function findPostgres(): Promise<RealPostgres | undefined> {
  const postgres = await startPostgres(say);
  if (!postgres && process.env.CI) throw new Failed("no PostgreSQL to be had, and CI must test on one");
  if (!postgres) say("no PostgreSQL here and none to be installed: tests run on the embedded one alone");
  return postgres;
}

async function runBrowserTests(postgresUrl = ""): Promise<void> {
  const browser = findBrowser(say);
  say("building the site");
  await buildSite();
  // One proxy is believed, so that each test can come from an address of its own (tests/e2e/visitor.ts).
  const site = await startSite({ TRUST_PROXY: "1" });
  try {
    await run("browser tests", "npx", ["playwright", "test", "--config", "tests/e2e/playwright.config.ts"], {
      PONTE_URL: site.url,
      PONTE_DATA_DIR: site.dataDir,
      PONTE_POSTGRES_URL: postgresUrl,
      PLAYWRIGHT_CHROMIUM_PATH: browser,
    });
  } finally {
    await site.stop();
    removeData(site);
  }
}

/** Waits for all of them, also where one fails: none is left running behind. */
async function all(runs: (Promise<void> | false | undefined)[]): Promise<void> {
  const failed = (await Promise.allSettled(runs)).find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

/** Runs a command; `isHeldBack`: what it prints is shown once it has ended, so that two can run side by side. */
async function run(
  title: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
  { isHeldBack = false } = {},
): Promise<void> {
  if (!isHeldBack) say(title);
  const stdio = isHeldBack ? "pipe" : "inherit";
  const child = spawn(command, args, { stdio, env: { ...process.env, ...env } });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => printed.push(data));
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (isHeldBack) {
    say(title);
    process.stdout.write(Buffer.concat(printed));
  }
  if (status !== 0) throw new Failed(title);
}
