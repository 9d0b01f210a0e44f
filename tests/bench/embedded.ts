import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "../../lib/db.ts";
import { openDatabase } from "../../server/database.ts";
import { applyMigrations } from "../../server/migrations.ts";

/** Runs something on an embedded database of its own, which holds nothing yet, and takes it away afterwards. */
export async function onEmbedded<T>(run: (url: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "ponte-bench-"));
  const embedded = await openDatabase(undefined, dataDir, { share: false });
  try {
    process.env.DATABASE_URL = embedded.url;
    await applyMigrations(embedded.url);
    return await run(embedded.url);
  } finally {
    await closeDatabase();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
