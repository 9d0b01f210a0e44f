import type { Locale } from "../i18n/locales.ts";

// What a search text means, and how much each way to meet it counts. Pure.

/** How an alternative says what was asked for; how much a find through it counts, 1 being the word itself. */
export const factors = {
  /** the word, in the reader's language */
  own: 1,
  /** the concept, by whatever name in whatever language */
  concept: 0.95,
  /** the word, in another language */
  other: 0.6,
  /** a narrower concept */
  narrower: 0.5,
  /** a concept that someone looking for this one would gladly be offered */
  related: 0.15,
  /** a wider concept, or another one below it where the concept is one country's own */
  wider: 0.2,
  /** one word of several that name a concept together */
  word: 0.25,
  /** a word that begins as the last one does, which someone may still be typing */
  beginning: 0.7,
  /** the word of the field that is most like an unknown one */
  spelling: 0.8,
  /** another known word that is like it, though it may be no mistake at all */
  guess: 0.4,
  /** a part of a compound that nobody has written */
  part: 0.3,
} as const;

export type Way = keyof typeof factors;

/** Ways that come near what was asked for without being it: they do not make a practice an answer to all of it. */
export const weakWays: readonly Way[] = ["related", "wider", "word", "part"];

/** How much a unit counts: a concept of the field most, a word that asks without saying what least. */
export const unitWeights = { concept: 1.8, word: 1, filler: 0.25 } as const;

/** One way to find one unit: a tsquery, with what it counts and how many operands it has (which ts_rank divides by). */
export type Alternative = {
  way: Way;
  factor: number;
  query: string;
  operands: number;
  locale?: Locale;
  concepts?: string[];
};

/** One thing that is looked for: any of its alternatives finds it. */
export type Unit = { text: string; weight: number; alternatives: Alternative[]; concepts: string[] };

/** What a search text means. */
export type Understood = {
  units: Unit[];
  /** A tsquery of what must not occur. */
  excluded?: string;
  /** The text with its unknown words corrected, where there are any. */
  corrected?: string;
  /** The concepts it names, in its order. */
  concepts: string[];
};
