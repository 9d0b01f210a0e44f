import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";

/** The words of a Markdown text that stand outside links, each stretch of plain text on a line of its own. */
export function proseOutsideLinks(markdown: string): string {
  const stretches: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === "text") stretches.push(node.value);
    else if (node.type !== "link" && "children" in node) for (const child of node.children) walk(child);
  };
  walk(fromMarkdown(markdown));
  return stretches.join("\n");
}

/** Markdown as one line of plain text, for places that show no Markdown: cards, descriptions, feeds. */
export const plainText = (markdown: string): string =>
  fromMarkdown(markdown)
    .children.map((block) => textOf(block, { includeHtml: false }))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
