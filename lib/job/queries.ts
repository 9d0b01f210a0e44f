import { database } from "../db.ts";
import { type JobName, jobNames, nextRun } from "./job.ts";

/** How one kind of job stands. */
export type JobStanding = {
  name: JobName;
  waiting: number;
  active: number;
  failed: number;
  next?: Date;
  /** Its newest run that ended: when, whether well, how much it did, or the class of its error. */
  last?: { at: Date; well: boolean; done?: number; error?: string };
};

type StandingRow = {
  name: JobName;
  waiting: number;
  active: number;
  failed: number;
  next: Date | null;
  lastAt: Date | null;
  lastState: string | null;
  done: number | null;
  error: string | null;
};

/** Every kind of job, with what waits, what runs and what it did last. */
export async function listJobs(now = new Date()): Promise<JobStanding[]> {
  const rows = await database().$queryRaw<StandingRow[]>`
    select n.name,
      count(*) filter (where j.state in ('created', 'retry'))::int as waiting,
      count(*) filter (where j.state = 'active')::int as active,
      count(*) filter (where j.state = 'failed')::int as failed,
      min(j.start_after) filter (where j.state in ('created', 'retry')) as next,
      last.at as "lastAt", last.state as "lastState", last.done, last.error
    from unnest(${jobNames}::text[]) n(name)
    left join pgboss.job j on j.name = n.name
    left join lateral (
      select completed_on as at, l.state::text, (output->>'done')::int as done, output->>'error' as error
      from pgboss.job l where l.name = n.name and completed_on is not null
      order by completed_on desc limit 1) last on true
    group by n.name, last.at, last.state, last.done, last.error`;
  return jobNames.map((name) => {
    const row = rows.find((one) => one.name === name);
    return {
      name,
      waiting: row?.waiting ?? 0,
      active: row?.active ?? 0,
      failed: row?.failed ?? 0,
      next: row?.next ?? nextRun(name, now),
      last: row?.lastAt
        ? {
            at: row.lastAt,
            well: row.lastState === "completed",
            done: row.done ?? undefined,
            error: row.lastState === "completed" ? undefined : (row.error ?? "timeout"),
          }
        : undefined,
    };
  });
}

/** A job that was given up, with the class of its last error. */
export type FailedJob = { id: string; name: JobName; at: Date; error: string };

/** How many of each list the page of jobs shows. */
export const mostFailed = 50;

/** The jobs that were given up, newest first; mails are listed by `listUndelivered`. */
export async function listFailedJobs(): Promise<FailedJob[]> {
  return database().$queryRaw<FailedJob[]>`
    select id::text, name, completed_on as at, coalesce(output->>'error', 'timeout') as error
    from pgboss.job where state = 'failed' and name <> 'mail' and name = any(${jobNames}::text[])
    order by completed_on desc limit ${mostFailed}`;
}

/** A mail that nobody tries to deliver any more: what it was about, never to whom. */
export type UndeliveredMail = { id: string; key: string; attempts: number; at: Date | null; error: string };

/** The mails that were given up, newest first. */
export async function listUndelivered(): Promise<UndeliveredMail[]> {
  return database().$queryRaw<UndeliveredMail[]>`
    select m.id, m.key, m.attempts, last.at, coalesce(last.error, 'timeout') as error
    from "Mail" m
    left join lateral (
      select completed_on as at, output->>'error' as error from pgboss.job j
      where j.name = 'mail' and j.data->>'mail' = m.id and state = 'failed'
      order by completed_on desc limit 1) last on true
    where "sentAt" is null and recipient is not null and not exists (
      select from pgboss.job j where j.name = 'mail' and j.data->>'mail' = m.id and state < 'completed')
    order by last.at desc nulls last, m.id limit ${mostFailed}`;
}
