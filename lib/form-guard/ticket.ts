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

/**
 * What the ticket of a posted form is good for now. Pure but for the new ticket that a form gets whose own is no good.
 * @param given the form's field, as it was posted
 * @param now milliseconds since 1970
 * @returns the ticket that the form goes on with, and its number, or why nothing may be sent by it
 */
export function checkTicket(
  given: unknown,
  { secret, now }: { secret: string; now: number },
): { ticket: string } & ({ number: string } | { error: "expired" | "too-fast" }) {
  const ticket = String(given ?? "");
  const known = readTicket(secret, ticket);
  const age = known ? now - known.issuedAt : 0;
  if (!known || age < 0 || age > longest) return { ticket: issueTicket(secret, now), error: "expired" };
  return { ticket, ...(age < fastest ? { error: "too-fast" } : { number: known.key }) };
}

/**
 * What a form that was sent is stored under, once: the number of its ticket, and a fingerprint of its words. Sent twice,
 * the same words are one message; other words from the same form, after going back, are another.
 */
export const sentKey = (number: string, words: unknown): string =>
  `${number} ${createHash("sha256").update(JSON.stringify(words)).digest("base64url")}`;

/** The private link's secret part: always the same for one ticket, so that a form sent twice leads to one page. */
export const privateToken = (secret: string, key: string): string => sign(secret, `private ${key}`).slice(0, 32);

/** What the database keeps of a private link. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
