import type { Transaction } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { enqueue } from "../job/commands.ts";

export type Letter = { subject: string; text: string };

/**
 * Queues a mail inside the transaction it reports on: both happen or neither. A mail of the same key is queued once,
 * ever. The job `mail` (server/mailer.ts) sends it and then empties the row, which holds an address.
 * @param mail `replyTo`: who an answer goes to, where that is not Ponte
 */
export async function queueMail(
  tx: Transaction,
  mail: Letter & { key: string; recipient: string; replyTo?: string; locale: Locale },
): Promise<void> {
  const written = await tx.mail.createManyAndReturn({ data: [mail], skipDuplicates: true, select: { id: true } });
  for (const { id } of written) await enqueue(tx, "mail", { mail: id });
}
