import { createHash } from "node:crypto";
import { database, type Transaction } from "../db.ts";
import { countryName } from "../i18n/format.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { loadMessages } from "../i18n/messages.ts";
import { plainText } from "../practice/plain-text.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { languageFor, periodYears, titleKey } from "../practice/rules.ts";
import { sections } from "../practice/vocabulary.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { forgetWords, writeThesaurus, writeWords } from "../search/commands.ts";
import { acceptedNames, loadThesaurus } from "../search/queries.ts";
import { fold, joinedWords, partsOf, toPlainWords, withoutDefinite, wordsOf } from "../search/text.ts";
import { type Thesaurus, withNames } from "../search/thesaurus.ts";
import { segmentSize } from "./bits.ts";

// Keeps the catalogue and its search, which everything that lists or finds practices reads, in step with them.

/** Raised with every change to how practices are put into the catalogue, so that they are put there anew. */
const rulesVersion = 1;

/** A practice to be put into the catalogue. `ordinal`: its number in the order of publication. */
export type Published = { id: string; ordinal: number; publishedAt: Date; practice: PracticeInput };

/** Takes a practice out of the catalogue for good, with the words that it alone had: nobody is asked whether they meant them. */
export async function takeFromCatalogue(tx: Transaction, id: string): Promise<void> {
  const entry = await tx.catalogueEntry.findUnique({ where: { practiceId: id } });
  if (entry) await forgetWords(tx, entry.ordinal, await loadThesaurus());
  await removeFromCatalogue(tx, id);
}

/** Takes a practice out of the catalogue. */
async function removeFromCatalogue(tx: Transaction, id: string): Promise<void> {
  const entry = await tx.catalogueEntry.findUnique({ where: { practiceId: id } });
  if (!entry) return;
  await tx.$executeRaw`
    update "CatalogueBits" set bits = set_bit(bits, ${entry.ordinal % segmentSize}::int, 0)
    where (facet, code, segment) in (
      select split_part(mark, ':', 1), split_part(mark, ':', 2), ${Math.floor(entry.ordinal / segmentSize)}::int
      from unnest(${entry.marks}::text[]) mark)`;
  await tx.catalogueEntry.delete({ where: { practiceId: id } });
}

/** Writes published practices into the catalogue, those anew that are in it already. */
export async function putInCatalogue(tx: Transaction, practices: readonly Published[]): Promise<void> {
  const thesaurus = await loadThesaurus();
  for (const { id } of practices) await removeFromCatalogue(tx, id);
  await tx.catalogueEntry.createMany({
    data: practices.map(({ id, ordinal, publishedAt }) => ({ practiceId: id, ordinal, publishedAt, marks: [] })),
  });
  await tx.catalogueTitle.createMany({ data: practices.flatMap(titlesOf) });
  const texts = (await Promise.all(practices.map((one) => textsOf(one, thesaurus)))).flat();
  await addWords(tx, texts);
  const concepts = await addDocuments(
    tx,
    texts,
    practices.flatMap((one) => codedConcepts(one, thesaurus)),
  );
  const marks = [
    ...practices.flatMap(({ ordinal, practice }) => marksOf(practice).map((mark) => ({ ordinal, mark }))),
    ...concepts.map(({ ordinal, concept }) => ({ ordinal, mark: `concept:${concept}` })),
  ];
  await addMarks(tx, marks);
}

function titlesOf({ id, ordinal, practice }: Published) {
  return locales.map((locale) => ({
    practiceId: id,
    locale,
    ordinal,
    key: titleKey(textFor(practice, locale)?.title ?? "", locale),
  }));
}

/** The text that a reader of a language gets. */
function textFor(practice: PracticeInput, locale: Locale) {
  const available = locales.filter((one) => practice.texts[one]);
  return practice.texts[languageFor(available, locale, practice.originalLocale)];
}

/** What a practice counts under, as `facet:code`. Years: `from` and `to` of its period, 0 and 9999 where it is open. */
function marksOf(practice: PracticeInput): string[] {
  const years = periodYears(practice.period);
  const available = locales.filter((locale) => practice.texts[locale]);
  const marks = {
    all: ["yes"],
    country: practice.countries,
    theme: practice.themes,
    audience: [...practice.audiences.direct, ...practice.audiences.final],
    organisation: practice.organisations.flatMap((one) => one.type ?? []),
    status: [practice.status],
    evidence: [practice.evidence],
    obstacle: practice.obstacles.map(({ code }) => code),
    plain: available.filter((locale) => practice.texts[locale]?.sections.plainWords),
    language: available,
    from: years ? [years.from ?? 0] : [],
    to: years ? [years.to ?? 9999] : [],
    undated: years ? [] : ["yes"],
    /** The first year that is known, for counting by year. */
    year: [years?.from ?? years?.to ?? ""],
  };
  return Object.entries(marks).flatMap(([facet, codes]) => [...new Set(codes)].map((code) => `${facet}:${code}`));
}

