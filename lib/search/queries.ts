import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { database } from "../db.ts";
import { byLabel } from "../i18n/format.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { mostTerms, neighbours, readQuery, stretches } from "./query.ts";
import { correct, oneMistake } from "./spelling.ts";
import { fold, partsOf, splitWord, toPlainWords, withoutDefinite } from "./text.ts";
import { allNarrower, type ConceptName, conceptFile, conceptLabel, type Thesaurus, toThesaurus } from "./thesaurus.ts";
import { type Alternative, factors, type Understood, type Unit, unitWeights, type Way } from "./understood.ts";

// What someone who types a text looks for: in which words of which languages, and in which concepts.

let loaded: Promise<Thesaurus> | undefined;

/** The thesaurus of content/thesaurus; read once, as files change with the program alone. */
export function loadThesaurus(): Promise<Thesaurus> {
  loaded ??= readThesaurus();
  return loaded;
}

/** The names of concepts that editors have accepted since the files were written. */
export async function acceptedNames(): Promise<ConceptName[]> {
  const rows = await database().termProposal.findMany({
    where: { kind: "thesaurus", state: "accepted", concept: { not: null } },
    orderBy: { id: "asc" },
    select: { concept: true, locale: true, term: true },
  });
  return rows.map(({ concept, locale, term }) => ({ concept: concept ?? "", locale: locale as Locale, label: term }));
}

let fillers: Promise<Record<Locale, ReadonlySet<string>>> | undefined;

/** The words of content/search/fillers.yaml. */
function loadFillers(): Promise<Record<Locale, ReadonlySet<string>>> {
  fillers ??= readFile(join(process.cwd(), "content", "search", "fillers.yaml"), "utf8").then((text) => {
    const lists = z.record(z.enum(locales), z.array(z.array(z.string()))).parse(parse(text));
    return Object.fromEntries(locales.map((locale) => [locale, new Set(lists[locale].flat())])) as unknown as Record<
      Locale,
      ReadonlySet<string>
    >;
  });
  return fillers;
}

async function readThesaurus(): Promise<Thesaurus> {
  const folder = join(process.cwd(), "content", "thesaurus");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const groups = await Promise.all(
    files.map(async (name) => {
      const concepts = conceptFile.parse(parse(await readFile(join(folder, name), "utf8")));
      return concepts.map((one) => ({ ...one, group: name.slice(0, -".yaml".length) }));
    }),
  );
  return toThesaurus(groups.flat());
}

const vocabularyRow = z.object({
  asked: z.string(),
  kind: z.enum(["stem", "same", "near", "begin"]),
  locale: z.enum(locales),
  word: z.string(),
  lexeme: z.string().nullable(),
  known: z.boolean(),
});
type VocabularyRow = z.infer<typeof vocabularyRow> & { folded: string };

const stretchRow = z.object({
  text: z.string(),
  locale: z.enum(locales),
  key: z.string(),
  concepts: z.array(z.string()),
  /** Those of them whose label it is as it stands. */
  exact: z.array(z.string()),
});
type StretchRow = z.infer<typeof stretchRow>;

const shortestForeignStem = 6;

/** Takes a search text apart and looks its words and concepts up. */
export async function understand(locale: Locale, q: string): Promise<Understood> {
  const query = readQuery(q);
  const thesaurus = await loadThesaurus();
  const vocabulary = await lookUpWords(query.words);
  const words = query.words.map((word, at) =>
    readWord(word, at === query.words.length - 1, vocabulary, locale, thesaurus),
  );
  const keys = await lookUpStretches([
    ...stretches(words.map(({ form }) => form)).map(({ text }) => text),
    ...neighbours(words.map(({ form }) => form)),
    ...neighbours(words.map(({ asked }) => asked)),
    ...words.flatMap(({ split, parts }) => [...split, ...parts]),
    ...query.phrases,
    ...query.excluded,
  ]);
  const units = [
    ...segment(words, {
      keys,
      joined: joinedWords(words, vocabulary),
      reader: locale,
      thesaurus,
      fillers: (await loadFillers())[locale],
    }),
    ...query.phrases.map((phrase) => phraseUnit(phrase, keys, locale)),
  ].filter(({ alternatives }) => alternatives.length > 0);
  const excluded = query.excluded.flatMap((text) => literally(text, keys, locale).map((one) => one.query));
  const correctedWords = words.filter(({ misspelt }) => misspelt);
  return {
    units: units.slice(0, mostTerms),
    excluded: excluded.length > 0 ? any(excluded) : undefined,
    corrected: correctedWords.length > 0 ? replaceWords(q, correctedWords) : undefined,
    concepts: [...new Set(units.flatMap(({ concepts }) => concepts))],
  };
}

