import { z } from "zod";
import { type Locale, locales } from "../i18n/locales.ts";
import { wordsOf } from "./text.ts";

// The ideas of the field and what they are called in four languages (content/thesaurus): a concept scheme after SKOS
// (W3C, 2009), with preferred and alternative labels, broader and related concepts. Pure.

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const label = z.string().min(2).max(80);
const inEveryLanguage = <T extends z.ZodType>(one: T) =>
  z.strictObject(Object.fromEntries(locales.map((locale) => [locale, one])) as Record<Locale, T>);

/** One concept of a file of content/thesaurus. */
const concept = z.strictObject({
  id,
  /** What it is called; what is not translated keeps its name. */
  label: inEveryLanguage(label),
  /** What else it is called: what people type and write. */
  also: z.partialRecord(z.enum(locales), z.array(label)).default({}),
  broader: z.array(id).default([]),
  related: z.array(id).default([]),
  /** The codes of the vocabulary that mean the same: `audience:older-people`. */
  codes: z.array(z.string().regex(/^(theme|audience|organisation|obstacle):[a-z0-9-]+$/)).default([]),
  /** The same concept elsewhere, where it was looked up. */
  exact: z.strictObject({ eurovoc: z.string().optional(), digcomp: z.string().optional() }).optional(),
});

/** A file of content/thesaurus. */
export const conceptFile = z.array(concept);
/** A concept with the file it stands in: people, services, methods… */
export type Concept = z.infer<typeof concept> & { group: string };

/** The whole thesaurus, ready to be asked. */
export type Thesaurus = {
  concepts: ReadonlyMap<string, Concept>;
  /** Concepts directly below each. */
  narrower: ReadonlyMap<string, string[]>;
  /** The concepts that mean the same as a code: `audience:older-people`. */
  ofCode: ReadonlyMap<string, string[]>;
  /** Every word of every label of a language, in lower case. */
  words: Record<Locale, ReadonlySet<string>>;
};

/** All labels of a concept in a language, the preferred one first. */
export const labelsOf = ({ label, also }: Concept, locale: Locale): string[] => [
  ...new Set([label[locale], ...(also[locale] ?? [])]),
];

/** Makes a thesaurus of its concepts. */
export function toThesaurus(all: readonly Concept[]): Thesaurus {
  const narrower = new Map<string, string[]>();
  const ofCode = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, value: string) => to.set(key, [...(to.get(key) ?? []), value]);
  for (const one of all) {
    for (const wider of one.broader) add(narrower, wider, one.id);
    for (const code of one.codes) add(ofCode, code, one.id);
  }
  const words = Object.fromEntries(
    locales.map((locale) => [locale, new Set(all.flatMap((one) => labelsOf(one, locale).flatMap(wordsOf)))]),
  ) as Record<Locale, Set<string>>;
  return { concepts: new Map(all.map((one) => [one.id, one])), narrower, ofCode, words };
}

/** Another name of a concept, in one language. */
export type ConceptName = { concept: string; locale: Locale; label: string };

/** A thesaurus with further names of its concepts, behind the ones they have; those of a concept that is gone are left out. */
export function withNames({ concepts }: Thesaurus, names: readonly ConceptName[]): Thesaurus {
  const all = new Map(concepts);
  for (const { concept: of, locale, label } of names) {
    const known = all.get(of);
    if (!known || labelsOf(known, locale).includes(label)) continue;
    all.set(of, { ...known, also: { ...known.also, [locale]: [...(known.also[locale] ?? []), label] } });
  }
  return toThesaurus([...all.values()]);
}

/** All concepts below one, however deep, without itself. Total: a circle ends. */
export function allNarrower({ narrower }: Thesaurus, of: string): string[] {
  const found = new Set<string>();
  const open = [of];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const below of narrower.get(next) ?? []) {
      if (below === of || found.has(below)) continue;
      found.add(below);
      open.push(below);
    }
  }
  return [...found];
}

/** The preferred label of a concept in a language; its id where it is not known any more. */
export const conceptLabel = ({ concepts }: Thesaurus, id: string, locale: Locale): string =>
  concepts.get(id)?.label[locale] ?? id;
