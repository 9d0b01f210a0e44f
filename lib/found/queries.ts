import { z } from "zod";
import { database } from "../db.ts";
import { Prisma } from "../generated/prisma/client.ts";
import type { Locale } from "../i18n/locales.ts";
import type { Found, PracticeCard } from "../practice/view.ts";
import { loadThesaurus } from "../search/queries.ts";
import { toPlainWords } from "../search/text.ts";
import { conceptLabel, labelsOf } from "../search/thesaurus.ts";
import type { Alternative, Understood, Way } from "../search/understood.ts";

// Why a search shows a practice: the passage that holds what was typed, or the idea that both have in common.

/** A practice that was found, its concepts, and how its units were met: unit and alternative by number, the best first. */
type Find = { id: string; concepts: string[]; ways: { unit: number; alternative: number }[] };

/** One way in which a find meets one unit, with those of its concepts that the find has. */
type Met = Alternative & { unit: number; concepts: string[] };

/** For so many concepts of a find at most, words are marked. */
const mostLabelled = 4;

// What stands round a marked word, in texts that hold no control characters.
const [open, close] = ["\u0002", "\u0003"];

const literalWays: readonly Way[] = ["own", "other", "spelling", "guess", "beginning"];
const strongWays: readonly Way[] = ["own", "concept", "narrower"];

const passageRow = z.object({ id: z.string(), summary: z.string().nullable(), passage: z.string().nullable() });

/**
 * Cards with why they were found.
 * @returns the cards, in their order; a summary with what was looked for comes back with its words marked
 */
export async function explainFinds(
  locale: Locale,
  cards: PracticeCard[],
  finds: readonly Find[],
  understood: Understood,
): Promise<PracticeCard[]> {
  if (understood.units.length === 0 || cards.length === 0) return cards;
  const thesaurus = await loadThesaurus();
  const metBy = new Map(
    finds.map(({ id, concepts, ways }) => [
      id,
      ways.flatMap(({ unit, alternative }): Met[] => {
        const met = understood.units[unit]?.alternatives[alternative];
        return met ? [{ unit, ...met, concepts: (met.concepts ?? []).filter((one) => concepts.includes(one)) }] : [];
      }),
    ]),
  );
  const wanted = cards.flatMap(({ id, lang }) => {
    const strong = (metBy.get(id) ?? []).filter(({ way }) => strongWays.includes(way));
    const labels = new Set(strong.flatMap(({ concepts }) => concepts));
    const words = new Set([
      ...understood.units.map(({ text }) => text),
      ...[...labels].slice(0, mostLabelled).flatMap((concept) => {
        const known = thesaurus.concepts.get(concept);
        return known ? labelsOf(known, lang).map(toPlainWords) : [];
      }),
    ]);
    return [...words].map((phrase) => ({ id, lang, phrase }));
  });
  const passages = await findPassages(wanted);
  return cards.map((card) => {
    const met = metBy.get(card.id) ?? [];
    const { summary, passage } = passages.get(card.id) ?? {};
    const marked = summary?.includes(open) ? summary : passage;
    const found: Found = {
      ...whyFound(card, met),
      passage: marked?.includes(open) ? { lang: card.lang, pieces: toPieces(marked) } : undefined,
      isSummary: marked !== undefined && marked === summary,
    };
    return { ...card, found: { ...found, concepts: found.concepts.map((id) => conceptLabel(thesaurus, id, locale)) } };
  });
}

/** Through which ideas and languages a practice was found, where the words of the text that is shown do not say it. */
function whyFound(card: PracticeCard, met: readonly Met[]): Pick<Found, "concepts" | "languages"> {
  const concepts = new Set<string>();
  const languages = new Set<Locale>();
  for (const unit of new Set(met.map((one) => one.unit))) {
    const ways = met.filter((one) => one.unit === unit);
    const literal = ways.filter(({ way }) => literalWays.includes(way));
    if (literal.some((one) => one.locale === card.lang || one.way === "beginning")) continue;
    const [concept] = ways.flatMap((one) => one.concepts);
    if (concept) concepts.add(concept);
    else for (const { locale } of literal) if (locale) languages.add(locale);
  }
  const own = card.languages.filter((one) => one !== card.lang);
  return { concepts: [...concepts].slice(0, 3), languages: own.filter((one) => languages.has(one)) };
}

const marks = `StartSel=${open}, StopSel=${close}`;

/** A column's Markdown as words: good enough for a passage, and quicker than reading it as a document. */
const withoutMarkdown = (column: "summary" | "body") =>
  Prisma.raw(
    `regexp_replace(regexp_replace(${column}, '\\[([^]]*)\\]\\([^)]*\\)', '\\1', 'g'), '[*_#>\`]|^[-+] ', '', 'gn')`,
  );

/** The longest part of a text that is looked through for a passage, in characters. */
const lookedThrough = 8000;

/** The summary and the best passage of texts, with the phrases marked that stand in them. */
async function findPassages(wanted: readonly { id: string; lang: Locale; phrase: string }[]) {
  const rows = await database().$queryRaw`
    with wanted as materialized (
      select id, lang, phraseto_tsquery(('ponte_' || lang)::regconfig, phrase) as query
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id text, lang text, phrase text)
    ), texts as materialized (
      select t."practiceId" as id, t.locale as lang, ${withoutMarkdown("summary")} as summary,
        left(${withoutMarkdown("body")}, ${lookedThrough}::int) as body
      from (
        select *, concat_ws(' … ', "plainWords", presentation, context, objectives, activities, tools, results, benefits,
          constraints, advice, "nextSteps", costs) as body
        from "PracticeText" where ("practiceId", locale) in (select id, lang from wanted)
      ) t
    ), vectors as materialized (
      select *, to_tsvector(('ponte_' || lang)::regconfig, concat_ws(' … ', summary, body)) as words from texts
    ), queries as materialized (
      select id, string_agg('(' || query::text || ')', ' | ')::tsquery as query
      from wanted join vectors using (id) where numnode(query) > 0 and words @@ query group by id
    )
    select id,
      ts_headline(('ponte_' || lang)::regconfig, summary, query, ${`${marks}, HighlightAll=true`}) as summary,
      ts_headline(('ponte_' || lang)::regconfig, body, query, ${`${marks}, MaxWords=32, MinWords=14, MaxFragments=1`}) as passage
    from vectors join queries using (id)`;
  return new Map(
    z
      .array(passageRow)
      .parse(rows)
      .map(({ id, summary, passage }) => [id, { summary: summary ?? undefined, passage: passage ?? undefined }]),
  );
}

function toPieces(marked: string): { text: string; marked: boolean }[] {
  return marked
    .replace(/\s+/g, " ")
    .split(new RegExp(`(${open}[^${close}]*${close})`))
    .filter(Boolean)
    .map((text) => (text.startsWith(open) ? { text: text.slice(1, -1), marked: true } : { text, marked: false }));
}
