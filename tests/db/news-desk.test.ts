import { describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { importNews, saveNews } from "../../lib/news/commands.ts";
import { type DeskNews, deskNews, type NewsState, newsInput } from "../../lib/news/news.ts";
import { findNews, findNewsById, getNewsAtDesk, isNewsGone, listNewsAtDesk } from "../../lib/news/queries.ts";
import { Refusal } from "../../lib/refusal.ts";
import { readContent } from "../../server/content.ts";
import { editor, publicVersion, translator } from "../support/stored.ts";

const provenance = { origin: "editorial", writtenOn: "2026-01-01" } as const;
const item = (over: Partial<DeskNews> = {}): DeskNews =>
  deskNews.parse({
    id: "digital-week",
    kind: "call",
    originalLocale: "sv",
    publishedOn: "2026-01-01",
    owner: "SERN",
    texts: { sv: { title: "Digital vecka", summary: "Kort.", body: "Längre.", provenance } },
    ...over,
  });
const save = (news: DeskNews, revision: number | undefined, state: NewsState, by = editor) =>
  saveNews({ news, seen: { revision }, state, by }).then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

describe("news at the desk", () => {
  test("is a draft that nobody sees, until it is published: then in every language, with the fallback said", async () => {
    const version = await publicVersion();
    expect(await save(item(), undefined, "draft")).toBe("done");
    expect(await findNewsById("it", "digital-week")).toBeUndefined();
    expect(await publicVersion()).toBe(version);
    expect(await save(item(), 1, "published")).toBe("done");
    expect(await publicVersion()).toBe(version + 1n);
    expect(await findNews("it", "digital-vecka")).toMatchObject({ title: "Digital vecka", lang: "sv" });
  });

  test("that is taken down is gone, and comes back under the same address", async () => {
    await save(item(), undefined, "published");
    await save(item(), 1, "unpublished");
    expect(await findNews("sv", "digital-vecka")).toBeUndefined();
    expect(await isNewsGone("digital-vecka")).toBe(true);
    expect(await isNewsGone("never-there")).toBe(false);
    await save(item(), 2, "published");
    expect(await findNews("sv", "digital-vecka")).toBeDefined();
  });

  test("is read back as it was written, what the form does not ask for included", async () => {
    const { news } = readContent();
    await importNews(news);
    for (const known of news) expect((await getNewsAtDesk(known.id))?.news).toEqual(known);
  });

  test("of two editors the second is refused, and a new item never takes the place of another", async () => {
    await save(item(), undefined, "draft");
    const [one, other] = await Promise.all([
      save(item({ owner: "One" }), 1, "draft"),
      save(item({ owner: "Other" }), 1, "draft"),
    ]);
    expect([one, other].sort()).toEqual(["conflict", "done"]);
    expect(await save(item(), undefined, "draft")).toBe("conflict");
  });

  test("is no translator's to write", async () => {
    expect(await save(item(), undefined, "draft", translator)).toBe("not-allowed");
    expect(await database().newsItem.count()).toBe(0);
  });

  test("that an editor has changed is left alone by its files, which is said", async () => {
    const { news } = readContent();
    await importNews(news);
    const [first] = news;
    const stored = await getNewsAtDesk(first?.id ?? "");
    await save({ ...(stored?.news as DeskNews), owner: "Changed" }, stored?.revision, "published");
    const changed = news.map((one) => newsInput.parse({ ...one, countries: ["SE"] }));
    expect(await importNews(changed)).toEqual({ written: [], conflicts: [first?.id] });
    expect((await getNewsAtDesk(first?.id ?? ""))?.news.owner).toBe("Changed");
  });

  test("is listed in every state, the one last changed first, and every change is in the log", async () => {
    await save(item(), undefined, "draft");
    await save(item({ id: "other" }), undefined, "published");
    expect((await listNewsAtDesk()).map(({ id, state }) => [id, state])).toEqual([
      ["other", "published"],
      ["digital-week", "draft"],
    ]);
    const log = await database().auditEntry.findMany({
      where: { subjectKind: "news", subjectId: "other" },
      orderBy: { id: "asc" },
    });
    expect(log.at(-1)).toMatchObject({ action: "news.save", actorId: editor.editorId, after: { state: "published" } });
  });
});
