import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { database } from "../lib/db.ts";
import { readEnv } from "../lib/env.ts";
import { siteUrl } from "../lib/site.ts";

const pause = 1000;
// Shorter than the time until the next try.
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

type DueMail = { id: string; recipient: string; replyTo: string | null; subject: string; text: string };

/**
 * Sends what is in the mail table: by SMTP_URL, or as .eml files in DATA_DIR/outbox. Of several servers one takes each
 * mail; one that fails is tried again, later each time, for about three days.
 * @returns how to stop
 */
export function startMailer(): () => void {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const work = async () => {
    try {
      while (await sendNext());
    } catch (error) {
      console.error(`mail: ${error instanceof Error ? error.message : error}`);
    }
    if (!stopped) timer = setTimeout(work, pause);
  };
  timer = setTimeout(work, pause);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/**
 * Sends one mail that is due. It is claimed first, by moving its next try ahead, so that no transaction stays open
 * while a mail server is spoken to and no other server takes it meanwhile.
 * @returns whether there was one
 */
export async function sendNext(): Promise<boolean> {
  const [mail] = await database().$queryRaw<DueMail[]>`
    update "Mail" set attempts = attempts + 1, "dueAt" = now() + interval '2 minutes' * power(2, attempts)
    where id = (
      select id from "Mail"
      where "sentAt" is null and "dueAt" <= now() and attempts < 12 and recipient is not null
      order by "dueAt" limit 1 for update skip locked)
    returning id, recipient, "replyTo", subject, text`;
  if (!mail) return false;
  try {
    await deliver(mail);
    // The addresses and the words have served.
    const served = { sentAt: new Date(), recipient: null, replyTo: null, subject: null, text: null };
    await database().mail.update({ where: { id: mail.id }, data: served });
  } catch (error) {
    console.error(`mail ${mail.id}: ${error instanceof Error ? error.message : error}`);
  }
  return true;
}

async function deliver(mail: DueMail): Promise<void> {
  const result = readEnv(process.env);
  if ("problems" in result) throw new Error(result.problems.join("; "));
  const { SMTP_URL, MAIL_FROM, DATA_DIR } = result.env;
  const message = {
    from: MAIL_FROM,
    to: mail.recipient,
    replyTo: mail.replyTo ?? undefined,
    subject: mail.subject,
    text: mail.text,
    // The same mail sent twice, after a crash between sending and noting it, is shown once.
    messageId: `<${mail.id}@${new URL(siteUrl()).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
  if (SMTP_URL) {
    await createTransport({ url: SMTP_URL, ...patience }).sendMail(message);
    return;
  }
  const { message: eml } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const outbox = join(DATA_DIR, "outbox");
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  await writeFile(join(outbox, `${new Date().toISOString().replaceAll(":", "-")}-${mail.id}.eml`), eml as Buffer);
}
