import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { serverEnv } from "../../lib/env.ts";
import { allow } from "../../lib/form-guard/rate-limits.ts";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import { formatDay } from "../../lib/i18n/format.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { listQueue } from "../../lib/queue/queries.ts";
import { wholeQueue } from "../../lib/queue/queue.ts";
import { decideMessage, type MessageDecision, sendMessage } from "../../lib/reader-message/commands.ts";
import {
  type Action,
  actions,
  allowedActions,
  answerDays,
  type Kind,
  kinds,
  reasons,
  type State,
} from "../../lib/reader-message/message.ts";
import { findPractice, getMessage, listExperiences } from "../../lib/reader-message/queries.ts";
import { receiveMessage } from "../../lib/reader-message/receive.ts";
import { Refusal } from "../../lib/refusal.ts";
import { checklist } from "../../lib/review/checklist.ts";
import { submitPractice } from "../../lib/submission/commands.ts";
import { consentVersion } from "../../lib/submission/form.ts";
import { emptyOutbox, readOutbox, sendAll } from "../support/outbox.ts";
import { aPractice, written } from "../support/practices.ts";
import { aMessage, postedMessage, typedMessage } from "../support/reader-message.ts";
import { act, editor, publicVersion, published, stored, translator } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

beforeEach(emptyOutbox);

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const asking = (
  contact: Partial<PracticeInput["contacts"][number]> = {},
  consent: PracticeInput["contacts"][number]["consent"] = { basis: "given", version: consentVersion },
) =>
  aPractice({
    contacts: [{ name: "Ada Bianchi", privateEmail: "ada@biblioteca.example", ...contact, consent }],
    texts: {
      it: { title: "Bussola digitale", sections: {}, provenance: written },
      sv: { title: "Digital kompass", sections: {}, provenance: { ...written, origin: "translation" } },
    },
  });
/** Publishes practices whose contacts have said that their addresses are theirs. */
async function confirmed(...practices: PracticeInput[]): Promise<string[]> {
  const ids = await published(...practices);
  await database().contact.updateMany({ where: { practiceId: { in: ids } }, data: { confirmedAt: new Date() } });
  return ids;
}
const send = (kind: Kind, practiceId?: string, key = "key-1", over = {}) =>
  sendMessage({ message: aMessage(kind, over), locale: "en", practiceId }, key);
const aboutPractice = (kind: Kind) => kind === "question" || kind === "experience";
const only = () => database().readerMessage.findFirstOrThrow();
const decide = async (action: Action, seen: State = "pending") =>
  refusalOf(decideMessage({ id: (await only()).id, seen, action, by: editor, answer: "We have corrected it." }));
async function mails() {
  await sendAll();
  return readOutbox();
}

describe("a question to who has agreed to be asked", () => {
  test("is mailed to them in their language, and their answer goes to the reader", async () => {
    const [id] = await confirmed(asking());
    await send("question", id, "key-1", { text: "Hur {många} <b>?\n\nOch var?" });
    const mail = (await mails()).find(({ to }) => to === "ada@biblioteca.example");
    expect(mail?.headers).toMatch(/^Reply-To: sara@bibliotek\.example$/m);
    expect(mail?.subject).toContain("Bussola digitale");
    expect(mail?.text).toContain("Hur {många} <b>?\n\nOch var?");
    expect(mail?.text).toContain("Sara Lind, sara@bibliotek.example");
    expect(mail?.text).toContain("http://ponte.test/it/buone-pratiche/bussola-digitale");
  });

  test("leaves nothing behind but that it was asked", async () => {
    const [id] = await confirmed(asking());
    await send("question", id);
    await mails();
    expect(await only()).toMatchObject({ kind: "question", state: "passed-on", practiceId: id, text: null });
    expect(await database().sender.count()).toBe(0);
    const kept = JSON.stringify([await database().mail.findMany(), await database().readerMessage.findMany()]);
    for (const words of ["sara@", "ada@", "Lind", "handledare"]) expect(kept).not.toContain(words);
    for (const state of ["waiting", "decided"] as const)
      expect((await listQueue({ ...wholeQueue, state }, editor)).rows.filter(({ work }) => work === "message")).toEqual(
        [],
      );
  });

  test("tells the reader that it arrived, in the form's language, without their words or whom it went to", async () => {
    const [id] = await confirmed(asking());
    await sendMessage({ message: aMessage("question"), locale: "sv", practiceId: id }, "key-1");
    const receipt = (await mails()).find(({ to }) => to === "sara@bibliotek.example");
    expect(receipt?.subject).toContain("Digital kompass");
    expect(receipt?.text).toContain("http://ponte.test/sv/goda-exempel/digital-kompass");
    expect(receipt?.headers).not.toMatch(/reply-to/i);
    for (const words of ["Ada", "ada@", "handledare", "Sara"]) expect(receipt?.text).not.toContain(words);
    expect(receipt?.headers).not.toContain("ada@");
  });
});

