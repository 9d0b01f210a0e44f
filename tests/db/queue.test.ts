import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { markRead } from "../../lib/desk/commands.ts";
import { assign, claim, release, renewClaim } from "../../lib/queue/commands.ts";
import { getWork, listQueue } from "../../lib/queue/queries.ts";
import { type QueueFilters, wholeQueue } from "../../lib/queue/queue.ts";
import { sendMessage } from "../../lib/reader-message/commands.ts";
import { Refusal } from "../../lib/refusal.ts";
import type { Session } from "../../lib/session.ts";
import { aPractice, written } from "../support/practices.ts";
import { aMessage } from "../support/reader-message.ts";
import { act, administrator, editor, stored, translator } from "../support/stored.ts";

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const titled = (title: string) => aPractice({ texts: { it: { title, sections: {}, provenance: written } } });
const list = (over: Partial<QueueFilters> = {}, by: Session = editor) => listQueue({ ...wholeQueue, ...over }, by);
const kindsIn = async (over: Partial<QueueFilters> = {}) => (await list(over)).rows.map(({ kind }) => kind);
const titlesIn = async (over: Partial<QueueFilters> = {}) => (await list(over)).rows.map(({ title }) => title);
const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
const edvin: Session = { ...editor, editorId: "editor-2", name: "Edvin", email: "edvin@ponte.example" };

beforeEach(async () => {
  await database().editor.createMany({
    data: [editor, edvin, translator, administrator].map(({ editorId, name, role }) => ({
      ...{ id: editorId, name, role, email: `${editorId}@ponte.example` },
    })),
  });
});

/** One of everything that can wait, the oldest first. */
async function oneOfEach() {
  const id = await stored(titled("Sportello"), "pending");
  await database().practice.update({ where: { id }, data: { createdAt: hours(9) } });
  const online = await stored(titled("Officina"), "published");
  await database().comment.create({
    data: { key: "c1", practiceId: online, text: "Thank you", author: "contributor", createdAt: hours(8) },
  });
  const proposal = { practiceId: online, baseRevision: 1, snapshot: {}, locale: "sv", state: "pending" };
  await database().proposal.create({ data: { ...proposal, key: "p1", createdAt: hours(7) } });
  for (const [at, kind] of (["question", "experience", "barrier", "report", "tip"] as const).entries()) {
    const about = kind === "question" || kind === "experience" ? online : undefined;
    await sendMessage({ message: aMessage(kind), locale: "en", practiceId: about }, kind);
    await database().readerMessage.update({ where: { key: kind }, data: { createdAt: hours(6 - at) } });
  }
  await database().termProposal.create({
    data: { key: "t1", kind: "glossary", locale: "fr", term: "médiation", createdAt: hours(1) },
  });
  await database().confirmation.create({
    data: { practiceId: online, answeredAt: hours(0.5), answer: "changed", askedAt: hours(50) },
  });
  return { id, online };
}

