/**
 * What a title must match all of (SQL `like`) to hold every word of a search, in any order. Word by word, because people
 * type other spaces than stand in titles: French ones have some that do not break.
 */
export const patternsOf = (words: string): string[] =>
  words
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
