import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

// Longer ones are nobody's, and no index takes them.
const longest = 1000;

/** The web addresses that a Markdown text links to. */
export function addressesIn(markdown: string): string[] {
  const found: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === "link" || node.type === "definition") found.push(node.url);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(fromMarkdown(markdown));
  return found.filter((url) => /^https?:\/\//i.test(url) && url.length <= longest && URL.canParse(url));
}
