import { expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { allow } from "../../lib/form-guard/rate-limits.ts";

const inTurn = async (kind: Parameters<typeof allow>[0], who: string, times: number) => {
  const answers: boolean[] = [];
  for (let at = 0; at < times; at++) answers.push(await allow(kind, who));
  return answers;
};
const yes = (times: number) => Array.from({ length: times }, () => true);

test.each([
  ["email", 5],
  ["sign-in", 10],
  ["message", 20],
  ["asked", 30],
  ["sender", 40],
] as const)("%s has room for %i an hour, and no more", async (kind, most) => {
  expect(await inTurn(kind, "198.51.100.7", most + 2)).toEqual([...yes(most), false, false]);
});

test("one who has no room left takes none from others, nor from what else they do", async () => {
  await inTurn("email", "ada@x.example", 6);
  expect(await allow("email", "ada@x.example")).toBe(false);
  expect(await allow("email", "bo@x.example")).toBe(true);
  expect(await allow("sender", "ada@x.example")).toBe(true);
});

test("many attempts at the same moment are all counted", async () => {
  await allow("email", "ada@x.example");
  const answers = await Promise.all(Array.from({ length: 12 }, () => allow("email", "ada@x.example")));
  expect(answers.filter(Boolean)).toHaveLength(4);
});

test("there is room again when the hour is over", async () => {
  await inTurn("email", "ada@x.example", 6);
  await database().rateLimiterFlexible.updateMany({ data: { expire: new Date(Date.now() - 1000) } });
  expect(await allow("email", "ada@x.example")).toBe(true);
});

test("no address is kept, only a fingerprint that expires", async () => {
  await allow("email", "ada@x.example");
  await allow("sender", "198.51.100.7");
  const rows = await database().rateLimiterFlexible.findMany();
  expect(rows).toHaveLength(2);
  for (const { key, expire } of rows) {
    expect(key).not.toMatch(/ada@|198\.51/);
    expect(expire).toBeInstanceOf(Date);
  }
});
