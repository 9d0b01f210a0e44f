import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { forgetOld } from "../../lib/retention/commands.ts";
import { submitPractice, withdrawSubmission } from "../../lib/submission/commands.ts";
import { aPractice } from "../support/practices.ts";
import { act, published, stored } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

const now = new Date("2026-11-22T02:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000);
const nothing = {
  ...{ serverDraft: 0, rejected: 0, withdrawn: 0, message: 0, wordSender: 0, answerDetail: 0, wish: 0 },
};
const age = (id: string, updatedAt: Date) =>
  database().$executeRaw`update "Practice" set "updatedAt" = ${updatedAt} where id = ${id}`;
const ids = async () => (await database().practice.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);

/** A submission, by the number of its form. Returns the practice's id and the private link's secret part. */
async function sent(key: string) {
  const token = await submitPractice(aSubmission({ title: `Bussola ${key}` }), key);
  const { practiceId } = await database().submission.findUniqueOrThrow({ where: { key } });
  return { token, practiceId };
}

test("nothing is forgotten before its time", async () => {
  await published(aPractice());
  const { practiceId } = await sent("key-1");
  await act(practiceId, "reject");
  expect(await forgetOld(new Date())).toEqual(nothing);
  expect(await ids()).toHaveLength(2);
});

describe("a practice that was rejected, or is a duplicate, and was never public", () => {
  test("is deleted after 180 days with its people; the log keeps that it was there", async () => {
    const { practiceId } = await sent("key-1");
    await act(practiceId, "reject");
    await database().workItem.create({ data: { kind: "practice", subjectId: practiceId } });
    await age(practiceId, days(-181));
    expect(await forgetOld(now)).toEqual({ ...nothing, rejected: 1 });
    expect(await forgetOld(now)).toEqual(nothing);
    expect(await ids()).toEqual([]);
    const counts = [database().contact.count(), database().sender.count(), database().submission.count()];
    expect(await Promise.all([...counts, database().workItem.count()])).toEqual([0, 0, 0, 0]);
    const log = await database().auditEntry.findMany({ where: { subjectId: practiceId }, orderBy: { id: "desc" } });
    expect(log[0]).toMatchObject({ action: "practice.forget", actorKind: "system", before: { state: "rejected" } });
  });

  test("stays until then, and for good where readers have seen it or it waits", async () => {
    const kept = await sent("key-1");
    await act(kept.practiceId, "reject");
    await age(kept.practiceId, days(-179));
    const waiting = await stored(aPractice(), "pending");
    const duplicate = await stored(aPractice(), "duplicate");
    const [seen = ""] = await published(aPractice({ id: "visibile" }));
    await act(seen, "unpublish");
    for (const id of [waiting, seen]) await age(id, days(-1000));
    await database().practice.update({ where: { id: seen }, data: { state: "rejected" } });
    await age(seen, days(-1000));
    const before = await ids();
    expect(await forgetOld(now)).toEqual(nothing);
    await age(duplicate, days(-181));
    expect(await forgetOld(now)).toEqual({ ...nothing, rejected: 1 });
    expect(await ids()).toEqual(before.filter((id) => id !== duplicate));
  });

  test("goes in batches until all have gone", async () => {
    await database().practice.createMany({
      data: Array.from({ length: 203 }, (_, at) => ({
        ...{ id: `many${at}`, state: "rejected", originalLocale: "it", kind: "practice", status: "running" },
        ...{ evidence: "described", fundingNotKnown: false, updatedAt: days(-200) },
      })),
    });
    expect(await forgetOld(now)).toEqual({ ...nothing, rejected: 203 });
  });
});

test("what its contributor took back is deleted after 180 days, but no draft of an editor", async () => {
  const { token, practiceId } = await sent("key-1");
  await withdrawSubmission(token);
  const draft = await stored(aPractice(), "draft");
  for (const id of [practiceId, draft]) await age(id, days(-181));
  expect(await forgetOld(now)).toEqual({ ...nothing, withdrawn: 1 });
  expect(await ids()).toEqual([draft]);
  expect(await database().sender.count()).toBe(0);
});

test("a message that was dealt with loses its text and its sender after 180 days; what readers can read stays", async () => {
  const store = async (key: string, kind: string, state: string, decidedAt: Date | null) => {
    const sender = await database().sender.create({ data: { name: key, email: `${key}@x.example` } });
    const told = { text: "Words", answer: "Answer", device: "Phone", place: "Kiruna", organisation: "Library" };
    await database().readerMessage.create({
      data: { key, kind, state, locale: "en", decidedAt, senderId: sender.id, ...told },
    });
  };
  const old = days(-181);
  for (const kind of ["question", "barrier", "report", "tip"]) await store(kind, kind, "done", old);
  await store("rejected", "experience", "rejected", old);
  await store("published", "experience", "published", old);
  await store("young", "barrier", "done", days(-179));
  await store("waiting", "barrier", "pending", null);
  expect(await forgetOld(now)).toEqual({ ...nothing, message: 5 });
  expect(await forgetOld(now)).toEqual(nothing);
  const left = await database().sender.findMany({ orderBy: { name: "asc" } });
  expect(left.map(({ name }) => name)).toEqual(["published", "waiting", "young"]);
  const forgotten = await database().readerMessage.findMany({ where: { text: null } });
  expect(forgotten.map(({ key }) => key).sort()).toEqual(["barrier", "question", "rejected", "report", "tip"]);
  for (const row of forgotten)
    expect(row).toMatchObject({ answer: null, device: null, place: null, organisation: null, senderId: null });
  expect(await database().readerMessage.findUnique({ where: { key: "published" } })).toMatchObject({ text: "Words" });
});

test("wishes, who proposed a word, answers of contacts and drafts go when their time has come", async () => {
  const wish = (key: string, createdAt: string) => ({ key, locale: "en", query: "x", createdAt: new Date(createdAt) });
  await database().searchWish.createMany({ data: [wish("old", "2024-11-21"), wish("young", "2024-11-22")] });
  const sender = await database().sender.create({ data: { email: "a@x.example" } });
  await database().termProposal.create({
    data: {
      key: "k",
      kind: "glossary",
      locale: "it",
      term: "x",
      state: "accepted",
      senderId: sender.id,
      decidedAt: days(-181),
    },
  });
  const [practiceId = ""] = await published(aPractice());
  const answer = { practiceId, answer: "changed", detail: "Words" };
  await database().confirmation.create({ data: { ...answer, id: "old", answeredAt: days(-181) } });
  await database().confirmation.create({ data: { ...answer, id: "young", answeredAt: days(-179) } });
  await database().submissionDraft.create({
    data: { key: "d", tokenHash: "t", codeHash: "c", locale: "it", values: { title: "x" }, updatedAt: days(-91) },
  });
  expect(await forgetOld(now)).toEqual({ ...nothing, serverDraft: 1, wordSender: 1, answerDetail: 1, wish: 1 });
  expect(await forgetOld(now)).toEqual(nothing);
  expect((await database().searchWish.findMany()).map(({ key }) => key)).toEqual(["young"]);
  expect(await database().sender.count()).toBe(0);
  const details = await database().confirmation.findMany({ orderBy: { id: "asc" } });
  expect(details.map(({ detail }) => detail)).toEqual([null, "Words"]);
});
