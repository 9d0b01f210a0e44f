import { database } from "../db.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { plainText } from "./plain-text.ts";
import { localised } from "./practice.ts";
import { fromRows, lastAsked, metaOf, partOrigins, wholePractice } from "./rows.ts";
import { languageFor, periodYears, type State } from "./rules.ts";
import { isMachineMade, type PracticeCard, type PracticeView, toPracticeView } from "./view.ts";

// Every read of practices by the public. What is published is decided here: by CatalogueEntry, which only published
// practices have, or by the state; a caller cannot ask for more.

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
      texts: { select: { locale: true, title: true, summary: true, origin: true, method: true } },
      translations: { where: { method: "machine" }, select: { locale: true, section: true } },
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
    const machine = row.translations.flatMap((one) => (one.locale === lang ? one.section : []));
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
      isMachineMade: isMachineMade(text && { ...text, machine }, "title", "summary"),
      isPartlyMachineMade: machine.length > 0,
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
    include: {
      ...wholePractice,
      slugs: { where: { current: true } },
      confirmations: lastAsked,
      translations: partOrigins,
    },
  });
  const views = rows.map((row) => toPracticeView(fromRows(row), metaOf(row), locale));
  return ids.flatMap((id) => views.find((view) => view.id === id) ?? []);
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

/**
 * Where a slug in a language leads. A slug of another language, or a former one, leads on to the current one; that of a
 * duplicate to the practice it is one of.
 */
export async function resolvePractice(locale: Locale, slug: string): Promise<Resolution> {
  const rows = await database().slug.findMany({
    where: { section: "practice", slug, practiceId: { not: null } },
    select: { locale: true, current: true, practiceId: true },
  });
  // Of several practices that bear it in different languages, the reader's language comes first.
  const best = rows.find((row) => row.locale === locale) ?? rows.find((row) => row.current) ?? rows[0];
  if (!best?.practiceId) return { found: "nothing" };
  const { id, state, slug: current } = await leadOn(locale, best.practiceId);
  if (!isPublic(state)) return { found: "gone" };
  if (current && current !== slug) return { found: "moved", slug: current };
  return { found: "page", id };
}

/** The slug of a practice that is or was published, in a language. */
export async function findSlug(locale: Locale, id: string): Promise<string | undefined> {
  const slug = await database().slug.findFirst({
    where: { section: "practice", practiceId: id, locale, current: true },
    select: { slug: true },
  });
  return slug?.slug;
}

/**
 * What the permanent address of a practice leads to in a language: the slug of one that is or was published, or, of a
 * duplicate, the practice that is published in its place.
 */
export async function findAddress(
  locale: Locale,
  id: string,
): Promise<{ slug: string } | { duplicateOf: string } | undefined> {
  const first = await database().practice.findUnique({ where: { id }, select: { id: true } });
  if (!first) return undefined;
  const last = await leadOn(locale, id);
  if (last.id !== id && isPublic(last.state)) return { duplicateOf: last.id };
  return last.slug === undefined ? undefined : { slug: last.slug };
}

/** The practice at the end of a chain of duplicates; of one that is none, itself. */
async function leadOn(locale: Locale, id: string): Promise<{ id: string; state: string; slug: string | undefined }> {
  const met = new Set<string>();
  for (let next = id; ; ) {
    met.add(next);
    const { state, duplicateOfId, slugs } = await database().practice.findUniqueOrThrow({
      where: { id: next },
      select: { state: true, duplicateOfId: true, slugs: { where: { locale, current: true }, select: { slug: true } } },
    });
    // No practice leads to itself, but a page that never ends would be worse than one that is gone.
    if (duplicateOfId === null || met.has(duplicateOfId)) return { id: next, state, slug: slugs[0]?.slug };
    next = duplicateOfId;
  }
}

const isPublic = (state: string) => (state as State) === "published";

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
