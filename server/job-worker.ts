import type PgBoss from "pg-boss";
import { failureCode, type JobData, type JobName, jobNames, jobs, runAt } from "../lib/job/job.ts";

/**
 * Does one kind of job. Doing the same one twice must do no harm: after a crash it is done again.
 * @param signal says when to stop early: Ponte ends, or the time that a run may take is nearly over
 * @returns how much was done
 */
export type JobHandler = (data: JobData, signal: AbortSignal) => Promise<number>;

/** A worker that looks for jobs until it is stopped. */
export type JobWorker = { stop: () => Promise<void> };

/** How long jobs that are running are waited for when Ponte ends, in milliseconds. What is cut off is done again. */
const farewell = 10_000;

/**
 * Looks for waiting jobs every `pause` milliseconds with one cheap query, and does them: of each kind one at a time,
 * different kinds side by side, so that no mail waits for the links. Not pg-boss' own `work`: that asks once per kind,
 * and ends the process where the database goes away while a job is being reported.
 */
export function startWorker(
  boss: PgBoss,
  handlers: Partial<Record<JobName, JobHandler>>,
  { pause = 2000, repeat = true }: { pause?: number; repeat?: boolean } = {},
): JobWorker {
  const names = jobNames.filter((name) => handlers[name]);
  const busy = new Map<JobName, Promise<void>>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let scheduled = 0;
  let complaint = "";

  const look = async () => {
    try {
      if (repeat && Date.now() - scheduled >= 60_000) {
        await scheduleRuns(boss);
        scheduled = Date.now();
      }
      for (const name of await waitingKinds(boss))
        if (names.includes(name) && !busy.has(name))
          busy.set(
            name,
            work(name).finally(() => busy.delete(name)),
          );
      complaint = "";
    } catch (error) {
      // Said once, not every two seconds, while the database is away.
      const words = `jobs: ${failureCode(error)}`;
      if (words !== complaint && !stopping.signal.aborted) console.error(words);
      complaint = words;
    }
    if (!stopping.signal.aborted) timer = setTimeout(turn, pause);
  };

  const work = async (name: JobName) => {
    while (!stopping.signal.aborted) {
      const [job] = await boss.fetch<JobData | null>(name).catch(() => []);
      if (!job) return;
      await run(name, job);
    }
  };

  // What is repeated is given nothing.
  const run = async (name: JobName, job: PgBoss.Job<JobData | null>) => {
    const enough = AbortSignal.timeout(jobs[name].expireInSeconds * 900);
    try {
      const done = (await handlers[name]?.(job.data ?? {}, AbortSignal.any([stopping.signal, enough]))) ?? 0;
      await boss.complete(name, job.id, { done });
    } catch (error) {
      const code = failureCode(error);
      // A mail server's words hold addresses; for the rest, whoever mends it needs to know where it happened.
      console.error(`job ${name} ${job.id}: ${code}`, ...(name === "mail" ? [] : [error]));
      // Where even this cannot be noted, the run expires and is begun again.
      await boss.fail(name, job.id, { error: code }).catch(() => {});
    }
  };

  let looking = Promise.resolve();
  const turn = () => {
    looking = look();
  };
  turn();

  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      let last: NodeJS.Timeout | undefined;
      const over = new Promise((resolve) => (last = setTimeout(resolve, farewell)));
      await Promise.race([Promise.all(busy.values()), over]);
      clearTimeout(last);
    },
  };
}

/**
 * Enqueues the run of each repeated job that is due now, unless this or another server has done so: a unique index of
 * pg-boss takes one per stretch of time, by the clock of the database: which stretch it is, that one says here too. A
 * run that was missed, because no server was up, is made up for.
 */
async function scheduleRuns(boss: PgBoss): Promise<void> {
  const { rows } = await boss.getDb().executeSql("select now()", []);
  const now = new Date(rows[0].now);
  const runs = jobNames.flatMap((name) => {
    const run = runAt(name, now);
    if (!run) return [];
    return [{ name, singletonSeconds: run.every, ...(run.start > now && { startAfter: run.start }) }];
  });
  await boss.insert(runs);
}

/** The kinds of jobs of which one waits and may start. */
async function waitingKinds(boss: PgBoss): Promise<JobName[]> {
  const sql = "select distinct name from pgboss.job where state < 'active' and start_after < now()";
  const { rows } = await boss.getDb().executeSql(sql, []);
  return rows.map(({ name }) => name);
}
