import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { decideAndTell } from "../../lib/desk/commands.ts";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { enqueueWaitingMails } from "../../lib/job/commands.ts";
import { failureCode } from "../../lib/job/job.ts";
import { queueMail } from "../../lib/mail/queue.ts";
import { checklist } from "../../lib/review/checklist.ts";
import { resubmitPractice, submitPractice } from "../../lib/submission/commands.ts";
import { startWorker } from "../../server/job-worker.ts";
import { openQueue } from "../../server/jobs.ts";
import { sendMail } from "../../server/mailer.ts";
import { emptyOutbox, readOutbox, sendAll } from "../support/outbox.ts";
import { editor, seenNow } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

beforeEach(async () => {
  emptyOutbox();
  await database().$executeRaw`delete from pgboss.job`;
});

const queue = (key: string, text = "Words.") =>
  database().$transaction((tx) =>
    queueMail(tx, { key, recipient: "ada@biblioteca.example", locale: "it", subject: "Subject", text }),
  );
async function decideOn(action: "publish" | "ask-changes" | "reject" | "unpublish", message = ""): Promise<void> {
  const { id } = await database().practice.findFirstOrThrow();
  await decideAndTell({
    by: editor,
    practiceId: id,
    seen: await seenNow(id),
    action,
    message,
    checklist: [...checklist],
  });
}

describe("a contributor", () => {
  const first: Record<Locale, [string, string]> = {
    it: ["Abbiamo ricevuto", "/it/proponi/"],
    fr: ["Nous avons reçu", "/fr/proposer/"],
    sv: ["Vi har fått", "/sv/skicka-in/"],
    en: ["We have your practice", "/en/submit/"],
  };

  test.each(locales)("is told in the language of the form that it arrived: %s", async (language) => {
    const token = await submitPractice(aSubmission({ language, title: "Åter {x} <b> “é”" }), "key-1");
    await sendAll();
    const [mail, ...more] = readOutbox().filter(({ subject }) => subject.includes(first[language][0]));
    expect(more).toEqual([]);
    expect(mail?.to).toBe("ada@biblioteca.example");
    expect(mail?.subject).toContain("Åter {x} <b> “é”");
    expect(mail?.text).toContain(`http://ponte.test${first[language][1]}${token}`);
    expect(mail?.headers).toContain("Auto-Submitted: auto-generated");
  });

  test("is told of every decision, with the editor's words and a link that leads on", async () => {
    const token = await submitPractice(aSubmission({ language: "sv", title: "Digital kompass" }), "key-1");
    await sendAll();
    emptyOutbox();
    await decideOn("ask-changes", " Var {hölls} det?\n");
    await sendAll();
    await resubmitPractice(aSubmission({ language: "sv", title: "Digital kompass" }), token, "form-2");
    await sendAll();
    await decideOn("publish");
    await sendAll();
    await decideOn("unpublish", "Ni bad om det.");
    await sendAll();
    const mails = readOutbox();
    expect(mails.map(({ subject }) => subject)).toEqual([
      "En fråga om ”Digital kompass”",
      "Vi har fått dina ändringar av ”Digital kompass”",
      "”Digital kompass” är publicerat i Ponte",
      "”Digital kompass” är inte längre publicerat",
    ]);
    expect(mails[0]?.text).toContain(`Var {hölls} det?`);
    expect(mails[0]?.text).toContain(`http://ponte.test/sv/skicka-in/${token}`);
    expect(mails[2]?.text).toContain("http://ponte.test/sv/goda-exempel/digital-kompass");
    expect(mails[3]?.text).toContain("Ni bad om det.");
  });

  test("is told of a rejection, and why", async () => {
    await submitPractice(aSubmission(), "key-1");
    await decideOn("reject", "Non è una pratica.");
    await sendAll();
    expect(readOutbox().at(-1)?.subject).toBe("A proposito di «Bussola digitale»");
    expect(readOutbox().at(-1)?.text).toContain("Non è una pratica.");
  });

  test("who found out while changing it that it is in another language is written to in that one", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    await decideOn("ask-changes", "Svenska?");
    await resubmitPractice(aSubmission({ language: "sv", title: "Digital kompass" }), token, "form-2");
    await decideOn("publish");
    await sendAll();
    const mail = readOutbox().find(({ subject }) => subject.includes("publicerat"));
    expect(mail?.subject).toBe("”Digital kompass” är publicerat i Ponte");
    expect(mail?.text).toContain("http://ponte.test/sv/goda-exempel/digital-kompass");
  });
});

