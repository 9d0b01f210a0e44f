// Chance that repeats: everything here is made of one function that gives numbers from 0 (included) to 1 (excluded).

export type Random = () => number;

/** Numbers that are the same for the same seed and number of a series (mulberry32, Tommy Ettinger, public domain). */
export function numbersFrom(seed: number, series = 0): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(series + 1, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to `count` - 1, all alike. */
export const below = (random: Random, count: number): number => Math.floor(random() * count);

/** One of several, all alike. */
export const oneOf = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T;

/** Normally distributed around 0 with deviation 1 (Box and Muller 1958, doi:10.1214/aoms/1177706645). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Log-normally distributed: half of the numbers are below the median. */
export const logNormal = (random: Random, median: number, deviation: number): number =>
  median * Math.exp(deviation * normal(random));

/** Draws a rank from 0 to `count` - 1, the first ones far more often than the last. */
type Ranks = (random: Random) => number;

/** Ranks after the law of Zipf and Mandelbrot: rank r weighs 1 / (r + offset) ^ exponent. */
export function zipf(count: number, exponent = 1, offset = 1): Ranks {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) upTo[rank] = sum += (rank + offset) ** -exponent;
  return (random) => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/**
 * Ranks without an end: the more are drawn, the more new ones come, as in the words of a growing library (Heaps' law).
 * After Lomax (1954, doi:10.1080/01621459.1954.10501239) with shape 1/4; ranks past `most` fall back among the others.
 */
export const endlessRank =
  (most: number): Ranks =>
  (random) =>
    Math.floor(8 * ((1 - random()) ** -4 - 1)) % most;

/** Several different ones, drawn by rank. */
export function someOf<T>(random: Random, from: readonly T[], ranks: Ranks, count: number): T[] {
  const some = new Set<T>();
  // Where few are left, drawing goes on in vain: what is there is enough.
  for (let tries = 0; some.size < count && tries < 10 * count; tries++) some.add(from[ranks(random)] as T);
  return [...some];
}