describe("the queue", () => {
  test("has whatever waits in one list, the oldest first, each with its name", async () => {
    await oneOfEach();
    const { rows, total } = await list();
    expect(rows.map(({ kind, title }) => [kind, title])).toEqual([
      ["practice", "Sportello"],
      ["comment", "Officina"],
      ["proposal", "Officina"],
      ["question", "Officina"],
      ["experience", "Officina"],
      ["barrier", "http://ponte.test/en/map"],
      ["report", "http://ponte.test/en/map"],
      ["tip", "https://calls.example/libraries"],
      ["term", "médiation"],
      ["confirmation", "Officina"],
    ]);
    expect(total).toBe(10);
    expect(rows[0]).toMatchObject({ state: "waiting", code: "pending", language: "it", titleLocale: "it", due: null });
  });

  test("shows nothing to who may act on nothing, and counts nothing for them", async () => {
    await oneOfEach();
    const { rows, total, kinds } = await list({}, translator);
    expect([rows, total, Object.values(kinds).every((count) => count === 0)]).toEqual([[], 0, true]);
    expect((await list({}, administrator)).total).toBe(10);
  });

  test("tells what waits for us from what waits for its contributor, for its day, and from what is done", async () => {
    await stored(titled("Asked"), "changes-asked");
    const scheduled = await stored(titled("Scheduled"), "pending");
    await database().practice.update({ where: { id: scheduled }, data: { publishAt: hours(-48), publishRevision: 1 } });
    await stored(titled("Rejected"), "rejected");
    await stored(titled("Entered"), "draft");
    const withdrawn = await stored(titled("Withdrawn"), "draft");
    await database().decision.create({
      data: { practiceId: withdrawn, action: "withdraw", fromState: "pending", toState: "draft" },
    });
    expect(await titlesIn()).toEqual(["Entered"]);
    expect((await titlesIn({ state: "with-contributor" })).sort()).toEqual(["Asked", "Withdrawn"]);
    expect((await list({ state: "scheduled" })).rows).toMatchObject([{ title: "Scheduled", due: expect.any(Date) }]);
    expect(await titlesIn({ state: "decided" })).toContain("Rejected");
    expect((await list()).states).toMatchObject({ waiting: 1, "with-contributor": 2, scheduled: 1 });
  });

  test("has a contributor's comment until an editor writes or decides, and marks what it is about", async () => {
    const id = await stored(titled("Sportello"), "changes-asked");
    const say = (key: string, author: string, createdAt: Date) =>
      database().comment.create({ data: { key, practiceId: id, text: "…", author, createdAt } });
    await say("c1", "contributor", hours(-1));
    expect(await kindsIn()).toEqual(["comment"]);
    expect((await list({ state: "with-contributor" })).rows[0]).toMatchObject({ kind: "practice", commented: true });
    await say("c2", "editor", hours(-2));
    expect(await kindsIn()).toEqual([]);
    await say("c3", "contributor", hours(-3));
    expect(await kindsIn()).toEqual(["comment"]);
    await expect(markRead(translator, id, "none")).rejects.toThrow("not-allowed");
    await markRead(editor, id, "none");
    expect(await kindsIn(), "of another practice, or erased since").toEqual(["comment"]);
    const { id: read } = await database().comment.findUniqueOrThrow({ where: { key: "c3" } });
    await say("c4", "contributor", hours(-4));
    await markRead(editor, id, read);
    expect(await kindsIn(), "what came later stays").toEqual(["comment"]);
    const { id: later } = await database().comment.findUniqueOrThrow({ where: { key: "c4" } });
    for (let at = 0; at < 2; at++) await markRead(editor, id, later);
    expect(await kindsIn(), "there was nothing to answer").toEqual([]);
    expect((await list({ state: "with-contributor" })).rows[0]).toMatchObject({ kind: "practice", commented: false });
    expect(await database().auditEntry.count({ where: { action: "practice.read", subjectId: id } })).toBe(2);
    await database().comment.updateMany({ data: { readAt: null } });
    await database().comment.delete({ where: { key: "c4" } });
    await database().practice.update({ where: { id }, data: { state: "pending" } });
    expect(await kindsIn(), "no second row for what is in the queue itself").toEqual(["practice"]);
    await database().practice.update({ where: { id }, data: { state: "changes-asked" } });
    await database().comment.updateMany({ data: { createdAt: hours(10) } });
    await database().comment.update({ where: { key: "c3" }, data: { createdAt: hours(9) } });
    expect(await kindsIn(), "decided since").toEqual([]);
  });

  test("finds a title by its words in any order, whatever the spaces between them", async () => {
    await stored(titled("Qui\u00a0s’entraide\u202f? \u2028 50\u00a0% d’aînés"), "pending");
    await stored(titled("Qui"), "pending");
    for (const q of ["Qui s’entraide ? 50 % d’aînés", "aines  qui", "50 %", "entraide"])
      expect((await list({ q })).total, q).toBe(1);
    for (const q of ["aînés Noi", "50_%", "\\"]) expect((await list({ q })).total, q).toBe(0);
  });

  test("is narrowed down by kind, language, day, member and words, and each choice is counted", async () => {
    await oneOfEach();
    expect(await kindsIn({ kind: "report" })).toEqual(["report"]);
    expect(await kindsIn({ language: "sv" })).toEqual(["proposal"]);
    expect(await kindsIn({ q: "mediation" })).toEqual(["term"]);
    expect(await kindsIn({ q: "officìna" })).toEqual(["comment", "proposal", "question", "experience", "confirmation"]);
    expect(await kindsIn({ q: "100%" })).toEqual([]);
    expect(await kindsIn({ overdue: true })).toEqual([]);
    await database().readerMessage.update({ where: { key: "report" }, data: { dueAt: hours(1) } });
    expect(await kindsIn({ overdue: true })).toEqual(["report"]);
    expect((await kindsIn({ sort: "due" }))[0]).toBe("report");
    expect((await kindsIn({ sort: "newest" }))[0]).toBe("confirmation");
    const { kinds, states } = await list({ kind: "report" });
    expect(kinds).toMatchObject({ practice: 1, report: 1, term: 1 });
    expect(states).toEqual({ waiting: 1, "with-contributor": 0, scheduled: 0, decided: 0 });
  });

  test("counts age from when something came into its state", async () => {
    const id = await stored(titled("Sportello"), "rejected");
    await database().practice.update({ where: { id }, data: { createdAt: hours(500) } });
    await act(id, "reopen");
    const [row] = (await list()).rows;
    expect(Date.now() - (row?.since.getTime() ?? 0)).toBeLessThan(60_000);
  });

  test("of thousands has pages; past the end is the last", async () => {
    const id = await stored(titled("Sportello"), "pending");
    await database().$executeRaw`
      insert into "Practice" (id, state, revision, "originalLocale", kind, status, evidence, countries, scopes, themes,
        "deliveryFormats", "deliverySettings", "deliveryLocales", "fundingNotKnown", "createdAt", "updatedAt")
      select 'many' || n, case when n % 20 = 0 then 'pending' else 'published' end, 1, 'it', kind, status, evidence, countries,
        scopes, themes, "deliveryFormats", "deliverySettings", "deliveryLocales", false, now() - n * interval '1 minute', now()
        from "Practice", generate_series(1, 5000) n where id = ${id}`;
    await database().$executeRaw`
      insert into "PracticeText" ("practiceId", locale, title, origin, method, reviewed, "writtenOn")
      select 'many' || n, 'it', 'Pratica ' || n, 'original', 'human', true, '2026-01-01' from generate_series(1, 5000) n`;
    await database().$executeRaw`
      insert into "ReaderMessage" (id, kind, state, key, locale, text, "createdAt")
      select 'm' || n, 'barrier', 'pending', 'k' || n, 'en', 'x', now() from generate_series(1, 2000) n`;
    const first = await list();
    expect([first.rows.length, first.total, first.pages]).toEqual([50, 2251, 46]);
    const last = await list({ page: 4000 });
    expect([last.rows.length, last.page]).toEqual([1, 46]);
    expect(await titlesIn({ q: "pratica 4980" })).toEqual(["Pratica 4980"]);
  });
});

