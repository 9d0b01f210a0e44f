import type { SearchParams } from "../http/search-params.ts";
import type { Locale } from "../i18n/locales.ts";
import type { TranslationFilter } from "./queries.ts";
import { tasks } from "./state.ts";

// The addresses of the lists of translations ⇄ what they ask for. Pure; total: what is not known is left out.

const first = (value: string | string[] | undefined): string => [value ?? ""].flat()[0] ?? "";
const pageOf = (search: SearchParams): number => {
  const page = Number(first(search.page));
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
};
const textOf = (search: SearchParams): string =>
  first(search.q)
    .replace(/\p{Cc}/gu, " ")
    .toWellFormed()
    .trim()
    .slice(0, 100);

/**
 * What a translator's queue asks for.
 * @param languages those that whoever asks may write in
 */
export function readQueue(search: SearchParams, languages: readonly Locale[]): TranslationFilter {
  const into = languages.filter((one) => one === first(search.language));
  const asked = tasks.filter((one) => one === first(search.task));
  return {
    into: into.length > 0 ? into : languages,
    tasks: asked.length > 0 ? asked : tasks,
    ...{ q: textOf(search), sort: "urgent", page: pageOf(search) },
  };
}

/** What the table of all translations asks for. */
export function readFreshness(search: SearchParams, languages: readonly Locale[]): TranslationFilter {
  const sort = first(search.sort) === "title" ? "title" : "stale";
  return { into: languages, tasks: [], q: "", sort, page: pageOf(search) };
}

/** The query of a list's address, with what is not said left out. */
export function listSearch(said: {
  language?: string;
  task?: string;
  q?: string;
  sort?: string;
  page?: number;
}): string {
  const { page, ...others } = said;
  const pairs = Object.entries(others).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(page && page > 1 ? [...pairs, ["page", String(page)]] : pairs);
  return search.size > 0 ? `?${search}` : "";
}
