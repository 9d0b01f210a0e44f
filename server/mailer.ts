import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { database } from "../lib/db.ts";
import { readEnv } from "../lib/env.ts";
import { siteUrl } from "../lib/site.ts";

// Together shorter than the job may take (lib/job/job.ts): no second server begins while one still waits.
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

type WaitingMail = { id: string; recipient: string; replyTo: string | null; subject: string; text: string };

/**
 * Sends one mail, by SMTP_URL or as an .eml file in DATA_DIR/outbox. No transaction stays open while a mail server is
 * spoken to.
 * @returns how many were sent: none where it was sent before, or its reader was erased
 * @throws what the mail server or its connection says; the job tries again
 */
export async function sendMail(id: string): Promise<number> {
  const [mail] = await database().$queryRaw<WaitingMail[]>`
    update "Mail" set attempts = attempts + 1
    where id = ${id} and "sentAt" is null and recipient is not null
    returning id, recipient, "replyTo", subject, text`;
  if (!mail) return 0;
  await deliver(mail);
  // The addresses and the words have served.
  const served = { sentAt: new Date(), recipient: null, replyTo: null, subject: null, text: null };
  await database().mail.update({ where: { id: mail.id }, data: served });
  return 1;
}

async function deliver(mail: WaitingMail): Promise<void> {
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
