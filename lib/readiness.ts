import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { database } from "./db.ts";

/** Whether the database can be reached and has every migration of this version. */
export async function isReady(): Promise<boolean> {
  try {
    const folders = await readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const [row] = await database().$queryRaw<{ applied: bigint }[]>`
      select count(*) as applied from "_prisma_migrations"
      where finished_at is not null and rolled_back_at is null and migration_name = any(${names}::text[])`;
    return Number(row?.applied) === names.length;
  } catch {
    return false;
  }
}
