import { database, type Transaction } from "./db.ts";

/**
 * Lets one public write come after the other, from the start of its transaction: two never choose the same address, nor
 * wait for each other crosswise.
 */
export async function lockPublicWrites(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select id from "PublicVersion" where id = 1 for update`;
}

/** Says, inside the transaction of a public write, that every page kept before it is out of date. */
export async function raisePublicVersion(tx: Transaction): Promise<void> {
  await tx.publicVersion.upsert({ where: { id: 1 }, create: { id: 1 }, update: { version: { increment: 1 } } });
}

/**
 * What kept pages depend on, as one text: the number of public writes, and how many deadlines have passed.
 * A deadline ends at midnight in Brussels, so a call shows as closed without anyone touching it.
 */
export async function publicStamp(): Promise<string> {
  const [row] = await database().$queryRaw<{ stamp: string }[]>`
    select coalesce((select version from "PublicVersion" where id = 1), 0) || '.' ||
           (select count(*) from "NewsItem" where deadline < (now() at time zone 'Europe/Brussels')::date) as stamp`;
  return row?.stamp ?? "";
}
