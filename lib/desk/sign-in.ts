import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { absolute } from "../site.ts";
import { auth, linkMinutes } from "./auth.ts";
import type { Role } from "./rights.ts";

/** Creates an editor, or gives an existing one another role. */
export async function saveEditor(email: string, role: Role): Promise<void> {
  const name = email.split("@")[0] ?? email;
  await database().editor.upsert({
    where: { email: email.toLowerCase() },
    create: { id: crypto.randomUUID(), email: email.toLowerCase(), name, role, emailVerified: true },
    update: { role },
  });
}

/** A link into the desk that works once, for an editor who exists. */
export async function createSignInLink(email: string, locale: Locale): Promise<string> {
  let link = "";
  const deliver = async (token: string) => {
    link = `${absolute(pathTo(locale, "desk", "sign-in"))}?token=${token}`;
  };
  await auth().api.signInMagicLink({
    body: { email: email.toLowerCase(), metadata: { deliver } },
    headers: new Headers(),
  });
  return link;
}

/** The link that `npm start` prints with the embedded database: for its first administrator. */
export async function createFirstLink(): Promise<string> {
  const email = "desk@localhost.localdomain";
  await saveEditor(email, "administrator");
  return createSignInLink(email, "en");
}

/** Mails a link to an editor. An address of nobody gets none, and the caller is not told which it was. */
export async function mailSignInLink(email: string, locale: Locale): Promise<void> {
  const editor = await database().editor.findUnique({ where: { email: email.toLowerCase() } });
  if (!editor) return;
  const link = await createSignInLink(editor.email, locale);
  const letter = await writeLetter(locale, "signIn", { link, minutes: String(linkMinutes) });
  await database().$transaction((tx) =>
    queueMail(tx, { key: `sign-in ${crypto.randomUUID()}`, recipient: editor.email, locale, ...letter }),
  );
}
