// npm start and npm run dev: from nothing to a running site, step by step.
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:net";
import { buildSite, generateClient, stopTools } from "./build.ts";
import { type Database, openDatabase, StartError } from "./database.ts";
import { prepareSettings, type Settings } from "./settings.ts";

const dev = process.argv.includes("--dev");
const began = Date.now();
let database: Database | undefined;
let closing: Promise<void> | undefined;
const closers: (() => Promise<void> | void)[] = [];

// Whoever listened to what is printed may be gone. Unheard, that error would be printed too, and again, without an end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
process.on("SIGINT", () => void close(0));
process.on("SIGTERM", () => void close(0));

try {
  await start();
} catch (error) {
  if (closing) await closing;
  if (error instanceof StartError)
    for (const line of error.message.split("\n")) console.error(`Ponte cannot start: ${line}`);
  else console.error(error);
  await close(1);
}

async function start(): Promise<void> {
  const settings = prepareSettings();
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  await freePort(settings.PORT);
  database = await step(
    "database",
    async () => openDatabase(settings.DATABASE_URL, settings.DATA_DIR, { share: false }),
    (open) => (open.embedded ? `embedded Postgres in ${settings.DATA_DIR}` : "PostgreSQL of DATABASE_URL"),
  );
  const opened = database;
  const { url, embedded } = opened;
  process.env.DATABASE_URL = url;
  await step(
    "migrations",
    async () => (await import("./migrations.ts")).applyMigrations(url),
    (names) => (names.length ? `${names.length} applied` : "up to date"),
  );
  await step("client", generateClient);
  await step("jobs", async () => (await import("./jobs.ts")).prepareQueue(url));
  // Before the content: what comes in is tied to the concepts of the thesaurus.
  await step("catalogue", refreshCatalogue, (written) =>
    written === undefined ? "up to date" : `${written} made anew`,
  );
  await step("content", importContent, (words) => words);
  if (!dev) await step("build", buildSite, (built) => (built ? "built" : "already built from these sources"));
  const server = await step("server", () => serve(settings, opened));
  closers.push(() => stopListening(server));
  const link = embedded ? await (await import("../lib/desk/sign-in.ts")).createFirstLink() : undefined;
  console.log(`\nPonte is ready after ${seconds(began)}: ${settings.SITE_URL}`);
  if (link) console.log(`Editorial desk, a link that works once: ${link}`);
}

async function importContent(): Promise<string> {
  const { readContent } = await import("./content.ts");
  const { importPractices } = await import("../lib/practice/commands.ts");
  const { importNews } = await import("../lib/news/commands.ts");
  const { practices, news, errors } = readContent();
  if (errors.length > 0) {
    throw new StartError(errors.map(({ file, field, code }) => `${file}: ${field} ${code}`).join("\n"));
  }
  const report = await importPractices(practices);
  const { written, conflicts } = await importNews(news);
  const waiting = [...report.conflicts.map((id) => `practices/${id}`), ...conflicts.map((id) => `news/${id}`)];
  for (const folder of waiting) {
    console.warn(`  content/${folder} was changed here and in its files: what editors wrote stays, the files wait.`);
  }
  const changed = report.created.length + report.updated.length + written.length;
  return changed ? `${changed} imported` : "unchanged";
}

async function refreshCatalogue(): Promise<number | undefined> {
  return (await import("../lib/catalogue/commands.ts")).refreshCatalogue();
}

async function serve({ PORT: port, SITE_URL, TRUST_PROXY }: Settings, { url, embedded }: Database): Promise<Server> {
  const { default: next } = await import("next");
  const { createFrontServer } = await import("./front.ts");
  const { publicStamp } = await import("../lib/public-version.ts");
  const { staleNotice } = await import("./stale-notice.ts");
  const { watchStamp } = await import("./stamp-watch.ts");
  const { startJobs } = await import("./jobs.ts");
  const app = next({ dev, dir: process.cwd(), port, hostname: "localhost" });
  await app.prepare();
  const watch = await watchStamp(publicStamp);
  closers.push(watch.stop, await startJobs(url, { alone: embedded }));
  const handle = app.getRequestHandler();
  const server = createFrontServer({
    handle,
    watch,
    dev,
    secure: SITE_URL.startsWith("https:"),
    trustedProxies: TRUST_PROXY,
    staleNotice: await staleNotice(),
  });
  if (dev) server.on("upgrade", app.getUpgradeHandler());
  closers.push(() => app.close());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  return server;
}

/** Ends everything that was begun, once: the listener first, so that no answer is cut off, the database last. */
function close(code: number): Promise<void> {
  closing ??= (async () => {
    stopTools();
    for (const closer of closers.reverse()) await closer();
    if (existsSync("lib/generated") && process.env.DATABASE_URL) await (await import("../lib/db.ts")).closeDatabase();
    await database?.stop();
    process.exit(code);
  })();
  return closing;
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}

async function step<T>(name: string, run: () => Promise<T>, say: (result: T) => string = () => ""): Promise<T> {
  const from = Date.now();
  const result = await run();
  console.log(`${name.padEnd(12)}${seconds(from).padStart(7)}  ${say(result)}`.trimEnd());
  return result;
}

function seconds(from: number): string {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

function freePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const why = taken ? `port ${port} is taken by another program` : `port ${port} cannot be used (${error.code})`;
      reject(new StartError(`${why}. Set PORT to another number.`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}
