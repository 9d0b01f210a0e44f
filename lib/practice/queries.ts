import { z } from "zod";
import { database } from "../db.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { searchConfig } from "./catalogue-index.ts";
import { type FacetName, type Filters, facetNames } from "./filters.ts";
import { plainText } from "./plain-text.ts";
import { localised } from "./practice.ts";
import { fromRows, metaOf, wholePractice } from "./rows.ts";
import { languageFor, periodYears, type Said, type State } from "./rules.ts";
import { type PracticeCard, type PracticeView, toPracticeView } from "./view.ts";

// Every read of practices by the public. What is published is decided here: by CatalogueEntry, which only published
// practices have, or by the state; a caller cannot ask for more.

export type Facets = Record<FacetName, Record<string, number>>;

/** One page of the catalogue. `undated`: how many were left out because they have no year (only with `from` or `to`). */
export type CatalogueResult = {
  cards: PracticeCard[];
  total: number;
  page: number;
  pages: number;
  facets: Facets;
  undated: number;
};

/**
 * The published practices of a selection, one page of them, and for every filter how many practices each of its
 * values would give together with the other filters. A page past the end is the last page.
 */
export async function searchCatalogue(locale: Locale, filters: Filters, perPage = 20): Promise<CatalogueResult> {
  const { total, undated, facets } = await countCatalogue(locale, filters);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(filters.page, pages);
  const ids = await selectIds(locale, filters, perPage, (page - 1) * perPage);
  return { cards: await getCards(locale, ids), total, page, pages, facets, undated };
}

/** The ids of a selection, all of them in order or one page. */
export async function selectIds(locale: Locale, filters: Filters, limit: number, offset: number): Promise<string[]> {
  const order = {
    newest: Prisma.sql`e."publishedAt" desc`,
    oldest: Prisma.sql`e."publishedAt" asc`,
    title: Prisma.sql`t."titleKey" collate "C" asc`,
    relevance: Prisma.sql`m.rank desc, e."publishedAt" desc`,
  }[filters.sort];
  const rows = await database().$queryRaw<{ id: string }[]>`
    with matching as (${matching(filters.q)})
    select e."practiceId" as id
    from "CatalogueEntry" e
    join matching m on m."practiceId" = e."practiceId"
    join "CatalogueText" t on t."practiceId" = e."practiceId" and t.locale = ${locale}
    where ${Prisma.join(
      conditions(locale, filters).map(({ sql }) => sql),
      " and ",
    )}
    order by ${order}, e."practiceId"
    limit ${limit} offset ${offset}`;
  return rows.map(({ id }) => id);
}

const countRow = z.object({ facet: z.string(), code: z.string(), count: z.coerce.number() });

/** How many practices a selection has, and how many each value of each filter has together with the other filters. */
export async function countCatalogue(
  locale: Locale,
  filters: Filters,
): Promise<Pick<CatalogueResult, "total" | "undated" | "facets">> {
  const all = conditions(locale, filters);
  const flags = all.map(({ name, sql }) => Prisma.sql`(${sql}) as ${Prisma.raw(`"ok_${name}"`)}`);
  const others = (name: string) =>
    Prisma.join(
      [Prisma.sql`true`, ...all.filter((one) => one.name !== name).map((one) => Prisma.raw(`"ok_${one.name}"`))],
      " and ",
    );
  const counts = facetNames.map((name) => {
    const codes = codesOf(name, locale);
    return Prisma.sql`select ${name} as facet, code, count(*) from (select unnest(${codes}) as code from flagged e where ${others(name)}) v group by code`;
  });
  const years = filters.from !== undefined || filters.to !== undefined;
  const rows = await database().$queryRaw`
    with matching as (${matching(filters.q)}),
    flagged as materialized (
      select e.*, ${Prisma.join(flags, ", ")}
      from "CatalogueEntry" e join matching m on m."practiceId" = e."practiceId"
    )
    ${Prisma.join(counts, " union all ")}
    union all select 'total', '', count(*) from flagged where ${others("")}
    union all select 'undated', '', count(*) from flagged where ${years} and "yearFrom" is null and ${others("years")}`;
  const facets = Object.fromEntries(facetNames.map((name) => [name, {}])) as Facets;
  let [total, undated] = [0, 0];
  for (const { facet, code, count } of z.array(countRow).parse(rows)) {
    if (facet === "total") total = count;
    else if (facet === "undated") undated = count;
    else facets[facet as FacetName][code] = count;
  }
  return { total, undated, facets };
}

/** The codes that one entry has of a filter, as an SQL array. */
function codesOf(name: FacetName, locale: Locale): Prisma.Sql {
  switch (name) {
    case "country":
      return Prisma.sql`e.countries`;
    case "theme":
      return Prisma.sql`e.themes`;
    case "audience":
      return Prisma.sql`e.audiences`;
    case "organisation":
      return Prisma.sql`e.organisations`;
    case "status":
      return Prisma.sql`array[e.status]`;
    case "evidence":
      return Prisma.sql`array[e.evidence]`;
    case "plain":
      return Prisma.sql`case when ${locale} = any(e."plainLocales") then array['yes'] else array[]::text[] end`;
  }
}

