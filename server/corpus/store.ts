import { setImmediate } from "node:timers/promises";
import { type Published, putInCatalogue, refreshCatalogue } from "../../lib/catalogue/commands.ts";
import { database, type Transaction } from "../../lib/db.ts";
import { locales } from "../../lib/i18n/locales.ts";
import { toChildren, toColumns } from "../../lib/practice/rows.ts";
import { languageFor, toSlug } from "../../lib/practice/rules.ts";
import { lockPublicWrites, raisePublicVersion } from "../../lib/public-version.ts";
import { StartError } from "../database.ts";
import { corpusOf, publisher, syntheticId } from "./generate.ts";
import { readMaterial } from "./material.ts";

// Writes many synthetic practices quickly. One practice at a time, as an import writes them, would take ten times as long.

/** So many practices are one transaction, where nothing else is said. */
const usualBatch = 250;

/** When the first synthetic practice was published, and how long after it each next one. */
const firstPublished = Date.UTC(2023, 0, 1);
const minutesBetween = 10;

/** What was done so far: practices that the database holds of those wanted, and seconds spent on each step. */
type Progress = { held: number; rows: number; catalogue: number };

/**
 * Fills the database up to so many synthetic practices of a seed; those it holds already stay as they are.
 * @param force also where the database holds practices that are not synthetic
 * @param batch how many practices are one transaction
 * @returns how many were written
 * @throws StartError where the database holds other practices than these
 */
export async function storeCorpus({
  count,
  seed,
  force = false,
  batch = usualBatch,
  say = () => {},
}: {
  count: number;
  seed: number;
  force?: boolean;
  batch?: number;
  say?: (progress: Readonly<Progress>) => void;
}): Promise<number> {
  const held = await heldPractices(seed, force);
  await refreshCatalogue();
  const generate = corpusOf(seed, await readMaterial());
  const { _max: last } = await database().practice.aggregate({ _max: { ordinal: true } });
  const offset = (last.ordinal ?? -1) + 1 - held;
  const prepare = async (from: number): Promise<Published[]> => {
    const practices: Published[] = [];
    for (let number = from; number < Math.min(count, from + batch); number++) {
      const publishedAt = new Date(firstPublished + number * minutesBetween * 60_000);
      practices.push({
        ...{ id: syntheticId(seed, number), ordinal: offset + number, publishedAt },
        practice: generate(number),
      });
      await setImmediate();
    }
    return practices;
  };
  const progress: Progress = { held, rows: 0, catalogue: 0 };
  // A few are filed as any published practice is, so that its time can be taken.
  await withPendingList(count - held > usualBatch, async () => {
    let ready = prepare(held);
    while (progress.held < count) {
      const practices = await ready;
      // The next ones are made while Postgres writes these.
      ready = prepare(progress.held + practices.length);
      await write(practices, progress);
      say(progress);
    }
  });
  return Math.max(0, count - held);
}

/**
 * Runs something that writes many documents with the pending list of their index switched on: many at once are filed six
 * times as fast as one by one.
 */
async function withPendingList(many: boolean, run: () => Promise<void>): Promise<void> {
  if (!many) return run();
  const index = '"CatalogueDocument_document_idx"';
  await database().$executeRawUnsafe(`alter index ${index} set (fastupdate = on, gin_pending_list_limit = 65536)`);
  try {
    await run();
  } finally {
    await database().$executeRawUnsafe(`alter index ${index} set (fastupdate = off)`);
    await database().$executeRawUnsafe(`alter index ${index} reset (gin_pending_list_limit)`);
    await database().$queryRawUnsafe(`select gin_clean_pending_list('${index}')`);
  }
}

/** Writes practices in a transaction, and adds them to what was done. */
async function write(practices: readonly Published[], progress: Progress): Promise<void> {
  await database().$transaction(
    async (tx) => {
      await lockPublicWrites(tx);
      const began = performance.now();
      await writeRows(tx, practices);
      const between = performance.now();
      await putInCatalogue(tx, practices);
      progress.rows += (between - began) / 1000;
      progress.catalogue += (performance.now() - between) / 1000;
      await raisePublicVersion(tx);
    },
    { timeout: 600_000 },
  );
  progress.held += practices.length;
}

