import { timingSafeEqual } from "node:crypto";
import { privateToken } from "../form-guard/ticket.ts";

// The private link of one contact person. It depends on the address that it is mailed to: where that changes, links that
// went to another no longer open anything. Pure.

type Addresses = { privateEmail: string | null; publicEmail: string | null; newPublicEmail: string | null };
type Addressed = Addresses & { id: string };

/** Where Ponte writes to a contact; undefined where there is no address. */
export const addressOf = ({ privateEmail, publicEmail, newPublicEmail }: Addresses) =>
  privateEmail ?? newPublicEmail ?? publicEmail ?? undefined;

/** The last segment of the address of a contact's page. */
export const contactToken = (secret: string, contact: Addressed): string =>
  `${contact.id}.${privateToken(secret, `contact ${contact.id} ${addressOf(contact)?.toLowerCase() ?? ""}`)}`;

/** The contact that a token speaks of, true or not. */
export const idInToken = (token: string): string => token.slice(0, Math.max(0, token.lastIndexOf(".")));

/** Whether a token is that contact's. */
export function opens(secret: string, token: string, contact: Addressed): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(contactToken(secret, contact))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