/** The text of one practice in one language, as words, by how much they weigh. */
type Text = {
  ordinal: number;
  locale: Locale;
  title: string;
  head: string;
  names: string;
  body: string;
  labels: string;
};

async function textsOf({ ordinal, practice }: Published, thesaurus: Thesaurus): Promise<Text[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const own = practice.texts[locale];
      const label = (said?: Partial<Record<string, string>>) => said?.[locale] ?? "";
      const labels = await loadMessages(locale);
      const said = (...kept: (string | undefined)[]) => {
        const text = kept.map((one) => one ?? "").join("\n");
        // A compound is found by the words of the field that it is made of, a hyphenated word also without its hyphen.
        const words = wordsOf(text);
        const parts = words.flatMap((word) => partsOf(word, thesaurus.words[locale]));
        const indefinite =
          locale === "sv" ? words.filter((word) => withoutDefinite(word) !== word).map(withoutDefinite) : [];
        return [toPlainWords(text), ...joinedWords(text), ...new Set([...parts, ...indefinite])].join(" ");
      };
      const { summary, plainWords, ...rest } = own?.sections ?? {};
      return {
        ordinal,
        locale,
        title: said(own?.title, own?.subtitle),
        head: said(summary && plainText(summary), plainWords && plainText(plainWords)),
        // Whoever types a label of ours finds what bears it.
        labels: said(
          ...practice.themes.map((code) => labels.theme[code]),
          ...[...practice.audiences.direct, ...practice.audiences.final].map((code) => labels.audience[code]),
          ...practice.organisations.flatMap(({ type }) => (type ? labels.organisation[type] : [])),
          ...practice.countries.map((code) => countryName(code, locale)),
        ),
        names: said(
          ...practice.organisations.flatMap((one) => [one.name, label(one.translatedName), label(one.note)]),
          ...practice.places.flatMap((one) => [one.name, label(one.translatedName), label(one.note)]),
          ...practice.alternativeTitles.map((one) => one.title),
          ...practice.awards.flatMap((one) => [one.name, label(one.translatedName)]),
          ...practice.outputs.map((one) => label(one.title)),
          ...practice.funding.lines.map((one) => label(one.source)),
        ),
        body: said(
          ...sections.filter((name) => name !== "summary" && name !== "plainWords").map((name) => rest[name]),
          ...practice.obstacles.flatMap((one) => [label(one.met), label(one.response)]),
        ),
      };
    }),
  );
}

/** The concepts that a practice has by its codes. */
function codedConcepts({ ordinal, practice }: Published, { ofCode }: Thesaurus) {
  const codes = [
    ...practice.themes.map((code) => `theme:${code}`),
    ...[...practice.audiences.direct, ...practice.audiences.final].map((code) => `audience:${code}`),
    ...practice.organisations.flatMap(({ type }) => (type ? `organisation:${type}` : [])),
    ...practice.obstacles.map(({ code }) => `obstacle:${code}`),
  ];
  return codes.flatMap((code) => (ofCode.get(code) ?? []).map((concept) => ({ ordinal, concept })));
}

/** Remembers the words of texts: what a mistyped word is compared with. */
async function addWords(tx: Transaction, texts: readonly Text[]): Promise<void> {
  const words = new Map(
    texts.flatMap(({ locale, title, head, names, body, labels }) =>
      [title, head, names, body, labels]
        .flatMap((text) => text.split(" "))
        .map((word) => [`${locale} ${word}`, { locale, word, folded: fold(word) }] as const),
    ),
  );
  await writeWords(tx, [...words.values()]);
}

/** How many mentions of a concept count. */
const mostMentions = 10;

