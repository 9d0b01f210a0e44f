import { createHmac } from "node:crypto";

// The short code of a private page: what can be read out, written down and typed on another device. Pure.

// Crockford's base 32: no letter that is taken for a digit, no U. https://www.crockford.com/base32.html
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const group = 5;

const inGroups = (code: string): string => `${code.slice(0, group)}-${code.slice(group)}`;

/** The code that goes with a private link, from the same key: ten characters of five bits each, in two groups. */
export function shortCode(secret: string, key: string): string {
  const bytes = createHmac("sha256", secret).update(`code ${key}`).digest();
  return inGroups(Array.from(bytes.subarray(0, 2 * group), (byte) => alphabet[byte % alphabet.length]).join(""));
}

/**
 * The code that somebody has typed, as `shortCode` writes it: capitals, spaces and hyphens do not matter, nor an O for
 * a zero, nor an I or L for a one.
 * @returns undefined where it can be none
 */
export function readCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const isWhole = code.length === 2 * group && [...code].every((sign) => alphabet.includes(sign));
  return isWhole ? inGroups(code) : undefined;
}

/** What the database keeps of a code. It is short enough to be guessed from a plain hash, so the hash is keyed. */
export const codeHash = (secret: string, code: string): string =>
  createHmac("sha256", secret).update(`typed ${code}`).digest("hex");
