import { z } from "zod";
import { database } from "../db.ts";
import { listTerms } from "../glossary/queries.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { isEditable, languageFor, type Said, type State } from "../practice/rules.ts";
import { partsOf } from "../revision/changes.ts";
import { getSnapshots } from "../revision/queries.ts";
import { loadThesaurus } from "../search/queries.ts";
import { patternsOf } from "../title-words.ts";
import { isOwnText, type Part, type PartStatus, partStatuses, parts, type Task, tasks } from "./state.ts";
import { type TextTerm, termsOf } from "./terms.ts";

// What translators see: what is to be done over all published practices, and one practice in one language.

/** What is asked of the list of translations. `tasks`: those that a practice must have one of; none: all practices. */
export type TranslationFilter = {
  into: readonly Locale[];
  tasks: readonly Task[];
  q: string;
  sort: "urgent" | "title" | "stale";
  page: number;
};

/** A practice with the parts of its translations, and the languages whose text is no translation. */
export type TranslationRow = {
  id: string;
  title: Said;
  original: Locale;
  own: Locale[];
  /** Those that have no text at all. */
  empty: Locale[];
  parts: { locale: Locale; part: Part; task: Task | "fresh" }[];
  /** Since when what presses most has been waiting: the change of the original, or what was written last. */
  since: Date | null;
};

/** How many parts there are of a kind in a language, over all practices that the list is of. */
export type TranslationCount = { locale: Locale; task: Task | "fresh"; count: number };

const task = z.enum([...tasks, "fresh"]);
const locale = z.enum(locales);
const found = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    lang: locale,
    original: locale,
    own: z.array(locale),
    empty: z.array(locale),
    parts: z.array(z.object({ locale, part: z.enum(parts), task })),
    since: z.date().nullable(),
    total: z.number(),
    page: z.number(),
    counts: z.array(z.object({ locale, task, count: z.number() })),
  }),
);

/**
 * Published practices by what is to be done about their translations, and what there is to do over all of them.
 * @param reader whose language titles are shown and sorted in
 * @param perPage a page past the end is the last one
 */
