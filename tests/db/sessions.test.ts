import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import type { Role } from "../../lib/desk/rights.ts";
import { createSignInLink, giveCode, saveEditor, secretToEnrol, signInByLink } from "../../lib/desk/sign-in.ts";
import { endOtherSessions, endSession } from "../../lib/people/commands.ts";
import { listOwnSessions } from "../../lib/people/queries.ts";
import { editor as aMember } from "../support/stored.ts";

const email = "ada@ponte.example";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";

async function anEditor(role: Role) {
  await saveEditor(email, role);
  return database().editor.findUniqueOrThrow({ where: { email } });
}

/** Signs in by a fresh link, and returns the session that it began. */
async function signedIn(agent = firefox) {
  const before = (await database().editorSession.findMany()).map(({ id }) => id);
  const begun = await signInByLink(tokenOf(await createSignInLink(email, "it")), new Headers({ "user-agent": agent }));
  const session = await database().editorSession.findFirstOrThrow({ where: { id: { notIn: before } } });
  return { ...session, begun };
}

const logOf = async (subjectId: string) =>
  (await database().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ action }) => action);

describe("a link into the desk", () => {
  test("works once, for people the desk knows, and the log says so", async () => {
    const { id } = await anEditor("editor");
    const link = await createSignInLink(email, "it", { to: "/it/redazione/caban" });
    expect(link).toMatch(/^http:\/\/ponte\.test\/it\/redazione\/sign-in\?token=\w+&to=%2Fit%2Fredazione%2Fcaban$/);
    expect(await signInByLink(tokenOf(link), new Headers())).toEqual({ needsCode: false });
    expect(await signInByLink(tokenOf(link), new Headers())).toBeUndefined();
    expect(await signInByLink("nonsense", new Headers())).toBeUndefined();
    const [session, ...more] = await database().editorSession.findMany();
    expect(more).toEqual([]);
    expect(await database().auditEntry.findFirst({ where: { subjectId: session?.id } })).toMatchObject({
      action: "session.begin",
      actorKind: "editor",
      actorId: id,
    });
    const stranger = await createSignInLink("nobody@ponte.example", "it");
    expect(await signInByLink(tokenOf(stranger), new Headers())).toBeUndefined();
  });

  test("leaves of the browser its name and its system's, and no address", async () => {
    await anEditor("editor");
    expect(await signedIn()).toMatchObject({ userAgent: "Firefox, Linux", ipAddress: null });
  });

  test("works for as long as it is told to", async () => {
    await anEditor("editor");
    await createSignInLink(email, "it", { days: 7 });
    const { expiresAt } = await database().editorVerification.findFirstOrThrow();
    expect((expiresAt.getTime() - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
  });
});

describe("the second factor", () => {
  const codeAt = (secret: string, at: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

  test("is set up by an administrator with a first code, and given at each sign-in after", async () => {
    const { id: editorId } = await anEditor("administrator");
    const first = await signedIn();
    expect(first.begun).toEqual({ needsCode: true });
    const secret = (await secretToEnrol(editorId)) ?? "";
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const stored = await database().editor.findUniqueOrThrow({ where: { id: editorId } });
    expect(stored.totpSecret).not.toContain(secret);

    const now = Date.now();
    const own = { editorId, sessionId: first.id };
    expect(await giveCode(own, "000000", now)).toBe("wrong-code");
    expect((await database().editorSession.findUniqueOrThrow({ where: { id: first.id } })).codeAt).toBeNull();
    expect(await secretToEnrol(editorId), "a wrong code confirms nothing").toBe(secret);
    expect(await giveCode(own, codeAt(secret, now), now)).toBeUndefined();
    expect((await database().editorSession.findUniqueOrThrow({ where: { id: first.id } })).codeAt).toEqual(
      new Date(now),
    );
    expect(await secretToEnrol(editorId), "a confirmed secret is shown to nobody").toBeUndefined();
    expect(await logOf(editorId)).toContain("member.set-up-code");

    const second = await signedIn();
    expect(second.codeAt).toBeNull();
    const again = { editorId, sessionId: second.id };
    expect(await giveCode(again, codeAt(secret, now), now), "no code is taken twice").toBe("wrong-code");
    const later = now + 30_000;
    expect(await giveCode(again, codeAt(secret, later), later)).toBeUndefined();
    expect(await logOf(second.id)).toEqual(["session.begin", "session.code"]);
  });

  test("opens with one code one session, though it is sent for two at once", async () => {
    const { id: editorId } = await anEditor("administrator");
    const sessions = [await signedIn(), await signedIn()];
    const secret = (await secretToEnrol(editorId)) ?? "";
    const now = Date.now();
    const given = await Promise.all(
      sessions.map(({ id: sessionId }) => giveCode({ editorId, sessionId }, codeAt(secret, now), now)),
    );
    expect(given.sort()).toEqual(["wrong-code", undefined]);
    expect(await database().editorSession.count({ where: { codeAt: { not: null } } })).toBe(1);
  });

  test("cannot be guessed: after ten attempts nothing is taken for an hour", async () => {
    const { id: editorId } = await anEditor("administrator");
    const { id: sessionId } = await signedIn();
    const secret = (await secretToEnrol(editorId)) ?? "";
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await giveCode({ editorId, sessionId }, "12")).toBe("wrong-code");
    expect(await giveCode({ editorId, sessionId }, codeAt(secret, Date.now()))).toBe("too-many");
  });

  test("opens nobody else's session", async () => {
    const { id: editorId } = await anEditor("administrator");
    const { id } = await signedIn();
    const secret = (await secretToEnrol(editorId)) ?? "";
    await database().editor.create({
      data: { id: "other", name: "O", email: "o@ponte.example", role: "administrator" },
    });
    const stolen = await database().editorSession.create({
      data: { id: "theirs", token: "t", userId: "other", expiresAt: new Date(Date.now() + 60_000) },
    });
    expect(await giveCode({ editorId, sessionId: stolen.id }, codeAt(secret, Date.now()))).toBe("wrong-code");
    expect(await database().editorSession.count({ where: { codeAt: { not: null } } })).toBe(0);
    expect(id).not.toBe(stolen.id);
  });

  test("is set up with a fresh secret each time until it is confirmed", async () => {
    const { id } = await anEditor("administrator");
    await signedIn();
    const first = await secretToEnrol(id);
    await signedIn();
    expect(await secretToEnrol(id)).not.toBe(first);
  });

  test("is asked of nobody else", async () => {
    const { id } = await anEditor("editor");
    expect((await signedIn()).begun).toEqual({ needsCode: false });
    expect(await secretToEnrol(id)).toBeUndefined();
  });
});

describe("the command line", () => {
  test("gives another role, which ends sessions, and resets the second factor", async () => {
    const { id } = await anEditor("editor");
    const session = await signedIn();
    await saveEditor(email, "editor");
    expect(await database().editorSession.count({ where: { id: session.id } }), "the same role changes nothing").toBe(
      1,
    );
    await saveEditor(email, "administrator");
    expect(await database().editorSession.count()).toBe(0);
    await signedIn();
    expect(await secretToEnrol(id)).toBeDefined();
    await saveEditor(email, "administrator", { resetCode: true });
    expect(await database().editor.findUniqueOrThrow({ where: { id } })).toMatchObject({
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
    });
    expect(await database().editorSession.count()).toBe(0);
    expect(await logOf(id)).toEqual(["member.invite", "member.change", "member.reset-code"]);
  });
});

describe("one's own sessions", () => {
  const by = (editorId: string) => ({ ...aMember, editorId });
  let ada = by("");
  beforeEach(async () => {
    ada = by((await anEditor("editor")).id);
  });

  test("are listed, the one used last first; others' and those that ran out are not", async () => {
    const [older, newer] = [await signedIn("curl/8"), await signedIn()];
    await database().editorSession.update({ where: { id: older.id }, data: { updatedAt: new Date(Date.now() - 9e6) } });
    const over = await signedIn();
    await database().editorSession.update({ where: { id: over.id }, data: { expiresAt: new Date(0) } });
    expect(await listOwnSessions(ada)).toEqual([
      { id: newer.id, begun: newer.createdAt, lastUsed: newer.updatedAt, device: "Firefox, Linux" },
      { id: older.id, begun: older.createdAt, lastUsed: expect.any(Date), device: undefined },
    ]);
    expect(await listOwnSessions(by("somebody-else"))).toEqual([]);
  });

  test("are ended one by one, or all but this one; nobody else's can be", async () => {
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
    await endSession(by("somebody-else"), one.id);
    expect(await database().editorSession.count()).toBe(3);
    await endSession(ada, one.id);
    await endSession(ada, one.id);
    expect(await logOf(one.id)).toEqual(["session.begin", "session.end"]);
    await endOtherSessions(ada, three.id);
    expect((await database().editorSession.findMany()).map(({ id }) => id)).toEqual([three.id]);
    expect(await logOf(two.id)).toEqual(["session.begin", "session.end"]);
  });
});
