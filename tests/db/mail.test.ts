import { beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "../../lib/db.ts";
import { decideAndTell } from "../../lib/desk/commands.ts";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { queueMail } from "../../lib/mail/queue.ts";
import { resubmitPractice, submitPractice } from "../../lib/submission/commands.ts";
import { sendNext } from "../../server/mailer.ts";
import { emptyOutbox, readOutbox } from "../support/outbox.ts";
import { editor, seenNow } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

beforeEach(emptyOutbox);

const queue = (key: string, text = "Words.") =>
  database().$transaction((tx) =>
    queueMail(tx, { key, recipient: "ada@biblioteca.example", locale: "it", subject: "Subject", text }),
  );
async function sendAll(): Promise<void> {
  while (await sendNext());
}
async function decideOn(action: "publish" | "ask-changes" | "reject" | "unpublish", message = ""): Promise<void> {
  const { id } = await database().practice.findFirstOrThrow();
  await decideAndTell({ by: editor, practiceId: id, seen: await seenNow(id), action, message });
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
    const [mail, ...more] = readOutbox();
    expect(more).toEqual([]);
    expect(mail?.to).toBe("ada@biblioteca.example");
    expect(mail?.subject).toContain(first[language][0]);
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
    await decideOn("publish");
    await sendAll();
    await decideOn("unpublish", "Ni bad om det.");
    await sendAll();
    const mails = readOutbox();
    expect(mails.map(({ subject }) => subject)).toEqual([
      "En fråga om ”Digital kompass”",
      "”Digital kompass” är publicerat i Ponte",
      "”Digital kompass” är inte längre publicerat",
    ]);
    expect(mails[0]?.text).toContain(`Var {hölls} det?`);
    expect(mails[0]?.text).toContain(`http://ponte.test/sv/skicka-in/${token}`);
    expect(mails[1]?.text).toContain("http://ponte.test/sv/goda-exempel/digital-kompass");
    expect(mails[2]?.text).toContain("Ni bad om det.");
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
    expect(await sendNext()).toBe(true);
    expect(await database().mail.findMany()).toEqual([
      expect.objectContaining({ key: "a", recipient: null, subject: null, text: null, sentAt: expect.any(Date) }),
    ]);
    expect(await sendNext()).toBe(false);
  });

  test("holds nothing of what did not happen", async () => {
    const broken = database().$transaction(async (tx) => {
      await queueMail(tx, { key: "a", recipient: "a@b.example", locale: "it", subject: "S", text: "T" });
      throw new Error("changed our mind");
    });
    await expect(broken).rejects.toThrow("changed our mind");
    expect(await sendNext()).toBe(false);
  });

  test("sends each mail once, though several servers work on it", async () => {
    for (const key of ["a", "b", "c"]) await queue(key, `Words of ${key}.`);
    await Promise.all([sendAll(), sendAll(), sendAll()]);
    expect(
      readOutbox()
        .map(({ text }) => text.trim())
        .sort(),
    ).toEqual(["Words of a.", "Words of b.", "Words of c."]);
  });

  test("keeps a mail that cannot be sent, and tries again later", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
    process.env.SMTP_URL = "smtp://ponte:hush-hush@127.0.0.1:1";
    try {
      await queue("a");
      expect(await sendNext()).toBe(true);
      expect(await sendNext()).toBe(false);
    } finally {
      delete process.env.SMTP_URL;
    }
    const [mail] = await database().mail.findMany();
    expect(mail).toMatchObject({ attempts: 1, sentAt: null, recipient: "ada@biblioteca.example", text: "Words." });
    expect(mail?.dueAt.getTime()).toBeGreaterThan(Date.now());
    expect(complaint).toHaveBeenCalledOnce();
    expect(complaint.mock.calls.flat().join()).not.toMatch(/hush|biblioteca/);
    complaint.mockRestore();

    await database().mail.updateMany({ data: { dueAt: new Date() } });
    await sendAll();
    expect(readOutbox()).toHaveLength(1);
  });
});