/** One condition per filter, always all of them: `true` where a filter is not used. */
function conditions(locale: Locale, filters: Filters): { name: string; sql: Prisma.Sql }[] {
  const facets = facetNames.map((name) => {
    const values: string[] = filters[name];
    const sql = values.length === 0 ? Prisma.sql`true` : Prisma.sql`${codesOf(name, locale)} && ${values}::text[]`;
    return { name, sql };
  });
  const { from, to } = filters;
  const years =
    from === undefined && to === undefined
      ? Prisma.sql`true`
      : Prisma.sql`coalesce(e."yearTo" >= ${from ?? 0} and e."yearFrom" <= ${to ?? 9999}, false)`;
  return [...facets, { name: "years", sql: years }];
}

/** The practices that a search text finds, in any language's version, with how well; all of them without a text. */
function matching(q: string): Prisma.Sql {
  if (!q) return Prisma.sql`select "practiceId", 0::real as rank from "CatalogueEntry"`;
  const perLocale = locales.map((locale) => {
    const query = Prisma.sql`websearch_to_tsquery(${searchConfig[locale]}::regconfig, ${q})`;
    return Prisma.sql`
      select "practiceId", ts_rank(document, ${query}) as rank
      from "CatalogueText" where locale = ${locale} and document @@ ${query}`;
  });
  return Prisma.sql`
    select "practiceId", max(rank) as rank from (${Prisma.join(perLocale, " union all ")}) found group by "practiceId"`;
}

/** Published practices as cards, in the order of `ids`. */
export async function getCards(locale: Locale, ids: string[]): Promise<PracticeCard[]> {
  const rows = await database().practice.findMany({
    where: { id: { in: ids }, catalogueEntry: { isNot: null } },
    select: {
      id: true,
      originalLocale: true,
      countries: true,
      themes: true,
      status: true,
      evidence: true,
      periodStart: true,
      periodEnd: true,
      periodDuring: true,
      texts: { select: { locale: true, title: true, summary: true } },
      slugs: { where: { locale, current: true }, select: { slug: true } },
      audiences: { where: { role: "direct" }, select: { code: true } },
      places: { orderBy: { position: "asc" }, take: 1, select: { name: true, translatedName: true } },
      organisations: {
        where: { roles: { has: "lead" } },
        orderBy: { position: "asc" },
        take: 1,
        select: { name: true, type: true },
      },
    },
  });
  const cards = rows.map((row): PracticeCard => {
    const available = locales.filter((one) => row.texts.some((text) => text.locale === one));
    const lang = languageFor(available, locale, row.originalLocale as Locale);
    const text = row.texts.find((one) => one.locale === lang);
    const [lead] = row.organisations;
    const period = {
      start: row.periodStart ?? undefined,
      end: row.periodEnd ?? undefined,
      during: row.periodDuring ?? undefined,
    };
    return {
      id: row.id,
      slug: row.slugs[0]?.slug ?? row.id,
      lang,
      title: { text: text?.title ?? "", lang },
      summary: text?.summary ? { text: plainText(text.summary), lang } : undefined,
      countries: row.countries,
      place: row.places[0] && nameOf(row.places[0], locale),
      lead: lead && { name: lead.name, type: lead.type ?? undefined },
      period,
      status: row.status,
      evidence: row.evidence,
      themes: row.themes,
      languages: available,
      cover: {
        id: row.id,
        countries: row.countries,
        themes: row.themes.length,
        audiences: row.audiences.length,
        years: periodYears(period),
      },
    };
  });
  return ids.flatMap((id) => cards.find((card) => card.id === id) ?? []);
}

/** A place's name in a language, where it has one of its own there. */
const nameOf = ({ name, translatedName }: { name: string; translatedName: unknown }, locale: Locale): string =>
  localised.safeParse(translatedName).data?.[locale] ?? name;

/** Published practices whole, as one reader gets them, in the order of `ids`. */
export async function getPractices(locale: Locale, ids: string[]): Promise<PracticeView[]> {
  const rows = await database().practice.findMany({
    where: { id: { in: ids }, catalogueEntry: { isNot: null } },
    include: { ...wholePractice, slugs: { where: { current: true } } },
  });
  const views = rows.map((row) => toPracticeView(fromRows(row), metaOf(row), locale));
  return ids.flatMap((id) => views.find((view) => view.id === id) ?? []);
}

/** A point of the map: a place where one practice of a selection is, or several. Degrees, WGS 84. */
export type MapPlace = {
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  count: number;
  /** The practice, where there is one alone. */
  practice?: { slug: string; title: Said };
};

/** How many points a map holds: more would be neither seen apart nor loaded on a slow line. */
const mostPlaces = 250;

const placeRow = z.object({
  name: z.string(),
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  count: z.coerce.number(),
  id: z.string(),
  points: z.coerce.number(),
});

/**
 * Where the practices of a selection are, those with most practices first. What a practice serves is on the map only
 * where it names no area or seat. `points`: how many there are, beyond those returned. `placeless`: how many practices
 * have none at all.
 */
