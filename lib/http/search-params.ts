/** The query of an address as Next hands it to a page. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The same as URLSearchParams, with every value of a repeated name. */
export function readSearch(params: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
}
