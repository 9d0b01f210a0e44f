import type { CoverFacts } from "../cover/cover.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { type KnownOrigin, type Part, textStatuses } from "../translation/state.ts";
import { plainText } from "./plain-text.ts";
import type { Localised, PracticeInput } from "./practice.ts";
import { fundingDifference, languageFor, periodYears, type Said, say } from "./rules.ts";
import { sections } from "./vocabulary.ts";

// A practice as one reader gets it: every text in one language, with the language it stands in. Pure.

/** What a practice knows of itself beside its input. */
export type PracticeMeta = {
  id: string;
  slugs: Record<Locale, string>;
  revision: number;
  publishedAt: string | null;
  updatedAt: string;
  /** When its contact was last asked whether it is still running, where no answer has come yet. */
  askedAt?: string;
  /** When its contact told of a change that editors have not dealt with yet. */
  toldAt?: string;
  /** Where translated parts come from, as far as it is known. */
  origins?: KnownOrigin[];
};

const saying = (reader: Locale, original: Locale) => (label: Localised | undefined) =>
  label === undefined ? undefined : say(label, reader, original);

/** Everything that a practice's page, the API and JSON-LD show, in the reader's language where there is one. */
export function toPracticeView(practice: PracticeInput, meta: PracticeMeta, reader: Locale) {
  const available = locales.filter((locale) => practice.texts[locale]);
  const lang = languageFor(available, reader, practice.originalLocale);
  const text = practice.texts[lang];
  if (!text) throw new Error(`practice ${meta.id} has no text in its original language`);
  const said = saying(reader, practice.originalLocale);
  // What a name means helps only in the reader's own language.
  const gloss = (label: Localised | undefined) => (label?.[reader] ? { text: label[reader], lang: reader } : undefined);
  const source = practice.sources.find((one) => one.key === text.provenance.source);
  const { origins = [], ...known } = meta;
  const translations = textStatuses(practice, origins);

  return {
    ...known,
    /** The language that was asked for, and the one that the text stands in. */
    locale: reader,
    lang,
    originalLocale: practice.originalLocale,
    languages: available,
    kind: practice.kind,
    title: text.title,
    subtitle: text.subtitle,
    summary: text.sections.summary,
    plainWords: text.sections.plainWords,
    /** The summary without its Markdown. */
    description: text.sections.summary && plainText(text.sections.summary),
    sections: sections
      .filter((name) => name !== "summary" && name !== "plainWords" && text.sections[name])
      .map((name) => ({ name, markdown: text.sections[name] as string })),
    /** How the text of every language came about, and the one that is shown. */
    translations,
    translation: translations.find((one) => one.locale === lang),
    provenance: { ...text.provenance, from: source && { publisher: source.publisher, language: source.language } },
    alternativeTitles: practice.alternativeTitles,
    relations: practice.relations,
    countries: practice.countries,
    scopes: practice.scopes,
    places: practice.places.map(({ translatedName, ...place }) => ({
      ...place,
      /** As readers of this language call it. */
      shown: translatedName?.[reader] ?? place.name,
      note: said(place.note),
    })),
    period: { ...practice.period, note: said(practice.period.note) },
    phases: practice.phases.map((phase) => ({
      ...phase,
      name: say(phase.name, reader, practice.originalLocale),
      note: said(phase.note),
    })),
    status: practice.status,
    evidence: practice.evidence,
    lastConfirmed: practice.lastConfirmed,
    organisations: practice.organisations.map((one) => ({
      ...one,
      translatedName: gloss(one.translatedName),
      classification: said(one.classification),
      note: said(one.note),
    })),
    contacts: practice.contacts
      // Only what someone agreed to, or a source made public, and never a private address.
      .filter(({ consent, name, publicEmail }) => (consent.basis === "named-by-source" ? name : publicEmail))
      .map(({ name, role, organisation, publicEmail }) => ({ name, role: said(role), organisation, publicEmail })),
    funding: {
      ...practice.funding,
      lines: practice.funding.lines.map((one) => ({
        ...one,
        source: say(one.source, reader, practice.originalLocale),
      })),
      difference: fundingDifference(practice.funding),
    },
    audiences: practice.audiences,
    themes: practice.themes,
    obstacles: practice.obstacles.map((one) => ({ ...one, met: said(one.met), response: said(one.response) })),
    delivery: { ...practice.delivery, note: said(practice.delivery.note) },
    indicators: practice.indicators.map((one) => ({
      ...one,
      label: say(one.label, reader, practice.originalLocale),
      unit: said(one.unit),
      method: said(one.method),
      breakdown: one.breakdown.map((part) => ({ ...part, label: said(part.label) })),
    })),
    awards: practice.awards.map((one) => ({
      ...one,
      translatedName: gloss(one.translatedName),
      edition: said(one.edition),
      note: said(one.note),
    })),
    outputs: practice.outputs.map((one) => ({
      ...one,
      title: say(one.title, reader, practice.originalLocale),
      note: said(one.note),
    })),
    links: practice.links.map((one) => ({ ...one, label: said(one.label) })),
    sources: practice.sources.map((one) => ({
      ...one,
      classification: said(one.classification),
      note: said(one.note),
    })),
  };
}

export type PracticeView = ReturnType<typeof toPracticeView>;

/**
 * Whether a machine has translated all of a text, or one of these parts of it.
 * @param text how it came about; `machine`: the parts that a machine made
 */
export const isMachineMade = (
  text: { origin: string; method: string; machine: readonly string[] } | undefined,
  ...parts: Part[]
): boolean =>
  text !== undefined &&
  text.origin !== "original" &&
  (text.method === "machine" || parts.some((part) => text.machine.includes(part)));

/** What a practice's picture is drawn from. */
export const coverFacts = (practice: PracticeView): CoverFacts => ({
  id: practice.id,
  countries: practice.countries,
  themes: practice.themes.length,
  audiences: practice.audiences.direct.length,
  years: periodYears(practice.period),
});

/** Why a search shows a practice. */
export type Found = {
  /** A passage of the text as it is shown, in pieces; marked are those that were looked for. */
  passage?: { lang: Locale; pieces: { text: string; marked: boolean }[] };
  /** Whether the passage is the whole summary. */
  isSummary: boolean;
  /** The concepts, in the reader's words, that it is here for, where its own words do not say it. */
  concepts: string[];
  /** The languages of other versions in which the words stand. */
  languages: Locale[];
};

/** A practice as it stands in a list. */
export type PracticeCard = {
  id: string;
  slug: string;
  lang: Locale;
  title: Said;
  summary: Said | undefined;
  /** Whether a machine has translated its title or its summary, and whether it has any part of the text. */
  isMachineMade: boolean;
  isPartlyMachineMade: boolean;
  /** Why a search found it, where it was asked for. */
  found?: Found;
  countries: string[];
  place: string | undefined;
  lead: { name: string; type: string | undefined } | undefined;
  period: { start?: string; end?: string; during?: string };
  status: string;
  evidence: string;
  themes: string[];
  languages: Locale[];
  /** What its picture is drawn from. */
  cover: CoverFacts;
};
