import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { parseFrontMatter } from "@/lib/front-matter";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { type AboutPage, aboutPages } from "@/lib/i18n/routes";
import { countWords, limits } from "@/lib/practice/practice";
import { reachesGoal, readingGoals, readingLevel } from "@/lib/reading-level/reading-level";
import { readContent } from "@/server/content";

// What Ponte itself writes can be read by those it is for. The formulas' limits are told in lib/reading-level.

const { practices } = readContent();
const firstPractices = ["arles", "caban", "sern", "toscana"];
const root = join(import.meta.dirname, "..", "..");
type Block = ReturnType<typeof fromMarkdown>["children"][number];

/** Markdown as it is read: a line for every paragraph, heading and list item. */
function linesOf(markdown: string): string {
  const read = (block: Block): string[] =>
    block.type === "list" || block.type === "listItem" || block.type === "blockquote"
      ? block.children.flatMap(read)
      : [textOf(block, { includeHtml: false })];
  return fromMarkdown(markdown).children.flatMap(read).join("\n");
}

type Tree = { [key: string]: string | Tree };
const keysOf = (tree: Tree, prefix = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

/** Every message that is a whole sentence, with a figure where a value goes. Labels would merely make the score look good. */
async function interfaceIn(locale: Locale): Promise<string> {
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages });
  const lines = keysOf(messages).map((key) => {
    const message = String(t.raw(key as "site.name"));
    const values = [...message.matchAll(/\{(\w+)/g)].map(([, name = ""]) => [name, 7] as const);
    const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name = ""]) => [name, (words: string) => words] as const);
    return t.markup(key as "site.name", Object.fromEntries([...values, ...tags]) as never);
  });
  return lines.filter((line) => /[.!?]$/.test(line)).join("\n");
}

/** Whether a text reaches a goal, and how far it is from it, to be told where it does not. */
function expectGoal(text: string, locale: Locale, goal: number) {
  const level = readingLevel(text, locale);
  expect(level && reachesGoal(level, goal), `${JSON.stringify(level)}, goal ${goal}`).toBe(true);
}

/** Texts that the law words in part: they say what they must, as plainly as that allows. */
const legal: readonly AboutPage[] = ["privacy", "accessibility"];

describe.each(locales)("in %s", (locale) => {
  test("the interface, taken together, can be read by everyone", async () => {
    expectGoal(await interfaceIn(locale), locale, readingGoals.interface[locale]);
  });

  test.each(aboutPages.filter((page) => !legal.includes(page)))("the page %s can be read by everyone", (page) => {
    const file = readFileSync(join(root, "content", "pages", page, `${locale}.md`), "utf8");
    expectGoal(linesOf(parseFrontMatter(file).body), locale, readingGoals.interface[locale]);
  });

  test.each(firstPractices)("%s has a version in plain words, short and easy", (id) => {
    const words = practices.find((practice) => practice.id === id)?.texts[locale]?.sections.plainWords ?? "";
    expect(countWords(words)).toBeGreaterThan(60);
    expect(countWords(words)).toBeLessThanOrEqual(limits.plainWords);
    expectGoal(linesOf(words), locale, readingGoals.plain[locale]);
  });
});
