// How good a ranked list is, beside the grades that a person gave.

/**
 * Normalised discounted cumulative gain of the first `depth` answers, from 0 to 1: Järvelin and Kekäläinen 2002
 * (doi:10.1145/582415.582418), with gain 2^grade - 1 and discount log2(rank + 1) of Burges et al. 2005
 * (doi:10.1145/1102351.1102363). 1 where nothing could be found.
 * @param found ids in their order
 * @param grades by id; what is left out is 0
 */
export function ndcg(found: readonly string[], grades: Readonly<Record<string, number>>, depth = 10): number {
  const gain = (all: number[]) =>
    all.slice(0, depth).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const best = gain(Object.values(grades).sort((a, b) => b - a));
  return best === 0 ? 1 : gain(found.map((id) => grades[id] ?? 0)) / best;
}

/** The share of the answers of grade 2 and 3 (of any grade where there is none) among the first `depth` found. */
export function recall(found: readonly string[], grades: Readonly<Record<string, number>>, depth = 20): number {
  const good = Object.keys(grades).filter((id) => (grades[id] ?? 0) >= 2);
  const wanted = good.length > 0 ? good : Object.keys(grades);
  if (wanted.length === 0) return 1;
  return wanted.filter((id) => found.slice(0, depth).includes(id)).length / wanted.length;
}
