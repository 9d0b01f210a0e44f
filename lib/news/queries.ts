import { z } from "zod";
import { database } from "../db.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { localised } from "../practice/practice.ts";
import { languageFor, say } from "../practice/rules.ts";

/** Today in Brussels, where deadlines end: a call is closed from the day after its deadline. */
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" }).format(new Date());

const whole = {
  texts: true,
  sources: { orderBy: { position: "asc" } },
  slugs: { where: { current: true } },
} as const;

/** The published news and calls as one reader gets them: open calls by deadline, then the newest. */
export async function listNews(locale: Locale) {
  const rows = await database().newsItem.findMany({ where: { state: "published" }, include: whole });
  return rows
    .map((row) => toNewsView(row, locale))
    .sort((a, b) => {
      const open = Number(isOpenCall(b)) - Number(isOpenCall(a));
      if (open !== 0) return open;
      if (isOpenCall(a)) return (a.deadline ?? "").localeCompare(b.deadline ?? "");
      return b.publishedOn.localeCompare(a.publishedOn);
    });
}

const isOpenCall = (item: { kind: string; closed: boolean }) => item.kind === "call" && !item.closed;

/** The news item of a slug, or the slug it has now in this language. */
export async function findNews(locale: Locale, slug: string) {
  const rows = await database().slug.findMany({
    where: { section: "news", slug, news: { state: "published" } },
    include: { news: { include: whole } },
  });
  const { news } = rows.find((row) => row.locale === locale) ?? rows[0] ?? {};
  if (!news) return undefined;
  return toNewsView(news, locale);
}

/** One published news item by its id. */
export async function findNewsById(locale: Locale, id: string) {
  const row = await database().newsItem.findFirst({ where: { id, state: "published" }, include: whole });
  return row ? toNewsView(row, locale) : undefined;
}

export type NewsView = ReturnType<typeof toNewsView>;

type Row = Awaited<ReturnType<typeof loadAll>>[number];
const loadAll = () => database().newsItem.findMany({ include: whole });

function toNewsView(row: Row, locale: Locale) {
  const original = row.originalLocale as Locale;
  const available = locales.filter((one) => row.texts.some((text) => text.locale === one));
  const lang = languageFor(available, locale, original);
  const text = row.texts.find((one) => one.locale === lang);
  if (!text) throw new Error(`news ${row.id} has no text in its original language`);
  const said = (label: unknown) => (label === null ? undefined : say(localised.parse(label), locale, original));
  const deadline = row.deadline?.toISOString().slice(0, 10);
  const source = row.sources.find((one) => one.key === text.sourceKey);
  return {
    id: row.id,
    kind: z.enum(["news", "call"]).parse(row.kind),
    lang,
    languages: available,
    slugs: Object.fromEntries(
      locales.map((one) => [one, row.slugs.find((slug) => slug.locale === one)?.slug ?? row.id]),
    ) as Record<Locale, string>,
    title: text.title,
    summary: text.summary,
    body: text.body,
    publishedOn: row.publishedOn,
    updatedAt: row.updatedAt.toISOString(),
    deadline,
    closed: deadline !== undefined && deadline < today(),
    resultsExpected: said(row.resultsExpected),
    owner: row.owner,
    ownerUnit: said(row.ownerUnit),
    countries: row.countries,
    audiences: row.audiences,
    provenance: {
      writtenOn: text.writtenOn,
      reviewed: text.reviewed,
      from: source && { publisher: source.publisher, language: source.language ?? undefined },
    },
    sources: row.sources.map((one) => ({
      key: one.key,
      publisher: one.publisher,
      title: one.title ?? undefined,
      url: one.url ?? undefined,
      language: one.language ?? undefined,
      note: said(one.note),
    })),
  };
}
