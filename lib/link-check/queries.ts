import { database } from "../db.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { deadAfter, type Finding, type Standing, standingOf } from "./outcome.ts";

/** What names a link: a practice or a news item, by its title in the reader's language or the original's. */
export type LinkPlace = { kind: "practice" | "news"; id: string; title: string; lang: Locale; slug?: string };

/** A link that needs a look, with where it stands. */
export type ListedLink = {
  url: string;
  standing: Standing;
  outcome: Finding["outcome"];
  status?: number;
  /** Of what has moved for good: where to. */
  target?: string;
  failingSince?: Date;
  checkedAt: Date;
  places: LinkPlace[];
};

/** How many links the desk shows at a time. */
export const linksPerPage = 25;

// Two independent conditions that do not overlap; `standingOf` says the same of one row.
const conditions = {
  dead: { failures: { gte: deadAfter } },
  failing: { failures: { gt: 0, lt: deadAfter } },
  moved: { failures: 0, outcome: "moved" },
  refused: { failures: 0, outcome: "refused" },
} as const satisfies Record<Standing, object>;

/** How many links there are of each standing, how many in all, and how many were never looked at. */
export async function countLinks(): Promise<Record<Standing | "all" | "unchecked", number>> {
  const links = database().linkCheck;
  const [all, unchecked, dead, failing, moved, refused] = await Promise.all([
    links.count(),
    links.count({ where: { outcome: "unchecked" } }),
    links.count({ where: conditions.dead }),
    links.count({ where: conditions.failing }),
    links.count({ where: conditions.moved }),
    links.count({ where: conditions.refused }),
  ]);
  return { all, unchecked, dead, failing, moved, refused };
}

/**
 * The links of some standings, those that fail longest first.
 * @param page from 1
 */
export async function listLinks(standings: readonly Standing[], page: number, locale: Locale): Promise<ListedLink[]> {
  const rows = await database().linkCheck.findMany({
    where: { OR: standings.map((one) => conditions[one]) },
    orderBy: [{ failingSince: { sort: "asc", nulls: "last" } }, { url: "asc" }],
    skip: (page - 1) * linksPerPage,
    take: linksPerPage,
  });
  const places = await placesOf(
    rows.map(({ url }) => url),
    locale,
  );
  return rows.flatMap((row) => {
    const standing = standingOf(row);
    if (!standing) return [];
    const { url, checkedAt } = row;
    return {
      ...{ url, standing, checkedAt, outcome: row.outcome as Finding["outcome"], places: places.get(url) ?? [] },
      status: row.status ?? undefined,
      target: row.target ?? undefined,
      failingSince: row.failingSince ?? undefined,
    };
  });
}

/** Where links stand, in what is published. */
async function placesOf(urls: string[], locale: Locale): Promise<Map<string, LinkPlace[]>> {
  if (urls.length === 0) return new Map();
  // Few texts have an address in them: those are put aside first, and only then compared with each link.
  const rows = await database().$queryRaw<{ url: string; kind: "practice" | "news"; id: string }[]>`
    with texts as materialized (
      select 'practice' as kind, "practiceId" as id, t::text as words from "PracticeText" t
      where t::text like '%://%'
      union all select 'news', "newsId", body from "NewsText" where body like '%://%'),
    named as (
      select url, 'practice' as kind, "practiceId" as id from "Link" where url = any(${urls})
      union select url, 'practice', "practiceId" from "Source" where url = any(${urls})
      union select url, 'practice', "practiceId" from "Output" where url = any(${urls})
      union select url, 'practice', "practiceId" from "Organisation" where url = any(${urls})
      union select url, 'practice', "practiceId" from "Award" where url = any(${urls})
      union select url, 'practice', "practiceId" from "PracticeRelation" where url = any(${urls})
      union select url, 'news', "newsId" from "NewsSource" where url = any(${urls})
      union select u.url, kind, id from unnest(${urls}::text[]) u(url) join texts on strpos(words, u.url) > 0)
    select url, kind, id from named
    where case kind when 'practice' then exists (select from "Practice" p where p.id = named.id and state = 'published')
      else exists (select from "NewsItem" n where n.id = named.id and state = 'published') end
    order by kind desc, id`;
  const idsOf = (kind: string) => [...new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id))];
  const text = { select: { locale: true, title: true, slug: true } } as const;
  const slugs = { where: { current: true, locale }, select: { slug: true } };
  const [practices, news] = await Promise.all([
    database().practice.findMany({
      where: { id: { in: idsOf("practice") } },
      select: { id: true, originalLocale: true, texts: text, slugs },
    }),
    database().newsItem.findMany({
      where: { id: { in: idsOf("news") } },
      select: { id: true, originalLocale: true, texts: text, slugs },
    }),
  ]);
  const found = new Map<string, LinkPlace[]>();
  for (const { url, kind, id } of rows) {
    const item = (kind === "practice" ? practices : news).find((one) => one.id === id);
    const words = [locale, item?.originalLocale].flatMap(
      (lang) => item?.texts.find((one) => one.locale === lang) ?? [],
    );
    const lang = locales.find((one) => one === words[0]?.locale) ?? locale;
    const place = { kind, id, title: words[0]?.title ?? id, lang, slug: item?.slugs[0]?.slug };
    found.set(url, [...(found.get(url) ?? []), place]);
  }
  return found;
}
