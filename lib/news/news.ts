import { z } from "zod";
import { parseFrontMatter } from "../front-matter.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { countryCode, localeCode, localised, slug, webAddress } from "../practice/practice.ts";
import { audiences, textMethods, textOrigins } from "../practice/vocabulary.ts";

const day = z.iso.date("not-a-date");

const newsText = z.strictObject({
  title: z.string().trim().min(1, "required").max(160, "too-long"),
  slug: slug.optional(),
  summary: z.string().trim().min(1, "required").max(600, "too-long"),
  /** Markdown: paragraphs, lists, quotes, emphasis, links. */
  body: z.string().trim().min(1, "required").max(20_000, "too-long"),
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
  kind: z.enum(["news", "call"], "unknown-code"),
  originalLocale: localeCode,
  /** The day on which Ponte published it. */
  publishedOn: day,
  /** The last day on which one can take part, until midnight in Brussels. */
  deadline: day.optional(),
  /** When results are expected: a date, or words for it. */
  resultsExpected: localised.optional(),
  owner: z.string().min(1, "required").max(300, "too-long"),
  ownerUnit: localised.optional(),
  countries: z.array(countryCode).default([]),
  audiences: z.array(z.enum(audiences, "unknown-code")).default([]),
  sources: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(60),
        publisher: z.string().min(1, "required").max(300, "too-long"),
        title: z.string().max(300).optional(),
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
