import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { inGroups, keyAddress, newSecret, stepAt, stepOfCode } from "../../lib/desk/totp.ts";

// RFC 6238, appendix B: the secret of its tests, and the last six digits of its values for SHA-1.
const secret = Secret.fromLatin1("12345678901234567890").base32;
const values: [seconds: number, code: string][] = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
];

describe("a time-based code", () => {
  test.each(values)("is the one of RFC 6238 at %s seconds", (seconds, code) => {
    expect(stepOfCode(secret, code, seconds * 1000, null)).toBe(Math.floor(seconds / 30));
  });

  test("is taken one step early or late, and no further", () => {
    const [seconds, code] = values[3] ?? [0, ""];
    const step = stepAt(seconds * 1000);
    for (const late of [-30, 0, 30])
      expect(stepOfCode(secret, code, (seconds + late) * 1000, null), `${late}`).toBe(step);
    for (const late of [-90, -60, 60, 90])
      expect(stepOfCode(secret, code, (seconds + late) * 1000, null), `${late}`).toBeUndefined();
  });

  test("is taken once, and none before it any more", () => {
    const now = 1_234_567_890_000;
    const step = stepAt(now);
    const code = (at: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at * 30_000 });
    expect(stepOfCode(secret, code(step), now, step)).toBeUndefined();
    expect(stepOfCode(secret, code(step - 1), now, step)).toBeUndefined();
    expect(stepOfCode(secret, code(step + 1), now, step)).toBe(step + 1);
  });

  test("may be typed with spaces; anything else is wrong", () => {
    expect(stepOfCode(secret, " 287 082 ", 59_000, null)).toBe(1);
    for (const typed of ["", "28708", "2870820", "28708a", "-87082", "287082\u0000", "٢٨٧٠٨٢"])
      expect(stepOfCode(secret, typed, 59_000, null), typed).toBeUndefined();
  });
});

describe("a secret", () => {
  test("is new each time, and has 160 bits", () => {
    const secrets = new Set(Array.from({ length: 50 }, newSecret));
    expect(secrets.size).toBe(50);
    for (const one of secrets) expect(one).toMatch(/^[A-Z2-7]{32}$/);
  });

  test("stands in groups of four, and in the address that apps read", () => {
    expect(inGroups("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
    const address = new URL(keyAddress(secret, "ada@ponte.example"));
    expect(address.protocol + address.host).toBe("otpauth:totp");
    expect(decodeURIComponent(address.pathname)).toBe("/Ponte:ada@ponte.example");
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      secret,
      issuer: "Ponte",
      digits: "6",
      period: "30",
    });
  });
});
