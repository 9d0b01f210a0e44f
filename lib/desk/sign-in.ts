import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { serverEnv } from "../env.ts";
import { allow } from "../form-guard/rate-limits.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { absolute } from "../site.ts";
import { auth, linkIdentifier, linkMinutes } from "./auth.ts";
import { needsCode, type Role } from "./rights.ts";
import { newSecret, stepOfCode } from "./totp.ts";
import { wantedPage } from "./wanted.ts";

// The way into the desk: a link that works once, then a time-based code for roles that need one. None of it asks for a
// right: whoever comes here has none yet.

/**
 * Creates an editor, or gives an existing one another role, which ends their sessions. For whoever runs the server: in
 * the desk people are changed by lib/people/commands.ts.
 * @param resetCode whether a new second factor is to be set up at the next sign-in
 * @param languages of a translator: all of them, where it is not said
 */
export async function saveEditor(
  address: string,
  role: Role,
  { resetCode = false, languages = [...locales] }: { resetCode?: boolean; languages?: Locale[] } = {},
): Promise<void> {
  const email = address.toLowerCase();
  await database().$transaction(async (tx) => {
    const known = await tx.editor.findUnique({ where: { email } });
    const id = known?.id ?? crypto.randomUUID();
    const rights = { role, languages: role === "translator" ? languages : [] };
    if (!known) {
      const name = email.split("@")[0] ?? email;
      await tx.editor.create({ data: { id, email, name, ...rights, emailVerified: true } });
      await audit(tx, { actor: { kind: "system" }, action: "member.invite", subjectId: id, after: rights });
      return;
    }
    const before = { role: known.role, languages: known.languages };
    const changes = JSON.stringify(before) !== JSON.stringify(rights);
    if (changes) {
      await tx.editor.update({ where: { id }, data: rights });
      await audit(tx, { actor: { kind: "system" }, action: "member.change", subjectId: id, before, after: rights });
    }
    if (resetCode && known.totpSecret) {
      await tx.editor.update({ where: { id }, data: noCode });
      await audit(tx, { actor: { kind: "system" }, action: "member.reset-code", subjectId: id });
    }
    if (changes || resetCode) await tx.editorSession.deleteMany({ where: { userId: id } });
  });
}

/** A second factor that is to be set up anew. */
export const noCode = { totpSecret: null, totpConfirmedAt: null, totpLastStep: null } as const;

/**
 * A link into the desk that works once, for somebody who is known there.
 * @param to the page of the desk that it leads on to
 * @param days how long it works, where that is longer than a link that somebody has just asked for
 */
export async function createSignInLink(
  email: string,
  locale: Locale,
  { to, days }: { to?: string; days?: number } = {},
): Promise<string> {
  let token = "";
  const deliver = async (made: string) => {
    token = made;
  };
  await auth().api.signInMagicLink({
    body: { email: email.toLowerCase(), metadata: { deliver } },
    headers: new Headers(),
  });
  if (days !== undefined) {
    const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    await database().editorVerification.update({ where: { identifier: linkIdentifier(token) }, data: { expiresAt } });
  }
  const search = new URLSearchParams({ token, ...(to !== undefined && { to }) });
  return `${absolute(pathTo(locale, "desk", "sign-in"))}?${search}`;
}

/** The link that `npm start` prints with the embedded database: for its first administrator. */
export async function createFirstLink(): Promise<string> {
  const email = "desk@localhost.localdomain";
  await saveEditor(email, "administrator");
  return createSignInLink(email, "en");
}

/** Mails a link to an editor. An address of nobody gets none, and the caller is not told which it was. */
export async function mailSignInLink(email: string, locale: Locale, to: string): Promise<void> {
  const editor = await database().editor.findUnique({ where: { email: email.toLowerCase() } });
  // Nobody's mailbox is flooded by somebody who knows the address.
  if (!editor || !(await allow("sign-in-mail", editor.email))) return;
  const wanted = wantedPage(to, locale);
  const link = await createSignInLink(editor.email, locale, {
    to: wanted === pathTo(locale, "desk") ? undefined : wanted,
  });
  const letter = await writeLetter(locale, "signIn", { link, minutes: String(linkMinutes) });
  await database().$transaction((tx) =>
    queueMail(tx, { key: `sign-in ${crypto.randomUUID()}`, recipient: editor.email, locale, ...letter }),
  );
}

