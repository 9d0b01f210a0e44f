import { audiences, countries, evidenceLevels, obstacles, organisationTypes, statuses, themes } from "./vocabulary.ts";

// Address ⇄ Filters. Reading is total: what is not known is set aside and named, never an error.

/** The filters that may repeat, with the codes each knows, in the order of a canonical address. */
export const facetCodes = {
  country: countries,
  theme: themes,
  audience: audiences,
  organisation: organisationTypes,
  status: statuses,
  evidence: evidenceLevels,
  /** Whether there is a version in plain words in the reader's language. */
  plain: ["yes"],
  obstacle: obstacles,
} as const satisfies Record<string, readonly string[]>;

export type FacetName = keyof typeof facetCodes;
export const facetNames = Object.keys(facetCodes) as FacetName[];

export const sorts = ["relevance", "newest", "oldest", "title"] as const;
export type Sort = (typeof sorts)[number];

export type Filters = { [name in FacetName]: (typeof facetCodes)[name][number][] } & {
  q: string;
  from?: number;
  to?: number;
  sort: Sort;
  page: number;
};

/** A part of an address that was set aside, as it was written. */
export type Ignored = { name: string; value: string };

/** The longest search text, in characters. */
export const longestQuery = 200;

const defaultSort = (q: string): Sort => (q ? "relevance" : "newest");

/** The whole catalogue, newest first. */
export const noFilters: Filters = parseFilters(new URLSearchParams()).filters;

/**
 * Reads the filters of an address.
 * @returns the filters, and every value that is not known (a code, a year, a number of a page, a too long text)
 */
export function parseFilters(params: URLSearchParams): { filters: Filters; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const setAside = (name: string, value: string) => {
    ignored.push({ name, value: value.slice(0, 80) });
    return undefined;
  };
  const single = (name: string) => params.get(name)?.trim() ?? "";

  // Control characters are no letters of any word; Postgres refuses NUL outright.
  const written = (params.get("q") ?? "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .toWellFormed();
  const tooLong = [...written].length > longestQuery;
  if (tooLong) setAside("q", written);
  const q = tooLong ? "" : written;

  const facets = Object.fromEntries(
    facetNames.map((name) => {
      const known: readonly string[] = facetCodes[name];
      const values = [...new Set(params.getAll(name).map((value) => value.trim()))].filter(Boolean);
      return [name, values.filter((value) => known.includes(value) || setAside(name, value)).sort()];
    }),
  ) as Pick<Filters, FacetName>;

  const year = (name: string) => {
    const value = single(name);
    if (value === "") return undefined;
    return /^(19|20|21)\d{2}$/.test(value) ? Number(value) : setAside(name, value);
  };
  const from = year("from");
  let to = year("to");
  if (from !== undefined && to !== undefined && to < from) to = setAside("to", String(to));

  const sortValue = single("sort");
  const known = sorts.find((sort) => sort === sortValue);
  if (sortValue && !known) setAside("sort", sortValue);
  const sort = !known || (known === "relevance" && !q) ? defaultSort(q) : known;

  const pageValue = single("page");
  const page = /^[1-9]\d{0,6}$/.test(pageValue) ? Number(pageValue) : 1;
  if (pageValue && page === 1 && pageValue !== "1") setAside("page", pageValue);

  return {
    filters: { q, ...facets, ...(from !== undefined && { from }), ...(to !== undefined && { to }), sort, page },
    ignored,
  };
}

/**
 * The one canonical form of a selection: names in a fixed order, values sorted, defaults and empties dropped.
 * @returns a query string without its question mark; empty for the whole catalogue
 */
export function formatFilters(filters: Filters): string {
  const params = new URLSearchParams();
  if (filters.q) params.set("q", filters.q);
  for (const name of facetNames) for (const value of [...filters[name]].sort()) params.append(name, value);
  if (filters.from !== undefined) params.set("from", String(filters.from));
  if (filters.to !== undefined) params.set("to", String(filters.to));
  if (filters.sort !== defaultSort(filters.q)) params.set("sort", filters.sort);
  if (filters.page > 1) params.set("page", String(filters.page));
  return params.toString();
}

/** The same selection with one value of a filter switched on or off, from its first page. */
export function toggle(filters: Filters, name: FacetName, value: string): Filters {
  const values: string[] = filters[name];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value].sort();
  return { ...filters, [name]: next, page: 1 };
}

/** Whether anything at all is asked for. */
export const isFiltered = (filters: Filters): boolean =>
  formatFilters({ ...filters, sort: defaultSort(filters.q), page: 1 }) !== "";
