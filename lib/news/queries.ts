import { z } from "zod";
import { database } from "../db.ts";
import { dayInBrussels } from "../i18n/format.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { localised } from "../practice/practice.ts";
import { languageFor, say } from "../practice/rules.ts";
import { type DeskNews, deskNews, type NewsState, newsInput } from "./news.ts";

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

/** Whether a slug is that of an item which was taken down. */
export async function isNewsGone(slug: string): Promise<boolean> {
  return (await database().slug.count({ where: { section: "news", slug, news: { state: "unpublished" } } })) > 0;
}

/** The items of the desk in every state, the ones last changed first, at most 200. */
export async function listNewsAtDesk() {
  const rows = await database().newsItem.findMany({
    orderBy: { updatedAt: "desc" },
    take: 200,
    select: {
      ...{ id: true, kind: true, state: true, originalLocale: true, deadline: true, updatedAt: true },
      texts: { select: { locale: true, title: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    kind: newsInput.shape.kind.parse(row.kind),
    state: row.state as NewsState,
    lang: row.originalLocale as Locale,
    title: row.texts.find(({ locale }) => locale === row.originalLocale)?.title ?? row.id,
    languages: locales.filter((locale) => row.texts.some((text) => text.locale === locale)),
    deadline: row.deadline?.toISOString().slice(0, 10),
    updatedAt: row.updatedAt,
  }));
}

/** An item in whatever state, as an editor's form needs it. */
export async function getNewsAtDesk(
  id: string,
): Promise<{ news: DeskNews; state: NewsState; revision: number } | undefined> {
  const row = await database().newsItem.findUnique({ where: { id }, include: whole });
  if (!row) return undefined;
  const present = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
  const label = (value: unknown) => localised.safeParse(value).data;
  const news = deskNews.parse(
    present({
      ...{ id, kind: row.kind, originalLocale: row.originalLocale, publishedOn: row.publishedOn, owner: row.owner },
      ...{ countries: row.countries, audiences: row.audiences, deadline: row.deadline?.toISOString().slice(0, 10) },
      ...{ resultsExpected: label(row.resultsExpected), ownerUnit: label(row.ownerUnit) },
      sources: row.sources.map(({ newsId: _, position: __, note, ...source }) =>
        present({ ...source, note: label(note) }),
      ),
      texts: Object.fromEntries(
        row.texts.map(({ newsId: _, locale, title, slug, summary, body, sourceKey: source, ...provenance }) => [
          locale,
          present({ title, slug, summary, body, provenance: present({ ...provenance, source }) }),
        ]),
      ),
    }),
  );
  return { news, state: row.state as NewsState, revision: row.revision };
}

/** An item that is not stored yet, as its readers will get it. */
export function previewNews({ texts, sources, ...news }: DeskNews, locale: Locale): NewsView {
  const row = {
    ...{ ...news, revision: 0, state: "draft", importHash: null, editedAt: null },
    ...{ createdAt: new Date(), updatedAt: new Date(), slugs: [] },
    ...{ resultsExpected: news.resultsExpected ?? null, ownerUnit: news.ownerUnit ?? null },
    deadline: news.deadline ? new Date(news.deadline) : null,
    texts: locales.flatMap((one) => {
      const text = texts[one];
      if (!text) return [];
      const { provenance, slug = null, ...words } = text;
      const { author = null, source: sourceKey = null, ...rest } = provenance;
      return [{ newsId: news.id, locale: one, slug, ...words, ...rest, author, sourceKey }];
    }),
    sources: sources.map(({ title = null, url = null, language = null, note = null, ...source }, position) => ({
      ...{ newsId: news.id, position, ...source, title, url, language, note },
    })),
  };
  return toNewsView(row, locale);
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
  const said = (label: unknown) => {
    const { data } = localised.safeParse(label);
    return data && say(data, locale, original);
  };
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
    closed: deadline !== undefined && deadline < dayInBrussels(),
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
