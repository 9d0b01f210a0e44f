import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { serverEnv } from "../../lib/env.ts";
import { allow } from "../../lib/form-guard/rate-limits.ts";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import { Refusal } from "../../lib/refusal.ts";
import { deleteWish, sendWish } from "../../lib/search-wish/commands.ts";
import { listWishes, mostWishes } from "../../lib/search-wish/queries.ts";
import { receiveWish } from "../../lib/search-wish/receive.ts";
import { postedWish } from "../support/search-wish.ts";
import { editor } from "../support/stored.ts";

const from = "192.0.2.7";
const ticket = () => issueTicket(serverEnv().SESSION_SECRET, Date.now() - 3000);
const receive = (over: Record<string, string> = {}) =>
  receiveWish({ locale: "sv", from }, postedWish({ ticket: ticket(), ...over }));
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

describe("what a reader looked for", () => {
  test("is stored with its words, its language and when it came, and nothing else", async () => {
    expect(await receive()).toBeUndefined();
    expect(await database().searchWish.findMany()).toEqual([
      {
        id: expect.any(String),
        key: expect.any(String),
        locale: "sv",
        query: "bus pass online",
        text: "How others explain it.",
        createdAt: expect.any(Date),
      },
    ]);
    const kept = JSON.stringify(await Promise.all([database().sender.findMany(), database().mail.findMany()]));
    expect(kept).toBe("[[],[]]");
  });

  test("that arrives twice, or several times at once, is one, and is counted once", async () => {
    const again = { ticket: ticket() };
    expect(await receive(again)).toBeUndefined();
    expect(await receive(again)).toBeUndefined();
    await Promise.all([1, 2, 3].map(() => sendWish({ query: "bus", text: undefined }, "en", "one key")));
    expect(await database().searchWish.count()).toBe(2);
  });

  test("comes back with what was typed where something is wrong, and is not stored", async () => {
    expect(await receive({ query: "" })).toMatchObject({
      status: 422,
      state: { values: { text: "How others explain it." }, errors: { query: "required" } },
    });
    expect(await database().searchWish.count()).toBe(0);
  });

  test("is refused, with nothing lost, where too much has come from one connection", async () => {
    for (let sent = 0; sent < 20; sent += 1) await allow("message", from);
    expect(await receive()).toMatchObject({
      status: 429,
      state: { values: { query: "bus pass online" }, errors: { form: "too-many-sent" } },
    });
    expect(await database().searchWish.count()).toBe(0);
  });
});

describe("the editors' list", () => {
  test("has the latest first, a hundred at most", async () => {
    await database().searchWish.createMany({
      data: Array.from({ length: mostWishes + 5 }, (_, at) => ({
        ...{ key: `key ${at}`, locale: "fr", query: `numéro ${at}`, createdAt: new Date(Date.UTC(2026, 0, 1 + at)) },
      })),
    });
    const listed = await listWishes();
    expect(listed).toHaveLength(mostWishes);
    expect(listed[0]).toMatchObject({ lang: "fr", query: `numéro ${mostWishes + 4}`, text: undefined });
    expect(Object.keys(listed[0] ?? {})).not.toContain("key");
  });

  test("loses a row once: the second editor is told", async () => {
    await sendWish({ query: "bus", text: undefined }, "en", "a");
    await sendWish({ query: "train", text: undefined }, "en", "b");
    const [bus] = (await listWishes()).filter(({ query }) => query === "bus");
    expect(await codeOf(deleteWish(bus?.id ?? "", editor))).toBe("done");
    expect(await codeOf(deleteWish(bus?.id ?? "", editor))).toBe("conflict");
    expect((await listWishes()).map(({ query }) => query)).toEqual(["train"]);
  });
});