describe("a claim", () => {
  const take = (subjectId: string, by: Session, seen?: string) =>
    refusalOf(claim({ kind: "practice", subjectId, by, seen }));
  const whoIsAt = async (subjectId: string) => (await getWork("practice", subjectId)).claim?.by.id;

  test("says who is at it, in the list and beside it, and can be given back", async () => {
    const id = await stored(titled("Sportello"), "pending");
    expect(await take(id, editor)).toBe("done");
    expect(await take(id, editor), "again").toBe("done");
    expect((await list()).rows[0]?.claim).toEqual({ id: editor.editorId, name: "Edith" });
    await release({ kind: "practice", subjectId: id, by: edvin });
    expect(await whoIsAt(id), "given back by somebody else").toBe(editor.editorId);
    await release({ kind: "practice", subjectId: id, by: editor });
    expect(await whoIsAt(id)).toBeUndefined();
    expect((await list()).rows[0]?.claim).toBeNull();
  });

  test("of somebody else is not taken unseen, but can be taken over", async () => {
    const id = await stored(titled("Sportello"), "pending");
    await take(id, editor);
    expect(await take(id, edvin)).toBe("conflict");
    expect(await take(id, edvin, "somebody-else")).toBe("conflict");
    expect(await take(id, edvin, editor.editorId)).toBe("done");
    expect(await whoIsAt(id)).toBe(edvin.editorId);
  });

  test("that two make at once is one's", async () => {
    const id = await stored(titled("Sportello"), "pending");
    expect((await Promise.all([take(id, editor), take(id, edvin)])).sort()).toEqual(["conflict", "done"]);
  });

  test("expires, unless its owner goes on working", async () => {
    const id = await stored(titled("Sportello"), "pending");
    await take(id, editor);
    await database().workItem.updateMany({ data: { claimedUntil: hours(0.01) } });
    expect(await whoIsAt(id)).toBeUndefined();
    await database().$transaction((tx) => renewClaim(tx, "practice", id, edvin));
    expect(await whoIsAt(id), "renewed by who has none").toBeUndefined();
    await database().$transaction((tx) => renewClaim(tx, "practice", id, editor));
    expect(await whoIsAt(id)).toBe(editor.editorId);
    await database().workItem.updateMany({ data: { claimedUntil: hours(0.01) } });
    expect(await take(id, edvin)).toBe("done");
  });

  test("of what is not there, or by who may not act on it, is refused", async () => {
    const id = await stored(titled("Sportello"), "pending");
    expect(await take("nothing1", editor)).toBe("not-found");
    expect(await take(id, translator)).toBe("not-allowed");
    expect(await refusalOf(claim({ kind: "translation", subjectId: `${id}.sv`, by: translator }))).toBe("done");
    expect(await database().workItem.count()).toBe(1);
  });
});

