import { afterAll, beforeEach } from "vitest";
import { closeDatabase, database } from "../../lib/db.ts";

// Every test begins with a migrated database that holds nothing but the thesaurus; and the audit log, which cannot be
// emptied: a test looks for the entries of its own subjects.

const kept = ["_prisma_migrations", "ConceptLabel", "SearchWord", "CatalogueState", "AuditEntry"];

beforeEach(async () => {
  const tables = await database().$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> all(${kept})`;
  await database().$executeRawUnsafe(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`);
  await database().$executeRaw`
    delete from "SearchWord" w
    where not exists (select from test.thesaurus_word t where t.word = w.word and t.locale = w.locale)`;
  await database().$executeRaw`insert into "PublicVersion" (id, version) values (1, 1)`;
});

afterAll(closeDatabase);