/** A search that is offered: for a concept, by the reader's word for it. */
export type ConceptLink = { id: string; label: string };

const mostOffered = 6;

/** The concepts directly below and above those that a search names. */
export async function conceptsAround(
  locale: Locale,
  named: readonly string[],
): Promise<{ narrower: ConceptLink[]; wider: ConceptLink[] }> {
  const thesaurus = await loadThesaurus();
  const links = (ids: readonly string[]) =>
    byLabel(
      [...new Set(ids)]
        .filter((id) => !named.includes(id))
        .slice(0, mostOffered)
        .map((id) => ({ id, label: conceptLabel(thesaurus, id, locale) })),
      locale,
    );
  return {
    narrower: links(named.flatMap((id) => thesaurus.narrower.get(id) ?? [])),
    wider: links(named.flatMap((id) => thesaurus.concepts.get(id)?.broader ?? [])),
  };
}

/** The concepts whose names in the reader's language are most like what was typed. */
export async function nearestConcepts(locale: Locale, q: string): Promise<ConceptLink[]> {
  if (q === "") return [];
  const [thesaurus, rows] = await Promise.all([
    loadThesaurus(),
    database().$queryRaw<{ id: string }[]>`
      select concept as id from "ConceptLabel" where locale = ${locale} and similarity(label, ${toPlainWords(q)}) > 0.1
      group by concept order by max(similarity(label, ${toPlainWords(q)})) desc, concept limit ${mostOffered}`,
  ]);
  return rows.map(({ id }) => ({ id, label: conceptLabel(thesaurus, id, locale) }));
}

/** A word of a query with what is known of it. `form`: how it is written right. */
type Word = {
  asked: string;
  form: string;
  /** Says nothing in the reader's language. */
  empty: boolean;
  misspelt: boolean;
  own: string[];
  other: string[];
  near: string[];
  guessed: string[];
  begun: string[];
  split: string[];
  parts: string[];
};

function readWord(
  asked: string,
  isLast: boolean,
  vocabulary: VocabularyRow[],
  reader: Locale,
  thesaurus: Thesaurus,
): Word {
  const indefinite = withoutDefinite(asked);
  const rows = vocabulary.filter(
    (row) =>
      row.asked === asked || (row.asked === indefinite && row.locale === "sv" && row.known && row.lexeme !== null),
  );
  const isDefinite = indefinite !== asked && thesaurus.words.sv.has(indefinite) && !thesaurus.words.sv.has(asked);
  const of = (kind: VocabularyRow["kind"]) => rows.filter((row) => row.kind === kind);
  const stems = of("stem");
  const same = of("same").sort(
    (a, b) => Number(b.word === asked) - Number(a.word === asked) || inReader(b) - inReader(a),
  );
  function inReader(row: VocabularyRow) {
    return Number(row.locale === reader);
  }
  const known = stems.some((row) => row.known) || same.length > 0;
  const emptyHere = stems.some((row) => row.locale === reader && row.lexeme === null);
  const emptyThere = stems.some((row) => row.lexeme === null);
  const knownHere = [...stems, ...same].some((row) => row.locale === reader && row.known && row.lexeme !== null);
  const empty = emptyHere || (emptyThere && !knownHere);
  const lexemes = (from: VocabularyRow[]) => [...new Set(from.flatMap(({ lexeme }) => lexeme ?? []))];
  const begun = known || empty || !isLast ? [] : of("begin");
  const ofField = (row: VocabularyRow) => ({ ...row, ofField: thesaurus.words[row.locale].has(row.word) });
  const near = known || empty || begun.length > 0 ? [] : correct(fold(asked), of("near").map(ofField), reader);
  const nearRows = of("near").filter((row) =>
    near.slice(0, 6).some((one) => one.word === row.word && one.locale === row.locale),
  );
  const split =
    known || empty ? [] : locales.flatMap((locale) => splitWord(asked, thesaurus.words[locale])?.join(" ") ?? []);
  return {
    asked,
    form: isDefinite
      ? indefinite
      : known && stems.every((row) => !row.known)
        ? (same[0]?.word ?? asked)
        : (near[0]?.word ?? asked),
    empty,
    misspelt: near.length > 0 && split.length === 0,
    own: lexemes([...stems, ...same].filter(({ locale }) => locale === reader)),
    other: lexemes([...stems, ...same].filter(({ locale }) => locale !== reader)),
    near: lexemes(nearRows.filter((row) => ofField(row).ofField)),
    guessed: lexemes(nearRows.filter((row) => !ofField(row).ofField)),
    begun: lexemes(begun),
    split,
    parts: known || empty ? [] : [...new Set(locales.flatMap((locale) => partsOf(asked, thesaurus.words[locale])))],
  };
}

