import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";

/** The beginning of a Markdown text, or all of it. */
export type Excerpt = { markdown: string; whole: boolean };

/**
 * The beginning of a Markdown text. It ends after a paragraph or an item of a list, never after words that announce what
 * follows; its first paragraph stands whole, however long.
 * @param most how many characters, as they are read
 */
export function excerptOf(markdown: string, most: number): Excerpt {
  const units = fromMarkdown(markdown).children.flatMap((block) => (block.type === "list" ? block.children : [block]));
  const ends = units.map(({ position }) => position?.end.offset ?? markdown.length);
  let length = 0;
  let taken = 0;
  let announces = true;
  for (const unit of units) {
    const words = textOf(unit, { includeHtml: false });
    length += words.length;
    if (length > most && !announces) break;
    taken += 1;
    announces = words.trimEnd().endsWith(":");
  }
  return { markdown: markdown.slice(0, ends[taken - 1] ?? 0), whole: taken === units.length };
}
