import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const prismaDir = fileURLToPath(new URL("../prisma", import.meta.url));
const migrationsDir = join(prismaDir, "migrations");
const schema = { path: "schema.prisma", content: readFileSync(join(prismaDir, "schema.prisma"), "utf8") };
const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies what is missing of prisma/migrations, as `prisma migrate deploy` does, in Prisma's own `_prisma_migrations`
 * table, with the WebAssembly build of Prisma's engine: nothing is downloaded (docs/decisions/003).
 * @returns the names of the migrations applied now
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const engine = await schemaEngine(url);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters });
  return appliedMigrationNames;
}

/** The names of the migrations in prisma/migrations, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * The SQL that leads from all migrations to prisma/schema.prisma: what a new migration must hold.
 * @param emptyUrl an empty database, in which Prisma's engine plays the migrations
 * @returns SQL, or an empty comment where both agree
 */
export async function schemaDifference(emptyUrl: string): Promise<string> {
  const engine = await schemaEngine(emptyUrl);
  const { stdout } = await engine.diff({
    from: { tag: "migrations", ...migrationsList() },
    to: { tag: "schemaDatamodel", files: [schema] },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout ?? "";
}

function migrationsList() {
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(migrationsDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(migrationsDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

let engineBindings: Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined;

// The package is made for bundlers that can import .wasm; Node instantiates it by hand. Once: a second instance would
// take over the bindings of the first, whose clean-up would then write into the wrong memory.
async function loadEngine() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

async function schemaEngine(url: string): Promise<SchemaEngine> {
  engineBindings ??= loadEngine();
  const bindings = await engineBindings;
  // Where the engine puts the words of a failure of its own, as in Prisma's command.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) } });
  const database = knowingInternalChar(new pg.Pool({ connectionString: url }));
  // Prisma's shadow database is this same one: only schemaDifference uses it, and is given an empty one.
  database.connectToShadowDb = () => database.connect();
  const adapter = bindMigrationAwareSqlAdapterFactory(database);
  return bindings.SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, adapter);
}

/**
 * Prisma's adapter, taught to read columns of Postgres' internal type "char": the engine needs them to describe a
 * schema, and @prisma/adapter-pg 7.10.0 refuses them.
 */
function knowingInternalChar(pool: pg.Pool): PrismaPg {
  const { builtins } = pg.types;
  const charColumns = new WeakMap<unknown[], number[]>();
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    const columns = (result.fields ?? []).flatMap((field, at) => (field.dataTypeID === builtins.CHAR ? [at] : []));
    for (const at of columns) Object.assign(result.fields[at] as pg.FieldDef, { dataTypeID: builtins.TEXT });
    if (columns.length > 0) charColumns.set(result.rows, columns);
    return result;
  }) as typeof pool.query;

  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      for (const at of charColumns.get(result.rows) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return factory;
}