/**
 * What the words are in the vocabulary: their stems in every language, the same words with accents, or similar ones. Of two
 * neighbours written together only whether they are one word.
 */
async function lookUpWords(words: readonly string[]): Promise<VocabularyRow[]> {
  const asked = [...new Set([...words, ...words.map(withoutDefinite), ...neighbours(words)])];
  if (asked.length === 0) return [];
  const last = words.at(-1) as string;
  const short = [...new Set(words)].filter((word) => word.length >= 4 && word.length <= 8);
  const { words: ofField } = await loadThesaurus();
  const isOfField = (word: string) => locales.some((locale) => ofField[locale].has(word));
  const variants = short
    .filter((word) => !isOfField(word))
    .flatMap((word) => oneMistake(fold(word)).map((variant) => [word, variant] as const));
  const rows = await database().$queryRaw`
    with asked as materialized (select * from unnest(${asked}::text[], ${asked.map(fold)}::text[]) as a(asked, folded)),
    stems as materialized (
      select asked, folded, l.locale, (tsvector_to_array(ponte_vector(l.locale, asked)))[1] as lexeme
      from asked cross join unnest(${[...locales]}::text[]) l(locale)
    ), stemmed as materialized (
      select s.*, exists (select from "SearchWord" w where w.lexeme = s.lexeme) as known from stems s
    ), same as materialized (
      select a.asked, w.locale, w.word, w.lexeme from asked a join "SearchWord" w on w.folded = a.folded
    ), unknown as materialized (
      select * from asked a where length(a.folded) between 3 and 40 and a.asked = any(${[...words]}::text[])
        and not exists (select from stemmed s where s.asked = a.asked and (s.known or s.lexeme is null))
        and not exists (select from same s where s.asked = a.asked)
    )
    select asked, 'stem' as kind, locale, asked as word, lexeme, known from stemmed
    union all select asked, 'same', locale, word, lexeme, true from same
    union all select u.asked, 'near', w.locale, w.word, w.lexeme, true from unknown u cross join lateral (
      select * from "SearchWord" w where w.folded % u.folded and abs(length(w.folded) - length(u.folded)) <= 3
      order by similarity(w.folded, u.folded) desc, w.word, w.locale limit 60) w
    union all select u.asked, 'begin', w.locale, w.word, w.lexeme, true from unknown u cross join lateral (
      -- Held together by the offset: else the planner walks all words by their stems.
      select distinct on (like_it.lexeme) * from (
        select * from "SearchWord" w where w.folded like u.folded || '%' offset 0
      ) like_it order by like_it.lexeme limit 60) w
    where u.asked = ${last}
    union all select u.asked, 'near', w.locale, w.word, w.lexeme, true from unknown u
    join unnest(${variants.map(([word]) => word)}::text[], ${variants.map(([, variant]) => variant)}::text[]) v(asked, variant)
      on v.asked = u.asked
    join "SearchWord" w on w.folded = v.variant`;
  return z
    .array(vocabularyRow)
    .parse(rows)
    .map((row) => ({ ...row, folded: fold(row.word) }));
}

/** What stretches of words are: a phrase of stems in every language, and the concepts that bear that name. */
async function lookUpStretches(texts: readonly string[]): Promise<StretchRow[]> {
  const asked = [...new Set(texts)];
  if (asked.length === 0) return [];
  const rows = await database().$queryRaw`
    with keys as materialized (
      select text, l.locale, ponte_phrase(l.locale, text)::text as key
      from unnest(${asked}::text[]) a(text) cross join unnest(${[...locales]}::text[]) l(locale)
    )
    select text, k.locale, k.key, coalesce(array_agg(distinct c.concept) filter (where c.concept is not null), '{}') as concepts,
      coalesce(array_agg(distinct c.concept) filter (where c.label = text), '{}') as exact
    from keys k left join "ConceptLabel" c on c.locale = k.locale and c.stems = regexp_replace(k.key, '<[0-9]+>', '<->', 'g')
    where k.key <> '' group by 1, 2, 3`;
  return z.array(stretchRow).parse(rows);
}

