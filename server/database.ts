import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { EmbeddedMessage } from "./embedded-postgres.ts";

/** An open database: its address, whether it is the embedded one, and how to let go of it. */
export type Database = { url: string; embedded: boolean; stop: () => Promise<void> };

/** A failure that the operator can mend: the message is one line that says what to do. */
export class StartError extends Error {}

/**
 * Opens the database that `DATABASE_URL` names, or the embedded one of `dataDir`.
 * @param share true for commands that may join an embedded database that is running already; `npm start` may not.
 * @throws StartError where it cannot be reached, or the data folder is held by another start.
 */
export async function openDatabase(
  databaseUrl: string | undefined,
  dataDir: string,
  { share }: { share: boolean },
): Promise<Database> {
  if (databaseUrl) {
    await probe(databaseUrl);
    return { url: databaseUrl, embedded: false, stop: async () => {} };
  }
  const started = await startEmbedded(dataDir);
  if ("url" in started) return started;
  if (started.error === "failed") {
    throw new StartError(`The embedded database in ${dataDir} does not start: ${started.detail}`);
  }
  const address = join(dataDir, "database-url");
  if (share && existsSync(address)) {
    const url = readFileSync(address, "utf8");
    await probe(url);
    return { url, embedded: true, stop: async () => {} };
  }
  throw new StartError(
    `The data folder ${dataDir} is in use by another Ponte. Stop that one first, or set DATA_DIR to another folder.`,
  );
}

async function startEmbedded(dataDir: string): Promise<Database | { error: string; detail: string }> {
  const child = fork(fileURLToPath(new URL("./embedded-postgres.ts", import.meta.url)), [dataDir], {
    execArgv: ["--import", "tsx"],
  });
  const message = await new Promise<EmbeddedMessage>((resolve) => {
    child.once("message", (told) => resolve(told as EmbeddedMessage));
    child.once("exit", (code) => resolve({ error: "failed", detail: `its process ended with ${code}` }));
  });
  if ("error" in message) return message;
  // The database must not keep a finished command alive; while the server runs, the server does.
  child.unref();
  child.channel?.unref();
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.ref();
    child.kill("SIGTERM");
    await ended;
  };
  return { url: message.url, embedded: true, stop };
}

async function probe(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    // The address may hold a password: name the host, never the whole of it.
    const host = URL.canParse(url) ? new URL(url).host : "an address that is not one";
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new StartError(`The database of DATABASE_URL (${host}) cannot be reached: ${reason}`);
  } finally {
    await client.end().catch(() => {});
  }
}