/** How many practices of a seed are there already, from its first one on. */
async function heldPractices(seed: number, force: boolean): Promise<number> {
  const isSynthetic = { sources: { some: { publisher } } };
  const others = await database().practice.count({ where: { NOT: isSynthetic } });
  if (others > 0 && !force)
    throw new StartError(
      `The database holds practices that are not synthetic (${others}): use another one, or say --force to mix them.`,
    );
  const held = await database().practice.count({ where: isSynthetic });
  const ends = held === 0 ? [] : [...new Set([syntheticId(seed, 0), syntheticId(seed, held - 1)])];
  const known = await database().practice.count({ where: { id: { in: ends } } });
  if (known < ends.length)
    throw new StartError("The database holds synthetic practices of another seed: use that one, or an empty database.");
  return held;
}

/** Writes practices as they are once they have been published. */
async function writeRows(tx: Transaction, practices: readonly Published[]): Promise<void> {
  await insert(tx, "Practice", practices.map(columnsOf));
  const children = practices.map(({ id: practiceId, practice }) => ({ practiceId, rows: toChildren(practice) }));
  for (const [name, table] of Object.entries(tables) as [keyof typeof tables, string][])
    await insert(
      tx,
      table,
      children.flatMap(({ practiceId, rows }) => rows[name].create.map((row) => ({ ...row, practiceId }))),
    );
  const breakdowns = children.flatMap(({ practiceId, rows }) =>
    rows.indicators.create.flatMap(({ position: indicatorPosition, breakdowns: { create } }) =>
      create.map((row) => ({ ...row, practiceId, indicatorPosition })),
    ),
  );
  await insert(tx, "IndicatorBreakdown", breakdowns);
  await insert(tx, "Contact", practices.flatMap(contactsOf));
  await insert(tx, "Slug", practices.flatMap(slugsOf));
  await insert(tx, "Revision", practices.map(revisionOf));
}

/** Where the rows below a practice stand. */
const tables = {
  texts: "PracticeText",
  alternativeTitles: "AlternativeTitle",
  relations: "PracticeRelation",
  places: "Place",
  phases: "Phase",
  organisations: "Organisation",
  fundingLines: "FundingLine",
  audiences: "PracticeAudience",
  obstacles: "PracticeObstacle",
  indicators: "Indicator",
  awards: "Award",
  outputs: "Output",
  links: "Link",
  sources: "Source",
} as const satisfies Record<keyof ReturnType<typeof toChildren>, string>;

/** Rows as one JSON document, which Postgres takes apart: several times as fast as a value for each column of each row. */
async function insert(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const json = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
  await tx.$executeRawUnsafe(
    `insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
    json,
  );
}

const columnsOf = ({ id, ordinal, publishedAt, practice }: Published) => ({
  ...toColumns(practice),
  periodNote: practice.period.note,
  deliveryNote: practice.delivery.note,
  ...{ id, ordinal, publishedAt, createdAt: publishedAt, updatedAt: publishedAt },
  ...{ state: "published", revision: 1 },
});

const revisionOf = ({ id: practiceId, publishedAt: createdAt, practice }: Published) => ({
  ...{ practiceId, number: 1, kind: "import", createdAt },
  snapshot: { ...practice, contacts: practice.contacts.map(({ id }) => ({ id })) },
});

const contactsOf = ({ id: practiceId, practice }: Published) =>
  practice.contacts.map(({ id, role, publicEmail, consent }, position) => ({
    ...{ id: id as string, practiceId, position, role, publicEmail },
    consentBasis: consent.basis,
  }));

/** The titles of a seed hold their number, so that no address is wanted twice. */
const slugsOf = ({ id, practice }: Published) =>
  locales.map((locale) => {
    const available = locales.filter((one) => practice.texts[one]);
    const text = practice.texts[languageFor(available, locale, practice.originalLocale)];
    return { section: "practice", locale, slug: toSlug(text?.title ?? "") || id, practiceId: id, current: true };
  });
