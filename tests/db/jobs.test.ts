import type PgBoss from "pg-boss";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "../../lib/db.ts";
import { enqueue, forgetExpired, retryJob, retryMail, takeUpInterrupted } from "../../lib/job/commands.ts";
import { jobNames } from "../../lib/job/job.ts";
import { listFailedJobs, listJobs, listUndelivered } from "../../lib/job/queries.ts";
import { queueMail } from "../../lib/mail/queue.ts";
import { Refusal } from "../../lib/refusal.ts";
import { type JobHandler, type JobWorker, startWorker } from "../../server/job-worker.ts";
import { openQueue, prepareQueue } from "../../server/jobs.ts";
import { administrator, editor, translator } from "../support/stored.ts";

// Jobs on the queue, done by workers of the tests' own.

const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
const queues: PgBoss[] = [];
const workers: JobWorker[] = [];

beforeEach(async () => {
  complaints.mockClear();
  await database().$executeRaw`delete from pgboss.job`;
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  for (const queue of queues.splice(0)) await queue.stop({ graceful: false });
});

async function server(): Promise<PgBoss> {
  const boss = openQueue(process.env.DATABASE_URL ?? "");
  await boss.start();
  queues.push(boss);
  return boss;
}

async function work(handlers: Parameters<typeof startWorker>[1], repeat = false): Promise<JobWorker> {
  const worker = startWorker(await server(), handlers, { pause: 50, repeat });
  workers.push(worker);
  return worker;
}

const send = (url: string) => database().$transaction((tx) => enqueue(tx, "check-links", { url }));

type Stored = { state: string; tries: number; wait: number; output: unknown; data: { url?: string } };
async function jobsOf(name: string): Promise<Stored[]> {
  return database().$queryRaw<Stored[]>`
    select state::text, retry_count as tries, extract(epoch from start_after - now())::float as wait, output, data
    from pgboss.job where name = ${name} order by created_on, id`;
}
const stateOf = async (name: string) => (await jobsOf(name)).map(({ state }) => state);