describe("an assignment", () => {
  const give = (subjectId: string, to: string | undefined, by: Session = editor) =>
    refusalOf(assign({ kind: "practice", subjectId, by, to }));

  test("is kept, found again, and logged once", async () => {
    const id = await stored(titled("Sportello"), "pending");
    expect(await give(id, edvin.editorId)).toBe("done");
    expect(await give(id, edvin.editorId)).toBe("done");
    expect(await titlesIn({ assigned: "somebody" })).toEqual(["Sportello"]);
    expect(await titlesIn({ assigned: "nobody" })).toEqual([]);
    expect(await titlesIn({ assigned: "me" })).toEqual([]);
    expect((await list({ assigned: "me" }, edvin)).rows[0]?.assignee).toEqual({ id: edvin.editorId, name: "Edvin" });
    expect(await give(id, undefined)).toBe("done");
    expect(await titlesIn({ assigned: "nobody" })).toEqual(["Sportello"]);
    const log = await database().auditEntry.findMany({
      where: { subjectId: id, action: "practice.assign" },
      orderBy: { id: "asc" },
    });
    expect(log.map(({ before, after }) => [before, after])).toEqual([
      [{ assignee: null }, { assignee: edvin.editorId }],
      [{ assignee: edvin.editorId }, { assignee: null }],
    ]);
  });

  test("goes to nobody who could not deal with it, and is given by nobody who may not", async () => {
    const id = await stored(titled("Sportello"), "pending");
    expect(await give(id, translator.editorId)).toBe("not-allowed");
    expect(await give(id, "nobody-at-all")).toBe("not-found");
    expect(await give("nothing1", editor.editorId)).toBe("not-found");
    expect(await give(id, editor.editorId, translator)).toBe("not-allowed");
    expect((await getWork("practice", id)).members.map(({ id: member }) => member).sort()).toEqual(
      [administrator, editor, edvin].map(({ editorId }) => editorId).sort(),
    );
  });

  test("to somebody who is no longer there is to nobody", async () => {
    const id = await stored(titled("Sportello"), "pending");
    await give(id, edvin.editorId);
    await database().editor.delete({ where: { id: edvin.editorId } });
    expect(await titlesIn({ assigned: "nobody" })).toEqual(["Sportello"]);
    expect((await getWork("practice", id)).assignee).toBeUndefined();
  });
});