/** Writes what practices are found by. @returns the concepts found in each */
async function addDocuments(
  tx: Transaction,
  texts: readonly Text[],
  coded: readonly { ordinal: number; concept: string }[],
): Promise<{ ordinal: number; concept: string }[]> {
  return tx.$queryRaw<{ ordinal: number; concept: string }[]>`
    with texts as (
      select * from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
        as t(ordinal int, locale text, title text, head text, names text, body text, labels text)
    ), vectors as materialized (
      select ordinal, locale, ponte_vector(locale, title, 'T') as titled,
        setweight(ponte_vector(locale, labels), 'D') as labels,
        setweight(ponte_vector(locale, title), 'A') || setweight(ponte_vector(locale, head), 'B') ||
        setweight(ponte_vector(locale, names), 'C') || setweight(ponte_vector(locale, body), 'D') as words
      from texts
    ), mentions as (
      -- Every time that a concept is named by one word,
      select v.ordinal, l.concept, mention.weight
      from vectors v cross join unnest(v.words) word cross join unnest(word.weights) mention(weight)
      join "ConceptLabel" l on l.locale = v.locale and l.key = quote_literal(word.lexeme)
      union all
      -- once in title, head, names and body by several,
      select v.ordinal, v.concept, upper(part.weight)
      from (
        -- Held together by the offset: else every label of a language is looked for in every text.
        select v.ordinal, v.words, l.concept, l.key::tsquery as query
        from vectors v cross join unnest(v.words) word
        join "ConceptLabel" l on l.locale = v.locale and l.head = word.lexeme and l.key like '%<%' offset 0
      ) v
      cross join unnest(array['a', 'b', 'c', 'd']) part(weight)
      where v.words @@ v.query and ts_filter(v.words, array[part.weight]::"char"[]) @@ v.query
      union all
      -- and by its code.
      select *, 'C' from jsonb_to_recordset(${JSON.stringify(coded)}::jsonb) as c(ordinal int, concept text)
    ), concepts as materialized (
      select ordinal, concept, min(weight) as best,
        string_agg(place || weight, ',' order by place) filter (where place <= ${mostMentions}::int) as places
      from (
        select *, row_number() over (partition by ordinal, concept order by weight) as place from mentions
      ) numbered group by 1, 2
    ), documents as (
      insert into "CatalogueDocument" (ordinal, document)
      select ordinal, w.document || coalesce(c.document, '')
      from (select ordinal, ponte_join(words || labels || titled) as document from vectors group by 1) w
      left join (
        select ordinal, string_agg('''#' || concept || ''':' || places ||
          case best when 'A' then ' ''T#' || concept || ''':1' else '' end, ' ')::tsvector as document
        from concepts group by 1
      ) c using (ordinal)
    )
    select ordinal, concept from concepts order by 1, 2`;
}

/** Sets the bits of practices, and notes at each practice which ones. */
async function addMarks(tx: Transaction, marks: readonly { ordinal: number; mark: string }[]): Promise<void> {
  const [ordinals, all] = [marks.map(({ ordinal }) => ordinal), marks.map(({ mark }) => mark)];
  await tx.$executeRaw`
    update "CatalogueEntry" e set marks = m.marks
    from (select ordinal, array_agg(mark) as marks from unnest(${ordinals}::int[], ${all}::text[]) as a(ordinal, mark)
      group by ordinal) m
    where e.ordinal = m.ordinal`;
  await tx.$executeRaw`
    insert into "CatalogueBits" as kept (facet, code, segment, bits)
    select split_part(mark, ':', 1), split_part(mark, ':', 2), ordinal / ${segmentSize}::int,
      bit_or(set_bit(0::bit(8192), ordinal % ${segmentSize}::int, 1))
    from unnest(${ordinals}::int[], ${all}::text[]) as a(ordinal, mark)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (facet, code, segment) do update set bits = kept.bits | excluded.bits`;
}

/** How many practices are made ready at once when the whole catalogue is made anew. */
const batch = 50;

/**
 * Makes the thesaurus' labels and the whole catalogue anew where what they are made with has changed: the thesaurus, the
 * labels of codes, or the rules in this file.
 * @returns how many practices were written; undefined where everything is as it was
 */
export async function refreshCatalogue(): Promise<number | undefined> {
  const thesaurus = withNames(await loadThesaurus(), await acceptedNames());
  const labels = await Promise.all(locales.map(loadMessages));
  const hash = createHash("sha256")
    .update(
      JSON.stringify([
        rulesVersion,
        [...thesaurus.concepts.values()],
        labels.map((one) => [one.theme, one.audience, one.organisation]),
      ]),
    )
    .digest("hex");
  const isMade = async (client: Transaction) =>
    (await client.catalogueState.findUnique({ where: { id: 1 } }))?.hash === hash;
  if (await isMade(database())) return undefined;
  return database().$transaction(
    async (tx) => {
      await lockPublicWrites(tx);
      // Another server may have been at it meanwhile.
      if (await isMade(tx)) return undefined;
      await raisePublicVersion(tx);
      await writeThesaurus(tx, thesaurus);
      const practices = await tx.practice.findMany({
        where: { state: "published", publishedAt: { not: null } },
        orderBy: { ordinal: "asc" },
        select: { id: true },
      });
      for (let from = 0; from < practices.length; from += batch) {
        const some = practices.slice(from, from + batch);
        const rows = await tx.practice.findMany({
          where: { id: { in: some.map(({ id }) => id) } },
          include: wholePractice,
        });
        const entries = rows.flatMap((row): Published[] => {
          const { id, ordinal, publishedAt } = row;
          return ordinal === null || !publishedAt ? [] : [{ id, ordinal, publishedAt, practice: fromRows(row) }];
        });
        await putInCatalogue(tx, entries);
      }
      // The embedded Postgres has nobody who does it later; without it, many rows are looked up one by one.
      await tx.$executeRaw`
        analyze "ConceptLabel", "SearchWord", "CatalogueEntry", "CatalogueTitle", "CatalogueDocument", "CatalogueBits"`;
      await tx.catalogueState.upsert({ where: { id: 1 }, create: { id: 1, hash }, update: { hash } });
      return practices.length;
    },
    { timeout: 3_600_000 },
  );
}
