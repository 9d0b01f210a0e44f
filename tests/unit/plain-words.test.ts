import { describe, expect, test, vi } from "vitest";
import { revisionRead } from "../../lib/desk/answer.ts";
import { draftPlainWords, plainWordsError, readPlainWords } from "../../lib/desk/plain-words.ts";
import { locales } from "../../lib/i18n/locales.ts";
import { plainWords } from "../../lib/practice/practice.ts";
import { readingAdvice, summaryLevel } from "../../lib/reading-level/advice.ts";

const posted = (fields: Record<string, string | Blob>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return readPlainWords(data);
};
const words = (count: number) => Array.from({ length: count }, () => "ja").join(" ");

describe("the form of the versions in plain words", () => {
  test("holds what was typed in each language that it asked for, with line breaks as they are stored", () => {
    expect(posted({ "plainWords-it": "Uno.\r\n\r\nDue.", "plainWords-sv": "", intent: "save" })).toEqual({
      it: "Uno.\n\nDue.",
      sv: "",
    });
  });

  test("holds no file, no other language, and no more than anybody types", () => {
    expect(posted({ "plainWords-en": new Blob(["x"]), "plainWords-de": "Eins." })).toEqual({});
    expect(posted({ "plainWords-en": "a".repeat(60_000) }).en).toHaveLength(50_000);
    expect(posted({ "plainWords-en": "a\ud800b" }).en).toBe("a\ufffdb");
  });

  test.each([
    ["", undefined],
    [" \n ", undefined],
    [words(150), undefined],
    [`\n ${words(150)} \n`, undefined],
    [words(151), "too-long"],
    ["a".repeat(20_001), "too-long"],
    ["Ring\u0007.", "control-character"],
    [`${"> ".repeat(12)}Ring.`, "too-marked"],
    [`${"*".repeat(1001)}Ring.`, "too-marked"],
  ])("says what is wrong with a text: %#", (text, error) => {
    expect(plainWordsError(text)).toBe(error);
  });

  test("says that something is wrong even where it has no words for it", () => {
    const error = plainWords.safeParse("").error;
    const checked = vi.spyOn(plainWords, "safeParse").mockReturnValue({ success: false, error } as never);
    expect(plainWordsError("Si impara.")).toBe("other");
    checked.mockRestore();
  });

  const stored = [
    { lang: "it", summary: "In breve, la biblioteca aiuta.", plainWords: "Si impara." },
    { lang: "fr" },
  ] as const;

  test("begins with what is stored, the summary's level beside it", async () => {
    const [it, fr] = await draftPlainWords("en", [...stored], undefined);
    expect(it).toMatchObject({ lang: "it", name: "plainWords-it", value: "Si impara." });
    expect(it?.summary).toMatch(/^The summary, for comparison: Gulpease \d+\.$/);
    expect(fr).toMatchObject({ value: "", summary: undefined, error: undefined });
  });

  test("comes back with what was typed, and what is wrong with it", async () => {
    const [it, fr] = await draftPlainWords("en", [...stored], { texts: { it: words(151), fr: "Oui." }, revision: 1 });
    expect(it).toMatchObject({ value: words(151), error: "too-long", saved: undefined });
    expect(fr).toMatchObject({ value: "Oui.", error: undefined });
  });

  test("shows beside it what somebody else has saved, after a conflict and only where it differs", async () => {
    const of = async (text: string, error?: string) =>
      (await draftPlainWords("en", [...stored], { texts: { it: text }, revision: 1, error }))[0]?.saved;
    expect(await of("Altro.", "conflict")).toBe("Si impara.");
    expect(await of("Si impara.\n", "conflict")).toBeUndefined();
    expect(await of("Altro.")).toBeUndefined();
  });

  test("says so where somebody else has taken a version away", async () => {
    const of = async (text: string) =>
      (await draftPlainWords("en", [...stored], { texts: { fr: text }, revision: 1, error: "conflict" }))[1]?.saved;
    expect(await of("Oui.")).toBe("");
    expect(await of(" ")).toBeUndefined();
  });

  test("goes on from the revision that its editor has read, until a conflict has shown them a newer one", () => {
    expect(revisionRead(7, undefined)).toBe(7);
    for (const error of [undefined, "not-allowed", "message-missing", "too-long"])
      expect(revisionRead(7, { revision: 5, error })).toBe(5);
    expect(revisionRead(7, { revision: 5, error: "conflict" })).toBe(7);
  });
});

