import type { Locale } from "../i18n/locales.ts";
import { englishSyllables, frenchSyllables } from "./syllables.ts";

// How hard a text is to read, by the best-known formula of each language. A formula sees long words and long sentences
// and nothing else: it says where to look again, not whether a text is good.

/** A measured text. A score is not limited to 0…100; higher is easier, but with LIX lower is. */
export type ReadingLevel = {
  formula: "gulpease" | "kandel-moles" | "lix" | "flesch";
  score: number;
  words: number;
  sentences: number;
};

/** What texts shall reach: interface = interface and pages about Ponte; plain = versions in plain words. */
export const readingGoals: Record<"interface" | "plain", Record<Locale, number>> = {
  interface: { it: 60, fr: 60, sv: 40, en: 60 },
  plain: { it: 70, fr: 70, sv: 30, en: 70 },
};

/** Whether a score reaches a goal: LIX counts the other way round (lower is easier). */
export function reachesGoal(level: ReadingLevel, goal: number): boolean {
  return level.formula === "lix" ? level.score <= goal : level.score >= goal;
}

/** Addresses count as one short word, because nobody reads them aloud. What ends the sentence is no part of them. */
const address = /(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,:;!?)»”"'’]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const withoutAddresses = (text: string): string => text.replace(address, "web");

const figure = "\\p{N}{1,3}(?:[\\u00a0\\u202f]\\p{N}{3})+(?:[.,]\\p{N}+)?";
const joint = "(?:[’'\\-\\u2010\\u2011:·]|(?<=\\p{N})[.,](?=\\p{N})|(?<=\\p{L})\\.(?=\\p{L}))";
const word = new RegExp(
  `${figure}|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:${joint}[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*)*[’']?`,
  "gu",
);

