import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Locale, locales } from "@/lib/i18n/locales";
import { readContent } from "@/server/content";
import { type Evidence, type FactPage, facts, fieldFacts, linkFacts, missing, normalise } from "../support/facts";
import { joined, type ReaderText, readNews, readPractice } from "../support/reader-text";

// Every fact of the five source pages can be read in every language, and no sentence that carries one can go unnoticed.

const { practices, news } = readContent();
const counts: Record<FactPage, number> = { arles: 12, caban: 20, sern: 8, toscana: 16, "eurocities-survey": 10 };
const pages = Object.keys(counts) as FactPage[];

const texts = Object.fromEntries(
  await Promise.all(
    pages.flatMap((page) =>
      locales.map(async (locale) => {
        const practice = practices.find(({ id }) => id === page);
        const item = news.find(({ id }) => id === page);
        const text = practice ? await readPractice(practice, locale) : item && (await readNews(item, locale));
        if (!text) throw new Error(`no content for ${page}`);
        return [`${page} ${locale}`, text] as const;
      }),
    ),
  ),
);
const textOf = (page: FactPage, locale: Locale) => texts[`${page} ${locale}`] as ReaderText;

test("the table holds all 66 facts, each once, with evidence in every language", () => {
  for (const page of pages) {
    const numbers = facts.filter((one) => one.page === page).map(({ fact }) => fact);
    expect(numbers, page).toEqual(Array.from({ length: counts[page] }, (_, at) => at + 1));
  }
  expect(facts).toHaveLength(66);
  for (const one of [...facts, ...fieldFacts])
    for (const locale of locales) expect(one[locale].length).toBeGreaterThan(0);
});

test.each(locales)("every numbered fact can be read in %s", (locale) => {
  const lost = facts.flatMap((one) =>
    missing(one, locale, joined(textOf(one.page, locale))).map((words) => `${one.page} ${one.fact}: ${words}`),
  );
  expect(lost).toEqual([]);
});

test.each(locales)("every field of the records can be read in %s", (locale) => {
  const lost = fieldFacts.flatMap((one) =>
    missing(one, locale, joined(textOf(one.page, locale))).map((words) => `${one.page} ${one.field}: ${words}`),
  );
  expect(lost).toEqual([]);
});

/** The pieces of a text (sentences, list items, lines of the record) without which a fact is no longer told. */
function carriers(evidence: Evidence, locale: Locale, { sentences, record }: ReaderText): string[] {
  const pieces = [...sentences, ...record].map(normalise);
  return pieces.filter((_, at) => {
    const rest = pieces.toSpliced(at, 1).join(" ");
    return evidence[locale].some((expression) => !expression.test(rest));
  });
}

describe.each(locales)("a sentence that is deleted in %s", (locale) => {
  test.each(pages)("on the page %s takes its fact with it: none is told by chance", (page) => {
    const safe = facts
      .filter((one) => one.page === page)
      .filter((one) => carriers(one, locale, textOf(page, locale)).length === 0)
      .map(({ fact }) => fact);
    expect(safe, "facts whose words stand in more than one place: make them more distinctive").toEqual([]);
  });

  test("is missed by every expression that looked for it: each finds its words in one place only", () => {
    const vague = facts.flatMap((one) =>
      one[locale]
        .filter((expression) => {
          const alone = { ...one, [locale]: [expression] };
          return carriers(alone, locale, textOf(one.page, locale)).length === 0;
        })
        .map((expression) => `${one.page} ${one.fact}: ${expression}`),
    );
    expect(vague).toEqual([]);
  });
});

const deletions: { page: FactPage; fact: number; locale: Locale; sentence: RegExp }[] = [
  { page: "arles", fact: 8, locale: "fr", sentence: /^Elles ont aidé les habitants/ },
  { page: "caban", fact: 14, locale: "sv", sentence: /^Men bäst blir man självständig/ },
  { page: "sern", fact: 7, locale: "it", sentence: /^l’emarginazione digitale sarà compresa meglio/ },
  { page: "toscana", fact: 4, locale: "en", sentence: /^the electronic health record/ },
  { page: "toscana", fact: 15, locale: "en", sentence: /^More than 120 projects/ },
  { page: "eurocities-survey", fact: 9, locale: "it", sentence: /^Il sondaggio è rimasto aperto/ },
];

test.each(deletions)(
  "without its sentence, fact $fact of $page is missed in $locale",
  ({ page, fact, locale, sentence }) => {
    const one = facts.find((candidate) => candidate.page === page && candidate.fact === fact);
    if (!one) throw new Error("no such fact");
    const { sentences, record } = textOf(page, locale);
    const pieces = [...sentences, ...record];
    const without = pieces.filter((piece) => !sentence.test(piece));
    expect(without).toHaveLength(pieces.length - 1);
    expect(missing(one, locale, pieces.join("\n"))).toEqual([]);
    expect(missing(one, locale, without.join("\n"))).not.toEqual([]);
  },
);

test("spaces and apostrophes of any kind are the same to the search", () => {
  expect(normalise("l’accès\u00a0: 40\u202f%\n au ‘Pays d‘Arles’")).toBe("l'accès : 40 % au 'Pays d'Arles'");
});

/** Fields that readers are not meant to see as such, each with where it goes instead. */
const unseen: Record<string, string> = {
  originalLocale: "decides which text counts as the original",
  "places[].country": "shown with the countries",
  "places[].role": "decides in which list a place stands",
  "places[].latitude": "for maps",
  "places[].longitude": "for maps",
  "organisations[].country": "shown with the countries",
  "funding.lines[].kind": "for statistics",
  "indicators[].source": "names a source by its key",
  "sources[].key": "names a source for texts and indicators",
  "sources[].kind": "shown in the words about where the text comes from",
  "contacts[].consent.basis": "decides whether a contact is shown",
};

/** The paths of every value of a record, positions and languages left out. */
function pathsOf(value: unknown, path = ""): string[] {
  if (value === null || typeof value !== "object") return [path];
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${path}[]`));
  const entries = Object.entries(value);
  if (entries.every(([key]) => (locales as readonly string[]).includes(key))) return [path];
  return entries.flatMap(([key, one]) => pathsOf(one, path ? `${path}.${key}` : key));
}

test.each(pages)("every field that the record of %s fills in is looked for, or its absence is explained", (page) => {
  const folder = page === "eurocities-survey" ? "news" : "practices";
  const file = join(import.meta.dirname, "..", "..", "content", folder, page, "record.yaml");
  const paths = new Set(pathsOf(parse(readFileSync(file, "utf8"))));
  const known = new Set([...fieldFacts, ...linkFacts].filter((one) => one.page === page).map(({ field }) => field));
  expect([...paths].filter((path) => !known.has(path) && !(path in unseen))).toEqual([]);
});

test("addresses that pages lead to without printing them stand in the records", () => {
  for (const { page, field, addresses } of linkFacts) {
    const one = [...practices, ...news].find(({ id }) => id === page);
    const record = one as unknown as Record<string, { url?: string }[]>;
    const urls = record[field.split("[]")[0] ?? ""]?.flatMap(({ url }) => url ?? []);
    expect(urls, `${page} ${field}`).toEqual(addresses);
  }
});
