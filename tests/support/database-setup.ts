import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../server/database.ts";
import { applyMigrations } from "../../server/migrations.ts";

// The database tests run on TEST_DATABASE_URL (a real PostgreSQL, see run.ts), else on an embedded one of their own.

export default async function setup() {
  const dataDir = mkdtempSync(join(tmpdir(), "ponte-db-test-"));
  const database = await openDatabase(process.env.TEST_DATABASE_URL, dataDir, { share: false });
  await applyMigrations(database.url);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SITE_URL: "http://ponte.test",
    SESSION_SECRET: "a secret of the tests, and of nothing else",
  });
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
