// How texts, labels and queries are cut into words before Postgres stems them: the same way everywhere, so that what is
// written alike is found alike. Pure.

// Among them what Postgres' unaccent writes as an apostrophe or a backslash, though Unicode counts it as a letter.
const betweenWords = /[^\p{L}\p{M}\p{N}]+|[\u0149\u02b0-\u02ff]+/gu;

/** A text as words of letters and digits with single spaces between, in lower case: its apostrophes and hyphens part words. */
export const toPlainWords = (text: string): string =>
  text.normalize("NFC").toLowerCase().replace(betweenWords, " ").replace(/ +/g, " ").trim();

/** The words of a text, in their order. */
export const wordsOf = (text: string): string[] => {
  const plain = toPlainWords(text);
  return plain === "" ? [] : plain.split(" ");
};

/** A word without accents, as someone types it on a keyboard that has none: å, ä and ö are a, a and o here. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

/** The words of a text that hyphens or apostrophes join, written as one: "e-mail" as "email". */
export const joinedWords = (text: string): string[] =>
  (text.normalize("NFC").match(/[\p{L}\p{N}]+(?:[-‐‑'’][\p{L}\p{N}]+)+/gu) ?? []).map((word) =>
    word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""),
  );

/** A Swedish neuter without its definite ending, which Postgres' stemmer leaves: "biblioteket" is "bibliotek". */
export const withoutDefinite = (word: string): string => (word.length >= 6 ? word.replace(/et$/, "") : word);

const shortestPart = 5;

/**
 * The known words that a compound begins or ends with: "bibliotekspersonal" has "bibliotek". The ending of the last part
 * (a definite form, a plural: at most three letters) may follow it; a joining s may stand between.
 * @param known words in lower case
 */
export function partsOf(word: string, known: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  for (let length = word.length - 2; length >= shortestPart; length--) {
    const begin = word.slice(0, length);
    if (known.has(begin) && word.length - length >= 3) {
      parts.push(begin);
      break;
    }
  }
  for (let from = 2; from <= word.length - shortestPart; from++) {
    const tail = word.slice(from);
    for (let ending = 0; ending <= 3 && tail.length - ending >= shortestPart; ending++) {
      const end = tail.slice(0, tail.length - ending);
      if (known.has(end)) return [...new Set([...parts, end])];
    }
  }
  return parts;
}

/** Both halves of a word that was written together, each a known word: "digitalhandledare" as "digital handledare". */
export function splitWord(word: string, known: ReadonlySet<string>): [string, string] | undefined {
  for (let at = 3; at <= word.length - 3; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (known.has(first) && known.has(second)) return [first, second];
  }
  return undefined;
}
