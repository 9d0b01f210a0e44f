import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

// Each form is handed out with a signed ticket: when it was, and a number of its own. The number makes a form that is
// sent twice arrive once; the time keeps out programs that fill in a form faster than anybody reads it.

export type Ticket = { issuedAt: number; key: string };

/** How long people certainly need before they send a form, and how long a form stays good, in milliseconds. */
export const fastest = 2_000;
export const longest = 24 * 60 * 60 * 1000;

const sign = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest("base64url");

/** A new ticket, as the text that stands in the form. */
export function issueTicket(secret: string, now: number): string {
  const body = `${now}.${randomBytes(16).toString("base64url")}`;
  return `${body}.${sign(secret, `ticket ${body}`)}`;
}

/** What a ticket says; undefined where it is not one of ours. */
export function readTicket(secret: string, ticket: string): Ticket | undefined {
  const [issuedAt = "", key = "", signature = ""] = ticket.split(".");
  const expected = Buffer.from(sign(secret, `ticket ${issuedAt}.${key}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return { issuedAt: Number(issuedAt), key };
}

/** The private link's secret part: always the same for one ticket, so that a form sent twice leads to one page. */
export const privateToken = (secret: string, key: string): string => sign(secret, `private ${key}`).slice(0, 32);

/** What the database keeps of a private link. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
