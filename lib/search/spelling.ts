// Which known word someone meant who typed one that nobody has written. Pure.

/**
 * How many letters to change, add, leave out or swap with their neighbour to turn one word into another: optimal string
 * alignment (Damerau 1964, doi:10.1145/363958.363994; Boytsov 2011, doi:10.1145/1963190.1963191, section 2.2).
 */
export function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let above = b.map((_, at) => at + 1);
  above.unshift(0);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(
        (above[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (above[column - 1] as number) + same,
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] as number) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[b.length] as number;
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * Every way to write a word with one mistake less or more: what a word is compared with that is too short for trigrams
 * to be alike (Norvig 2007, norvig.com/spell-correct.html).
 * @param folded a word without accents
 */
export function oneMistake(folded: string): string[] {
  const all = new Set<string>();
  for (let at = 0; at <= folded.length; at++) {
    const [head, tail] = [folded.slice(0, at), folded.slice(at)];
    if (tail) all.add(head + tail.slice(1));
    if (tail.length > 1) all.add(head + tail[1] + tail[0] + tail.slice(2));
    for (const letter of letters) {
      all.add(head + letter + tail);
      if (tail) all.add(head + letter + tail.slice(1));
    }
  }
  all.delete(folded);
  return [...all];
}

/** How many mistakes a word of this length may hold and still be recognised. */
export const allowedMistakes = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/** How many letters two words have in common from the beginning. */
function sameBeginning(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** A known word that may be meant. `ofField`: a word of the thesaurus. */
export type Candidate = { word: string; folded: string; locale: string; ofField?: boolean };

/**
 * The known words that a mistyped one may stand for, the likeliest first: fewest mistakes, the reader's language,
 * most letters right from the beginning, a word of the field. Only the best distance is kept.
 * @param folded the mistyped word without accents
 */
export function correct(folded: string, candidates: readonly Candidate[], reader: string): Candidate[] {
  const allowed = allowedMistakes(folded.length);
  const near = candidates
    .map((candidate) => ({ candidate, mistakes: distance(folded, candidate.folded) }))
    .filter(({ mistakes }) => mistakes <= allowed);
  const fewest = Math.min(...near.map(({ mistakes }) => mistakes));
  const rank = ({ locale, folded: known, ofField }: Candidate) =>
    (locale === reader ? 0 : 2) +
    (ofField ? 0 : 0.5) +
    1.5 * (1 - sameBeginning(known, folded) / folded.length) +
    Math.abs(known.length - folded.length) / 10;
  return near
    .filter(({ mistakes }) => mistakes === fewest)
    .map(({ candidate }) => candidate)
    .sort((a, b) => rank(a) - rank(b) || (a.word < b.word ? -1 : 1));
}
