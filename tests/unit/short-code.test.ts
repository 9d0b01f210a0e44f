import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeHash, readCode, shortCode } from "../../lib/submission/code.ts";

const secret = "a secret of the tests, and of nothing else";
const code = shortCode(secret, "key-1");

describe("a short code", () => {
  test("is ten characters in two groups, without letters that are taken for others, the same for the same key", () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(shortCode(secret, "key-1")).toBe(code);
    expect(shortCode(secret, "key-2")).not.toBe(code);
    expect(shortCode("another", "key-1")).not.toBe(code);
  });

  test("uses every character about as often: nothing of its fifty bits is lost", () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < 2000; at++)
      for (const sign of shortCode(secret, String(at)).replace("-", "")) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(32);
    for (const [sign, count] of counts) expect(count, sign).toBeGreaterThan(450);
  });

  test("is read however it is typed: small letters, spaces, other hyphens, O for zero, I and L for one", () => {
    for (const typed of ["k10o1-9qx4t", " K1001 9QX4T ", "KLOOI9QX4T", "ki o 0 l\u20139-q_x 4.t", "Ｋ1001-9ＱＸ4Ｔ"])
      expect(readCode(typed), typed).toBe("K1001-9QX4T");
  });

  test("is none where a character is missing, too many, or not one of the alphabet", () => {
    for (const typed of ["", "K1001-9QX4", "K1001-9QX4TT", "K1001-9QX4U", "K1001-9QX4é", "-----"])
      expect(readCode(typed), typed).toBeUndefined();
  });

  test("that is typed as it was shown is always read as itself, and nothing that is typed is an error", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const one = shortCode(secret, key);
        expect(readCode(one)).toBe(one);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void readCode(typed)));
  });

  test("is not told by what is stored of it", () => {
    expect(codeHash(secret, code)).toMatch(/^[0-9a-f]{64}$/);
    expect(codeHash(secret, code)).toBe(codeHash(secret, code));
    expect(codeHash("another", code)).not.toBe(codeHash(secret, code));
  });
});
