import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { serverEnv } from "../../lib/env.ts";
import { allow } from "../../lib/form-guard/rate-limits.ts";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { decideMessage, sendMessage } from "../../lib/reader-message/commands.ts";
import { type Action, allowedActions, type Kind, kinds, type State } from "../../lib/reader-message/message.ts";
import { findPractice, getMessage, listExperiences, listMessages } from "../../lib/reader-message/queries.ts";
import { receiveMessage } from "../../lib/reader-message/receive.ts";
import { Refusal } from "../../lib/refusal.ts";
import { consentVersion } from "../../lib/submission/form.ts";
import { sendNext } from "../../server/mailer.ts";
import { emptyOutbox, readOutbox } from "../support/outbox.ts";
import { aPractice, written } from "../support/practices.ts";
import { aMessage, postedMessage, typedMessage } from "../support/reader-message.ts";
import { act, editor, publicVersion, published, stored } from "../support/stored.ts";

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
const send = (kind: Kind, practiceId?: string, key = "key-1", over = {}) =>
  sendMessage({ message: aMessage(kind, over), locale: "en", practiceId }, key);
const only = () => database().readerMessage.findFirstOrThrow();
const decide = async (action: Action, seen: State = "pending") =>
  refusalOf(decideMessage({ id: (await only()).id, seen, action, editorId: editor.editorId }));
async function mails() {
  while (await sendNext());
  return readOutbox();
}

describe("a question to who has agreed to be asked", () => {
  test("is mailed to them in their language, and their answer goes to the reader", async () => {
    const [id] = await published(asking());
    await send("question", id, "key-1", { text: "Hur {många} <b>?\n\nOch var?" });
    const mail = (await mails()).find(({ to }) => to === "ada@biblioteca.example");
    expect(mail?.headers).toMatch(/^Reply-To: sara@bibliotek\.example$/m);
    expect(mail?.subject).toContain("Bussola digitale");
    expect(mail?.text).toContain("Hur {många} <b>?\n\nOch var?");
    expect(mail?.text).toContain("Sara Lind, sara@bibliotek.example");
    expect(mail?.text).toContain("http://ponte.test/it/buone-pratiche/bussola-digitale");
  });

  test("leaves nothing behind but that it was asked", async () => {
    const [id] = await published(asking());
    await send("question", id);
    await mails();
    expect(await only()).toMatchObject({ kind: "question", state: "passed-on", practiceId: id, text: null });
    expect(await database().sender.count()).toBe(0);
    const kept = JSON.stringify([await database().mail.findMany(), await database().readerMessage.findMany()]);
    for (const words of ["sara@", "ada@", "Lind", "handledare"]) expect(kept).not.toContain(words);
    const none = { rows: [], more: 0 };
    expect(await listMessages()).toEqual({ waiting: none, decided: none });
  });

  test("tells the reader that it arrived, in the form's language, without their words or whom it went to", async () => {
    const [id] = await published(asking());
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
    const [id] = await published(practice);
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
    const [id] = await published(asking());
    await database().contact.updateMany({ data: { erasedAt: new Date() } });
    await send("question", id);
    expect(await only()).toMatchObject({ state: "pending" });
  });
});

describe("a message", () => {
  test.each(kinds)("that arrives twice, or several times at once, is one: %s", async (kind) => {
    const [id] = await published(asking());
    const practiceId = kind === "barrier" ? undefined : id;
    await send(kind, practiceId);
    await Promise.all([1, 2, 3].map(() => send(kind, practiceId)));
    expect(await database().readerMessage.count()).toBe(1);
    expect(await database().sender.count()).toBe(kind === "experience" ? 1 : 0);
    expect(await database().mail.count()).toBe({ question: 2, experience: 1, barrier: 0 }[kind]);
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

  test("is listed for the editors, oldest first, and then among what they decided", async () => {
    const [id] = await published(aPractice());
    await send("barrier");
    await send("experience", id, "key-2");
    expect((await listMessages()).waiting.rows).toMatchObject([
      { kind: "barrier", practice: undefined, page: "http://ponte.test/en/map" },
      { kind: "experience", practice: { id } },
    ]);
    expect(await decide("finish")).toBe("done");
    expect(await listMessages()).toMatchObject({
      waiting: { rows: [{ kind: "experience" }], more: 0 },
      decided: { rows: [{ kind: "barrier", state: "done" }], more: 0 },
    });
  });

  test("that a list of the editors does not show is counted there", async () => {
    const many = (state: State, count: number) =>
      Array.from({ length: count }, (_, at) => ({ key: `${state} ${at}`, kind: "barrier", locale: "en", state }));
    await database().readerMessage.createMany({ data: [...many("pending", 203), ...many("done", 101)] });
    const { waiting, decided } = await listMessages();
    expect([waiting.rows.length, waiting.more]).toEqual([200, 3]);
    expect([decided.rows.length, decided.more]).toEqual([100, 1]);
  });
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
    await send(kind, kind === "barrier" ? undefined : id);
    const all = ["pass-on", "finish", "publish", "reject", "unpublish"] as const;
    for (const action of all.filter((one) => !allowedActions(kind, "pending").includes(one)))
      expect(await decide(action)).toBe("not-allowed");
    expect(await decide("publish", "done")).toBe("not-allowed");
    expect(await only()).toMatchObject({ state: "pending", decidedAt: null });
    const nowhere = decideMessage({ id: "nothing", seen: "pending", action: "reject", editorId: "e" });
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
