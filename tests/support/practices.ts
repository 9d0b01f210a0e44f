import type { Locale } from "../../lib/i18n/locales.ts";
import { type PracticeDraft, type PracticeInput, practiceInput } from "../../lib/practice/practice.ts";
import type { PracticeMeta } from "../../lib/practice/view.ts";
import {
  audiences,
  type Country,
  evidenceLevels,
  fundingKinds,
  obstacles,
  organisationTypes,
  statuses,
  themes,
} from "../../lib/practice/vocabulary.ts";

/** What a practice's text needs beside its title. */
export const written = { origin: "original", writtenOn: "2026-01-15" } as const;

/** The least that makes a practice, with what a test says of it. */
export const draft = (over: Partial<PracticeDraft> = {}): PracticeDraft => ({
  kind: "practice",
  originalLocale: "it",
  countries: ["IT"],
  themes: ["networks"],
  texts: { it: { title: "Bussola digitale", sections: {}, provenance: written } },
  ...over,
});

export const aPractice = (over: Partial<PracticeDraft> = {}): PracticeInput => practiceInput.parse(draft(over));

/** What a practice knows of itself once it is stored. */
export const aMeta = (over: Partial<PracticeMeta> = {}): PracticeMeta => ({
  id: "bussola1",
  slugs: { it: "bussola", fr: "boussole", sv: "kompass", en: "compass" },
  revision: 1,
  publishedAt: "2026-02-01T08:00:00.000Z",
  updatedAt: "2026-03-01T08:00:00.000Z",
  ...over,
});

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const generatedCountries: Country[] = ["IT", "FR", "SE", "BE", "DE"];
const places = ["Ostuni", "Arles", "Kiruna", "Leuven", "Görlitz"];
const words: Record<Locale, string[]> = {
  it: ["Sportello", "Officina", "Bussola", "Ponti", "Àncora"],
  fr: ["Atelier", "École", "Œuvre", "Passerelle", "Étoile"],
  sv: ["Öppna", "Ängens", "Åbens", "Zonens", "Bibliotekets"],
  en: ["Helpdesk", "Workshop", "Bridge", "Zebra", "Compass"],
};

/** Practices of many kinds, the same ones for the same seed: to compare the catalogue's answers with plain counting. */
export function generatePractices(count: number, seed = 1): PracticeInput[] {
  const random = numbersFrom(seed);
  const upTo = (max: number) => Math.floor(random() * (max + 1));
  const one = <T>(from: readonly T[]): T => from[upTo(from.length - 1)] as T;
  const some = <T>(from: readonly T[], least: number, most: number): T[] => {
    const left = [...from];
    return Array.from({ length: least + upTo(most - least) }, () => left.splice(upTo(left.length - 1), 1)[0] as T);
  };
  const period = (): PracticeDraft["period"] => {
    const start = 2000 + upTo(20);
    return one([
      {},
      { start: String(start) },
      { start: `${start}-05`, end: `${start + upTo(5)}-11-30` },
      { end: String(start) },
      { during: `${start}-06` },
    ]);
  };
  const funding = (number: number): PracticeDraft["funding"] => ({
    ...(number % 2 === 0 && { currency: number % 5 === 0 ? "SEK" : "EUR" }),
    ...(number % 3 === 0 && { frequency: "yearly" }),
    lines: fundingKinds.slice(0, number % 4).map((kind, position) => ({
      source: { en: "A fund" },
      kind: position === 2 ? "eu" : kind,
      ...(number % 2 === 0 && position !== 1 && { amount: 100 * number + position }),
    })),
  });
  return Array.from({ length: count }, (_, number) => {
    const locales = some(["it", "fr", "sv", "en"] as const, 1, 4);
    const text = (locale: Locale, position: number) => ({
      title: `${one(words[locale])} ${one(words[locale])} ${number}`,
      sections: {
        summary: `${one(words[locale])}.`,
        presentation: `${one(words[locale])} ${one(words[locale])}.`,
        ...((number + position) % 3 === 0 && { plainWords: `${words[locale][0]}.` }),
      },
      provenance: {
        ...written,
        ...(position > 0 && { origin: "translation" as const, method: position > 1 ? "machine" : "human" }),
        reviewed: number % 4 === 0,
      },
    });
    return aPractice({
      id: `made${number}`,
      originalLocale: one(locales),
      texts: Object.fromEntries(locales.map((locale, position) => [locale, text(locale, position)])),
      countries: some(generatedCountries, 1, 2),
      themes: some(themes.slice(0, 5), 1, 3),
      audiences: { direct: some(audiences.slice(0, 5), 0, 2), final: some(audiences.slice(0, 5), 0, 2) },
      obstacles: some(obstacles.slice(0, 5), 0, 3).map((code) => ({ code })),
      status: one(statuses),
      evidence: one(evidenceLevels),
      period: period(),
      funding: funding(number),
      places: [{ name: one(places), country: "IT" }],
      organisations: some(organisationTypes.slice(0, 4), 0, 3).map((type, position) => ({
        name: `Organisation ${number}.${position}`,
        roles: [position === 0 ? "lead" : "partner"],
        ...(random() < 0.8 && { type }),
      })),
    });
  });
}
