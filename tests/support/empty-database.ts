import { afterAll, beforeEach } from "vitest";
import { closeDatabase, database } from "../../lib/db.ts";

// Every test begins with a migrated database that holds nothing.

beforeEach(async () => {
  const tables = await database().$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> '_prisma_migrations'`;
  await database().$executeRawUnsafe(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`);
  await database().$executeRaw`insert into "PublicVersion" (id, version) values (1, 1)`;
});

afterAll(closeDatabase);
