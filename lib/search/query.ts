import { wordsOf } from "./text.ts";

// What someone typed, taken apart. Total: every text is a query, if not one that finds something. Pure.

export type Query = {
  /** Single words in their order; hyphens and apostrophes part them. */
  words: string[];
  /** What stood in quotation marks: words that follow one another. */
  phrases: string[];
  /** What had a minus before it: words or phrases that must not occur. */
  excluded: string[];
};

/** How many words, phrases and exclusions of a query are looked at; what follows is left out. */
export const mostTerms = 12;

// A minus as keyboards and telephones write it; a phrase that is not closed runs to the end.
const marked = /(?<=^|\s)([-‑–−]?)["“”«»„]([^"“”«»„]*)(?:["“”«»„]|$)|(?<=^|\s)[-‑–−]([^\s"“”«»„]+)/gu;

/**
 * Reads a search text: words, phrases in any language's quotation marks, and either with a minus before it for what
 * must not occur.
 */
export function readQuery(q: string): Query {
  const [phrases, excluded]: [string[], string[]] = [[], []];
  const single: string[] = [];
  const rest = q.normalize("NFC").replace(marked, (_, minus: string | undefined, quoted: string | undefined, word) => {
    const words = wordsOf(quoted ?? word).slice(0, mostTerms);
    if (words.length === 0) return " ";
    if (minus || word !== undefined) excluded.push(words.join(" "));
    else if (words.length > 1) phrases.push(words.join(" "));
    else single.push(...words);
    return " ";
  });
  return {
    words: [...single, ...wordsOf(rest)].slice(0, mostTerms),
    phrases: phrases.slice(0, mostTerms),
    excluded: excluded.slice(0, mostTerms),
  };
}

/** Two words next to each other, as one: "läs platta" may be a "läsplatta". */
export const neighbours = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at]}${word}`);

/** All stretches of up to `most` words of a query, with where each begins: what may be the label of a concept. */
export function stretches(words: readonly string[], most = 5): { from: number; length: number; text: string }[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(most, words.length - from) }, (_, at) => ({
      from,
      length: at + 1,
      text: words.slice(from, from + at + 1).join(" "),
    })),
  );
}
