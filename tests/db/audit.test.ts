import { describe, expect, test } from "vitest";
import type { AuditRecord } from "../../lib/audit/audit.ts";
import { audit } from "../../lib/audit/commands.ts";
import { type LogFilters, readLogFilters } from "../../lib/audit/filters.ts";
import { exportEntries, listEntries, listLogChoices, perPage } from "../../lib/audit/queries.ts";
import { database } from "../../lib/db.ts";
import { decideAndTell } from "../../lib/desk/commands.ts";
import { roles } from "../../lib/desk/rights.ts";
import { dayInBrussels } from "../../lib/i18n/format.ts";
import { changePerson, invite, removePerson } from "../../lib/people/commands.ts";
import { Refusal } from "../../lib/refusal.ts";
import { submitPractice } from "../../lib/submission/commands.ts";
import { administrator, editor, seenNow } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

const write = (record: AuditRecord) => database().$transaction((tx) => audit(tx, record));
const anEntry = (subjectId: string, over: Partial<AuditRecord> = {}) =>
  write({ actor: { kind: "editor", id: editor.editorId }, action: "practice.publish", subjectId, ...over });
/** The log outlives a test: each looks for subjects of its own. */
const own = () => `subject-${crypto.randomUUID()}`;
const listed = async (filters: LogFilters, before?: bigint) => listEntries(administrator, filters, before);

describe("the log", () => {
  test("is written once: nothing in it can be changed or taken out", async () => {
    const subjectId = own();
    await anEntry(subjectId, { after: { state: "published" } });
    const attempts = [
      () => database().auditEntry.updateMany({ where: { subjectId }, data: { action: "practice.reject" } }),
      () => database().auditEntry.deleteMany({ where: { subjectId } }),
      () => database().$executeRaw`update "AuditEntry" set "actorId" = null where "subjectId" = ${subjectId}`,
      () => database().$executeRaw`delete from "AuditEntry" where "subjectId" = ${subjectId}`,
      () => database().$executeRaw`truncate "AuditEntry"`,
      () => database().$executeRaw`truncate "AuditEntry" cascade`,
    ];
    for (const attempt of attempts) await expect(attempt(), `${attempt}`).rejects.toThrow(/audit log is not changed/);
    expect(await database().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).toMatchObject([
      { action: "practice.publish", actorId: editor.editorId, after: { state: "published" } },
    ]);
  });

  test("has an entry together with what it tells of, or neither", async () => {
    const subjectId = own();
    const broken = database().$transaction(async (tx) => {
      await audit(tx, { actor: { kind: "system" }, action: "job.retry", subjectId });
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
    expect(await database().auditEntry.count({ where: { subjectId } })).toBe(0);
  });

  test("stays true when somebody is erased, and knows neither their name nor their address", async () => {
    const words = [
      "Sofia Lind",
      "sofia.lind@ponte.example",
      "Ada Bianchi",
      "ada@biblioteca.example",
      "Because of Ada.",
    ];
    const by = { ...administrator, editorId: own() };
    for (const id of [by.editorId, own()])
      await database().editor.create({ data: { id, name: id, email: `${id}@x.example`, role: "administrator" } });
    const person = { name: "Sofia Lind", role: "editor", languages: [], locale: "sv" } as const;
    const id = await invite(by, { ...person, languages: [], email: "sofia.lind@ponte.example" });
    await changePerson(by, id, { ...person, languages: [], name: "Sofia Lind Berg" });
    await submitPractice(aSubmission(), own());
    const practice = await database().practice.findFirstOrThrow();
    await decideAndTell({
      ...{ by: { ...editor, editorId: id }, practiceId: practice.id, seen: await seenNow(practice.id) },
      ...{ action: "reject", message: "Because of Ada." },
    });
    const entries = () =>
      database().auditEntry.findMany({
        where: { OR: [{ subjectId: { in: [id, practice.id] } }, { actorId: id }] },
        orderBy: { id: "asc" },
      });
    const before = await entries();
    expect(before.map(({ action }) => action)).toContain("practice.reject");
    await removePerson(by, id);
    expect(await database().editor.findUnique({ where: { id } })).toBeNull();
    const after = await entries();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ action: "member.remove", subjectId: id, actorId: by.editorId });

    const [whole] = await database().$queryRaw<{ text: string }[]>`
      select string_agg(to_jsonb(a)::text, ' ') as text from "AuditEntry" a`;
    for (const word of words) expect(whole?.text, word).not.toContain(word);
  });
});

