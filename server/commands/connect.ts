import { generateClient } from "../build.ts";
import { type Database, openDatabase, StartError } from "../database.ts";
import { prepareSettings } from "../settings.ts";

/**
 * Runs a command on the database of a running Ponte, or on one started for it, with all migrations applied.
 * A failure that the operator can mend is one line, and the process ends with 1.
 */
export async function withDatabase(run: () => Promise<void>): Promise<void> {
  let database: Database | undefined;
  let code = 0;
  try {
    const settings = prepareSettings();
    database = await openDatabase(settings.DATABASE_URL, settings.DATA_DIR, { share: true });
    process.env.DATABASE_URL = database.url;
    await generateClient();
    await (await import("../migrations.ts")).applyMigrations(database.url);
    await (await import("../jobs.ts")).prepareQueue(database.url);
    await run();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    code = 1;
  }
  await (await import("../../lib/db.ts")).closeDatabase();
  await database?.stop();
  process.exit(code);
}