describe("a question where nobody has agreed to be asked waits for the editors, with who asks:", () => {
  test.each([
    ["older words", asking({}, { basis: "given", version: "2026-11-22" })],
    ["named by a source", asking({ publicEmail: "info@x.example" }, { basis: "named-by-source" })],
    ["no address", asking({ privateEmail: undefined })],
    ["no contact", aPractice()],
  ])("%s", async (_, practice) => {
    const [id] = await confirmed(practice);
    await send("question", id);
    expect((await mails()).map(({ to }) => to)).toEqual(["sara@bibliotek.example"]);
    expect(await getMessage((await only()).id)).toMatchObject({
      kind: "question",
      state: "pending",
      text: "Hur många handledare behövs?",
      sender: { name: "Sara Lind", email: "sara@bibliotek.example" },
      practice: { id, title: { text: "Bussola digitale", lang: "it" } },
    });
    expect(await decide("pass-on")).toBe("done");
    expect(await only()).toMatchObject({ state: "done", editorId: "editor-1", decidedAt: expect.any(Date) });
  });

  test("an erased contact", async () => {
    const [id] = await confirmed(asking());
    await database().contact.updateMany({ data: { erasedAt: new Date() } });
    await send("question", id);
    expect(await only()).toMatchObject({ state: "pending" });
  });

  test("an address that nobody has confirmed", async () => {
    const [id] = await published(asking());
    await send("question", id);
    expect(await only()).toMatchObject({ state: "pending" });
    expect((await mails()).map(({ to }) => to)).toEqual(["sara@bibliotek.example"]);
  });
});

describe("a message", () => {
  test.each(kinds)("that arrives twice, or several times at once, is one: %s", async (kind) => {
    const [id] = await confirmed(asking());
    const practiceId = aboutPractice(kind) ? id : undefined;
    await send(kind, practiceId);
    await Promise.all([1, 2, 3].map(() => send(kind, practiceId)));
    expect(await database().readerMessage.count()).toBe(1);
    expect(await database().sender.count()).toBe(kind === "experience" ? 1 : 0);
    expect(await database().mail.count()).toBe({ question: 2, experience: 1, barrier: 0, report: 0, tip: 0 }[kind]);
    await send(kind, practiceId, "key-2");
    expect(await database().readerMessage.count()).toBe(2);
  });

  test.each(["pending", "unpublished", "rejected"] as const)(
    "about a practice that is %s is refused",
    async (state) => {
      const id = await stored(asking(), state);
      expect(await refusalOf(send("question", id))).toBe("not-found");
      expect(await refusalOf(send("experience", id, "key-2"))).toBe("not-found");
      expect(await refusalOf(send("question", "nothing1", "key-3"))).toBe("not-found");
      expect(await database().readerMessage.count()).toBe(0);
      expect(await database().mail.count()).toBe(0);
      expect(await database().sender.count()).toBe(0);
    },
  );
});

