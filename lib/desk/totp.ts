import { Secret, TOTP } from "otpauth";

// Time-based codes (RFC 6238), the second factor of the desk: six digits, a new one every thirty seconds. Pure, but for
// the secret that is drawn.

const period = 30;
const settings = { algorithm: "SHA1", digits: 6, period } as const;

/** A new secret of 160 bits, as RFC 4226 recommends, in the letters that apps read. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The number of the time step that a moment lies in. */
export const stepAt = (now: number): number => TOTP.counter({ period, timestamp: now });

/** A secret in groups of four, to be typed by hand. */
export const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, "$1 ");

/** What an app reads from the QR code: whose codes these are, and their secret. */
export const keyAddress = (secret: string, account: string): string =>
  new TOTP({ ...settings, issuer: "Ponte", label: account, secret: Secret.fromBase32(secret) }).toString();

/**
 * The step that a typed code belongs to: of now, of the one before or after (clocks differ, people type slowly), and
 * only one that is later than the last that was taken.
 * @param typed as it was typed; spaces between the digits do no harm
 * @param lastStep of the last code that was taken, if any
 * @returns undefined where the code is wrong, too old, or was taken already
 */
export function stepOfCode(secret: string, typed: string, now: number, lastStep: number | null): number | undefined {
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = TOTP.validate({ token, secret: Secret.fromBase32(secret), timestamp: now, window: 1, ...settings });
  if (delta === null) return undefined;
  const step = stepAt(now) + delta;
  return lastStep === null || step > lastStep ? step : undefined;
}