/**
 * The concepts that a text names: in the reader's language, else in the others; by the very label, else by its stems. A single word of another language must be
 * the label itself, or long: short stems of one language are words of another.
 */
function conceptsOf(text: string, keys: readonly StretchRow[], reader: Locale): string[] {
  const rows = keys.filter((row) => row.text === text && row.concepts.length > 0);
  const own = rows.filter(({ locale }) => locale === reader);
  const isSafe = ({ exact }: StretchRow) => exact.length > 0 || text.length >= shortestForeignStem;
  const best = own.length > 0 ? own : rows.filter(isSafe);
  const exact = best.flatMap((row) => row.exact);
  return [...new Set(exact.length > 0 ? exact : best.flatMap(({ concepts }) => concepts))];
}

/** Where two words that follow one another are one known word when written together. */
function joinedWords(words: readonly Word[], vocabulary: readonly VocabularyRow[]): ReadonlySet<string> {
  const known = new Set(vocabulary.filter((row) => row.known && row.lexeme !== null).map(({ asked }) => asked));
  return new Set(
    words.slice(1).flatMap((second, at) => {
      const first = words[at] as Word;
      const joined = first.asked + second.asked;
      return joined.length >= shortestJoined && !first.empty && !second.empty && known.has(joined) ? joined : [];
    }),
  );
}

const shortestJoined = 6;

/** What words are put together to units with. */
type Lookup = {
  keys: readonly StretchRow[];
  /** Pairs of words that are known as one. */
  joined: ReadonlySet<string>;
  reader: Locale;
  thesaurus: Thesaurus;
  fillers: ReadonlySet<string>;
};

/** Words put together to units: the longest names of concepts first, then pairs that are one word, else word by word. */
function segment(words: readonly Word[], { keys, joined, reader, thesaurus, fillers }: Lookup): Unit[] {
  const units: Unit[] = [];
  for (let from = 0; from < words.length; ) {
    const [first, second] = words.slice(from, from + 2);
    let { length, concepts } = longestConcept(words, from, keys, reader);
    if (length === 1 && second && joined.has(`${first?.asked}${second.asked}`)) [length, concepts] = [2, []];
    if (length === 1 && concepts.length === 0 && first?.empty) {
      from++;
      continue;
    }
    const unit = words.slice(from, from + length) as [Word, ...Word[]];
    const alternatives = [
      ...byConcept(concepts, thesaurus),
      ...(length === 1 ? byWord(unit[0], keys, reader) : byWords(unit, keys, reader)),
    ];
    const isFiller = length === 1 && fillers.has(unit[0].asked) && concepts.length === 0;
    const weight = unitWeights[isFiller ? "filler" : concepts.length > 0 ? "concept" : "word"];
    const same = units.find((one) => concepts.length > 0 && one.concepts.join() === concepts.join());
    if (same) same.alternatives.push(...alternatives.filter((one) => one.concepts === undefined));
    else units.push({ text: unit.map(({ form }) => form).join(" "), weight, concepts, alternatives });
    from += length;
  }
  return units;
}

function longestConcept(words: readonly Word[], from: number, keys: readonly StretchRow[], reader: Locale) {
  for (let length = Math.min(5, words.length - from); length > 0; length--) {
    const unit = words.slice(from, from + length);
    // Articles and the like belong to a name only where its label has them.
    const [first, last] = [unit[0], unit.at(-1)];
    if (first?.empty || last?.empty) {
      const text = unit.map(({ asked }) => asked).join(" ");
      if (!keys.some((row) => row.text === text && row.exact.length > 0)) continue;
    }
    const spellings = [
      unit.map(({ form }) => form).join(" "),
      ...(length === 2 ? [unit.map(({ form }) => form).join(""), unit.map(({ asked }) => asked).join("")] : []),
      ...(length === 1 ? (unit[0]?.split ?? []) : []),
    ];
    const concepts = [...new Set(spellings.flatMap((spelling) => conceptsOf(spelling, keys, reader)))];
    if (concepts.length > 0) return { length, concepts };
  }
  return { length: 1, concepts: [] };
}

/** Words in quotation marks: just so; what means the same comes near it. */
function phraseUnit(text: string, keys: readonly StretchRow[], reader: Locale): Unit {
  const near = byConcepts("word", conceptsOf(text, keys, reader));
  return { text, weight: unitWeights.concept, concepts: [], alternatives: [...literally(text, keys, reader), ...near] };
}

