import { formattingTag, type Locale } from "./locales.ts";

// Dates, amounts and names as readers of a language write them. Pure; Intl's data come with the runtime.

/** An ISO 8601 date of reduced precision: "2010", "maggio 2010", "3 maggio 2010". */
export function formatDate(date: string, locale: Locale): string {
  if (date.length === 4) return date;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  if (date.length > 7) options.day = "numeric";
  return new Intl.DateTimeFormat(formattingTag[locale], options).format(new Date(date));
}

/** A moment, in Brussels time, to the minute. */
export function formatMoment(moment: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(formattingTag[locale], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Brussels",
  }).format(moment);
}

/** The day of a moment in Brussels. */
export function formatDay(moment: Date | string, locale: Locale): string {
  return new Intl.DateTimeFormat(formattingTag[locale], { dateStyle: "long", timeZone: "Europe/Brussels" }).format(
    new Date(moment),
  );
}

/** The day of a moment in Brussels, YYYY-MM-DD: the date that Ponte writes down, and its "today". */
export const dayInBrussels = (moment: Date | number = Date.now()): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" }).format(moment);

/** An amount of minor units (cents) in its currency, with all its decimals. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(formattingTag[locale], { style: "currency", currency, useGrouping: "always" });
  return format.format(toMajor(minor, currency));
}

/** Minor units (cents) as whole units (euros) of a currency: not all have two decimals (ISO 4217). */
export function toMajor(minor: number, currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return minor / 10 ** (maximumFractionDigits ?? 2);
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(formattingTag[locale], { maximumFractionDigits: 2 }).format(value);
}

/** A share between 0 and 1 as a percentage with at most one decimal. */
export function formatShare(share: number, locale: Locale): string {
  return new Intl.NumberFormat(formattingTag[locale], { style: "percent", maximumFractionDigits: 1 }).format(share);
}

export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([formattingTag[locale]], { type: "region" }).of(code) ?? code;
}

/** The name of a language inside a sentence: "français", "italienska". */
export function languageName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([formattingTag[locale]], { type: "language" }).of(code) ?? code;
}

/** "a, b and c". */
export function formatList(items: string[], locale: Locale): string {
  return new Intl.ListFormat(formattingTag[locale], { type: "conjunction" }).format(items);
}

/** The same in pieces, for items that are marked up: each is an item by its number, or words between. */
export function listPieces(count: number, locale: Locale): (number | string)[] {
  const numbers = Array.from({ length: count }, (_, at) => String(at));
  return new Intl.ListFormat(formattingTag[locale], { type: "conjunction" })
    .formatToParts(numbers)
    .map(({ type, value }) => (type === "element" ? Number(value) : value));
}

/** The colon between a label and what it labels, as a language sets it: French puts a space before that does not break. */
export const colon = (locale: Locale): string => (locale === "fr" ? "\u00a0: " : ": ");

/** Puts labels in the order of the reader's alphabet. */
export function byLabel<T extends { label: string }>(items: T[], locale: Locale): T[] {
  const { compare } = new Intl.Collator(locale);
  return [...items].sort((a, b) => compare(a.label, b.label));
}