describe("a job", () => {
  test("is done soon, and what it did can be seen", async () => {
    const seen: unknown[] = [];
    await work({ "check-links": async (data) => seen.push(data) && 7 });
    await send("https://a.example/");
    await expect.poll(() => stateOf("check-links")).toEqual(["completed"]);
    expect(seen).toEqual([{ url: "https://a.example/" }]);
    const standing = (await listJobs()).find(({ name }) => name === "check-links");
    expect(standing).toMatchObject({ waiting: 0, active: 0, failed: 0, last: { well: true, done: 7 } });
  });

  test("does not exist where what it belongs to did not happen", async () => {
    const broken = database().$transaction(async (tx) => {
      await enqueue(tx, "check-links", { url: "https://a.example/" });
      throw new Error("changed our mind");
    });
    await expect(broken).rejects.toThrow("changed our mind");
    expect(await jobsOf("check-links")).toEqual([]);
  });

  test("of a key is taken once within its time", async () => {
    const once = { key: "https://a.example/", seconds: 3600 };
    for (let time = 0; time < 3; time++)
      await database().$transaction((tx) => enqueue(tx, "check-links", { url: once.key }, once));
    expect(await jobsOf("check-links")).toHaveLength(1);
    // Also where the hour has turned since: pg-boss counts by the clock.
    await database().$executeRaw`update pgboss.job set singleton_on = singleton_on - interval '1 hour'`;
    await database().$transaction((tx) => enqueue(tx, "check-links", { url: once.key }, once));
    expect(await jobsOf("check-links")).toHaveLength(1);
    await database().$executeRaw`update pgboss.job set created_on = created_on - interval '61 minutes'`;
    await database().$transaction((tx) => enqueue(tx, "check-links", { url: once.key }, once));
    expect(await jobsOf("check-links")).toHaveLength(2);
  });

  test("is done once, though two servers look for it", async () => {
    const done: (string | undefined)[] = [];
    const slow: JobHandler = async ({ url }) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return done.push(url);
    };
    const urls = ["a", "b", "c", "d", "e", "f"].map((name) => `https://${name}.example/`);
    for (const url of urls) await send(url);
    await Promise.all([work({ "check-links": slow }), work({ "check-links": slow })]);
    await expect.poll(() => stateOf("check-links")).toEqual(Array(6).fill("completed"));
    expect(done.sort()).toEqual(urls);
  });

  test("that fails waits longer each time, is given up in the end, stays visible, and can be tried again", async () => {
    const boss = await server();
    await send("https://a.example/");
    const waits: number[] = [];
    for (let time = 0; time < 4; time++) {
      const [job] = await boss.fetch("check-links");
      await boss.fail("check-links", job?.id ?? "", { error: "ECONNRESET" });
      const [stored] = await jobsOf("check-links");
      waits.push(stored?.wait ?? 0);
      await database().$executeRaw`update pgboss.job set start_after = now() - interval '1 second'`;
    }
    // Five minutes at the least, then ten, then twenty; up to twice as long.
    for (const [time, least] of [300, 600, 1200].entries()) {
      expect(waits[time]).toBeGreaterThan(least - 5);
      expect(waits[time]).toBeLessThan(2 * least + 5);
    }
    expect(await stateOf("check-links")).toEqual(["failed"]);
    const [failed, ...others] = await listFailedJobs();
    expect(failed).toMatchObject({ name: "check-links", error: "ECONNRESET" });
    expect(others).toEqual([]);

    for (const by of [editor, translator])
      await expect(retryJob(by, "check-links", failed?.id ?? "")).rejects.toEqual(new Refusal("not-allowed"));
    await retryJob(administrator, "check-links", failed?.id ?? "");
    await expect(retryJob(administrator, "check-links", failed?.id ?? "")).rejects.toEqual(new Refusal("conflict"));
    expect(
      await database().auditEntry.findMany({ where: { subjectId: failed?.id }, orderBy: { id: "asc" } }),
    ).toMatchObject([{ action: "job.retry", actorId: administrator.editorId, after: { job: "check-links" } }]);
    await work({ "check-links": async () => 1 });
    await expect.poll(() => stateOf("check-links")).toEqual(["completed"]);
    expect(await listFailedJobs()).toEqual([]);
  });

  test("says the class of its error, and never the words", async () => {
    await work({
      "check-links": async () => {
        throw Object.assign(new Error("ada@biblioteca.example was refused"), { code: "EENVELOPE", responseCode: 550 });
      },
    });
    await send("https://a.example/");
    await expect.poll(() => stateOf("check-links")).toEqual(["retry"]);
    const [job] = await jobsOf("check-links");
    expect(job?.output).toEqual({ error: "EENVELOPE 550" });
    expect(job?.wait).toBeGreaterThan(60);
  });

  test("whose server was killed in the middle is begun again once its time is over", async () => {
    const killed = await server();
    await send("https://a.example/");
    expect(await killed.fetch("check-links")).toHaveLength(1);
    const done: unknown[] = [];
    await work({ "check-links": async (data) => done.push(data) });
    const other = await server();
    await other.maintain();
    expect(await stateOf("check-links"), "it may be at it still").toEqual(["active"]);
    await database().$executeRaw`update pgboss.job set started_on = now() - interval '2 hours'`;
    await other.maintain();
    await database().$executeRaw`update pgboss.job set start_after = now() - interval '1 second'`;
    await expect.poll(() => stateOf("check-links")).toEqual(["completed"]);
    expect(done).toHaveLength(1);
  });

  test("that a killed Ponte was at is begun again at the next start, where there is no other server", async () => {
    const killed = await server();
    await send("https://a.example/");
    expect(await killed.fetch("check-links")).toHaveLength(1);
    await takeUpInterrupted();
    await work({ "check-links": async () => 1 });
    await expect.poll(() => stateOf("check-links")).toEqual(["completed"]);
  });

  test("that is running when Ponte ends is told so, and finished first", async () => {
    let told = false;
    const worker = await work({
      "check-links": (_, signal) =>
        new Promise((resolve) =>
          signal.addEventListener("abort", () => {
            told = true;
            setTimeout(() => resolve(3), 50);
          }),
        ),
    });
    await send("https://a.example/");
    await expect.poll(() => stateOf("check-links")).toEqual(["active"]);
    await worker.stop();
    expect(told).toBe(true);
    expect(await stateOf("check-links")).toEqual(["completed"]);
  });

  test("of one kind does not hold up the others", async () => {
    let sent = 0;
    await work({
      "check-links": (_, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(0))),
      mail: async () => ++sent,
    });
    await send("https://slow.example/");
    await expect.poll(() => stateOf("check-links")).toEqual(["active"]);
    await database().$transaction((tx) => enqueue(tx, "mail", { mail: "some-mail" }));
    await expect.poll(() => sent).toBe(1);
  });
});