describe("advice on a text", () => {
  test("names the formula of its language, the level, the goal and the number of words", async () => {
    const of = async (text: string, lang: (typeof locales)[number]) => (await readingAdvice(text, lang, "en")).advice;
    expect(await of("Katten bor här. Den är glad.", "sv")).toBe(
      "LIX 3: easy. Goal: at most 30; lower is easier. 6 words of at most 150.",
    );
    expect(await of("The cat is on the mat.", "en")).toMatch(
      /^Flesch \d+: easy\. Goal: at least 70; higher is easier\. 6 words of at most 150\.$/,
    );
    expect(await of("Il gatto dorme.", "it")).toMatch(/^Gulpease \d+: easy\. Goal: at least 70;/);
    expect(await of("Le chat dort.", "fr")).toMatch(/^Kandel-Moles \d+: easy\. Goal: at least 70;/);
  });

  test("is the goal alone where nothing is written yet", async () => {
    for (const locale of locales) {
      const { advice, longSentences } = await readingAdvice(" \n", locale, "en");
      expect(advice).toMatch(/^Goal: at (least|most) \d+; (higher|lower) is easier\.$/);
      expect(longSentences).toEqual([]);
    }
  });

  test("never says that a goal is reached which is missed by a fraction", async () => {
    // 22 words in one sentence, two of them long: LIX 22 + 100 · 2 / 22 = 31.09…; with 25 words and one long: 29.
    const missed = await readingAdvice(
      `Biblioteket hjälper ${words(19)} tillsammans.`.replace("hjälper", "ja"),
      "sv",
      "en",
    );
    expect(missed.advice).toMatch(/^LIX 32: not easy yet\./);
    const reached = await readingAdvice(`Biblioteket ${words(24)}.`, "sv", "en");
    expect(reached.advice).toMatch(/^LIX 29: easy\./);
  });

  test("names the longest sentences of more than 15 words, three at most, longest first", async () => {
    const sentence = (count: number) => `Nu ${words(count - 1)}.`;
    const text = [15, 16, 20, 18, 17].map(sentence).join(" ");
    const { advice, longSentences } = await readingAdvice(text, "sv", "en");
    expect(longSentences).toEqual([20, 18, 17].map(sentence));
    expect(advice).toMatch(/The longest sentences, with more than 15 words:$/);
    expect((await readingAdvice(sentence(15), "sv", "en")).longSentences).toEqual([]);
  });

  test("reads Markdown as readers see it: a line break in a paragraph ends no sentence, a list item does", async () => {
    const { longSentences } = await readingAdvice(
      `Detta är **en mening**\nsom fortsätter på [nästa rad](https://example.org/a-b-c) och ${words(10)}.`,
      "sv",
      "en",
    );
    expect(longSentences).toEqual([`Detta är en mening som fortsätter på nästa rad och ${words(10)}.`]);
    const list = Array.from({ length: 20 }, () => "- en sak").join("\n");
    expect((await readingAdvice(`Här finns:\n\n${list}`, "sv", "en")).longSentences).toEqual([]);
  });
});

test.each(["- ", ">", "> ", "1. ", "* > "])("advice on a text of nothing but “%s” comes at once", async (mark) => {
  const text = `${mark.repeat(Math.floor(20_000 / mark.length))}En sak.`;
  const began = performance.now();
  expect((await readingAdvice(text, "sv", "en")).longSentences).toEqual([]);
  expect(performance.now() - began).toBeLessThan(2000);
});

test("the summary has a level to compare with, where it has words", async () => {
  expect(await summaryLevel("The cat is on the mat.", "en", "en")).toMatch(
    /^The summary, for comparison: Flesch \d+\.$/,
  );
  expect(await summaryLevel("…", "en", "en")).toBeUndefined();
});
