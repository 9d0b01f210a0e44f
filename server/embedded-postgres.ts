// The embedded Postgres, in a process of its own (docs/decisions/003): PGlite behind its wire-protocol server.
// Started by openDatabase (database.ts) as `node embedded-postgres.ts DATA_DIR`; ends with its parent.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** What the process tells its parent, once. */
export type EmbeddedMessage = { url: string } | { error: "locked" | "failed"; detail: string };

const dataDir = process.argv[2];
if (!dataDir) throw new Error("embedded-postgres: DATA_DIR is missing");
const tell = (message: EmbeddedMessage) => process.send?.(message);

// Node of a terminal's process group gets Ctrl-C too; the parent decides when the database stops.
process.on("SIGINT", () => {});

try {
  await holdLock(dataDir);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  tell({ error: code === "EADDRINUSE" ? "locked" : "failed", detail: message });
  process.exit(1);
}

try {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = await PGlite.create({
    dataDir: join(dataDir, "postgres"),
    extensions: { unaccent, pg_trgm },
  });
  keepBatchesWhole(db);
  // A socket in a folder that only this user can enter: PGlite's server asks for no password.
  const windows = process.platform === "win32";
  const folder = windows ? undefined : mkdtempSync(join(tmpdir(), "ponte-"));
  const server = new PGLiteSocketServer({
    db,
    maxConnections: 100,
    ...(folder ? { path: join(folder, ".s.PGSQL.5432") } : { host: "127.0.0.1", port: 0 }),
  });
  await server.start();
  const url = folder
    ? `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
    : `postgresql://postgres@${server.getServerConn()}/postgres`;
  const address = join(dataDir, "database-url");
  writeFileSync(address, url, { mode: 0o600 });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    await db.close();
    rmSync(address, { force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.on("disconnect", stop);
  process.on("SIGTERM", stop);
  tell({ url });
} catch (error) {
  tell({ error: "failed", detail: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

/**
 * All clients share one Postgres session, and pglite-socket 0.2.17 queues single protocol messages: the Parse of one
 * client and the Bind of another would meet on the same unnamed statement. But it lets a transaction run on, so a batch
 * (Parse, Bind, Describe, Execute … up to its Sync) is made to look like one.
 */
function keepBatchesWhole(db: PGlite): void {
  const unfinished = new Set([..."PBDECHF"].map((letter) => letter.charCodeAt(0)));
  let midBatch = false;
  const { isInTransaction, execProtocolRawStream, exec } = {
    isInTransaction: db.isInTransaction.bind(db),
    execProtocolRawStream: db.execProtocolRawStream.bind(db),
    exec: db.exec.bind(db),
  };
  db.isInTransaction = () => midBatch || isInTransaction();
  db.execProtocolRawStream = (message, options) => {
    midBatch = unfinished.has(message[0] ?? 0);
    return execProtocolRawStream(message, options);
  };
  // What the server calls where a client went away in the middle: ROLLBACK.
  db.exec = (query, options) => {
    midBatch = false;
    return exec(query, options);
  };
}

/**
 * Holds the data folder for this process alone, until it ends in whatever way: a name that the operating system
 * gives to one listener at a time and takes back by itself (no pid files that lie after a crash).
 * Throws where another process holds it.
 */
async function holdLock(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `ponte-${createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 32)}`;
  const lock = createServer((socket) => socket.destroy());
  const path =
    process.platform === "linux"
      ? `\0${name}`
      : process.platform === "win32"
        ? `\\\\.\\pipe\\${name}`
        : join(tmpdir(), name);
  await new Promise<void>((resolve, reject) => {
    lock.once("error", reject);
    lock.listen(path, resolve);
  });
  lock.unref();
}
