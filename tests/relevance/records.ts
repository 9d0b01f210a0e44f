import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { type PracticeInput, practiceInput } from "../../lib/practice/practice.ts";

// The relevance set: invented practices, and queries with the answers that a person gave. Test data, never published.

const section = z.string().optional();
const text = { title: z.string(), summary: z.string(), plainWords: section, activities: section };

const record = z.strictObject({
  id: z.string(),
  ...text,
  ...{ context: section, objectives: section, results: section, benefits: section },
  ...{ constraints: section, advice: section, nextSteps: section, costs: section },
  country: z.string(),
  place: z.string(),
  organisation: z.string(),
  organisationType: z.string(),
  themes: z.array(z.string()),
  audiences: z.array(z.string()),
  obstacles: z.array(z.string()).default([]),
  startYear: z.number().optional(),
  endYear: z.number().optional(),
  also: z.partialRecord(z.enum(locales), z.strictObject(text)).default({}),
});

const query = z.strictObject({
  q: z.string(),
  kind: z.enum(["plain", "typo", "inflection", "acronym", "cross-language", "question", "form"]),
  /** Kept aside while the search was built, and looked at only at the end. */
  aside: z.boolean().default(false),
  /** How well a practice answers: 3 exactly what was meant, 2 of real use, 1 touches it. */
  answers: z.record(z.string(), z.int().min(1).max(3)),
});
export type Query = z.infer<typeof query> & { locale: Locale };

const folder = (name: string) => join(import.meta.dirname, name);
const read = (kind: string, locale: Locale): unknown =>
  parse(readFileSync(join(folder(kind), `${locale}.yaml`), "utf8"));

/** The invented practices, as the search meets real ones. */
export function readRecords(): PracticeInput[] {
  const written = { origin: "original", writtenOn: "2026-11-22" };
  return locales.flatMap((locale) =>
    z
      .array(record)
      .parse(read("records", locale))
      .map((one) => {
        const { id, title, also, country, place, organisation, organisationType, startYear, endYear, ...rest } = one;
        const { themes, audiences, obstacles, ...sections } = rest;
        const others = Object.entries(also).map(([other, { title: theirs, ...theirSections }]) => [
          other,
          { title: theirs, sections: theirSections, provenance: { ...written, origin: "translation" } },
        ]);
        return practiceInput.parse({
          id,
          kind: "practice",
          originalLocale: locale,
          texts: { [locale]: { title, sections, provenance: written }, ...Object.fromEntries(others) },
          countries: [country],
          places: [{ name: place, country }],
          organisations: [{ name: organisation, roles: ["lead"], type: organisationType }],
          themes,
          audiences: { direct: audiences },
          obstacles: obstacles.map((code) => ({ code })),
          period: { ...(startYear && { start: String(startYear) }), ...(endYear && { end: String(endYear) }) },
          sources: [{ key: "invented", kind: "basis", publisher: "Invented for the tests of Ponte’s search" }],
        });
      }),
  );
}

/** The queries of all languages. */
export function readQueries(): Query[] {
  const known = readdirSync(folder("queries"));
  return locales
    .filter((locale) => known.includes(`${locale}.yaml`))
    .flatMap((locale) =>
      z
        .array(query)
        .parse(read("queries", locale))
        .map((one) => ({ ...one, locale })),
    );
}
