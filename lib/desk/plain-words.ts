import { typedText } from "../form-fields.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { plainWords } from "../practice/practice.ts";
import { type ReadingAdvice, readingAdvice, summaryLevel } from "../reading-level/advice.ts";

// The form in which editors write the versions in plain words: what was typed, what is wrong with it, what it shows.

/** Versions in plain words by language, as they were typed; an empty one takes the version away. */
export type PlainWordsTexts = Partial<Record<Locale, string>>;

/** What the form shows after it was sent and came back: what was typed, on which revision, and why it was refused. */
export type PlainWordsAnswer = { texts: PlainWordsTexts; revision: number; error?: string };

/** One language of the form. */
export type PlainWordsDraft = ReadingAdvice & {
  lang: Locale;
  /** The name of its field. */
  name: string;
  value: string;
  error?: PlainWordsError;
  /** The level of the summary, in words. */
  summary?: string;
  /** What somebody else has saved meanwhile; empty where that is nothing. */
  saved?: string;
};

const fieldName = (lang: Locale) => `plainWords-${lang}`;

/** What was typed, from a posted form. Anything that is no text is left out. */
export function readPlainWords(data: FormData): PlainWordsTexts {
  const texts: PlainWordsTexts = {};
  for (const lang of locales) {
    const typed = data.get(fieldName(lang));
    if (typeof typed === "string") texts[lang] = typedText(typed);
  }
  return texts;
}

export const plainWordsErrors = ["too-long", "control-character", "too-marked", "other"] as const;
type PlainWordsError = (typeof plainWordsErrors)[number];

/** What keeps a version from being saved, if anything does. That there is none is no mistake. */
export function plainWordsError(text: string): PlainWordsError | undefined {
  if (text.trim() === "") return undefined;
  const { error } = plainWords.safeParse(text);
  const codes = error?.issues.map((issue) => issue.message) ?? [];
  return error && (plainWordsErrors.find((code) => codes.includes(code)) ?? "other");
}

/**
 * The form, language by language, with advice on each text.
 * @param stored what stands in each language that has a text
 * @param answer what the form was sent with, where it comes back
 */
export async function draftPlainWords(
  reader: Locale,
  stored: { lang: Locale; summary?: string; plainWords?: string }[],
  answer: PlainWordsAnswer | undefined,
): Promise<PlainWordsDraft[]> {
  return Promise.all(
    stored.map(async ({ lang, summary, plainWords: saved = "" }) => {
      const value = answer?.texts[lang] ?? saved;
      const isOther = answer?.error === "conflict" && value.trim() !== saved;
      return {
        ...(await readingAdvice(value, lang, reader)),
        lang,
        name: fieldName(lang),
        value,
        error: plainWordsError(value),
        summary: summary && (await summaryLevel(summary, lang, reader)),
        saved: isOther ? saved : undefined,
      };
    }),
  );
}
