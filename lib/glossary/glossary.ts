import { z } from "zod";
import { type Locale, locales } from "../i18n/locales.ts";

// The words that a text explains in place: how they are written, and where in a page they first stand. Pure.

const inEveryLanguage = <T extends z.ZodType>(one: T) =>
  z.strictObject(Object.fromEntries(locales.map((locale) => [locale, one])) as Record<Locale, T>);

/** A file of content/glossary. */
export const termFile = z.strictObject({
  term: inEveryLanguage(z.string().min(1).max(80)),
  /** What its letters stand for, or its whole name. */
  full: inEveryLanguage(z.string().min(1).max(200)).optional(),
  meaning: inEveryLanguage(z.string().min(20).max(400)),
  /** The ways in which texts of a language write it; none where it is too common to be marked everywhere. */
  forms: inEveryLanguage(z.array(z.string().min(2).max(80))),
});

/** A term as readers of one language get it. */
export type Term = { id: string; lang: Locale; term: string; full?: string; meaning: string; forms: string[] };

/** A term in a language, from its file. */
export function toTerm(id: string, file: z.infer<typeof termFile>, lang: Locale): Term {
  return {
    id,
    lang,
    term: file.term[lang],
    full: file.full?.[lang],
    meaning: file.meaning[lang],
    forms: file.forms[lang],
  };
}

/** Finds any of these forms as a whole word; the longest form that fits. Letters and digits on either side belong to the word. */
export function formPattern(forms: readonly string[]): RegExp {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  const either = longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, "gu");
}

/**
 * Where each term first stands in a page.
 * @param texts the page's texts in reading order, as plain text
 * @returns for each text, the terms that are met there for the first time
 */
export function firstMentions(texts: readonly string[], glossary: readonly Term[]): Term[][] {
  const seen = new Set<string>();
  return texts.map((text) => {
    const here = glossary.filter(({ id, forms }) => !seen.has(id) && forms.length > 0 && formPattern(forms).test(text));
    for (const { id } of here) seen.add(id);
    return here;
  });
}
