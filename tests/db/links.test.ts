import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { locales } from "../../lib/i18n/locales.ts";
import type { LinkChecker } from "../../lib/link-check/check.ts";
import { checkAgain, checkLink, checkLinks, collectLinks } from "../../lib/link-check/commands.ts";
import type { Finding } from "../../lib/link-check/outcome.ts";
import { countLinks, listLinks } from "../../lib/link-check/queries.ts";
import { importNews } from "../../lib/news/commands.ts";
import { newsInput } from "../../lib/news/news.ts";
import { Refusal } from "../../lib/refusal.ts";
import { aPractice, written } from "../support/practices.ts";
import { act, editor, published, stored, translator } from "../support/stored.ts";

const at = (name: string) => `https://${name}.example/`;
const never = new AbortController().signal;

beforeEach(() => database().$executeRaw`delete from pgboss.job`);

/** Answers as told, without a network; what was asked for can be seen. */
function world(answers: Record<string, Finding>): { checker: LinkChecker; asked: string[] } {
  const asked: string[] = [];
  const look = async (url: string) => {
    asked.push(url);
    return answers[url] ?? { outcome: "ok", status: 200 };
  };
  return { checker: { look } as unknown as LinkChecker, asked };
}

const linked = (...urls: string[]) => aPractice({ links: urls.map((url) => ({ url })) });
const aNewsItem = ({ body = "B", source = at("link") }) =>
  newsInput.parse({
    ...{ id: "a-call", kind: "call", originalLocale: "en", publishedOn: "2026-01-01", owner: "Eurocities" },
    sources: [{ key: "s", publisher: "P", url: source }],
    texts: Object.fromEntries(
      locales.map((locale) => [
        locale,
        { title: "Call", summary: "S", body, provenance: { origin: "editorial", writtenOn: "2026-01-01" } },
      ]),
    ),
  });
const noted = async () => (await database().linkCheck.findMany({ orderBy: { url: "asc" } })).map(({ url }) => url);
/** Lets time pass for every link. */
const wait = (interval: string) =>
  database().$executeRaw`update "LinkCheck" set "checkedAt" = "checkedAt" - ${interval}::interval`;

describe("the links that are looked at", () => {
  test("are those of published practices, wherever they stand, each once", async () => {
    await published(
      aPractice({
        links: [{ url: at("link") }, { url: at("twice") }],
        sources: [{ key: "s", kind: "basis", publisher: "P", url: at("source") }],
        outputs: [{ title: { it: "O" }, kind: "guide", url: at("output") }],
        organisations: [{ name: "Org", roles: ["lead"], url: at("organisation") }],
        awards: [{ name: "A", url: at("award") }],
        relations: [{ kind: "part-of", title: "R", url: at("relation") }],
        texts: {
          it: {
            title: "Bussola",
            sections: { summary: `Vedi [qui](${at("twice")}).`, advice: `E <${at("text")}> .` },
            provenance: written,
          },
        },
      }),
    );
    await stored(linked(at("pending")), "pending");
    await importNews([aNewsItem({ body: `Read [more](${at("news-text")}).`, source: at("news-source") })]);
    expect(await collectLinks()).toBe(10);
    expect(await noted()).toEqual(
      [
        "award",
        "link",
        "news-source",
        "news-text",
        "organisation",
        "output",
        "relation",
        "source",
        "text",
        "twice",
      ].map(at),
    );
  });

  test("are forgotten when nothing that is published names them any more, and keep what is known of them else", async () => {
    const [gone = ""] = await published(linked(at("gone")), linked(at("stays")));
    await collectLinks();
    const { checker } = world({ [at("stays")]: { outcome: "broken", status: 404 } });
    await checkLinks(checker, never);
    await act(gone, "unpublish");
    await collectLinks();
    expect(await database().linkCheck.findMany()).toMatchObject([{ url: at("stays"), outcome: "broken", failures: 1 }]);
  });

  test("come round once a week, those first that have waited longest; one that fails, the next day", async () => {
    await published(linked(at("a"), at("b"), at("c")));
    await collectLinks();
    const first = world({ [at("b")]: { outcome: "unreachable" } });
    expect(await checkLinks(first.checker, never)).toBe(3);
    const second = world({});
    expect(await checkLinks(second.checker, never), "all have been looked at").toBe(0);
    await wait("21 hours");
    await checkLinks(second.checker, never);
    expect(second.asked).toEqual([at("b")]);
    await wait("6 days 12 hours");
    const third = world({});
    expect(await checkLinks(third.checker, never, 1), "a batch").toBe(1);
    await checkLinks(third.checker, never);
    expect(third.asked.sort()).toEqual([at("a"), at("c")]);
  });

  test("that fail on three days are dead; a broken look costs only itself", async () => {
    await published(linked(at("a"), at("b")));
    await collectLinks();
    const { checker } = world({ [at("a")]: { outcome: "broken", status: 410 } });
    for (let day = 0; day < 3; day++) {
      await checkLinks(checker, never);
      await database().$executeRaw`
        update "LinkCheck" set "checkedAt" = "checkedAt" - interval '1 day', "failingSince" = "failingSince" - interval '1 day'`;
    }
    expect(await countLinks()).toEqual({ all: 2, unchecked: 0, dead: 1, failing: 0, moved: 0, refused: 0 });
  });

  test("that a job has no more time for are left for the next", async () => {
    await published(linked(at("a")));
    await collectLinks();
    const { checker, asked } = world({});
    expect(await checkLinks(checker, AbortSignal.abort())).toBe(0);
    expect(asked).toEqual([]);
    expect(await checkLink(checker, at("nobody-names-this"), never)).toBe(0);
    expect(asked, "nobody has the desk look at addresses of their own").toEqual([]);
  });
});

