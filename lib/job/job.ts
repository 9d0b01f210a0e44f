// The work that Ponte does by itself: what there is, how often, and what happens where it fails. Pure. The queue is
// pg-boss (docs/decisions/015); the work itself stands in server/jobs.ts.

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

type Job = {
  /** Seconds between two runs, counted from midnight UTC; none: only where something asks for it. */
  every?: number;
  /** How long after the beginning of such a stretch it may run at the earliest, in seconds. */
  after?: number;
  retryLimit: number;
  /** Seconds until the first retry, half as long again on average; doubled each time. */
  retryDelay: number;
  /** A run that takes longer is taken for dead and begun again; after a crash too. */
  expireInSeconds: number;
};

export const jobs = {
  // Longer than a mail server is waited for (server/mailer.ts); with all its retries about three days.
  mail: { retryLimit: 11, retryDelay: 80, expireInSeconds: 3 * minute },
  "publish-due": { every: minute, retryLimit: 5, retryDelay: 30, expireInSeconds: 5 * minute },
  // People get these mails: not in the middle of the night.
  "ask-contacts": { every: day, after: 7 * hour, retryLimit: 5, retryDelay: 5 * minute, expireInSeconds: 10 * minute },
  "collect-links": { every: day, after: hour, retryLimit: 3, retryDelay: 5 * minute, expireInSeconds: 30 * minute },
  "check-links": { every: hour, after: 5 * minute, retryLimit: 3, retryDelay: 5 * minute, expireInSeconds: hour },
  retention: { every: day, after: 2 * hour, retryLimit: 5, retryDelay: 5 * minute, expireInSeconds: 10 * minute },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof jobs;
export const jobNames = Object.keys(jobs) as JobName[];

/** What a job is given: the mail to send, or the one address to look at. */
export type JobData = { mail?: string; url?: string };

/** How long a job that is done, and one that failed for good, can be looked at, in seconds. */
export const kept = { done: 2 * day, failed: 90 * day } as const;

/**
 * The run of a repeated job in the stretch of time that a moment falls into: when it may start, and how long the stretch
 * is. Whoever asks within one stretch gets the same run, so several servers agree without talking.
 */
export function runAt(name: JobName, now: Date): { start: Date; every: number } | undefined {
  const { every, after = 0 }: Job = jobs[name];
  if (every === undefined) return undefined;
  const stretch = Math.floor(now.getTime() / (every * 1000)) * every * 1000;
  return { start: new Date(stretch + after * 1000), every };
}

/** When a repeated job runs next, where nothing of it is waiting. */
export function nextRun(name: JobName, now: Date): Date | undefined {
  const run = runAt(name, now);
  if (!run) return undefined;
  return run.start > now ? run.start : new Date(run.start.getTime() + run.every * 1000);
}

/**
 * What is kept and shown of an error: its code or class. Never its words, in which mail servers and databases repeat
 * names and addresses.
 */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return "Error";
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const parts = [typeof code === "string" ? code : error.name, typeof responseCode === "number" ? responseCode : ""];
  const told = parts.join(" ").trim();
  return /^[\w.-]{1,40}(?: \d{3})?$/.test(told) ? told : "Error";
}
