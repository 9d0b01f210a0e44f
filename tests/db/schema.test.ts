import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { isReady } from "../../lib/readiness.ts";
import { openDatabase } from "../../server/database.ts";
import { applyMigrations, migrationNames, schemaDifference } from "../../server/migrations.ts";

test("a fresh database has what prisma/schema.prisma says: no migration is missing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ponte-schema-"));
  const fresh = await openDatabase(undefined, folder, { share: false });
  try {
    expect((await schemaDifference(fresh.url)).trim()).toBe("-- This is an empty migration.");
  } finally {
    await fresh.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("migrations are applied once", async () => {
  expect(await applyMigrations(process.env.DATABASE_URL ?? "")).toEqual([]);
  const rows = await database().$queryRaw<{ name: string }[]>`
    select migration_name as name from "_prisma_migrations" order by 1`;
  expect(rows.map(({ name }) => name)).toEqual(migrationNames());
});

test("a database with every migration is ready, one that lacks the newest is not", async () => {
  expect(await isReady()).toBe(true);
  const newest = migrationNames().at(-1);
  await database().$executeRaw`update "_prisma_migrations" set rolled_back_at = now() where migration_name = ${newest}`;
  try {
    expect(await isReady()).toBe(false);
  } finally {
    await database()
      .$executeRaw`update "_prisma_migrations" set rolled_back_at = null where migration_name = ${newest}`;
  }
});
