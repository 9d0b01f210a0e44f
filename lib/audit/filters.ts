import { isDeepStrictEqual } from "node:util";
import { subjectKinds } from "./audit.ts";

// The filters of the log: an address ⇄ what is asked for. Pure and total.

const filterNames = ["kind", "subject", "action", "actor", "from", "to"] as const;
export type LogFilters = Partial<Record<(typeof filterNames)[number], string>>;

/** Whether a text is a day of the calendar: the 31st of February is none. */
function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : new Date(Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
const known: Record<keyof LogFilters, (text: string) => boolean> = {
  kind: (text) => subjectKinds.some((kind) => kind === text),
  subject: (text) => text.length <= 200,
  action: (text) => /^[a-z-]+\.[a-z-]+$/.test(text) && text.length <= 80,
  actor: (text) => /^[\w-]{1,64}$/.test(text),
  from: isDay,
  to: isDay,
};

/** The filters that an address asks for; what is not known is left out. */
export function readLogFilters(search: URLSearchParams): LogFilters {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const text = search.get(name)?.toWellFormed().replaceAll("\u0000", "").trim() ?? "";
      return text !== "" && known[name](text) ? [[name, text]] : [];
    }),
  );
}

/** The query of an address that asks for them. */
export const writeLogFilters = (filters: LogFilters): URLSearchParams =>
  new URLSearchParams(filterNames.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));

/**
 * One value that an entry tells of: what it was, and what it became. Values are lists of codes, numbers and ids as text,
 * empty where there was none; an empty text is one that nothing was said of.
 */
export type LogChange = { field: string; before: string[]; after: string[] };

const asTexts = (value: unknown): string[] =>
  value === undefined || value === null ? [] : [value].flat().map((one) => (one === null ? "" : String(one)));

/** What an entry tells of, field by field; what stayed as it was is left out. */
export function changesOf(before: unknown, after: unknown): LogChange[] {
  const fieldsOf = (side: unknown) => (side && typeof side === "object" ? (side as Record<string, unknown>) : {});
  const [was, became] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(became)])]
    .map((field) => ({ field, before: asTexts(was[field]), after: asTexts(became[field]) }))
    .filter(({ before: old, after: now }) => !isDeepStrictEqual(old, now));
}