/**
 * Begins a session by a one-time link and notes it in the log. Who needs a code and has not confirmed any gets a fresh
 * secret, so that one that somebody saw before and left is worth nothing.
 * @param headers of the request; its cookies are set by Better Auth
 * @returns whether a code is asked for next; undefined where the link is not valid
 */
export async function signInByLink(token: string, headers: Headers): Promise<{ needsCode: boolean } | undefined> {
  const begun = await auth()
    .api.magicLinkVerify({ query: { token }, headers })
    .catch(() => undefined);
  if (!begun) return undefined;
  const id = begun.user.id;
  const secret = await symmetricEncrypt({ key: serverEnv().SESSION_SECRET, data: newSecret() });
  return database().$transaction(async (tx) => {
    await audit(tx, { actor: { kind: "editor", id }, action: "session.begin", subjectId: begun.session.id });
    const { role } = await tx.editor.findUniqueOrThrow({ where: { id } });
    const asked = needsCode(role as Role);
    if (asked) await tx.editor.updateMany({ where: { id, totpConfirmedAt: null }, data: { totpSecret: secret } });
    return { needsCode: asked };
  });
}

/** The secret that somebody is to put into their app; undefined once they have done so. */
export async function secretToEnrol(editorId: string): Promise<string | undefined> {
  const { totpSecret, totpConfirmedAt } = await database().editor.findUniqueOrThrow({ where: { id: editorId } });
  return totpSecret && !totpConfirmedAt ? readSecret(totpSecret) : undefined;
}

/** Undefined where SESSION_SECRET is another one by now: such a second factor is set up anew (docs/operations.md). */
const readSecret = (stored: string): Promise<string | undefined> =>
  symmetricDecrypt({ key: serverEnv().SESSION_SECRET, data: stored }).catch(() => undefined);

/**
 * Opens the desk to a session by a time-based code; the first one that is right confirms the secret.
 * @returns why not, as a code: wrong-code (also one that was taken already), or too-many attempts in this hour
 */
export async function giveCode(
  own: { editorId: string; sessionId: string },
  typed: string,
  now = Date.now(),
): Promise<"wrong-code" | "too-many" | undefined> {
  if (!(await allow("code", own.editorId))) return "too-many";
  return database().$transaction(async (tx) => ((await takeCode(tx, own, typed, now)) ? undefined : "wrong-code"));
}

async function takeCode(
  tx: Transaction,
  { editorId, sessionId }: { editorId: string; sessionId: string },
  typed: string,
  now: number,
): Promise<boolean> {
  // One code at a time: of the same code sent twice at once, one is taken.
  await tx.$queryRaw`select id from "Editor" where id = ${editorId} for update`;
  const editor = await tx.editor.findUnique({ where: { id: editorId } });
  if (!editor?.totpSecret) return false;
  const secret = await readSecret(editor.totpSecret);
  const step = secret && stepOfCode(secret, typed, now, editor.totpLastStep);
  if (!step) return false;
  const given = new Date(now);
  const { count } = await tx.editorSession.updateMany({
    where: { id: sessionId, userId: editorId },
    data: { codeAt: given },
  });
  if (count === 0) return false;
  await tx.editor.update({
    where: { id: editorId },
    data: { totpLastStep: step, totpConfirmedAt: editor.totpConfirmedAt ?? given },
  });
  const actor = { kind: "editor", id: editorId } as const;
  if (!editor.totpConfirmedAt) await audit(tx, { actor, action: "member.set-up-code", subjectId: editorId });
  await audit(tx, { actor, action: "session.code", subjectId: sessionId });
  return true;
}