describe("a barrier", () => {
  test("needs no address; where one is given, a receipt goes there", async () => {
    await send("barrier");
    expect(await database().mail.count()).toBe(0);
    expect(await getMessage((await only()).id)).toMatchObject({ text: "I cannot zoom.", sender: undefined });
    await send("barrier", undefined, "key-2", { email: "bo@x.example" });
    const [receipt] = await mails();
    expect(receipt?.to).toBe("bo@x.example");
    expect(receipt?.text).not.toContain("zoom");
  });
});

describe("a report", () => {
  const day = 24 * 60 * 60 * 1000;
  /** A practice that came in by the Swedish form and is published, and the address of its page. */
  async function sentIn() {
    await submitPractice(aSubmission({ language: "sv" }), "practice-1");
    const { id } = await database().practice.findFirstOrThrow();
    await act(id, "publish", { message: "", checklist: [...checklist] });
    const { slug } = await database().slug.findFirstOrThrow({ where: { practiceId: id, locale: "en" } });
    await mails();
    emptyOutbox();
    return { id, page: `/en/good-practices/${slug}` };
  }
  const answer = "Det stämde inte längre. {Vi} har rättat <b>.";
  const decideReport = async (action: Action, over: Partial<MessageDecision> = {}) =>
    refusalOf(decideMessage({ id: (await only()).id, seen: "pending", action, by: editor, answer, ...over }));

  test.each(reasons)("of what is %s is due in time", async (reason) => {
    await send("report", undefined, "key-1", { reason });
    const { dueAt, createdAt, practiceId } = await only();
    const days = ((dueAt?.getTime() ?? 0) - createdAt.getTime()) / day;
    expect(Math.round(days)).toBe(answerDays[reason]);
    expect(practiceId).toBeNull();
  });

  test("knows the practice whose page it is about, in any language, under an old address or by its id", async () => {
    const { id, page } = await sentIn();
    const swedish = await database().slug.findFirstOrThrow({ where: { practiceId: id, locale: "sv" } });
    const pages = [
      page,
      `http://ponte.test${page}#results`,
      `/sv/goda-exempel/${swedish.slug}`,
      `/it/buone-pratiche/${id}`,
    ];
    for (const [at, one] of pages.entries()) {
      await send("report", undefined, `key-${at}`, { page: one });
      expect(await database().readerMessage.findUnique({ where: { key: `key-${at}` } }), one).toMatchObject({
        practiceId: id,
      });
    }
    const hidden = await stored(aPractice(), "pending");
    await send("report", undefined, "key-9", { page: `/it/buone-pratiche/${hidden}` });
    expect(await database().readerMessage.findUnique({ where: { key: "key-9" } })).toMatchObject({ practiceId: null });
  });

  test("is acknowledged with the day it is due, without a word of it", async () => {
    await sendMessage({ message: aMessage("report", { email: "bo@x.example" }), locale: "fr" }, "key-1");
    const [receipt] = await mails();
    const { dueAt } = await only();
    expect(receipt?.to).toBe("bo@x.example");
    expect(receipt?.text).toContain(formatDay(dueAt ?? "", "fr"));
    expect(receipt?.text).not.toContain("May");
  });

  test.each([
    ["uphold", "upheld"],
    ["dismiss", "dismissed"],
  ] as const)("is answered, and both sides are told why and nothing of each other: %s", async (action, state) => {
    const { page } = await sentIn();
    await sendMessage(
      { message: aMessage("report", { page, email: "bo@x.example", text: "Secret words." }), locale: "it" },
      "key-1",
    );
    expect(await decideReport(action)).toBe("done");
    expect(await only()).toMatchObject({ state, answer, editorId: editor.editorId });
    const told = (await mails()).filter(({ text }) => text.includes(answer));
    expect(told.map(({ to }) => to).sort()).toEqual(["ada@biblioteca.example", "bo@x.example"]);
    const contributor = told.find(({ to }) => to.startsWith("ada@"));
    expect(contributor?.text).toMatch(/^Hej!/);
    expect(contributor?.subject).toContain("Bussola digitale");
    expect(contributor?.text).not.toMatch(/bo@x|Secret/);
    expect(contributor?.headers).not.toMatch(/bo@x/);
    const reporter = told.find(({ to }) => to.startsWith("bo@"));
    expect(reporter?.text).toMatch(/^Ciao,/);
    expect(reporter?.text).not.toMatch(/ada@|Ada|Secret/);
    expect(await decideReport(action)).toBe("conflict");
    expect((await mails()).filter(({ text }) => text.includes(answer))).toHaveLength(2);
  });

  test("of a page that is no practice's is told to who sent it alone, and without an address to nobody", async () => {
    await send("report");
    expect(await decideReport("dismiss")).toBe("done");
    expect(await database().mail.count()).toBe(0);
  });

  test("is not answered without a word, nor by who may not", async () => {
    await send("report");
    for (const empty of [undefined, "", " \n"])
      expect(await decideReport("uphold", { answer: empty })).toBe("message-missing");
    expect(await decideReport("uphold", { by: translator })).toBe("not-allowed");
    expect(await only()).toMatchObject({ state: "pending", answer: null });
  });

  test("leaves in the log what it was about and what became of it, and no word of anybody", async () => {
    await send("report", undefined, "key-1", { reason: "copyright", email: "bo@x.example" });
    await decideReport("uphold");
    const log = await database().auditEntry.findMany({
      where: { subjectId: (await only()).id },
      orderBy: { id: "asc" },
    });
    expect(log).toMatchObject([
      { action: "message.send", actorKind: "reader", after: { kind: "report", reason: "copyright" } },
      { action: "message.uphold", actorId: editor.editorId, after: { state: "upheld", reason: "copyright" } },
    ]);
    const written = JSON.stringify(log, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(written).not.toMatch(/bo@x|May|rättat/);
  });
});

test("a tip is kept with the address it tells of, and done with", async () => {
  await send("tip", undefined, "key-1", { email: "bo@x.example" });
  expect((await mails()).map(({ to }) => to)).toEqual(["bo@x.example"]);
  expect(await getMessage((await only()).id)).toMatchObject({ kind: "tip", page: "https://calls.example/libraries" });
  expect(await decide("finish")).toBe("done");
  expect(await only()).toMatchObject({ state: "done", answer: null });
});

describe("an experience", () => {
  async function sent() {
    const [id = ""] = await published(aPractice());
    await send("experience", id);
    return id;
  }

  test("is seen by readers only once it is published, without who sent it", async () => {
    const id = await sent();
    const version = await publicVersion();
    expect(await listExperiences(id)).toEqual([]);
    expect(await publicVersion()).toBe(version);
    expect(await decide("publish")).toBe("done");
    expect(await publicVersion()).toBe(version + 1n);
    const [experience, ...others] = await listExperiences(id);
    expect(others).toEqual([]);
    expect(experience).toEqual({
      id: expect.any(String),
      text: { text: "Vi provade i Kiruna.\n\nTre kvällar.", lang: "en" },
      outcome: "partly",
      country: "SE",
      place: "Kiruna",
      organisation: "Kiruna bibliotek",
      year: 2025,
      sentAt: expect.any(Date),
    });
    expect(JSON.stringify(experience)).not.toMatch(/Sara|sara@/);
  });

  test("can be taken down again", async () => {
    const id = await sent();
    await decide("publish");
    const version = await publicVersion();
    expect(await decide("unpublish", "published")).toBe("done");
    expect(await listExperiences(id)).toEqual([]);
    expect(await publicVersion()).toBe(version + 1n);
    expect(await only()).toMatchObject({ state: "rejected" });
  });

  test("that is rejected was never public", async () => {
    const id = await sent();
    const version = await publicVersion();
    expect(await decide("reject")).toBe("done");
    expect(await publicVersion()).toBe(version);
    expect(await listExperiences(id)).toEqual([]);
  });

  test("goes with its practice", async () => {
    const id = await sent();
    await decide("publish");
    await act(id, "unpublish");
    expect(await listExperiences(id)).toEqual([]);
  });
});

describe("of two editors", () => {
  test("who read the same message, the second is told", async () => {
    const [id] = await published(aPractice());
    await send("experience", id);
    const version = await publicVersion();
    const answers = await Promise.all([decide("publish"), decide("reject"), decide("publish")]);
    expect(answers.sort()).toEqual(["conflict", "conflict", "done"]);
    const { state } = await only();
    expect((await publicVersion()) - version).toBe(state === "published" ? 1n : 0n);
  });

  test.each(kinds)("none may do what is not in the rules: %s", async (kind) => {
    const [id] = await published(aPractice());
    await send(kind, aboutPractice(kind) ? id : undefined);
    for (const action of actions.filter((one) => !allowedActions(kind, "pending").includes(one)))
      expect(await decide(action)).toBe("not-allowed");
    expect(await decide("publish", "done")).toBe("not-allowed");
    expect(await only()).toMatchObject({ state: "pending", decidedAt: null });
    const nowhere = decideMessage({ id: "nothing", seen: "pending", action: "reject", by: editor });
    expect(await refusalOf(nowhere)).toBe("not-found");
  });
});

describe("a posted form", () => {
  const anHourAgo = () => issueTicket(serverEnv().SESSION_SECRET, Date.now() - 3_600_000);
  const receive = (kind: Kind, practiceId: string | undefined, over: Record<string, string> = {}) =>
    receiveMessage(
      kind,
      { locale: "en", practiceId, from: "198.51.100.7" },
      postedMessage(kind, { ticket: anHourAgo(), ...over }),
    );

  test("without errors is sent, once and counted once", async () => {
    const [id] = await published(asking());
    const ticket = anHourAgo();
    for (let at = 0; at < 7; at++) expect(await receive("question", id, { ticket })).toBeUndefined();
    expect(await database().readerMessage.count()).toBe(1);
  });

  test("with errors comes back, and nobody is counted", async () => {
    const [id] = await published(asking());
    expect(await receive("question", id, { text: "" })).toMatchObject({
      status: 422,
      state: { errors: { text: "required" }, values: { name: "Sara Lind" } },
    });
    expect(await database().rateLimiterFlexible.count()).toBe(0);
  });

  test("whose practice was taken down meanwhile comes back with all that was typed", async () => {
    const id = await stored(asking(), "unpublished");
    for (const kind of ["question", "experience"] as const)
      expect(await receive(kind, id)).toMatchObject({
        status: 409,
        state: { errors: { form: "gone" }, values: typedMessage[kind] },
      });
    expect(await database().readerMessage.count()).toBe(0);
  });

  test("beyond what one sender, or those who are asked, have room for comes back and says which", async () => {
    const [id] = await published(asking());
    for (let at = 0; at < 5; at++) expect(await receive("question", id)).toBeUndefined();
    const refused = await receive("question", id);
    expect(refused).toMatchObject({ status: 429, state: { errors: { form: "too-many-sent" } } });
    expect(refused?.state.values).toEqual(typedMessage.question);
    for (let at = 5; at < 30; at++) await allow("asked", id ?? "");
    expect(await receive("question", id, { email: "bo@x.example" })).toMatchObject({
      status: 429,
      state: { errors: { form: "too-many-asked" } },
    });
    expect(await receive("experience", id, { email: "bo@x.example" })).toBeUndefined();
  });
});

test("a form finds the practice it is about by its id, where readers can", async () => {
  const [id = ""] = await published(asking());
  expect(await findPractice("sv", id)).toEqual({
    practice: { id, title: { text: "Digital kompass", lang: "sv" }, slug: "digital-kompass" },
  });
  expect(await findPractice("fr", id)).toMatchObject({ practice: { title: { text: "Bussola digitale", lang: "it" } } });
  await act(id, "unpublish");
  expect(await findPractice("sv", id)).toEqual({ problem: 410 });
  const waiting = await stored(aPractice(), "pending");
  for (const none of [waiting, "nothing1", "../x", "\u0000", ""])
    expect(await findPractice("sv", none)).toEqual({ problem: 404 });
});