describe("repeated jobs", () => {
  test("run once in their time, however many servers there are and however often they start", async () => {
    const began = new Date();
    const ran: string[] = [];
    const handler =
      (name: string): JobHandler =>
      async ({ url = name }) =>
        ran.push(url);
    const handlers = { "publish-due": handler("publish-due"), "collect-links": handler("collect-links") };
    await Promise.all([work(handlers, true), work(handlers, true)]);
    await work(handlers, true);
    await expect.poll(() => stateOf("publish-due")).toContain("completed");
    await new Promise((resolve) => setTimeout(resolve, 300));
    // A minute may have turned meanwhile.
    await expect.poll(async () => new Set(await stateOf("publish-due"))).toEqual(new Set(["completed"]));
    const runs = await jobsOf("publish-due");
    expect(runs.length).toBeLessThanOrEqual(2);
    expect(ran.filter((name) => name === "publish-due")).toHaveLength(runs.length);
    const daysMet = new Set([began, new Date()].map((moment) => moment.toISOString().slice(0, 10)));
    const collections = await jobsOf("collect-links");
    expect(collections).not.toEqual([]);
    expect(collections.length, "once a day").toBeLessThanOrEqual(daysMet.size);
    expect(await jobsOf("mail"), "nothing that is only asked for").toEqual([]);
    const standings = await listJobs();
    expect(standings.map(({ name }) => name)).toEqual(jobNames);
    for (const { name, next } of standings) expect(next === undefined, name).toBe(name === "mail");
  });

  test("keep their settings and their jobs when the queue is prepared again at each start", async () => {
    await send("https://a.example/");
    await prepareQueue(process.env.DATABASE_URL ?? "");
    expect(await stateOf("check-links")).toEqual(["created"]);
  });
});

describe("a mail that cannot be delivered", () => {
  const undelivered = async () => {
    const boss = await server();
    await database().$transaction((tx) =>
      queueMail(tx, { key: "receipt 1", recipient: "ada@a.example", locale: "it", subject: "S", text: "T" }),
    );
    await database().$executeRaw`update pgboss.job set retry_limit = 0`;
    const [job] = await boss.fetch("mail");
    await boss.fail("mail", job?.id ?? "", { error: "EENVELOPE 550" });
    return database().mail.findFirstOrThrow();
  };

  test("is listed by what it was about and the class of its error, without its address", async () => {
    const { id } = await undelivered();
    const listed = await listUndelivered();
    expect(listed).toMatchObject([{ id, key: "receipt 1", error: "EENVELOPE 550" }]);
    expect(JSON.stringify(listed)).not.toContain("ada@");
    expect(await listFailedJobs(), "it is listed once").toEqual([]);
  });

  test("is tried again when an administrator says so, once", async () => {
    const { id } = await undelivered();
    await expect(retryMail(editor, id)).rejects.toEqual(new Refusal("not-allowed"));
    await retryMail(administrator, id);
    await expect(retryMail(administrator, id)).rejects.toEqual(new Refusal("conflict"));
    expect(await listUndelivered()).toEqual([]);
    expect(await stateOf("mail")).toEqual(["retry"]);
  });

  test("can be tried again though its job was forgotten, and no longer once it was sent", async () => {
    const { id } = await undelivered();
    await database().$executeRaw`delete from pgboss.job`;
    expect(await listUndelivered()).toMatchObject([{ id }]);
    await retryMail(administrator, id);
    expect(await stateOf("mail")).toEqual(["created"]);
    await database().mail.update({ where: { id }, data: { sentAt: new Date(), recipient: null } });
    await expect(retryMail(administrator, id)).rejects.toEqual(new Refusal("not-found"));
  });

  test("keeps its address no longer than a job that was given up, and is still never written twice", async () => {
    const { id } = await undelivered();
    const days = (number: number) => new Date(Date.now() + number * 86_400_000);
    await forgetExpired(days(89));
    expect(await database().mail.findUnique({ where: { id } })).toMatchObject({ recipient: "ada@a.example" });
    await forgetExpired(days(91));
    expect(await database().mail.findUnique({ where: { id } })).toMatchObject({
      ...{ key: "receipt 1", recipient: null, subject: null, text: null },
    });
    expect(await listUndelivered()).toEqual([]);
  });
});

test("what has expired is deleted: sessions, links into the desk, counters; what has not is kept", async () => {
  const moment = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  await database().editor.create({ data: { id: "e", name: "E", email: "e@ponte.example" } });
  for (const [id, expiresAt] of [
    ["old", moment(-1)],
    ["new", moment(1)],
  ] as const) {
    await database().editorSession.create({ data: { id, token: id, userId: "e", expiresAt } });
    await database().editorVerification.create({ data: { id, identifier: id, value: "v", expiresAt } });
    await database().rateLimiterFlexible.create({ data: { key: id, points: 1, expire: expiresAt } });
  }
  expect(await forgetExpired(new Date())).toBe(3);
  expect(await database().editorSession.findMany({ select: { id: true } })).toEqual([{ id: "new" }]);
  expect(await database().editorVerification.findMany({ select: { id: true } })).toEqual([{ id: "new" }]);
  expect(await database().rateLimiterFlexible.findMany({ select: { key: true } })).toEqual([{ key: "new" }]);
});