export async function listTranslations(
  reader: Locale,
  { into, tasks: asked, q, sort, page }: TranslationFilter,
  perPage: number,
): Promise<{ rows: TranslationRow[]; total: number; page: number; counts: TranslationCount[] }> {
  const rows = await database().$queryRaw`
    with chosen as (
      select p.id, p."originalLocale" as original, p."publishedAt", k.key, t.title, t.locale as lang
      from "Practice" p
      join "CatalogueTitle" k on k."practiceId" = p.id and k.locale = ${reader}
      join lateral (
        select title, locale from "PracticeText" where "practiceId" = p.id and locale in (${reader}, p."originalLocale")
        order by locale = ${reader} desc limit 1
      ) t on true
      where p.state = 'published' and (${q} = '' or exists (
        select from "PracticeText" any_text
        where any_text."practiceId" = p.id and unaccent(lower(any_text.title)) like all (
          array(select unaccent(lower(word)) from unnest(${patternsOf(q)}::text[]) word))))
    ), part as materialized (
      select c.id, l.locale, s.part, coalesce(k."fromRevision", 0) as made_from,
        'texts.' || c.original || '.' || s.part as path,
        case when k.behind then 'behind'
          when s.target is null and d.section is null then 'missing'
          when d.section is not null then 'draft'
          when coalesce(k.method, t.method) = 'machine' and k."reviewedAt" is null then 'machine'
          else 'fresh' end as task
      from chosen c
      cross join unnest(${[...into]}::text[]) l(locale)
      join "PracticeText" o on o."practiceId" = c.id and o.locale = c.original
      left join "PracticeText" t on t."practiceId" = c.id and t.locale = l.locale
      cross join lateral (values ('title', o.title, t.title), ('subtitle', o.subtitle, t.subtitle),
        ('summary', o.summary, t.summary), ('plainWords', o."plainWords", t."plainWords"),
        ('presentation', o.presentation, t.presentation), ('context', o.context, t.context),
        ('objectives', o.objectives, t.objectives), ('activities', o.activities, t.activities),
        ('tools', o.tools, t.tools), ('results', o.results, t.results), ('benefits', o.benefits, t.benefits),
        ('constraints', o.constraints, t.constraints), ('advice', o.advice, t.advice),
        ('nextSteps', o."nextSteps", t."nextSteps"), ('costs', o.costs, t.costs)) s(part, source, target)
      left join "SectionTranslation" k on k."practiceId" = c.id and k.locale = l.locale and k.section = s.part
      left join "TranslationDraft" d on d."practiceId" = c.id and d.locale = l.locale and d.section = s.part
      where l.locale <> c.original and coalesce(t.origin, 'translation') <> 'original'
        and (s.target <> '' or s.source <> '')
    ), waiting as (
      select *, array_position(${[...tasks]}::text[], task) as rank,
        min(array_position(${[...tasks]}::text[], task)) over (partition by id) as first
      from part where task = any(${asked.length > 0 ? [...asked] : [...tasks]}::text[])
    ), todo as (
      select id, min(first) as first, count(*) filter (where task = 'behind') as behind,
        count(*) filter (where task = 'missing') as missing, count(*) as open,
        array_agg(made_from) filter (where rank = first) as froms, array_agg(path) filter (where rank = first) as paths
      from waiting group by id
    ), listed as materialized (
      select c.*, todo.first, todo.behind, todo.missing, todo.open, coalesce(since.at, c."publishedAt") as since
      from chosen c left join todo on todo.id = c.id
      left join lateral (
        select min(r."createdAt") as at from "Revision" r
        where r."practiceId" = todo.id and ${sort === "urgent"} and exists (
          select from unnest(todo.froms, todo.paths) w(made_from, path)
          where r.number > w.made_from and w.path = any(r.changed))
      ) since on true
      where ${asked.length === 0} or todo.id is not null
    ), size as (
      select count(*)::int as total, greatest(1, least(${page}::int, ceil(count(*) / ${perPage}::numeric)::int)) as page
      from listed
    ), shown as (
      select *, row_number() over (order by
        case when ${sort === "urgent"} then first end, case when ${sort === "urgent"} then since end,
        case when ${sort === "stale"} then behind end desc nulls last,
        case when ${sort === "stale"} then missing end desc nulls last,
        case when ${sort === "stale"} then open end desc nulls last, key collate "C", id) as position
      from listed
    )
    select shown.id, shown.title, shown.lang, shown.original, shown.since, size.total, size.page,
      array(select locale from "PracticeText" t where t."practiceId" = shown.id and t.locale <> shown.original
        and t.origin = 'original' order by locale) as own,
      array(select l from unnest(${[...locales]}::text[]) l where not exists (
        select from "PracticeText" t where t."practiceId" = shown.id and t.locale = l)) as empty,
      coalesce((select jsonb_agg(jsonb_build_object('locale', locale, 'part', part, 'task', task))
        from part where part.id = shown.id), '[]') as parts,
      coalesce((select jsonb_agg(one) from (
        select locale, task, count(*)::int as count from part group by locale, task) one), '[]') as counts
    from shown cross join size
    where position > (size.page - 1) * ${perPage}::int and position <= size.page * ${perPage}::int
    order by position`;
  const [first, ...others] = found.parse(rows);
  if (!first) return { rows: [], total: 0, page: 1, counts: [] };
  return {
    rows: [first, ...others].map(({ title, lang, parts: all, ...row }) => ({
      ...row,
      title: { text: title, lang },
      parts: all.toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part)),
    })),
    total: first.total,
    page: first.page,
    counts: first.counts,
  };
}

