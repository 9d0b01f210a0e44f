import { z } from "zod";
import { parseFrontMatter } from "../front-matter.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import {
  countryCode,
  limits,
  line,
  localeCode,
  localised,
  markdown,
  prose,
  slug,
  webAddress,
} from "../practice/practice.ts";
import { audiences, textMethods, textOrigins } from "../practice/vocabulary.ts";

const day = z.iso.date("not-a-date");

export const newsKinds = ["news", "call"] as const;
/** What may become of an item: readers see it while it is published. */
export const newsStates = ["draft", "published", "unpublished"] as const;
export type NewsState = (typeof newsStates)[number];

const newsText = z.strictObject({
  title: line(limits.title),
  slug: slug.optional(),
  summary: prose(limits.summary),
  /** Markdown: paragraphs, lists, quotes, emphasis, links. */
  body: markdown(limits.section),
  provenance: z.strictObject({
    origin: z.enum(textOrigins, "unknown-code"),
    method: z.enum(textMethods, "unknown-code").default("human"),
    author: z.string().max(300).optional(),
    source: z.string().max(60).optional(),
    reviewed: z.boolean().default(false),
    writtenOn: day,
  }),
});

/** A news item or a call to take part, as its files hold it. */
export const newsInput = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not-an-id")
    .max(60, "too-long"),
  kind: z.enum(newsKinds, "unknown-code"),
  originalLocale: localeCode,
  /** The day on which Ponte published it. */
  publishedOn: day,
  /** The last day on which one can take part, until midnight in Brussels. */
  deadline: day.optional(),
  /** When results are expected: a date, or words for it. */
  resultsExpected: localised.optional(),
  owner: line(),
  ownerUnit: localised.optional(),
  countries: z.array(countryCode).default([]),
  audiences: z.array(z.enum(audiences, "unknown-code")).default([]),
  sources: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(60),
        publisher: line(),
        title: line().optional(),
        url: webAddress.optional(),
        language: z
          .string()
          .regex(/^[a-z]{2,3}$/, "unknown-code")
          .optional(),
        note: localised.optional(),
      }),
    )
    .default([]),
  texts: z.record(localeCode, newsText),
});
export type NewsInput = z.output<typeof newsInput>;

/** The same as editors write it: in the original language at least, in the others as they are translated. */
export const deskNews = newsInput
  .extend({ texts: z.partialRecord(localeCode, newsText) })
  .refine(({ texts, originalLocale }) => texts[originalLocale] !== undefined, { error: "required", path: ["texts"] });
export type DeskNews = z.output<typeof deskNews>;

/**
 * One news item from its folder: record.yaml and a Markdown file in each language.
 * @throws Error that names the file and the field where something is wrong
 */
export function parseNewsFiles(id: string, record: unknown, files: Record<Locale, string>): NewsInput {
  const texts = Object.fromEntries(
    locales.map((locale) => {
      const { meta, body } = parseFrontMatter(files[locale]);
      return [locale, { ...meta, body }];
    }),
  );
  const result = newsInput.safeParse({ ...(record as object), id, texts });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`content/news/${id}: ${issue?.path.join(".")}: ${issue?.message}`);
}
