import PgBoss from "pg-boss";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { Refusal } from "../refusal.ts";
import { type JobData, type JobName, jobNames, kept } from "./job.ts";

/** What pg-boss is told wherever it is used. Runs are not scheduled by it: see `scheduleRuns`. */
export const bossSettings = {
  schedule: false,
  supervise: false,
  archiveCompletedAfterSeconds: kept.done,
  archiveFailedAfterSeconds: kept.failed,
  deleteAfterDays: 7,
} satisfies PgBoss.ConstructorOptions;

/** Has no connection of its own: every call is given a transaction. */
const queue = new PgBoss({
  ...bossSettings,
  db: {
    executeSql: async () => {
      throw new Error("a job is enqueued inside a transaction");
    },
  },
});

/** Lets pg-boss write inside a transaction of Prisma's. */
const inside = (tx: Transaction): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: await tx.$queryRawUnsafe(text, ...values) }),
});

/**
 * Enqueues a job inside the transaction that it belongs to: both happen or neither.
 * @param once within that many seconds, a second job of the same key is not taken
 */
export async function enqueue(
  tx: Transaction,
  name: JobName,
  data: JobData,
  once?: { key: string; seconds: number },
): Promise<void> {
  if (once) {
    // pg-boss counts by stretches of the clock: of two clicks, the full minute may lie between.
    const recent = await tx.$queryRaw<unknown[]>`
      select 1 from pgboss.job where name = ${name} and singleton_key = ${once.key}
        and created_on > now() - make_interval(secs => ${once.seconds}::int) limit 1`;
    if (recent.length > 0) return;
  }
  await queue.send(name, data, {
    db: inside(tx),
    ...(once && { singletonKey: once.key, singletonSeconds: once.seconds }),
  });
}

/** Enqueues the mails that wait and have no job: those of before there were jobs. Returns how many. */
export async function enqueueWaitingMails(): Promise<number> {
  return database().$transaction(async (tx) => {
    const mails = await tx.$queryRaw<{ id: string }[]>`
      select id from "Mail" m
      where "sentAt" is null and recipient is not null and attempts < 12
        and not exists (select from pgboss.job j where j.name = 'mail' and j.data->>'mail' = m.id)
      for update skip locked`;
    for (const { id } of mails) await enqueue(tx, "mail", { mail: id });
    return mails.length;
  });
}

/**
 * Lets every job that was being done begin again at once. Only where no other server can be at it: at the start with the
 * embedded database, which one Ponte alone has.
 */
export async function takeUpInterrupted(): Promise<void> {
  await database().$executeRaw`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`;
}

/**
 * Lets a job that failed for good be tried once more, at once.
 * @throws Refusal not-allowed; not-found where it is no longer there; conflict where it is under way already
 */
export async function retryJob(by: Member, name: string, id: string): Promise<void> {
  demand(by, "job.retry");
  const known = jobNames.find((one) => one === name);
  if (!known) throw new Refusal("not-found");
  await database().$transaction(async (tx) => {
    const [job] = await tx.$queryRaw<{ state: string }[]>`
      select state::text from pgboss.job where name = ${known} and id::text = ${id} for update`;
    if (!job) throw new Refusal("not-found");
    if (job.state !== "failed") throw new Refusal("conflict");
    await queue.retry(known, id, { db: inside(tx) });
    await audit(tx, {
      actor: { kind: "editor", id: by.editorId },
      action: "job.retry",
      subjectId: id,
      after: { job: known },
    });
  });
}

/**
 * Lets a mail that was given up be tried once more, at once.
 * @throws Refusal not-allowed; not-found where it was sent or forgotten; conflict where it is under way already
 */
export async function retryMail(by: Member, id: string): Promise<void> {
  demand(by, "job.retry");
  await database().$transaction(async (tx) => {
    const mails = await tx.$queryRaw<{ id: string }[]>`
      select id from "Mail" where id = ${id} and "sentAt" is null and recipient is not null for update`;
    if (mails.length === 0) throw new Refusal("not-found");
    const tries = await tx.$queryRaw<{ id: string; state: string }[]>`
      select id::text, state::text from pgboss.job where name = 'mail' and data->>'mail' = ${id} for update`;
    if (tries.some(({ state }) => state !== "failed" && state !== "completed")) throw new Refusal("conflict");
    const failed = tries.filter(({ state }) => state === "failed").map((one) => one.id);
    if (failed[0]) await queue.retry("mail", failed[0], { db: inside(tx) });
    else await enqueue(tx, "mail", { mail: id });
    await audit(tx, {
      actor: { kind: "editor", id: by.editorId },
      action: "job.retry",
      subjectId: failed[0] ?? id,
      after: { job: "mail" },
    });
  });
}

/**
 * Deletes what has expired by itself: sessions and links into the desk, counters against abuse, and the address and
 * words of mails that were given up and that nobody has had tried again.
 * @returns how much was deleted
 */
export async function forgetExpired(now: Date): Promise<number> {
  const over = { lt: now };
  const givenUp = {
    sentAt: null,
    recipient: { not: null },
    dueAt: { lt: new Date(now.getTime() - kept.failed * 1000) },
  };
  const deleted = await database().$transaction([
    database().editorSession.deleteMany({ where: { expiresAt: over } }),
    database().editorVerification.deleteMany({ where: { expiresAt: over } }),
    database().rateLimiterFlexible.deleteMany({ where: { expire: over } }),
    database().mail.updateMany({
      where: givenUp,
      data: { recipient: null, replyTo: null, subject: null, text: null },
    }),
  ]);
  return deleted.reduce((sum, { count }) => sum + count, 0);
}