describe("the desk", () => {
  const setUp = async () => {
    const [id = ""] = await published(
      aPractice({
        links: [{ url: at("dead") }, { url: at("moved") }],
        texts: {
          it: { title: "Bussola", sections: { advice: `Vedi [qui](${at("text")}).` }, provenance: written },
          fr: { title: "Boussole", sections: {}, provenance: { ...written, origin: "translation" } },
        },
      }),
    );
    await importNews([aNewsItem({ source: at("dead") })]);
    await collectLinks();
    const since = new Date("2026-01-01T10:00:00Z");
    const dead = { outcome: "broken", status: 404, failures: 3, failingSince: since, checkedAt: since };
    await database().linkCheck.update({ where: { url: at("dead") }, data: dead });
    await database().linkCheck.update({ where: { url: at("moved") }, data: { outcome: "moved", status: 200 } });
    await database().linkCheck.update({ where: { url: at("text") }, data: { ...dead, failures: 1 } });
    return id;
  };

  test("lists dead links with what names them, in the reader's language, and what moved", async () => {
    const id = await setUp();
    const [dead, moved, ...others] = await listLinks(["dead", "moved"], 1, "fr");
    expect(dead).toMatchObject({ url: at("dead"), standing: "dead", status: 404 });
    expect(dead?.places).toEqual([
      { kind: "practice", id, title: "Boussole", lang: "fr", slug: "boussole" },
      expect.objectContaining({ kind: "news", id: "a-call", slug: expect.any(String) }),
    ]);
    expect(moved).toMatchObject({ url: at("moved"), standing: "moved" });
    expect(others).toEqual([]);
    expect(await listLinks(["dead"], 2, "fr")).toEqual([]);
  });

  test("finds the practice whose text has the link, and says its title in the original where there is no other", async () => {
    await setUp();
    const [failing] = await listLinks(["failing"], 1, "sv");
    expect(failing?.places).toMatchObject([{ kind: "practice", title: "Bussola", lang: "it" }]);
  });

  test("has a link looked at again when an editor asks, once for two clicks", async () => {
    await setUp();
    await expect(checkAgain(translator, at("dead"))).rejects.toEqual(new Refusal("not-allowed"));
    await expect(checkAgain(editor, at("elsewhere"))).rejects.toEqual(new Refusal("not-found"));
    await checkAgain(editor, at("dead"));
    await checkAgain(editor, at("dead"));
    const jobs = await database().$queryRaw<{ url: string }[]>`
      select data->>'url' as url from pgboss.job where name = 'check-links'`;
    expect(jobs).toEqual([{ url: at("dead") }]);
  });
});
