import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";

/** Markdown as one line of plain text, for places that show no Markdown: cards, descriptions, feeds. */
export const plainText = (markdown: string): string =>
  fromMarkdown(markdown)
    .children.map((block) => textOf(block, { includeHtml: false }))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