/** A part on the page of a translator: what the original says, what readers have, what is kept as a draft. */
export type TranslationPart = PartStatus & {
  /** Of the original, now; and as it was when the translation was made, where it has changed since. */
  source?: string;
  sourceBefore?: string;
  target?: string;
  /** How readers' text was made. */
  method: string;
  /** Who wrote it and who checked it, where that is somebody who is still here; `isOwn`: who asks has written it. */
  by?: string;
  isOwn: boolean;
  at?: Date;
  reviewedBy?: string;
  reviewedAt?: Date;
  draft?: { text: string; method: string; by?: string; at: Date };
  terms: TextTerm[];
};

/**
 * A practice to be translated into a language; nothing where there is none.
 * @param reader whose language the title is shown in; `editorId`: who asks
 * @param answered the part whose form has come back, and the revision that it was sent with
 */
export async function getTranslation(
  { reader, editorId }: { reader: Locale; editorId: string },
  id: string,
  into: Locale,
  answered?: { part: Part; revision: number },
) {
  const where = { where: { locale: into } };
  const row = await database().practice.findUnique({
    where: { id },
    include: { ...wholePractice, translations: where, translationDrafts: where, slugs: { where: { current: true } } },
  });
  if (!row) return undefined;
  const practice = fromRows(row);
  const { originalLocale: original, texts } = practice;
  const [source, target] = [partsOf(texts[original]), partsOf(texts[into])];
  const origins = new Map(row.translations.map((one) => [one.section, one]));
  const drafts = new Map(row.translationDrafts.map((one) => [one.section, one]));
  const readAt = (part: Part) => {
    const origin = origins.get(part);
    if (part === answered?.part) return answered.revision;
    return origin?.behind ? origin.fromRevision : drafts.get(part)?.fromRevision;
  };
  const [snapshots, people, thesaurus, termsFrom, termsInto] = await Promise.all([
    getSnapshots(
      id,
      parts.flatMap((part) => readAt(part) ?? []),
    ),
    database().editor.findMany({ select: { id: true, name: true } }),
    loadThesaurus(),
    listTerms(original),
    listTerms(into),
  ]);
  const nameOf = (person: string | null | undefined) => people.find((one) => one.id === person)?.name;
  const lang = languageFor(
    locales.filter((one) => texts[one]),
    reader,
    original,
  );
  return {
    id,
    ...{ original, into, revision: row.revision, state: row.state as State },
    title: { text: texts[lang]?.title ?? "", lang } satisfies Said,
    slug: row.state === "published" ? row.slugs.find((one) => one.locale === into)?.slug : undefined,
    isEditable: isEditable(row.state as State),
    isOwn: isOwnText(practice, into),
    isBegun: texts[into] !== undefined,
    /** When the last of the drafts of its parts was kept. */
    lastDraft: row.translationDrafts
      .filter(({ section }) => section in source || section in target)
      .map(({ updatedAt }) => updatedAt.toISOString())
      .toSorted()
      .at(-1),
    parts: partStatuses(practice, into, row.translations, [...drafts.keys()]).map((status): TranslationPart => {
      const [origin, draft] = [origins.get(status.part), drafts.get(status.part)];
      const before = snapshots.get(readAt(status.part) ?? -1);
      const sourceBefore = before && (partsOf(before.texts[before.originalLocale])[status.part] ?? "");
      return {
        ...status,
        source: source[status.part],
        sourceBefore: sourceBefore === (source[status.part] ?? "") ? undefined : sourceBefore,
        target: target[status.part],
        method: origin?.method ?? texts[into]?.provenance.method ?? "human",
        by: nameOf(origin?.editorId),
        isOwn: origin?.editorId === editorId,
        at: origin?.updatedAt,
        reviewedBy: nameOf(origin?.reviewedById),
        reviewedAt: origin?.reviewedAt ?? undefined,
        draft: draft && { text: draft.text, method: draft.method, by: nameOf(draft.editorId), at: draft.updatedAt },
        terms: termsOf(source[status.part] ?? "", { from: original, into, thesaurus, termsFrom, termsInto }),
      };
    }),
  };
}

export type Translation = NonNullable<Awaited<ReturnType<typeof getTranslation>>>;
