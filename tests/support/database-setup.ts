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
  const { prepareQueue } = await import("../../server/jobs.ts");
  await prepareQueue(database.url);
  // What is the same for all tests is made once: the labels of the thesaurus, and its words (empty-database.ts).
  const { refreshCatalogue } = await import("../../lib/catalogue/commands.ts");
  const { closeDatabase, database: client } = await import("../../lib/db.ts");
  await refreshCatalogue();
  await client().$executeRaw`create schema if not exists test`;
  await client().$executeRaw`drop table if exists test.thesaurus_word`;
  await client().$executeRaw`create table test.thesaurus_word as select word, locale from "SearchWord"`;
  await closeDatabase();
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