describe("the queue", () => {
  test("takes a mail of one key once, ever: even after it was sent", async () => {
    await queue("a");
    await queue("a");
    await sendAll();
    await queue("a");
    await sendAll();
    expect(readOutbox()).toHaveLength(1);
  });

  test("forgets the address and the words of what was sent", async () => {
    await queue("a", "Secret words.");
    const { id } = await database().mail.findFirstOrThrow();
    expect(await sendMail(id)).toBe(1);
    expect(await database().mail.findMany()).toEqual([
      expect.objectContaining({ key: "a", recipient: null, subject: null, text: null, sentAt: expect.any(Date) }),
    ]);
    expect(await sendMail(id), "asked for once more, after a crash").toBe(0);
    expect(readOutbox()).toHaveLength(1);
  });

  test("holds nothing of what did not happen", async () => {
    const broken = database().$transaction(async (tx) => {
      await queueMail(tx, { key: "a", recipient: "a@b.example", locale: "it", subject: "S", text: "T" });
      throw new Error("changed our mind");
    });
    await expect(broken).rejects.toThrow("changed our mind");
    expect(await sendAll()).toBe(0);
    expect(await mailJobs()).toEqual([]);
  });

  test("has one job for each mail, and none for one that was queued before", async () => {
    await queue("a");
    await queue("b");
    await queue("a");
    const mails = await database().mail.findMany({ orderBy: { key: "asc" } });
    expect((await mailJobs()).sort()).toEqual(mails.map(({ id }) => id).sort());
  });

  test("sends each mail once, though several servers work on it", async () => {
    for (const key of ["a", "b", "c", "d"]) await queue(key, `Words of ${key}.`);
    const servers = [openQueue(url()), openQueue(url()), openQueue(url())];
    for (const boss of servers) await boss.start();
    const send = { mail: async ({ mail = "" }) => sendMail(mail) };
    const workers = servers.map((boss) => startWorker(boss, send, { pause: 50, repeat: false }));
    await expect.poll(() => database().mail.count({ where: { sentAt: null } })).toBe(0);
    for (const worker of workers) await worker.stop();
    for (const boss of servers) await boss.stop({ graceful: false });
    const sent = readOutbox().map(({ text }) => text.trim());
    expect(sent.sort()).toEqual(["Words of a.", "Words of b.", "Words of c.", "Words of d."]);
    expect(await database().mail.findMany({ select: { attempts: true } })).toEqual(Array(4).fill({ attempts: 1 }));
  });

  test("keeps a mail that cannot be sent, says why without an address, and takes it again", async () => {
    process.env.SMTP_URL = "smtp://ponte:hush-hush@127.0.0.1:1";
    await queue("a");
    const { id } = await database().mail.findFirstOrThrow();
    try {
      const error = await sendMail(id).catch((reason: unknown) => reason);
      expect(failureCode(error)).toBe("ESOCKET");
    } finally {
      delete process.env.SMTP_URL;
    }
    expect(await database().mail.findFirstOrThrow()).toMatchObject({
      ...{ attempts: 1, sentAt: null, recipient: "ada@biblioteca.example", text: "Words." },
    });
    await sendAll();
    expect(readOutbox()).toHaveLength(1);
  });

  test("takes in the mails of before there were jobs, once", async () => {
    const old = { recipient: "ada@biblioteca.example", locale: "it", subject: "Subject", text: "Words." };
    const { id } = await database().mail.create({ data: { ...old, key: "old" } });
    await database().mail.create({ data: { ...old, key: "given up", attempts: 12 } });
    await database().mail.create({ data: { ...old, key: "sent", recipient: null, sentAt: new Date() } });
    await queue("new");
    expect(await enqueueWaitingMails()).toBe(1);
    expect(await enqueueWaitingMails()).toBe(0);
    expect(await mailJobs()).toContain(id);
    expect(await mailJobs()).toHaveLength(2);
  });
});

const url = () => process.env.DATABASE_URL ?? "";

/** The ids of the mails that have a job. */
async function mailJobs(): Promise<string[]> {
  const jobs = await database().$queryRaw<{ mail: string }[]>`
    select data->>'mail' as mail from pgboss.job where name = 'mail'`;
  return jobs.map(({ mail }) => mail);
}
