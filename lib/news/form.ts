import { blankIsMissing, type FormErrors, typedText } from "../form-fields.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { toSlug } from "../practice/rules.ts";
import { type DeskNews, deskNews, type NewsState } from "./news.ts";

// The form in which editors write a news item or a call: its fields, what is wrong with them, the item they make. Pure.

/** So many sources can be typed in at once; an item that has more keeps them all. */
export const sourceRows = 6;

const single = ["kind", "originalLocale", "publishedOn", "deadline", "owner"] as const;
const repeated = ["countries", "audiences"] as const;
const inEachLanguage = ["title", "summary", "body", "resultsExpected", "ownerUnit"] as const;
const ofSource = ["key", "publisher", "title", "url", "language"] as const;

/** The name of a field that stands once for each language, and of one of a source. */
export const localeField = (name: (typeof inEachLanguage)[number], locale: Locale) => `${name}-${locale}`;
export const sourceField = (row: number, name: (typeof ofSource)[number]) => `source-${row}-${name}`;

/** What was typed, field by field, as it was typed. */
export type NewsValues = { [field: string]: string | string[] };

const localeFields = inEachLanguage.flatMap((name) => locales.map((locale) => localeField(name, locale)));
const sourceFields = Array.from({ length: sourceRows }, (_, row) =>
  ofSource.map((name) => sourceField(row, name)),
).flat();
const singleFields: readonly string[] = [...single, ...localeFields, ...sourceFields];

/** What was typed, from a posted form. Anything that is no text, or no field of ours, is left out. */
export function readNewsValues(data: FormData): NewsValues {
  const values: NewsValues = {};
  for (const field of singleFields) values[field] = typedText(data.get(field));
  for (const field of repeated) values[field] = data.getAll(field).slice(0, 100).map(typedText);
  return values;
}

/** What the form shows after it was sent and came back. */
export type NewsForm = {
  values: NewsValues;
  errors: FormErrors;
  /** The revision it goes on from. */
  revision: number;
  error?: string;
  /** The item as it was typed, to be seen as its readers will see it. */
  preview?: DeskNews;
  /** What somebody else has saved meanwhile. */
  saved?: DeskNews;
};

/** The state that a button of the form leads to; nothing for the one that only shows. */
export const stateOfIntent = (intent: unknown): NewsState | undefined =>
  (({ keep: "draft", publish: "published", unpublish: "unpublished" }) as Record<string, NewsState>)[String(intent)];

/** The id of a new item, made from the day and its title. */
export const newNewsId = (values: NewsValues, today: string): string =>
  [today, toSlug(one(values, localeField("title", one(values, "originalLocale") as Locale)))]
    .filter(Boolean)
    .join("-")
    .slice(0, 60)
    .replace(/-+$/, "");

/** One typed line or text of a form. */
export const one = (values: NewsValues, field: string): string =>
  typeof values[field] === "string" ? values[field] : "";

/**
 * Checks a form.
 * @param before the item as it was: what the form does not ask for stays
 * @param id of a new item
 * @param today the day it is written on, YYYY-MM-DD
 * @returns the item, or the first error of every field that has one
 */
export function parseNews(
  values: NewsValues,
  { before, id, today }: { before: DeskNews | undefined; id: string; today: string },
): { news: DeskNews } | { errors: FormErrors } {
  const typed = (field: string) => blankIsMissing(one(values, field)) as string | undefined;
  const each = (name: "resultsExpected" | "ownerUnit") => {
    const said = locales.flatMap((locale) => {
      const text = typed(localeField(name, locale));
      return text === undefined ? [] : [[locale, text]];
    });
    return said.length > 0 ? Object.fromEntries(said) : undefined;
  };
  const texts = locales.flatMap((locale) => {
    const parts = { title: typed(localeField("title", locale)), summary: typed(localeField("summary", locale)) };
    const text = { ...parts, body: typed(localeField("body", locale)) };
    if (Object.values(text).every((part) => part === undefined)) return [];
    const old = before?.texts[locale];
    const isSame = old && old.title === text.title && old.summary === text.summary && old.body === text.body;
    const origin = locale === one(values, "originalLocale") ? "editorial" : "translation";
    const provenance = isSame ? old.provenance : { ...old?.provenance, origin: old?.provenance.origin ?? origin };
    return [
      [locale, { ...text, slug: old?.slug, provenance: isSame ? provenance : { ...provenance, writtenOn: today } }],
    ];
  });
  const sources = Array.from({ length: sourceRows }, (_, row) => row).flatMap((row) => {
    const source = Object.fromEntries(ofSource.map((name) => [name, typed(sourceField(row, name))]));
    const { key, ...said } = source;
    if (Object.values(said).every((part) => part === undefined)) return [];
    const note = before?.sources.find((old) => old.key === key)?.note;
    return [{ row, source: { ...said, key: key ?? `source-${row + 1}`, note } }];
  });
  const result = deskNews.safeParse({
    id: before?.id ?? id,
    ...Object.fromEntries(single.map((field) => [field, typed(field)])),
    ...Object.fromEntries(repeated.map((field) => [field, values[field]])),
    resultsExpected: each("resultsExpected"),
    ownerUnit: each("ownerUnit"),
    texts: Object.fromEntries(texts),
    sources: [...sources.map(({ source }) => source), ...(before?.sources.slice(sourceRows) ?? [])],
  });
  if (result.success) return { news: result.data };
  const errors: FormErrors = {};
  const original = one(values, "originalLocale") as Locale;
  for (const { path, code, message } of result.error.issues) {
    const [first, second, third] = path;
    const field =
      first === "texts"
        ? localeField((third ?? "title") as "title", (second ?? original) as Locale)
        : first === "sources"
          ? sourceField(sources[Number(second)]?.row ?? 0, (third ?? "publisher") as "publisher")
          : first === "resultsExpected" || first === "ownerUnit"
            ? localeField(first, (second ?? original) as Locale)
            : String(first);
    // What is left empty is no text at all to the schema.
    errors[field] ??=
      code === "invalid_type" || (code === "invalid_value" && !one(values, field)) ? "required" : message;
  }
  return { errors };
}

/** The form as it would have to be filled in to make an item. */
export function toNewsValues(news: DeskNews): NewsValues {
  const values: NewsValues = { countries: news.countries, audiences: news.audiences };
  for (const field of single) values[field] = news[field] ?? "";
  for (const locale of locales) {
    const text = news.texts[locale];
    for (const part of ["title", "summary", "body"] as const) values[localeField(part, locale)] = text?.[part] ?? "";
    for (const part of ["resultsExpected", "ownerUnit"] as const)
      values[localeField(part, locale)] = news[part]?.[locale] ?? "";
  }
  news.sources.slice(0, sourceRows).forEach((source, row) => {
    for (const name of ofSource) values[sourceField(row, name)] = source[name] ?? "";
  });
  return values;
}
