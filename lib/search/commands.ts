import type { Transaction } from "../db.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { fold, toPlainWords, wordsOf } from "./text.ts";
import { type ConceptName, labelsOf, type Thesaurus } from "./thesaurus.ts";

/** Writes the labels of the thesaurus anew, by their stems, and its words among those that a mistyped one may mean. */
export async function writeThesaurus(tx: Transaction, { concepts }: Thesaurus): Promise<void> {
  const labels = [...concepts.values()].flatMap((concept) =>
    locales.flatMap((locale) =>
      [...new Set(labelsOf(concept, locale).map(toPlainWords))].map((label) => ({
        concept: concept.id,
        locale,
        label,
      })),
    ),
  );
  await tx.conceptLabel.deleteMany();
  await tx.$executeRaw`
    with stemmed as (
      select *, ponte_phrase(locale, label)::text as key
      from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb) as l(concept text, locale text, label text)
    ), stems as materialized (
      select s.*, match[1] as stem from stemmed s cross join regexp_matches(key, '''([^'']+)''', 'g') match
    )
    insert into "ConceptLabel" (concept, locale, label, key, head, stems)
    select distinct on (concept, locale, label) concept, locale, label, key, stem,
      regexp_replace(key, '<[0-9]+>', '<->', 'g')
    from stems join (select locale, stem, count(*) as labels from stems group by 1, 2) common using (locale, stem)
    order by concept, locale, label, labels, stem`;
  const words = new Map(
    labels.flatMap(({ locale, label }) =>
      wordsOf(label).map((word) => [`${locale} ${word}`, { locale, word, folded: fold(word) }] as const),
    ),
  );
  await writeWords(tx, [...words.values()]);
}

/**
 * Adds one name to a concept: searches and what is published from now on know it, the other practices once the catalogue
 * is made anew.
 */
export async function addName(tx: Transaction, name: ConceptName): Promise<void> {
  const label = toPlainWords(name.label);
  await tx.$executeRaw`
    with stemmed as (select ponte_phrase(${name.locale}, ${label})::text as key)
    insert into "ConceptLabel" (concept, locale, label, key, head, stems)
    select ${name.concept}, ${name.locale}, ${label}, key, (regexp_match(key, '''([^'']+)'''))[1],
      regexp_replace(key, '<[0-9]+>', '<->', 'g')
    from stemmed where key <> ''
    on conflict do nothing`;
  await writeWords(
    tx,
    wordsOf(label).map((word) => ({ locale: name.locale, word, folded: fold(word) })),
  );
}

/** Remembers words of a language: what a mistyped word is compared with. Words without a stem are no help. */
export async function writeWords(
  tx: Transaction,
  words: readonly { locale: string; word: string; folded: string }[],
): Promise<void> {
  const columns = (name: "locale" | "word" | "folded") => words.map((word) => word[name]);
  await tx.$executeRaw`
    insert into "SearchWord" (locale, word, folded, lexeme)
    select * from (
      select a.*, (tsvector_to_array(ponte_vector(a.locale, a.word)))[1] as lexeme
      from unnest(${columns("locale")}::text[], ${columns("word")}::text[], ${columns("folded")}::text[])
        as a(locale, word, folded)
      where length(a.word) between 2 and 40 and a.word !~ '^[0-9]+$'
        and not exists (select from "SearchWord" known where known.word = a.word and known.locale = a.locale)
    ) as stemmed where lexeme is not null
    on conflict do nothing`;
}

/** Forgets the words that stand in one practice alone, and not in the thesaurus. */
export async function forgetWords(tx: Transaction, ordinal: number, { words }: Thesaurus): Promise<void> {
  const alone = await tx.$queryRaw<{ locale: Locale; word: string }[]>`
    select w.locale, w.word from "CatalogueDocument" d cross join unnest(d.document) own
    join "SearchWord" w on w.lexeme = own.lexeme
    where d.ordinal = ${ordinal} and not exists (
      select from "CatalogueDocument" other
      where other.ordinal <> d.ordinal and other.document @@ quote_literal(own.lexeme)::tsquery)`;
  const forgotten = alone.filter(({ locale, word }) => !words[locale].has(word));
  await tx.$executeRaw`
    delete from "SearchWord" where (locale, word) in (
      select * from unnest(${forgotten.map(({ locale }) => locale)}::text[], ${forgotten.map(({ word }) => word)}::text[]))`;
}