describe("the page of the log", () => {
  test("shows the newest first, fifty at a time", async () => {
    const kind = own();
    const data = Array.from({ length: perPage + 3 }, (_, at) => ({
      ...{ actorKind: "system", action: "job.enqueue", subjectKind: "job", subjectId: kind, after: { at } },
    }));
    await database().auditEntry.createMany({ data });
    const first = await listed({ subject: kind });
    expect(first.entries).toHaveLength(perPage);
    expect(first.entries[0]?.changes).toEqual([{ field: "at", before: [], after: [String(perPage + 2)] }]);
    const second = await listed({ subject: kind }, BigInt(first.next ?? 0));
    expect(second.entries.flatMap(({ changes }) => changes[0]?.after)).toEqual(["2", "1", "0"]);
    expect(second.next).toBeUndefined();
  });

  test("shows what is asked for", async () => {
    const [subject, actor] = [own(), own()];
    const day = (later: number) => dayInBrussels(Date.now() + later * 86_400_000);
    const before = day(0);
    // By the calendar: on the day that the clocks go back, 24 hours earlier may be the same day.
    const yesterday = new Date(Date.parse(before) - 86_400_000).toISOString().slice(0, 10);
    await anEntry(subject);
    await anEntry(subject, { action: "practice.reject" });
    await anEntry(subject, { actor: { kind: "editor", id: actor } });
    await anEntry(own(), { action: "member.change" });
    const found = async (filters: LogFilters) => (await listed({ subject, ...filters })).entries.length;
    expect(await found({})).toBe(3);
    expect(await found({ kind: "practice" })).toBe(3);
    expect(await found({ kind: "member" })).toBe(0);
    expect(await found({ action: "practice.reject" })).toBe(1);
    expect(await found({ actor })).toBe(1);
    expect(await found({ from: before, to: day(0) })).toBe(3);
    expect(await found({ from: day(2) })).toBe(0);
    expect(await found({ to: yesterday })).toBe(0);
  });

  test("says who acted: by name, as somebody who is gone, or as what they were", async () => {
    const subject = own();
    const id = own();
    await database().editor.create({ data: { id, name: "Edith", email: `${id}@ponte.example` } });
    await anEntry(subject, { actor: { kind: "editor", id } });
    await anEntry(subject, { actor: { kind: "editor", id: own() } });
    await anEntry(subject, { actor: { kind: "contributor" } });
    const { entries } = await listed({ subject });
    expect(entries.map(({ actor, actorKind }) => [actorKind, actor])).toEqual([
      ["contributor", undefined],
      ["editor", null],
      ["editor", "Edith"],
    ]);
    const { actions, actors } = await listLogChoices(administrator);
    expect(actions).toContain("practice.publish");
    expect(actors).toEqual([{ id, name: "Edith" }]);
  });

  test("is exported whole, however long it is", async () => {
    const subjectId = own();
    const entry = { actorKind: "system", action: "job.enqueue", subjectKind: "job", subjectId };
    await database().auditEntry.createMany({ data: Array(2001).fill(entry) });
    const ids: bigint[] = [];
    for await (const rows of exportEntries(administrator, { subject: subjectId }))
      ids.push(...rows.map(({ id }) => id));
    expect(ids).toHaveLength(2001);
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
  });

  test.each(roles.filter((role) => role !== "administrator"))("is closed to %s", async (role) => {
    const by = { ...editor, role };
    await expect(listEntries(by, {})).rejects.toThrow(Refusal);
    await expect(listLogChoices(by)).rejects.toThrow(Refusal);
    await expect(exportEntries(by, {}).next()).rejects.toThrow(Refusal);
  });

  test("survives any filter", async () => {
    const odd = new URLSearchParams({
      subject: "' or 1=1 --\u0000",
      action: "x",
      actor: "%",
      from: "2026-02-31",
      kind: "?",
    });
    expect(readLogFilters(odd)).toEqual({ subject: "' or 1=1 --" });
    expect((await listed(readLogFilters(odd))).entries).toEqual([]);
  });
});
