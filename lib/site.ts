/** The address of this site, without a slash at its end. */
export const siteUrl = (): string => (process.env.SITE_URL ?? "http://localhost:3000").replace(/\/$/, "");

/** A path of this site as a whole address. */
export const absolute = (path: string): string => `${siteUrl()}${path}`;

/** Where people write to: CONTACT_EMAIL, else the address that our mail comes from. */
export function contactAddress(): string {
  const from = process.env.MAIL_FROM || "ponte@localhost";
  return process.env.CONTACT_EMAIL || (/<([^>]+)>/.exec(from)?.[1] ?? from);
}
