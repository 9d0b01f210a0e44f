import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { type Member, roles } from "../../lib/desk/rights.ts";
import { saveEditor, signInByLink } from "../../lib/desk/sign-in.ts";
import { changePerson, invite, inviteAgain, removePerson, resetCode } from "../../lib/people/commands.ts";
import type { Invitation, Person } from "../../lib/people/person.ts";
import { getPerson, listPeople, namesOf } from "../../lib/people/queries.ts";
import { Refusal } from "../../lib/refusal.ts";
import { aPractice } from "../support/practices.ts";
import { stored } from "../support/stored.ts";

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

async function administrator(name = "Anna"): Promise<Member> {
  const email = `${name.toLowerCase()}@ponte.example`;
  await saveEditor(email, "administrator");
  const { id } = await database().editor.findUniqueOrThrow({ where: { email } });
  return { editorId: id, role: "administrator", languages: [] };
}
const sofia: Invitation = {
  ...{ name: "Sofia Lind", email: "Sofia@ponte.example", role: "translator", languages: ["sv"], locale: "sv" },
};
const as = (role: Person["role"]): Person => ({ name: "Anna", role, languages: [], locale: "en" });
const aSession = (userId: string, id: string) =>
  database().editorSession.create({ data: { id, token: id, userId, expiresAt: new Date(Date.now() + 60_000) } });
const entriesOf = (subjectId: string) =>
  database().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
/** The mails that wait to be sent, as if they were sent now. */
async function mails() {
  const waiting = await database().mail.findMany({ where: { recipient: { not: null }, sentAt: null } });
  await database().mail.updateMany({ data: { sentAt: new Date(), recipient: null, subject: null, text: null } });
  return waiting;
}

describe("somebody who is invited", () => {
  test("gets a link in their language that works once, and comes in by it", async () => {
    const id = await invite(await administrator(), sofia);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.recipient).toBe("sofia@ponte.example");
    expect(mail?.subject).toBe("En inbjudan till Pontes redaktion");
    const token = /http:\/\/ponte\.test\/sv\/redaktion\/sign-in\?token=(\w+)/.exec(mail?.text ?? "")?.[1] ?? "";
    expect(await signInByLink(token, new Headers())).toEqual({ needsCode: false });
    expect(await signInByLink(token, new Headers())).toBeUndefined();
    expect(await database().editor.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ name: "Sofia Lind", role: "translator", languages: ["sv"], locale: "sv" },
    });
  });

  test("is invited once: the same form sent twice at once makes one person and one mail", async () => {
    const by = await administrator();
    const answers = await Promise.all([refusalOf(invite(by, sofia)), refusalOf(invite(by, sofia))]);
    expect(answers.sort()).toEqual(["conflict", "done"]);
    expect(await refusalOf(invite(by, { ...sofia, email: "SOFIA@ponte.example" }))).toBe("conflict");
    expect(await database().editor.count({ where: { email: "sofia@ponte.example" } })).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  test("gets another link where the first was not used, and none once they have come", async () => {
    const by = await administrator();
    const id = await invite(by, sofia);
    await mails();
    await inviteAgain(by, id, "form-1");
    await inviteAgain(by, id, "form-1");
    const [mail, ...more] = await mails();
    expect(more, "pressed twice, it goes once").toEqual([]);
    const token = /token=(\w+)/.exec(mail?.text ?? "")?.[1] ?? "";
    expect(await signInByLink(token, new Headers())).toBeDefined();
    expect(await refusalOf(inviteAgain(by, id, "form-2"))).toBe("conflict");
    expect(await refusalOf(inviteAgain(by, "nobody", "form-2"))).toBe("not-found");
  });
});

describe("the list of people", () => {
  test("says who there is, when they last came, and whether their code is set up", async () => {
    const by = await administrator();
    const id = await invite(by, sofia);
    const [anna, other] = await listPeople(by);
    expect(anna).toMatchObject({ name: "anna", role: "administrator", code: "to-set-up", lastSignIn: undefined });
    expect(other).toMatchObject({ id, name: "Sofia Lind", languages: ["sv"], code: "not-needed" });
    const at = (
      await database().auditEntry.create({
        data: { actorKind: "editor", actorId: id, action: "session.begin", subjectKind: "session", subjectId: "s" },
      })
    ).at;
    expect((await getPerson(by, id))?.lastSignIn).toEqual(at);
    expect(await getPerson(by, "nobody")).toBeUndefined();
  });
});

describe("whoever is not an administrator", () => {
  test.each(roles.filter((role) => role !== "administrator"))("%s: can do none of it", async (role) => {
    const anna = await administrator();
    const by: Member = { editorId: "somebody", role, languages: [] };
    const attempts = [
      invite(by, sofia),
      inviteAgain(by, anna.editorId, "form-1"),
      changePerson(by, anna.editorId, as("editor")),
      resetCode(by, anna.editorId),
      removePerson(by, anna.editorId),
      listPeople(by),
      getPerson(by, anna.editorId),
    ];
    for (const attempt of attempts) expect(await refusalOf(attempt)).toBe("not-allowed");
    expect(await database().editor.count()).toBe(1);
  });
});

