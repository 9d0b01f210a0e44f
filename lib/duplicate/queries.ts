import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { type Said, type State, say } from "../practice/rules.ts";

/** Why two practices look like one. */
type Reason = "title" | "address" | "organisation-place";

/** A practice that may be the same as another. `slug`: of its page, where it has one. */
export type Likely = { id: string; title: Said; slug?: string; state: State; reasons: Reason[] };

/** What is known of a practice that others are compared with. */
export type Compared = {
  /** Its own id, where it is stored: it is no duplicate of itself. */
  id?: string;
  title: string;
  urls: string[];
  organisations: string[];
  places: string[];
  countries: string[];
  /** The language that titles are told in. */
  locale: Locale;
};

/** So many are shown; and so many are looked at for each reason. */
const [mostShown, mostFound] = [5, 20];
/** How alike two titles are, by their trigrams, from 0 to 1. Words in another order count little, a typing error too. */
const alike = 0.5;
/** An address that more practices have than these says nothing: the site of a region, a page about a programme. */
const mostSharing = 3;

/** A practice as it is compared; `id` where it is stored. */
export const comparedOf = (practice: PracticeInput, locale: Locale): Compared => ({
  id: practice.id,
  title: practice.texts[practice.originalLocale]?.title ?? "",
  urls: practice.links.map(({ url }) => url),
  organisations: practice.organisations.filter(({ roles }) => roles.includes("lead")).map(({ name }) => name),
  places: practice.places.map(({ name }) => name),
  countries: practice.countries,
  locale,
});

/** Practices in any state that may be the same, the likeliest first. For the desk. */
export const findLikely = (compared: Compared): Promise<Likely[]> => find(compared, false);

/** The same among published practices only: for everybody. */
export const findLikelyPublished = (compared: Compared): Promise<Likely[]> => find(compared, true);

async function find(compared: Compared, onlyPublished: boolean): Promise<Likely[]> {
  const [titles, addresses, hosts] = await Promise.all([
    sameTitle(compared, onlyPublished),
    sameAddress(compared, onlyPublished),
    sameHost(compared, onlyPublished),
  ]);
  const reasons = new Map<string, Reason[]>();
  const note = (ids: string[], reason: Reason) => {
    for (const id of ids) reasons.set(id, [...(reasons.get(id) ?? []), reason]);
  };
  note(titles, "title");
  note(addresses, "address");
  note(hosts, "organisation-place");
  // The sort is stable: among as many reasons, those with the likest titles stay first.
  const ids = [...reasons]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, mostShown)
    .map(([id]) => id);
  return ids.length > 0 ? tell(ids, reasons, compared.locale) : [];
}

async function tell(ids: string[], reasons: Map<string, Reason[]>, locale: Locale): Promise<Likely[]> {
  const rows = await database().practice.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      state: true,
      originalLocale: true,
      texts: { select: { locale: true, title: true } },
      slugs: { where: { current: true, locale }, select: { slug: true } },
    },
  });
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const titles = Object.fromEntries(row.texts.map((text) => [text.locale, text.title]));
    const title = say(titles, locale, row.originalLocale as Locale);
    const state = row.state as State;
    const slug = state === "published" ? row.slugs[0]?.slug : undefined;
    return [{ id, title, slug, state, reasons: reasons.get(id) ?? [] }];
  });
}

/** Those with a title like it in any language, also by another name; the likest first. */
async function sameTitle({ title, id = "" }: Compared, onlyPublished: boolean): Promise<string[]> {
  if (title.trim() === "") return [];
  // Titles of a very different length cannot be alike enough: leaving them out is most of the work.
  const [shortest, longest] = [Math.floor(title.length * alike * 0.7), Math.ceil(title.length / (alike * 0.7))];
  const rows = await database().$queryRaw<{ id: string }[]>`
    with named as (
      select "practiceId", title from "PracticeText" where length(title) between ${shortest} and ${longest}
      union all
      select "practiceId", title from "AlternativeTitle" where length(title) between ${shortest} and ${longest}
    ), compared as (
      select "practiceId", max(similarity(unaccent(title), unaccent(${title}))) as likeness
      from named group by "practiceId"
    )
    select p.id from compared c join "Practice" p on p.id = c."practiceId"
    where c.likeness >= ${alike} and p.id <> ${id} and (p.state = 'published' or not ${onlyPublished}::boolean)
    order by c.likeness desc, p.id limit ${mostFound}`;
  return rows.map((row) => row.id);
}

/** A web address as it is compared: host and path, without www and a slash at its end; undefined where it is none. */
function comparable(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  return (hostname.replace(/^www\./, "") + pathname.replace(/\/+$/, "")).toLowerCase();
}

/** Those that have the same web address among their links, where few do. */
async function sameAddress({ urls, id = "" }: Compared, onlyPublished: boolean): Promise<string[]> {
  const addresses = [...new Set(urls.flatMap((url) => comparable(url) ?? []))];
  if (addresses.length === 0) return [];
  const rows = await database().$queryRaw<{ id: string }[]>`
    with compared as (
      select "practiceId", rtrim(regexp_replace(lower(url), '^https?://(www\\.)?([^/?#:]*)(:[0-9]+)?([^?#]*).*$', '\\2\\4'), '/') as address
      from "Link"
    ), found as (
      select distinct "practiceId", address from compared
      where address = any(${addresses}) and "practiceId" <> ${id}
    ), counted as (
      select "practiceId", count(*) over (partition by address) as sharing from found
    )
    select distinct p.id from counted c join "Practice" p on p.id = c."practiceId"
    where c.sharing <= ${mostSharing} and (p.state = 'published' or not ${onlyPublished}::boolean)
    order by p.id limit ${mostFound}`;
  return rows.map((row) => row.id);
}

/** Those that the same organisation leads in the same place; written with or without capitals and accents. */
async function sameHost(
  { organisations, places, countries, id = "" }: Compared,
  onlyPublished: boolean,
): Promise<string[]> {
  if (organisations.length === 0 || places.length === 0) return [];
  const rows = await database().$queryRaw<{ id: string }[]>`
    select p.id from "Practice" p
    where p.id <> ${id} and (p.state = 'published' or not ${onlyPublished}::boolean)
      and p.id in (
        select o."practiceId" from "Organisation" o
        where 'lead' = any(o.roles)
          and lower(unaccent(o.name)) in (select lower(unaccent(name)) from unnest(${organisations}::text[]) name))
      and p.id in (
        select l."practiceId" from "Place" l
        where l.country = any(${countries})
          and lower(unaccent(l.name)) in (select lower(unaccent(name)) from unnest(${places}::text[]) name))
    order by p.id limit ${mostFound}`;
  return rows.map((row) => row.id);
}