export async function mapPlaces(
  locale: Locale,
  filters: Filters,
): Promise<{ places: MapPlace[]; points: number; placeless: number }> {
  const where = Prisma.join(
    conditions(locale, filters).map(({ sql }) => sql),
    " and ",
  );
  const selected = Prisma.sql`
    select e."practiceId" from "CatalogueEntry" e
    join (${matching(filters.q)}) m on m."practiceId" = e."practiceId" where ${where}`;
  const located = Prisma.sql`
    select p.* from "Place" p join selected s on s."practiceId" = p."practiceId"
    where p.latitude is not null and p.longitude is not null and (p.role <> 'served' or not exists (
      select 1 from "Place" other where other."practiceId" = p."practiceId" and other.role <> 'served'
        and other.latitude is not null))`;
  const [rows, [left]] = await Promise.all([
    database().$queryRaw`
      with selected as (${selected}), located as (${located})
      select min(coalesce("translatedName" ->> ${locale}, name)) as name, country, latitude, longitude, count(distinct "practiceId"), min("practiceId") as id,
        count(*) over () as points
      from located group by country, latitude, longitude
      order by count(distinct "practiceId") desc, latitude desc, longitude limit ${mostPlaces}`,
    database().$queryRaw<{ placeless: bigint }[]>`
      with selected as (${selected}), located as (${located})
      select count(*) as placeless from selected where "practiceId" not in (select "practiceId" from located)`,
  ]);
  const found = z.array(placeRow).parse(rows);
  const cards = await getCards(
    locale,
    found.filter(({ count }) => count === 1).map(({ id }) => id),
  );
  const places = found.map(({ id, points: _, ...place }): MapPlace => {
    const card = place.count === 1 ? cards.find((one) => one.id === id) : undefined;
    return { ...place, practice: card && { slug: card.slug, title: card.title } };
  });
  return { places, points: found[0]?.points ?? 0, placeless: Number(left?.placeless ?? 0) };
}

/** One published practice as a reader gets it. */
export async function getPractice(locale: Locale, id: string): Promise<PracticeView | undefined> {
  return (await getPractices(locale, [id]))[0];
}

/** What an address of a practice leads to: its page, the address it has now, or the news that it is gone. */
export type Resolution =
  | { found: "page"; id: string }
  | { found: "moved"; slug: string }
  | { found: "gone" }
  | { found: "nothing" };

/** Where a slug in a language leads. A slug of another language, or a former one, leads on to the current one. */
export async function resolvePractice(locale: Locale, slug: string): Promise<Resolution> {
  const rows = await database().slug.findMany({
    where: { section: "practice", slug, practiceId: { not: null } },
    select: {
      locale: true,
      current: true,
      practice: {
        select: { id: true, state: true, slugs: { where: { locale, current: true }, select: { slug: true } } },
      },
    },
  });
  // Of several practices that bear it in different languages, the reader's language comes first.
  const best = rows.find((row) => row.locale === locale) ?? rows.find((row) => row.current) ?? rows[0];
  if (!best?.practice) return { found: "nothing" };
  const current = best.practice.slugs[0]?.slug;
  if (!isPublic(best.practice.state)) return { found: "gone" };
  if (current && current !== slug) return { found: "moved", slug: current };
  return { found: "page", id: best.practice.id };
}

/** The slug of a practice that is or was published, in a language: where its permanent address `/p/{id}` leads. */
export async function findSlug(locale: Locale, id: string): Promise<string | undefined> {
  const slug = await database().slug.findFirst({
    where: { section: "practice", practiceId: id, locale, current: true },
    select: { slug: true },
  });
  return slug?.slug;
}

const isPublic = (state: string) => (state as State) === "published";

/** Up to three other practices that share most themes and audiences with this one. */
export async function similarPractices(locale: Locale, id: string): Promise<PracticeCard[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    select other."practiceId" as id
    from "CatalogueEntry" this
    join "CatalogueEntry" other on other."practiceId" <> this."practiceId"
    cross join lateral (
      select count(*) as themes from unnest(this.themes) theme where theme = any(other.themes)
    ) a
    cross join lateral (
      select count(*) as audiences from unnest(this.audiences) audience where audience = any(other.audiences)
    ) b
    where this."practiceId" = ${id} and (a.themes > 0 or b.audiences > 0)
    order by a.themes + b.audiences desc, other."publishedAt" desc, other."practiceId"
    limit 3`;
  return getCards(
    locale,
    rows.map((row) => row.id),
  );
}

/** Every published practice with its slugs and last change, for the sitemap. */
export async function listAddresses(): Promise<{ slugs: Partial<Record<Locale, string>>; updatedAt: Date }[]> {
  const rows = await database().practice.findMany({
    where: { catalogueEntry: { isNot: null } },
    orderBy: { id: "asc" },
    select: { updatedAt: true, slugs: { where: { current: true }, select: { locale: true, slug: true } } },
  });
  return rows.map(({ updatedAt, slugs }) => ({
    updatedAt,
    slugs: Object.fromEntries(slugs.map(({ locale, slug }) => [locale, slug])),
  }));
}