describe("a change", () => {
  test("of the role or the languages ends sessions; of the name it does not", async () => {
    const by = await administrator();
    const id = await invite(by, sofia);
    const { email: _, ...person } = sofia;
    await aSession(id, "one");
    await changePerson(by, id, { ...person, name: "Sofia Berg" });
    expect(await database().editorSession.count()).toBe(1);
    await changePerson(by, id, { ...person, name: "Sofia Berg", languages: ["sv", "fr"] });
    expect(await database().editorSession.count()).toBe(0);
    await aSession(id, "two");
    await changePerson(by, id, { ...person, name: "Sofia Berg", role: "administrator", languages: [] });
    expect(await database().editorSession.count()).toBe(0);
    await changePerson(by, id, { ...person, name: "Sofia Berg", role: "administrator", languages: [] });
    const log = await entriesOf(id);
    expect(log.map(({ action }) => action)).toEqual(["member.invite", ...Array(3).fill("member.change")]);
    expect(log.at(-1)).toMatchObject({
      actorId: by.editorId,
      before: { role: "translator", languages: ["sv", "fr"] },
      after: { role: "administrator", languages: [] },
    });
  });

  test("never leaves the desk without an administrator", async () => {
    const by = await administrator();
    expect(await refusalOf(changePerson(by, by.editorId, as("editor")))).toBe("last-administrator");
    expect(await refusalOf(removePerson(by, by.editorId))).toBe("last-administrator");
    expect(await database().editor.count({ where: { role: "administrator" } })).toBe(1);
  });

  test("nor do two at once: of two administrators who demote or remove each other, one stays", async () => {
    for (let round = 0; round < 3; round++) {
      await database().editor.deleteMany();
      const [anna, bo] = [await administrator("Anna"), await administrator("Bo")];
      const answers = await Promise.all([
        refusalOf(changePerson(anna, bo.editorId, as("editor"))),
        refusalOf(removePerson(bo, anna.editorId)),
      ]);
      expect(answers.sort()).toEqual(["done", "last-administrator"]);
      expect(await database().editor.count({ where: { role: "administrator" } })).toBe(1);
    }
  });
});

describe("a second factor", () => {
  test("is reset by another administrator, never by oneself, and sessions end", async () => {
    const [anna, bo] = [await administrator("Anna"), await administrator("Bo")];
    const data = { totpSecret: "x", totpConfirmedAt: new Date(), totpLastStep: 7 };
    await database().editor.updateMany({ data });
    await aSession(bo.editorId, "of-bo");
    expect(await refusalOf(resetCode(anna, anna.editorId))).toBe("yourself");
    await resetCode(anna, bo.editorId);
    expect(await database().editor.findUniqueOrThrow({ where: { id: bo.editorId } })).toMatchObject({
      ...{ totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    });
    expect(await database().editorSession.count()).toBe(0);
    await resetCode(anna, bo.editorId);
    expect((await entriesOf(bo.editorId)).map(({ action }) => action)).toEqual(["member.invite", "member.reset-code"]);
  });
});

describe("somebody who is removed", () => {
  test("is gone with their sessions, links, claims, assignments and working copies; what they did stays", async () => {
    const by = await administrator();
    const id = await invite(by, sofia);
    const practiceId = await stored(aPractice(), "pending");
    await aSession(id, "one");
    await database().workItem.createMany({
      data: [
        { kind: "practice", subjectId: practiceId, assigneeId: id, claimedById: by.editorId, claimedUntil: new Date() },
        {
          kind: "translation",
          subjectId: practiceId,
          assigneeId: by.editorId,
          claimedById: id,
          claimedUntil: new Date(),
        },
      ],
    });
    await database().workingCopy.create({ data: { practiceId, editorId: id, baseRevision: 1, values: {} } });
    await database().decision.create({
      data: { practiceId, action: "reject", fromState: "pending", toState: "rejected", editorId: id },
    });

    await removePerson(by, id);
    expect(await database().editor.count()).toBe(1);
    expect(await database().editorSession.count()).toBe(0);
    expect(await database().editorVerification.count()).toBe(0);
    expect(await database().workingCopy.count()).toBe(0);
    expect(await database().workItem.findMany({ orderBy: { kind: "asc" } })).toMatchObject([
      { assigneeId: null, claimedById: by.editorId },
      { assigneeId: by.editorId, claimedById: null, claimedUntil: null },
    ]);
    expect((await database().decision.findFirstOrThrow()).editorId).toBe(id);
    expect([...(await namesOf([id, by.editorId, null])).keys()]).toEqual([by.editorId]);
    expect(await mails(), "an invitation that still waited is not sent").toEqual([]);
    expect(await refusalOf(removePerson(by, id))).toBe("not-found");
  });
});
