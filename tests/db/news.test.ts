import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "../../lib/db.ts";
import { locales } from "../../lib/i18n/locales.ts";
import { importNews } from "../../lib/news/commands.ts";
import { type NewsInput, newsInput } from "../../lib/news/news.ts";
import { findNews, findNewsById, listNews } from "../../lib/news/queries.ts";
import { publicStamp } from "../../lib/public-version.ts";
import { readContent } from "../../server/content.ts";

const item = (id: string, over: Partial<NewsInput> = {}, title = `Call ${id}`): NewsInput =>
  newsInput.parse({
    id,
    kind: "call",
    originalLocale: "en",
    publishedOn: "2026-01-01",
    owner: "Eurocities",
    texts: Object.fromEntries(
      locales.map((locale) => [
        locale,
        { title, summary: "S", body: "B", provenance: { origin: "editorial", writtenOn: "2026-01-01" } },
      ]),
    ),
    ...over,
  });
/** A day in Brussels, so many days from today. */
async function brusselsDay(days: number): Promise<string> {
  const [row] = await database().$queryRaw<{ day: string }[]>`
    select to_char((now() at time zone 'Europe/Brussels')::date + ${days}::int, 'YYYY-MM-DD') as day`;
  return row?.day ?? "";
}

describe("a call", () => {
  test("is open on its last day and closed on the next, without anyone touching it", async () => {
    await importNews([
      item("yesterday", { deadline: await brusselsDay(-1) }),
      item("today", { deadline: await brusselsDay(0) }),
      item("tomorrow", { deadline: await brusselsDay(1) }),
      item("always"),
    ]);
    const closed = (await listNews("en")).map(({ id, closed }) => [id, closed]);
    expect(Object.fromEntries(closed)).toEqual({ yesterday: true, today: false, tomorrow: false, always: false });
  });

  describe("at the end of its last day", () => {
    beforeEach(async () => {
      await importNews([item("summer", { deadline: "2030-06-15" }), item("winter", { deadline: "2030-12-15" })]);
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    test.each([
      ["summer", "2030-06-15T21:59:59Z", false],
      ["summer", "2030-06-15T22:00:00Z", true],
      ["winter", "2030-12-15T22:59:59Z", false],
      ["winter", "2030-12-15T23:00:00Z", true],
    ])("%s closes at midnight in Brussels: %s", async (id, now, closed) => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
      expect((await findNewsById("it", id))?.closed).toBe(closed);
    });
  });

  test("makes kept pages out of date when its deadline passes, and not before", async () => {
    await importNews([
      item("one", { deadline: await brusselsDay(1) }),
      item("two", { deadline: await brusselsDay(0) }),
    ]);
    const open = await publicStamp();
    expect(await publicStamp()).toBe(open);
    // A day goes by for the one, as nobody can turn the database's clock.
    await database().newsItem.update({ where: { id: "two" }, data: { deadline: new Date(await brusselsDay(-1)) } });
    const passed = await publicStamp();
    expect(passed).not.toBe(open);
    await database().newsItem.update({ where: { id: "one" }, data: { deadline: new Date(await brusselsDay(-1)) } });
    expect([open, passed]).not.toContain(await publicStamp());
  });
});

describe("the list", () => {
  test("has open calls first, by deadline, then everything else, the newest first", async () => {
    await importNews([
      item("closed", { deadline: await brusselsDay(-1), publishedOn: "2026-05-01" }),
      item("old-news", { kind: "news", publishedOn: "2026-02-01" }),
      item("later", { deadline: await brusselsDay(20) }),
      item("sooner", { deadline: await brusselsDay(2) }),
      item("new-news", { kind: "news", publishedOn: "2026-06-01" }),
    ]);
    const listed = (await listNews("fr")).map(({ id }) => id);
    expect(listed).toEqual(["sooner", "later", "new-news", "closed", "old-news"]);
  });
});

describe("an import of news", () => {
  test("done twice is done once, and a change is written", async () => {
    const { news } = readContent();
    expect((await importNews(news)).written).toEqual(["eurocities-survey"]);
    const stamp = await publicStamp();
    expect((await importNews(news)).written).toEqual([]);
    expect(await publicStamp()).toBe(stamp);
    expect((await importNews(news.map((one) => ({ ...one, owner: "Eurocities asbl" })))).written).toEqual([
      "eurocities-survey",
    ]);
    expect(await publicStamp()).not.toBe(stamp);
    expect((await findNewsById("fr", "eurocities-survey"))?.owner).toBe("Eurocities asbl");
  });

  test("of the first item says in every language what its files say", async () => {
    const { news } = readContent();
    await importNews(news);
    for (const locale of locales) {
      expect(await findNewsById(locale, "eurocities-survey")).toMatchObject({
        lang: locale,
        title: news[0]?.texts[locale].title,
        body: news[0]?.texts[locale].body,
        deadline: "2023-12-06",
        closed: true,
      });
    }
  });
});

describe("the address of a news item", () => {
  test("in another language's words, or a former one, leads to the item and tells its address of now", async () => {
    const words = item("one");
    words.texts.sv.title = "Utlysning";
    await importNews([words]);
    expect(await findNews("sv", "call-one")).toMatchObject({ id: "one", slugs: { sv: "utlysning" } });
    await importNews([item("one", {}, "Call renamed")]);
    expect(await findNews("sv", "utlysning")).toMatchObject({ id: "one", slugs: { sv: "call-renamed" } });
    expect(await findNews("en", "call-renamed")).toMatchObject({ id: "one", slugs: { en: "call-renamed" } });
    expect(await findNews("en", "nothing")).toBeUndefined();
  });

  test("is its own, though another item bears the same title", async () => {
    await importNews([item("first", {}, "Call for projects"), item("second", {}, "Call for projects")]);
    const slugs = (await listNews("en")).map(({ id, slugs }) => [id, slugs.en]);
    expect(new Set(slugs.map(([, slug]) => slug)).size).toBe(2);
    for (const [id, slug] of slugs) expect((await findNews("en", slug ?? ""))?.id).toBe(id);
    expect((await findNews("en", "call-for-projects"))?.id).toBe("first");
  });
});
