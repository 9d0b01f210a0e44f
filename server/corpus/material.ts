import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { countryCode } from "../../lib/practice/practice.ts";
import { organisationTypes } from "../../lib/practice/vocabulary.ts";
import { loadThesaurus } from "../../lib/search/queries.ts";
import { wordsOf } from "../../lib/search/text.ts";
import { labelsOf } from "../../lib/search/thesaurus.ts";
import { readContent } from "../content.ts";
import { numbersFrom } from "./random.ts";

const texts = z.array(z.string()).min(1);

/** A file of content/corpus: what is said in one language, with places for words. */
const phrasebook = z.strictObject({
  mark: z.string(),
  titles: texts,
  sentences: texts,
  organisations: z.record(z.enum(organisationTypes), z.string()),
  ...{ phases: texts, funding: texts, indicators: texts, units: texts, outputs: texts, awards: texts },
  ...{ contacts: texts, notes: texts },
  syllables: z.strictObject({ first: texts, middle: texts, last: texts }),
});
export type Phrasebook = z.infer<typeof phrasebook>;

const countryFile = z.strictObject({
  languages: z.record(z.enum(locales), z.array(countryCode)),
  /** Latitude, longitude and how far places lie from there: degrees. */
  points: z.partialRecord(countryCode, z.tuple([z.number(), z.number(), z.number()])),
});

/** One concept of the thesaurus: what it is called in each language, and the codes that mean the same. */
export type Topic = { labels: Record<Locale, string[]>; codes: string[] };

/** What synthetic practices are made of, the same for the same files. */
export type Material = {
  phrases: Record<Locale, Phrasebook>;
  /** Words of our own texts and of the thesaurus, the most frequent first. */
  words: Record<Locale, string[]>;
  /** All concepts, those that our codes stand for first. */
  topics: Topic[];
  countries: z.infer<typeof countryFile>;
};

const folder = fileURLToPath(new URL("../../content/corpus", import.meta.url));
const read = (name: string): unknown => parse(readFileSync(join(folder, `${name}.yaml`), "utf8"));
const inEach = <T>(make: (locale: Locale) => T) =>
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;

/** Reads content/corpus, the words of content/practices and the concepts of content/thesaurus. */
export async function readMaterial(): Promise<Material> {
  const { concepts } = await loadThesaurus();
  const topics = [...concepts.values()].map((concept) => ({
    labels: inEach((locale) => labelsOf(concept, locale)),
    codes: concept.codes,
  }));
  const shuffle = numbersFrom(topics.length);
  const places = new Map(topics.map((topic) => [topic, shuffle() + (topic.codes.length > 0 ? 0 : 1)]));
  topics.sort((a, b) => (places.get(a) as number) - (places.get(b) as number));
  const { practices } = readContent();
  return {
    phrases: inEach((locale) => phrasebook.parse(read(locale))),
    words: inEach((locale) =>
      byFrequency([
        ...practices.flatMap(({ texts }) => Object.values(texts[locale]?.sections ?? {})),
        ...topics.flatMap(({ labels }) => labels[locale]),
      ]),
    ),
    topics,
    countries: countryFile.parse(read("countries")),
  };
}

/** Words of three letters and more, the most frequent first, of those as frequent the first in the alphabet. */
function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf))
    if (/^\p{L}{3,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word);
}
