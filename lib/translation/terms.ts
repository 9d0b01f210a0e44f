import { formPattern, type Term } from "../glossary/glossary.ts";
import type { Locale } from "../i18n/locales.ts";
import { fold, wordsOf } from "../search/text.ts";
import { labelsOf, type Thesaurus } from "../search/thesaurus.ts";

// The words of the field that a text uses, with what they are called in the language it is translated into. Pure.

/** A word as the text's language calls it and as the other does; `meaning`: how the glossary explains it there. */
export type TextTerm = { source: string; target: string; meaning?: string };

/** The most words that are shown beside one text. */
const mostTextTerms = 12;

/**
 * The words of the glossary and the concepts of the thesaurus that a text uses, each once, those of the glossary first.
 * A concept is met where the text has one of its labels in whatever number, gender or definite form; of labels that
 * overlap the longest counts.
 * @param termsFrom the glossary in the text's language; `termsInto`: in the other
 */
export function termsOf(
  text: string,
  {
    from,
    into,
    thesaurus,
    termsFrom,
    termsInto,
  }: { from: Locale; into: Locale; thesaurus: Thesaurus; termsFrom: readonly Term[]; termsInto: readonly Term[] },
): TextTerm[] {
  const explained = termsFrom.flatMap(({ id, term, forms }): TextTerm[] => {
    const target = termsInto.find((one) => one.id === id);
    const isMet = [term, ...forms].length > 0 && formPattern([term, ...forms]).test(text);
    return target && isMet ? [{ source: term, target: target.term, meaning: target.meaning }] : [];
  });
  const known = new Set(explained.map(({ source }) => fold(source)));
  const concepts = conceptsIn(text, from, thesaurus)
    .map(({ label }): TextTerm => ({ source: label[from], target: label[into] }))
    .filter(({ source }) => !known.has(fold(source)));
  return [...explained, ...concepts].slice(0, mostTextTerms);
}

type Label = { concept: string; words: string[] };
const indexes = new WeakMap<Thesaurus, Partial<Record<Locale, Map<string, Label[]>>>>();

/** How a word begins, which its forms have in common. */
const beginning = (word: string) => word.slice(0, 3);

/** The labels of a language by how their first word begins; made once for each thesaurus. */
function labelIndex(thesaurus: Thesaurus, locale: Locale): Map<string, Label[]> {
  const made = indexes.get(thesaurus) ?? {};
  indexes.set(thesaurus, made);
  const index = made[locale] ?? new Map<string, Label[]>();
  if (made[locale]) return index;
  for (const concept of thesaurus.concepts.values()) {
    for (const label of labelsOf(concept, locale)) {
      const words = wordsOf(label).map(fold);
      const key = beginning(words[0] ?? "");
      index.set(key, [...(index.get(key) ?? []), { concept: concept.id, words }]);
    }
  }
  made[locale] = index;
  return index;
}

/** The concepts whose labels stand in a text, in its order. */
function conceptsIn(text: string, locale: Locale, thesaurus: Thesaurus) {
  const words = wordsOf(text).map(fold);
  const index = labelIndex(thesaurus, locale);
  const met = new Set<string>();
  const exactness = (label: Label, at: number) => Number(label.words.every((word, next) => words[at + next] === word));
  for (let at = 0; at < words.length; ) {
    const here = (index.get(beginning(words[at] ?? "")) ?? [])
      .filter((label) => label.words.every((word, next) => isForm(words[at + next] ?? "", word, locale)))
      .sort((a, b) => b.words.length - a.words.length || exactness(b, at) - exactness(a, at));
    if (here[0]) met.add(here[0].concept);
    at += here[0]?.words.length ?? 1;
  }
  return [...met].flatMap((id) => thesaurus.concepts.get(id) ?? []);
}

/** What a word's other forms have more than it: plurals, feminines, and in Swedish the article. Italian changes the last vowel. */
const endings: Record<Locale, RegExp> = {
  it: /^(?:h?[aeio]|i[aeo])$/,
  fr: /^(?:e?s|e|x)$/,
  sv: /^(?:[aeo]r)?(?:s|na?s?)?$|^(?:e?[nt]s?|[ae])$/,
  en: /^(?:e?s)$/,
};
const shortestStem = 4;

/** Whether two words are forms of one. */
function isForm(word: string, other: string, locale: Locale): boolean {
  if (word === other) return true;
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  const stem = locale === "it" ? short.replace(/[aeio]$/, "") : short;
  return stem.length >= shortestStem && long.startsWith(stem) && endings[locale].test(long.slice(stem.length));
}
