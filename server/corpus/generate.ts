import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { limits, type PracticeInput } from "../../lib/practice/practice.ts";
import {
  alternativeTitleKinds,
  audiences,
  type Country,
  deliveryFormats,
  deliveryPrices,
  deliverySettings,
  evidenceLevels,
  fundingKinds,
  indicatorQualifiers,
  kinds,
  obstacles,
  organisationSizes,
  organisationTypes,
  outputKinds,
  scopes,
  sections,
  statuses,
  themes,
} from "../../lib/practice/vocabulary.ts";
import type { Material, Phrasebook, Topic } from "./material.ts";
import { below, endlessRank, logNormal, normal, numbersFrom, oneOf, type Random, someOf, zipf } from "./random.ts";

// Practices that nobody has done, for measuring with many: what a practice can hold, as often and as unevenly as in
// practices that were done. Pure: the same seed and number give the same practice.

/** The publisher that every synthetic practice names as its source, and no other does. */
export const publisher = "Synthetic corpus of Ponte";

/** How many ids there are: `s` with seven letters or digits. */
const idCount = 36 ** 7;

/** The id of a synthetic practice: within a seed no two are alike. */
export function syntheticId(seed: number, number: number): string {
  // The factor has no divisor in common with 36, so that multiplying only changes the order.
  const place = (BigInt(number) * 48_271_000_003n + BigInt(seed) * 7_919_000_029n) % BigInt(idCount);
  return `s${place.toString(36).padStart(7, "0")}`;
}

/** Words in each version of a practice: the median, and the deviation of its logarithm. */
const versionWords = { median: 250, deviation: 0.55, least: 60, most: 2500 };

/** Which part of all practices has the section, and how much of the text stands there. */
const sectionShares: Record<(typeof sections)[number], { often: number; part: number }> = {
  summary: { often: 1, part: 0 },
  plainWords: { often: 0.4, part: 0 },
  presentation: { often: 0.9, part: 3 },
  context: { often: 0.6, part: 2 },
  objectives: { often: 0.7, part: 2 },
  activities: { often: 0.9, part: 4 },
  tools: { often: 0.4, part: 1 },
  results: { often: 0.5, part: 2 },
  benefits: { often: 0.4, part: 2 },
  constraints: { often: 0.45, part: 1.5 },
  advice: { often: 0.4, part: 1.5 },
  nextSteps: { often: 0.25, part: 1 },
  costs: { often: 0.25, part: 0.7 },
};

const originals: [Locale, number][] = [
  ["it", 0.35],
  ["fr", 0.3],
  ["sv", 0.2],
  ["en", 0.15],
];

/** How many different invented names there may be in a language. */
const mostNames = 5_000_000;

const ranks = {
  themes: zipf(themes.length),
  audiences: zipf(audiences.length),
  obstacles: zipf(obstacles.length),
  organisationTypes: zipf(organisationTypes.length),
  kinds: zipf(kinds.length, 1.5),
  scopes: zipf(scopes.length, 0.8),
  evidence: zipf(evidenceLevels.length, 1.3),
  names: endlessRank(mostNames),
};

/** What one practice keeps coming back to while it is made. */
type Draft = { random: Random; material: Material; original: Locale; available: Locale[]; topics: Topic[] };