const any = (queries: readonly string[]) => queries.map((query) => `(${query})`).join(" | ");
const quoted = (lexemes: readonly string[]) => lexemes.map((lexeme) => `'${lexeme}'`);

function alternative(way: Way, queries: readonly string[], more: Partial<Alternative> = {}): Alternative[] {
  if (queries.length === 0) return [];
  return [{ way, factor: factors[way], query: any(queries), operands: queries.length, ...more }];
}

/** Any of some concepts, as one alternative: a document is asked once for all of them. */
const byConcepts = (way: Way, concepts: readonly string[]): Alternative[] => {
  const all = [...new Set(concepts)];
  return alternative(way, quoted(all.map((concept) => `#${concept}`)), { concepts: all });
};

const mostAround = 40;

function byConcept(named: readonly string[], thesaurus: Thesaurus): Alternative[] {
  const known = named.flatMap((id) => thesaurus.concepts.get(id) ?? []);
  const isSpecific = (id: string) => (thesaurus.concepts.get(id)?.broader.length ?? 0) > 0;
  // What bears one name everywhere is one country's own: others have something like it.
  const own = known.filter(({ label }) => new Set(Object.values(label)).size === 1);
  const narrower = named.flatMap((id) => allNarrower(thesaurus, id)).slice(0, mostAround);
  const beside = own.flatMap(({ broader }) => broader.flatMap((wider) => allNarrower(thesaurus, wider)));
  const wider = [...known.flatMap(({ broader }) => broader.filter(isSpecific)), ...beside.slice(0, mostAround)];
  return [
    ...byConcepts("concept", named),
    ...byConcepts("narrower", narrower),
    ...byConcepts(
      "related",
      known.flatMap(({ related }) => related),
    ),
    ...byConcepts(
      "wider",
      wider.filter((id) => !named.includes(id)),
    ),
  ];
}

/** Several words that name a concept together: as they stand, all of them, and, weaker, each by itself. */
function byWords(words: readonly Word[], keys: readonly StretchRow[], reader: Locale): Alternative[] {
  const text = words.map(({ form }) => form).join(" ");
  const own = words.filter(({ empty }) => !empty).map((word) => word.own);
  const all = own.every((lexemes) => lexemes.length > 0) && own.length > 1;
  const single = words.filter(({ empty }) => !empty);
  return [
    ...literally(text, keys, reader),
    ...(words.length === 2
      ? [...new Set([text.replace(" ", ""), words.map(({ asked }) => asked).join("")])].flatMap((joined) =>
          literally(joined, keys, reader),
        )
      : []),
    ...(all
      ? alternative("own", [own.map((lexemes) => `(${quoted(lexemes).join(" | ")})`).join(" & ")], {
          locale: reader,
          factor: factors.word,
        })
      : []),
    ...(single.length > 1
      ? single.flatMap(({ form, own: lexemes }) => [
          ...lexemes.flatMap((lexeme) => alternative("word", quoted([lexeme]), { locale: reader })),
          ...byConcepts("word", conceptsOf(form, keys, reader)),
        ])
      : []),
  ];
}

function byWord(word: Word, keys: readonly StretchRow[], reader: Locale): Alternative[] {
  const localeOf = (lexeme: string) => lexeme.slice(0, 2) as Locale;
  const each = (way: Way, lexemes: readonly string[]) =>
    lexemes.flatMap((lexeme) => alternative(way, quoted([lexeme]), { locale: localeOf(lexeme) }));
  const partConcepts = word.parts.flatMap((part) => conceptsOf(part, keys, reader));
  return [
    ...each("own", word.own),
    ...each("other", word.other),
    ...each("spelling", word.near),
    ...each("guess", word.guessed),
    ...alternative("beginning", quoted(word.begun)),
    ...word.split.flatMap((text) => literally(text, keys, reader)),
    ...byConcepts("part", partConcepts),
  ];
}

/** A text as it stands, word after word, in every language. */
function literally(text: string, keys: readonly StretchRow[], reader: Locale): Alternative[] {
  return keys
    .filter((row) => row.text === text)
    .flatMap(({ locale, key }) => alternative(locale === reader ? "own" : "other", [key], { locale }));
}

function replaceWords(q: string, words: readonly Word[]): string {
  const right = new Map(words.map(({ asked, form }) => [asked, form]));
  return q.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => right.get(word.normalize("NFC").toLowerCase()) ?? word);
}