// Where two words that are written together part: behind an elided word, and before the pronouns of a French verb.
const pronouns = "(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|les?|la|en|y)";
const frenchElision = "(?<=(?:^|-)(?:[cdjlmnst]|(?:lors|puis|jus|quoi)?qu)[’'])(?=[\\p{L}\\p{N}])";
const seams: Partial<Record<Locale, RegExp>> = {
  it: /(?<=\p{L}[’'])(?=[\p{L}\p{N}])/u,
  fr: new RegExp(`${frenchElision}|(?<=\\p{L})-(?:t-)?(?=${pronouns}(?:-${pronouns})*$)`, "iu"),
};
const oneWord = /^rendez-vous$/i;

/**
 * The words of a plain text.
 * One word is a figure with its separators (39.340,69), a compound with hyphens (e-post, peut-être), an abbreviation
 * with its full stops (t.ex), and an English contraction (don’t). Two words are an elision and what it leans on (l’école,
 * dell’Italia), and a French verb and its pronoun (cherchez-vous): they are merely written together.
 */
export function wordsOf(text: string, locale: Locale): string[] {
  const found = withoutAddresses(text).match(word) ?? [];
  const seam = seams[locale];
  return seam ? found.flatMap((one) => (oneWord.test(one) ? [one] : one.split(seam))) : found;
}

/** Abbreviations after which a sentence goes on, whatever follows; without their last full stop. */
const abbreviations: Record<Locale, RegExp> = {
  it: /^(?:es|p\.es|cfr|sigg?|sig\.ra|dott|dott\.ssa|prof|prof\.ssa|ing|avv|arch|St?)$/u,
  fr: /^(?:ex|cf|MM?|Dr|Pr|Ste?|c\.-à-d)$/u,
  sv: /^(?:t\.ex|ex|bl\.a|d\.v\.s|dvs|s\.k|fr\.o\.m|t\.o\.m|f\.d|jfr|resp|dr|prof)$/iu,
  en: /^(?:e\.g|i\.e|eg|ie|cf|vs|viz|Mr|Mrs|Ms|Dr|Prof|St|Rev|Gen)$/u,
};
/** The same where a figure follows: "art. 5", "nr 3", "kl. 10". */
const beforeFigure =
  /^(?:artt?|nn?|no|nos|nr|num|pp?|pagg?|s|sid|vol|cap|chap|ch|kap|fig|t[eé]l|max|min|ca|approx|env|kl|v)$/iu;
/** An initial, as in "J. Smith", but not the English word I. */
const initial = /^(?:\p{Lu}\.-?)*(?!I)\p{Lu}$/u;

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const listMarker = /^(?:[-*•–—]|\p{N}{1,3}[.)])\s+/u;
/** Where a sentence may end: at full stops and their like, with the quotation marks and brackets that close there. */
const stop = /(?<![.!?…])[.!?…]+[\s»”"’')\]]*\s(?=\S)/gu;

/**
 * Whether a sentence goes on although it seems to stop.
 * @param before what stands before the place, from the last place of this kind on
 * @param after what stands behind it
 */
function goesOn(before: string, after: string, locale: Locale): boolean {
  // A small letter begins no sentence: « Ça marche ? » demande Ana.
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(after)) return true;
  const last = /([^\s(«“”"‘’]*)\.\s*$/u.exec(before.slice(-20))?.[1];
  if (last === undefined) return false;
  if (abbreviations[locale].test(last) || initial.test(last)) return true;
  return beforeFigure.test(last) && /^[+(]?\p{N}/u.test(after);
}

/** The sentences of one line. Intl.Segmenter is no help here: it parts « … ? », knows no …, and is slow on long lines. */
function sentencesOfLine(line: string, locale: Locale): string[] {
  const prose = withoutAddresses(line.trim()).replace(listMarker, "");
  const sentences: string[] = [];
  let [start, last, begun] = [0, 0, false];
  for (const { index, 0: signs } of prose.matchAll(stop)) {
    const end = index + signs.length;
    const piece = prose.slice(last, end);
    begun ||= hasWord(piece);
    if (begun && !goesOn(piece, prose.slice(end, end + 20), locale)) {
      sentences.push(prose.slice(start, end).trim());
      [start, begun] = [end, false];
    }
    last = end;
  }
  return [...sentences, prose.slice(start)].filter(hasWord);
}

/**
 * The sentences of a plain text, addresses shortened. Every line break ends one, so that a heading and a list item need
 * no full stop. A colon and a semicolon end none, nor do the full stops of common abbreviations, of initials, of figures
 * and of addresses.
 */
export const sentencesOf = (text: string, locale: Locale): string[] =>
  text.split(/[\n\r\u2028\u2029]+/u).flatMap((line) => sentencesOfLine(line, locale));

/**
 * Gulpease: 89 + (300 · sentences − 10 · letters) / words. 100 is easiest.
 * Source: P. Lucisano and M. E. Piemontese, "Gulpease: una formula per la predizione della difficoltà dei testi in lingua
 * italiana", Scuola e città 3, 1988, pp. 110–124.
 */
export const gulpease = (letters: number, words: number, sentences: number): number =>
  89 + (300 * sentences - 10 * letters) / words;

/**
 * Kandel and Moles' reading ease for French: 207 − 1.015 · words per sentence − 73.6 · syllables per word. 100 is easiest.
 * Source: L. Kandel and A. Moles, "Application de l’indice de Flesch à la langue française", Cahiers d’études de
 * radio-télévision 19, 1958, pp. 253–274. No mute e is counted here, so that a text comes out ten points easier, or more,
 * than its English version by Flesch's formula.
 */
export const kandelMoles = (syllables: number, words: number, sentences: number): number =>
  207 - (1.015 * words) / sentences - (73.6 * syllables) / words;

/**
 * LIX: words per sentence + percentage of words with more than six letters. Lower is easier.
 * Source: C. H. Björnsson, Läsbarhet, Stockholm: Liber 1968.
 */
export const lix = (longWords: number, words: number, sentences: number): number =>
  words / sentences + (100 * longWords) / words;

/**
 * Flesch's reading ease for English: 206.835 − 1.015 · words per sentence − 84.6 · syllables per word. 100 is easiest.
 * Source: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32, 1948, pp. 221–233.
 */
export const flesch = (syllables: number, words: number, sentences: number): number =>
  206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words;

/** Letters and digits of a word: a long figure is as hard to read as a long word. */
const lettersOf = (one: string): number => one.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * Measures running text.
 * @param text plain text; several paragraphs and list items separated by newlines, each of which ends a sentence
 * @returns undefined without any word
 */
export function readingLevel(text: string, locale: Locale): ReadingLevel | undefined {
  const parts = sentencesOf(text, locale);
  const all = parts.flatMap((sentence) => wordsOf(sentence, locale));
  const [words, sentences] = [all.length, parts.length];
  if (words === 0) return undefined;
  const sum = (count: (one: string) => number): number => all.reduce((total, one) => total + count(one), 0);
  switch (locale) {
    case "it":
      return { formula: "gulpease", score: gulpease(sum(lettersOf), words, sentences), words, sentences };
    case "fr":
      return { formula: "kandel-moles", score: kandelMoles(sum(frenchSyllables), words, sentences), words, sentences };
    case "sv": {
      const longWords = sum((one) => (lettersOf(one) > 6 ? 1 : 0));
      return { formula: "lix", score: lix(longWords, words, sentences), words, sentences };
    }
    case "en":
      return { formula: "flesch", score: flesch(sum(englishSyllables), words, sentences), words, sentences };
  }
}
