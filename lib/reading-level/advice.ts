import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { createTranslator } from "use-intl/core";
import { formatNumber } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { loadMessages } from "../i18n/messages.ts";
import { countWords, limits } from "../practice/practice.ts";
import { type ReadingLevel, reachesGoal, readingGoals, readingLevel, sentencesOf, wordsOf } from "./reading-level.ts";

// What editors are told of a text while they write it. Advice: nothing here keeps anybody from saving.

/** What is said of a version in plain words, in the editor's language, and its longest sentences, in the text's own. */
export type ReadingAdvice = { advice: string; longSentences: string[] };

/** Sentences of more words than this are named: the longest, and no more of them than one looks at. */
const comfortable = 15;
const mostNamed = 3;

/** What the formulas are called, in every language. */
const formulaNames: Record<ReadingLevel["formula"], string> = {
  gulpease: "Gulpease",
  "kandel-moles": "Kandel-Moles",
  lix: "LIX",
  flesch: "Flesch",
};

/**
 * Advice on a version in plain words: its level with the goal, its length, its longest sentences.
 * @param text Markdown in the language `lang`; an empty one gets the goal alone
 * @param reader the language that the advice is in
 */
export async function readingAdvice(text: string, lang: Locale, reader: Locale): Promise<ReadingAdvice> {
  const t = await translator(reader);
  const lines = linesOf(text);
  const [level, goal] = [readingLevel(lines.join("\n"), lang), readingGoals.plain[lang]];
  // LIX counts the other way round.
  const aim = t(lang === "sv" ? "goalAtMost" : "goalAtLeast", { goal: String(goal) });
  if (!level) return { advice: aim, longSentences: [] };
  const longSentences = longestOf(lines, lang);
  const advice = [
    t(reachesGoal(level, goal) ? "levelReached" : "levelMissed", named(level, reader)),
    aim,
    t("wordsWritten", { count: countWords(text), limit: String(limits.plainWords) }),
    ...(longSentences.length > 0 ? [t("longSentences", { words: String(comfortable) })] : []),
  ];
  return { advice: advice.join(" "), longSentences };
}

/** The level of a practice's summary, to compare with; nothing for a summary without words. */
export async function summaryLevel(summary: string, lang: Locale, reader: Locale): Promise<string | undefined> {
  const t = await translator(reader);
  const level = readingLevel(linesOf(summary).join("\n"), lang);
  return level && t("summaryLevel", named(level, reader));
}

/**
 * How hard a practice's text is to read, against the goal for texts of ours.
 * @returns nothing for a text without words
 */
export async function textLevel(text: string, lang: Locale, reader: Locale): Promise<string | undefined> {
  const t = await translator(reader);
  const [level, goal] = [readingLevel(linesOf(text).join("\n"), lang), readingGoals.interface[lang]];
  if (!level) return undefined;
  const aim = t(lang === "sv" ? "goalAtMost" : "goalAtLeast", { goal: String(goal) });
  return `${t(reachesGoal(level, goal) ? "levelReached" : "levelMissed", named(level, reader))} ${aim}`;
}

const translator = async (locale: Locale) =>
  createTranslator({ locale, messages: await loadMessages(locale), namespace: "desk" });

/** The name of the formula and the score, rounded to its harder side: what misses a goal never seems to reach it. */
function named({ formula, score }: ReadingLevel, reader: Locale): { formula: string; score: string } {
  const whole = formula === "lix" ? Math.ceil(score) : Math.floor(score);
  return { formula: formulaNames[formula], score: formatNumber(whole, reader) };
}

/** Marks of quotes and lists behind the first of a line. They nest, and a parser takes minutes over thousands of them. */
const nested = /^([ \t]*(?:[>*+-]|\d{1,9}[.)]))(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[\s>]|$))+/gm;

type Block = ReturnType<typeof fromMarkdown>["children"][number];

/** Markdown as it is read, without its marks: a line for every paragraph and list item, as each ends a sentence. */
function linesOf(markdown: string): string[] {
  const read = (block: Block): string[] =>
    block.type === "list" || block.type === "listItem" || block.type === "blockquote"
      ? block.children.flatMap(read)
      : [textOf(block, { includeHtml: false }).replace(/\s+/g, " ").trim()];
  return fromMarkdown(markdown.replace(nested, "$1")).children.flatMap(read).filter(Boolean);
}

function longestOf(lines: string[], lang: Locale): string[] {
  return [...new Set(lines.flatMap((line) => sentencesOf(line, lang)))]
    .map((sentence) => ({ sentence, words: wordsOf(sentence, lang).length }))
    .filter(({ words }) => words > comfortable)
    .sort((a, b) => b.words - a.words)
    .slice(0, mostNamed)
    .map(({ sentence }) => sentence);
}
