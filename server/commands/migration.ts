// npm run migration -- NAME: writes prisma/migrations/<time>_NAME from what schema.prisma has and the migrations lack.
// Read the file before you commit it: Prisma does not know extensions, text search configurations or checks.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../database.ts";
import { schemaDifference } from "../migrations.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run migration -- name_in_lower_case");
  process.exit(1);
}
const scratch = mkdtempSync(join(tmpdir(), "ponte-migration-"));
const database = await openDatabase(undefined, scratch, { share: false });
const sql = await schemaDifference(database.url);
await database.stop();
rmSync(scratch, { recursive: true, force: true });
if (/^\s*(-- This is an empty migration\.)?\s*$/.test(sql)) {
  console.log("The migrations agree with prisma/schema.prisma: nothing to write.");
} else {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join("prisma", "migrations", `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(`Wrote ${folder}/migration.sql`);
}
process.exit(0);