/** Makes synthetic practices of one seed. */
export function corpusOf(seed: number, material: Material): (number: number) => PracticeInput {
  const topicRanks = zipf(material.topics.length, 0.9, 3);
  const wordRanks = Object.fromEntries(
    locales.map((locale) => [locale, zipf(material.words[locale].length, 1, 2.7)]),
  ) as Record<Locale, ReturnType<typeof zipf>>;
  const countryRanks = Object.fromEntries(
    locales.map((locale) => [locale, zipf(material.countries.languages[locale].length, locale === "en" ? 1 : 2.2)]),
  ) as Record<Locale, ReturnType<typeof zipf>>;

  /** Fills the places of a phrase. */
  function say({ random, topics }: Draft, locale: Locale, phrase: string): string {
    const word = () => material.words[locale][wordRanks[locale](random)] as string;
    const label = (topic: Topic) => {
      const [preferred, ...also] = topic.labels[locale];
      return random() < 0.6 || also.length === 0 ? (preferred as string) : oneOf(random, also);
    };
    return phrase.replace(/\{(\w+)\}/g, (_, place: string) => {
      if (place === "topic") return label(oneOf(random, topics));
      if (place === "Topic") return capitalised(label(topics[0] as Topic));
      if (place === "other") return label(material.topics[topicRanks(random)] as Topic);
      if (place === "word") return word();
      if (place === "words") return Array.from({ length: 4 + below(random, 8) }, word).join(", ");
      if (place === "year") return String(2005 + below(random, 21));
      if (place === "small") return String(20 + 5 * below(random, 20));
      if (place === "number") return String(Math.round(logNormal(random, 60, 1)));
      return nameOf(material.phrases[locale], ranks.names(random));
    });
  }

  const sayIn = (draft: Draft, from: (book: Phrasebook) => readonly string[], languages = draft.available) => {
    const at = below(draft.random, from(material.phrases[draft.original]).length);
    return Object.fromEntries(
      languages.map((locale) => [locale, say(draft, locale, from(material.phrases[locale])[at] as string)]),
    );
  };

  /** One sentence or more, of about so many words in all. */
  function passage(draft: Draft, locale: Locale, words: number): string[] {
    const said: string[] = [];
    // To stop half a sentence early is as often too short as too long.
    for (let left = words; left > 6 || said.length === 0; ) {
      const sentence = say(draft, locale, oneOf(draft.random, material.phrases[locale].sentences));
      said.push(sentence);
      left -= sentence.split(" ").length;
    }
    return said;
  }

  function textIn(draft: Draft, locale: Locale, number: number): NonNullable<PracticeInput["texts"][Locale]> {
    const { random, original } = draft;
    const book = material.phrases[locale];
    const title = `${book.mark} ${String(number).padStart(6, "0")} · ${say(draft, locale, oneOf(random, book.titles))}`;
    const { median, deviation, least, most } = versionWords;
    const words = Math.max(least, Math.min(most, logNormal(random, median, deviation)));
    const summary = passage(draft, locale, 20).join(" ").slice(0, limits.summary).trim();
    const plainWords = random() < sectionShares.plainWords.often ? passage(draft, locale, 45) : [];
    const used = sections.filter((name) => sectionShares[name].part > 0 && random() < sectionShares[name].often);
    const written = used.length > 0 ? used : (["presentation"] as const);
    const parts = written.reduce((sum, name) => sum + sectionShares[name].part, 0);
    const left = Math.max(20, words - 25 - plainWords.join(" ").split(" ").length);
    const rest = written.map((name) => {
      const said = passage(draft, locale, Math.ceil((left * sectionShares[name].part) / parts));
      return [name, inParagraphs(random, said)];
    });
    return {
      title: title.slice(0, limits.title).trim(),
      ...(random() < 0.25 && { subtitle: say(draft, locale, oneOf(random, book.titles)) }),
      sections: {
        summary,
        ...(plainWords.length > 0 && { plainWords: inParagraphs(random, plainWords) }),
        ...Object.fromEntries(rest),
      },
      provenance: {
        origin: locale === original ? "original" : "translation",
        method: locale !== original && random() < 0.4 ? "machine" : "human",
        source: "corpus",
        reviewed: random() < 0.3,
        writtenOn: "2026-01-01",
      },
    };
  }

  function placesOf(draft: Draft, countries: Country[]): PracticeInput["places"] {
    const { random, original } = draft;
    const count = random() < 0.1 ? 0 : 1 + Math.min(5, Math.floor(logNormal(random, 0.6, 1)));
    return Array.from({ length: count }, (_, at) => {
      const country = oneOf(random, countries);
      const rank = ranks.names(random);
      const [latitude, longitude, width] = material.countries.points[country] ?? [50, 10, 5];
      // A place of one name lies where it always lies.
      const here = numbersFrom(rank, country.charCodeAt(0) * 256 + country.charCodeAt(1));
      const off = () => Math.round(100 * Math.max(-1.5, Math.min(1.5, normal(here))) * width) / 100;
      return {
        name: nameOf(material.phrases[original], rank),
        country,
        role: at === 0 ? "area" : oneOf(random, ["area", "seat", "served"] as const),
        ...(random() < 0.9 && { latitude: latitude + off(), longitude: longitude + off() }),
        ...(random() < 0.1 && { note: sayIn(draft, (book) => book.notes) }),
      };
    });
  }

  function organisationsOf(draft: Draft, countries: Country[], id: string): PracticeInput["organisations"] {
    const { random, original } = draft;
    const count = 1 + Math.min(7, Math.floor(logNormal(random, 0.9, 0.9)));
    return Array.from({ length: count }, (_, at) => {
      const type = organisationTypes[ranks.organisationTypes(random)] as (typeof organisationTypes)[number];
      return {
        name: say(draft, original, material.phrases[original].organisations[type]),
        roles: [at === 0 ? "lead" : oneOf(random, ["partner", "partner", "funder", "supplier"] as const)],
        ...(random() < 0.85 && { type }),
        ...(random() < 0.3 && { size: oneOf(random, organisationSizes) }),
        ...(random() < 0.8 && { country: oneOf(random, countries) }),
        ...(random() < 0.3 && { url: `https://${id}-${at}.example/` }),
        ...(random() < 0.05 && { note: sayIn(draft, (book) => book.notes) }),
      };
    });
  }

  function fundingOf(draft: Draft): PracticeInput["funding"] {
    const { random } = draft;
    if (random() < 0.4) return { notKnown: random() < 0.2, lines: [] };
    const amounts = random() < 0.5;
    const cents = () => 100_000 * Math.round(logNormal(random, 20, 1.2));
    return {
      notKnown: false,
      ...(amounts && { currency: draft.original === "sv" ? "SEK" : "EUR", total: cents() }),
      ...(random() < 0.3 && { frequency: oneOf(random, ["one-off", "yearly"] as const) }),
      lines: Array.from({ length: 1 + below(random, 3) }, () => ({
        source: sayIn(draft, (book) => book.funding),
        kind: oneOf(random, fundingKinds),
        ...(amounts && random() < 0.6 && { amount: cents() }),
      })),
    };
  }

  function indicatorsOf(draft: Draft): PracticeInput["indicators"] {
    const { random } = draft;
    if (random() < 0.5) return [];
    return Array.from({ length: 1 + Math.min(5, Math.floor(logNormal(random, 1.2, 0.7))) }, () => ({
      label: sayIn(draft, (book) => book.indicators),
      kind: random() < 0.2 ? "target" : "achieved",
      value: Math.round(logNormal(random, 200, 1.3)),
      ...(random() < 0.3 && { qualifier: oneOf(random, indicatorQualifiers) }),
      unit: sayIn(draft, (book) => book.units),
      ...(random() < 0.5 && { asOf: String(2015 + below(random, 11)), source: "corpus" }),
      breakdown:
        random() < 0.2
          ? [18, 40, 65].map((ageFrom, at, all) => ({
              ageFrom,
              ...(at < 2 && { ageTo: (all[at + 1] as number) - 1 }),
              value: 10 + below(random, 40),
              unit: "percent" as const,
            }))
          : [],
    }));
  }

  return (number) => {
    const random = numbersFrom(seed, number);
    const id = syntheticId(seed, number);
    const original = originalOf(random);
    const available = languagesOf(random, original);
    const topics = someOf(random, material.topics, topicRanks, 3 + below(random, 8));
    const draft: Draft = { random, material, original, available, topics };
    const countryList = material.countries.languages[original];
    const countries = someOf(random, countryList, countryRanks[original], random() < 0.06 ? 2 + below(random, 3) : 1);
    const coded = topics.flatMap(({ codes }) => codes);
    const audienceCount = random() < 0.1 ? 0 : 1 + below(random, 3);
    const period = periodOf(random);
    return {
      id,
      kind: kinds[ranks.kinds(random)] as (typeof kinds)[number],
      originalLocale: original,
      texts: Object.fromEntries(available.map((locale) => [locale, textIn(draft, locale, number)])),
      alternativeTitles:
        random() < 0.08
          ? [{ title: say(draft, original, "{name}"), kind: oneOf(random, alternativeTitleKinds), locale: original }]
          : [],
      relations: number > 0 && random() < 0.05 ? [relationOf(random, seed, number)] : [],
      countries,
      scopes: random() < 0.8 ? [scopes[ranks.scopes(random)] as (typeof scopes)[number]] : [],
      places: placesOf(draft, countries),
      period,
      phases:
        random() < 0.15
          ? material.phrases[original].phases.map((_, at) => ({
              name: Object.fromEntries(
                available.map((locale) => [locale, material.phrases[locale].phases[at] as string]),
              ),
              ...(at === 0 && period.start && { start: period.start }),
            }))
          : [],
      status: period.end ? "ended" : random() < 0.6 ? "running" : oneOf(random, statuses),
      evidence: evidenceLevels[ranks.evidence(random)] as (typeof evidenceLevels)[number],
      ...(random() < 0.3 && { lastConfirmed: `2025-${String(1 + below(random, 12)).padStart(2, "0")}` }),
      organisations: organisationsOf(draft, countries, id),
      contacts: random() < 0.7 ? [contactOf(draft, id)] : [],
      funding: fundingOf(draft),
      audiences: {
        direct: codesOf(random, audiences, coded, "audience", ranks.audiences, audienceCount),
        final: random() < 0.15 ? someOf(random, audiences, ranks.audiences, 1) : [],
        ...(random() < 0.15 && { ageFrom: oneOf(random, [16, 18, 55, 65]) }),
        ...(random() < 0.25 && { peopleReached: Math.round(logNormal(random, 300, 1.3)) }),
      },
      themes: codesOf(random, themes, coded, "theme", ranks.themes, 1 + below(random, 3)),
      obstacles: someOf(random, obstacles, ranks.obstacles, random() < 0.35 ? 0 : 1 + below(random, 4)).map((code) => ({
        code,
        ...(random() < 0.6 && {
          met: sayIn(draft, (book) => book.sentences),
          response: sayIn(draft, (book) => book.sentences),
        }),
      })),
      delivery: {
        formats: random() < 0.6 ? [oneOf(random, deliveryFormats)] : [],
        settings: random() < 0.5 ? [oneOf(random, deliverySettings)] : [],
        ...(random() < 0.4 && { price: oneOf(random, deliveryPrices) }),
        languages: random() < 0.3 ? [original] : [],
        ...(random() < 0.2 && { note: sayIn(draft, (book) => book.notes) }),
      },
      indicators: indicatorsOf(draft),
      awards: random() < 0.06 ? [awardOf(draft)] : [],
      outputs:
        random() < 0.3
          ? [
              {
                title: sayIn(draft, (book) => book.outputs),
                kind: oneOf(random, outputKinds),
                url: `https://${id}.example/output`,
                language: original,
              },
            ]
          : [],
      links: random() < 0.6 ? [{ url: `https://${id}.example/` }] : [],
      sources: [
        { key: "corpus", kind: "basis", publisher },
        ...(random() < 0.2
          ? [
              {
                key: "further",
                kind: "further" as const,
                publisher: say(draft, original, "{name}"),
                language: original,
              },
            ]
          : []),
      ],
    };
  };

  function contactOf(draft: Draft, id: string): PracticeInput["contacts"][number] {
    return {
      id: `${id}-0`,
      role: sayIn(draft, (book) => book.contacts),
      publicEmail: `contact@${id}.example`,
      consent: { basis: "given" },
    };
  }

  function awardOf(draft: Draft): PracticeInput["awards"][number] {
    const [name] = Object.values(sayIn(draft, (book) => book.awards, [draft.original]));
    return { name: name as string, year: 2010 + below(draft.random, 16), rank: 1 + below(draft.random, 3) };
  }
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function originalOf(random: Random): Locale {
  let left = random();
  for (const [locale, share] of originals) {
    left -= share;
    if (left < 0) return locale;
  }
  return "en";
}

/** The original language, in 35 of 100 practices another one, in 5 all four. */
function languagesOf(random: Random, original: Locale): Locale[] {
  const chance = random();
  if (chance < 0.05) return [...locales];
  const second = oneOf(
    random,
    locales.filter((locale) => locale !== original),
  );
  return locales.filter((locale) => locale === original || (chance < 0.4 && locale === second));
}

/** The name that has a rank: pronounceable, and no two alike. */
function nameOf({ syllables: { first, middle, last } }: Phrasebook, rank: number): string {
  let left = rank;
  const take = (from: readonly string[]) => {
    const one = from[left % from.length] as string;
    left = Math.floor(left / from.length);
    return one;
  };
  const [begin, end] = [take(first), take(last)];
  let inside = "";
  // As in counting with digits, but without a nought: "tete" is another number than "te".
  while (left > 0) {
    left--;
    inside += take(middle);
  }
  return begin + inside + end;
}

/** The codes that a practice's topics mean, filled up by rank. */
function codesOf<T extends string>(
  random: Random,
  all: readonly T[],
  coded: readonly string[],
  facet: string,
  by: (random: Random) => number,
  count: number,
): T[] {
  const meant = all.filter((code) => coded.includes(`${facet}:${code}`)).slice(0, count);
  return [...new Set([...meant, ...someOf(random, all, by, count - meant.length)])];
}

function periodOf(random: Random): PracticeInput["period"] {
  const chance = random();
  // The last years have most.
  const start = 2025 - Math.min(30, Math.floor(logNormal(random, 5, 0.8)));
  if (chance < 0.55) return { start: random() < 0.4 ? `${start}-09` : String(start) };
  if (chance < 0.8) return { start: String(start), end: String(Math.min(2025, start + below(random, 5))) };
  if (chance < 0.86) return { during: String(start) };
  if (chance < 0.9) return { end: String(start) };
  return {};
}

/** An earlier practice that it belongs with. */
const relationOf = (random: Random, seed: number, number: number): PracticeInput["relations"][number] => ({
  kind: oneOf(random, ["part-of", "grew-out-of", "method-from"] as const),
  practice: syntheticId(seed, below(random, number)),
});

/** Sentences as Markdown: paragraphs, and here and there a list. */
function inParagraphs(random: Random, sentences: readonly string[]): string {
  const paragraphs: string[] = [];
  for (let from = 0; from < sentences.length; ) {
    const some = sentences.slice(from, from + 1 + below(random, 4));
    from += some.length;
    paragraphs.push(some.length > 2 && random() < 0.3 ? some.map((one) => `- ${one}`).join("\n") : some.join(" "));
  }
  return paragraphs.join("\n\n");
}
