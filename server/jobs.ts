import PgBoss from "pg-boss";
import { askForConfirmation } from "../lib/confirmation/commands.ts";
import { publishDue } from "../lib/desk/commands.ts";
import { serverEnv } from "../lib/env.ts";
import { bossSettings, enqueueWaitingMails, forgetExpired, takeUpInterrupted } from "../lib/job/commands.ts";
import { type JobName, jobNames, jobs } from "../lib/job/job.ts";
import { LinkChecker } from "../lib/link-check/check.ts";
import { checkLink, checkLinks, collectLinks } from "../lib/link-check/commands.ts";
import { forgetOld } from "../lib/retention/commands.ts";
import { type JobHandler, startWorker } from "./job-worker.ts";
import { sendMail } from "./mailer.ts";

// A database that hangs is as far away as one that refuses.
const patience = { connectionTimeoutMillis: 5000, query_timeout: 20_000 };

/** A queue with connections of its own, few: with the embedded database all share one session. */
export function openQueue(url: string, settings: PgBoss.ConstructorOptions = {}): PgBoss {
  const boss = new PgBoss({ ...bossSettings, ...settings, ...patience, connectionString: url, max: 3 });
  let complaint = "";
  boss.on("error", ({ message }) => {
    if (message !== complaint) console.error(`jobs: ${message}`);
    complaint = message;
  });
  return boss;
}

/** Creates the tables of the queue (schema `pgboss`) where they are missing, and one part for each kind of job. */
export async function prepareQueue(url: string): Promise<void> {
  const boss = openQueue(url);
  await boss.start();
  try {
    for (const name of jobNames) {
      const { retryLimit, retryDelay, expireInSeconds } = jobs[name];
      const queue = { name, retryLimit, retryDelay, retryBackoff: true, expireInSeconds };
      await boss.createQueue(name, queue);
      // One of an earlier version has its numbers.
      await boss.updateQueue(name, queue);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Does what is in the queue, and enqueues what repeats.
 * @param alone whether no other server can work on it
 * @returns how to stop: jobs that are running are finished first
 */
export async function startJobs(url: string, { alone }: { alone: boolean }): Promise<() => Promise<void>> {
  const boss = openQueue(url, { supervise: true, maintenanceIntervalSeconds: 60 });
  await boss.start();
  if (alone) await takeUpInterrupted();
  await enqueueWaitingMails();
  const worker = startWorker(boss, handlers);
  return async () => {
    await worker.stop();
    await boss.stop({ graceful: false });
  };
}

/** How much was done, of what a command counts kind by kind. */
const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

const handlers: Record<JobName, JobHandler> = {
  mail: async ({ mail }) => (mail ? sendMail(mail) : 0),
  "publish-due": async () => total(await publishDue(new Date())),
  "ask-contacts": async () => total(await askForConfirmation(new Date())),
  retention: async () => total(await forgetOld(new Date())) + (await forgetExpired(new Date())),
  "collect-links": collectLinks,
  "check-links": async ({ url }, signal) => {
    if (serverEnv().LINK_CHECK === "off") return 0;
    const checker = new LinkChecker();
    return url === undefined ? checkLinks(checker, signal) : checkLink(checker, url, signal);
  },
};
