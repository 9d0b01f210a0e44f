import type { Element, ElementContent, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

// What is pasted from Word, from other writing programs and from the web, as the Markdown that practices are written in:
// paragraphs, lists, quotes, emphasis, links. Pure. Everything else is left out, what stands in it stays as text.

/** So long may pasted HTML be, in characters: a text of a practice with all that Word writes around it. */
export const mostPasted = 500_000;
/** Deeper than this nobody writes; what lies below is read as if it stood here. */
const mostDepth = 60;

/** What never holds words to read. */
const dropped = new Set([
  ...[
    "script",
    "style",
    "head",
    "meta",
    "link",
    "title",
    "template",
    "noscript",
    "iframe",
    "object",
    "embed",
    "applet",
  ],
  ...["svg", "math", "canvas", "video", "audio", "source", "track", "picture", "img", "map", "area"],
  ...[
    "input",
    "button",
    "select",
    "textarea",
    "option",
    "datalist",
    "form",
    "frame",
    "frameset",
    "base",
    "col",
    "colgroup",
  ],
  ...["xml", "o:p"],
]);
const kept = new Set(["p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"]);
const renamed: Record<string, string> = { b: "strong", i: "em", q: "blockquote" };
const headings = /^h[1-6]$/;
/** What begins and ends a paragraph where it stands. */
const blocks =
  /^(?:div|section|article|main|header|footer|aside|nav|figure|figcaption|dl|dt|dd|address|pre|center|table|tbody|thead|tfoot|caption|hgroup|details|summary|fieldset|legend)$/;

const styleOf = ({ properties }: Element): string => String(properties.style ?? "").toLowerCase();
const classOf = ({ properties }: Element): string => [properties.className ?? ""].flat().join(" ");

/** What is there to be counted or to guide a program, and not to be read. */
function isHidden(element: Element): boolean {
  const style = styleOf(element).replace(/\s+/g, "");
  return (
    element.properties.hidden !== undefined ||
    element.properties.ariaHidden === "true" ||
    /display:none|visibility:hidden|mso-hide:all|mso-element:(?:comment|footnote-list)|font-size:0(?:px|pt)?(?:;|$)|opacity:0(?:;|$)/.test(
      style,
    ) ||
    /\b(?:MsoCommentReference|MsoCommentText|msocomtxt|msocomanchor)\b/i.test(classOf(element))
  );
}

const trackers = /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|mc_[ce]id|msclkid|igshid|_hs\w+|mkt_tok|yclid)$/i;

/** A web or mail address without what tracks who follows it; nothing where it leads anywhere else. */
export function cleanAddress(address: string): string | undefined {
  if (/^mailto:[^\s<>"]+@[^\s<>"]+$/i.test(address.trim())) return address.trim();
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  // Google Docs and Outlook lead through themselves; what was meant stands inside.
  const inner =
    /(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url" ? url.searchParams.get("q") : null;
  const safe = /\.safelinks\.protection\.outlook\.com$/.test(url.hostname) ? url.searchParams.get("url") : null;
  if (inner ?? safe) return cleanAddress((inner ?? safe) as string);
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (trackers.test(name)) url.searchParams.delete(name);
  return url.href;
}

const element = (tagName: string, children: ElementContent[], properties = {}): Element => ({
  ...{ type: "element", tagName, properties, children },
});

/** The number of a paragraph in one of Word's lists, which are paragraphs with a style; nothing for others. */
function wordListLevel(node: Element): number | undefined {
  const level = /mso-list:\s*\S+\s+level(\d+)/.exec(styleOf(node))?.[1];
  if (level) return Math.min(Number(level), 9);
  return /\bMsoListParagraph/.test(classOf(node)) &&
    /mso-list:ignore/.test(JSON.stringify(node.children).replace(/\s/g, ""))
    ? 1
    : undefined;
}

/** Whether Word's list is numbered: its sign, which it writes as hidden text, is a number or a letter. */
function isNumbered(node: Element): boolean {
  const mark = (one: ElementContent): string =>
    one.type === "text" ? one.value : one.type === "element" ? one.children.map(mark).join("") : "";
  const sign = node.children
    .map(mark)
    .join("")
    .replace(/^[\s\u00a0]+/, "");
  return /^(?:\d{1,3}|[a-z]{1,4})[.)][\s\u00a0]/i.test(sign);
}

function clean(nodes: readonly (RootContent | ElementContent)[], depth: number): ElementContent[] {
  if (depth > mostDepth) return nodes.flatMap((node) => (node.type === "text" ? [node] : []));
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [{ type: "text", value: node.value.replace(/[\u00ad\u200b\ufeff]/g, "") }];
    if (node.type !== "element") return [];
    const { tagName } = node;
    if (dropped.has(tagName) || isHidden(node)) return [];
    // The sign of one of Word's lists: the list is made from the paragraph's style.
    if (/mso-list:\s*ignore/.test(styleOf(node))) return [];
    const level = wordListLevel(node);
    const inside = clean(node.children, depth + 1);
    if (level !== undefined) return [element("word-item", inside, { level, numbered: isNumbered(node) })];
    if (headings.test(tagName)) return [element("p", [element("strong", inside)])];
    if (tagName === "tr") return [row(node, depth)];
    if (tagName === "a") return link(node, inside);
    const name = renamed[tagName] ?? tagName;
    if (name === "strong" || name === "em") return styled(node, name, inside);
    if (name === "li") return hasWords(inside) ? [element(name, withoutParagraph(inside))] : [];
    if (kept.has(name)) return hasWords(inside) || name === "br" ? [element(name, inside)] : [];
    if (blocks.test(tagName)) return [element("div", inside)];
    return tagName === "span" || tagName === "font" ? span(node, inside) : inside;
  });
}

/** Google Docs wraps everything in a bold tag that is told not to be bold. */
function styled(node: Element, name: string, inside: ElementContent[]): ElementContent[] {
  const isPlain = name === "strong" && /(?:^|;)\s*font-weight:\s*(?:normal|400)/.test(styleOf(node));
  if (isPlain) return [element("div", inside)];
  return hasWords(inside) ? emphasis(name, inside) : inside;
}

/** An item of a list whose words stand in one paragraph, as those words: or every item would get lines around it. */
function withoutParagraph(inside: ElementContent[]): ElementContent[] {
  const paragraphs = inside.filter((node) => node.type === "element" && node.tagName === "p");
  if (paragraphs.length !== 1) return inside;
  return inside.flatMap((node) => (node.type === "element" && node.tagName === "p" ? node.children : [node]));
}

/** A stretch of text whose emphasis stands in its style, as Google Docs and LibreOffice write it. */
function span(node: Element, inside: ElementContent[]): ElementContent[] {
  if (!hasWords(inside)) return inside;
  const style = styleOf(node);
  const bold = /(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/.test(style);
  const italic = /(?:^|;)\s*font-style:\s*italic/.test(style);
  const inner = italic ? emphasis("em", inside) : inside;
  return bold ? emphasis("strong", inner) : inner;
}

/** Emphasis around words, with the spaces at its ends outside: Markdown knows none that begins or ends with one. */
function emphasis(tagName: string, inside: ElementContent[]): ElementContent[] {
  const [first, last] = [inside[0], inside.at(-1)];
  const before = first?.type === "text" ? (/^\s*/.exec(first.value)?.[0] ?? "") : "";
  if (first?.type === "text") first.value = first.value.slice(before.length);
  const after = last?.type === "text" ? (/\s*$/.exec(last.value)?.[0] ?? "") : "";
  if (last?.type === "text") last.value = last.value.slice(0, last.value.length - after.length);
  return [{ type: "text", value: before }, element(tagName, inside), { type: "text", value: after }];
}

function link(node: Element, inside: ElementContent[]): ElementContent[] {
  const href = cleanAddress(String(node.properties.href ?? ""));
  return href === undefined || !hasWords(inside) ? inside : [element("a", inside, { href })];
}

/** A row of a table as one line: its cells with a middle dot between them. */
function row(node: Element, depth: number): Element {
  const cells = node.children
    .filter((cell): cell is Element => cell.type === "element")
    .map((cell) => flat(clean(cell.children, depth + 1)))
    .filter(hasWords);
  const dot = { type: "text", value: " · " } as const;
  return element(
    "p",
    cells.flatMap((cell, at) => (at === 0 ? cell : [dot, ...cell])),
  );
}

/** What stands in blocks, without them: a cell is one stretch of text. */
const flat = (nodes: ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) =>
    node.type === "element" && /^(?:p|div|ul|ol|li|blockquote|word-item|br)$/.test(node.tagName)
      ? [...flat(node.children), { type: "text", value: " " } as const]
      : [node],
  );

const hasWords = (nodes: ElementContent[]): boolean =>
  nodes.some((node) =>
    node.type === "text" ? node.value.trim() !== "" : node.type === "element" && hasWords(node.children),
  );

/** Word's items one after the other as lists, deeper ones in the item before. */
function listed(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let open: { level: number; list: Element }[] = [];
  for (const node of nodes) {
    if (node.type === "text" && node.value.trim() === "" && open.length > 0) continue;
    if (node.type !== "element") {
      open = [];
      result.push(node);
      continue;
    }
    const children = listed(node.children);
    if (node.tagName !== "word-item") {
      open = [];
      result.push({ ...node, children });
      continue;
    }
    const level = Number(node.properties.level);
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = element(node.properties.numbered === true ? "ol" : "ul", []);
      const within = open.at(-1)?.list.children.at(-1) as Element | undefined;
      (within?.children ?? result).push(list);
      open.push({ level, list });
    }
    open.at(-1)?.list.children.push(element("li", children));
  }
  return result;
}

const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified()
  .use(rehypeRemark)
  .use(remarkStringify, { bullet: "-", emphasis: "*", strong: "*", rule: "-", listItemIndent: "one" });

/** Only what was copied, where a program marks it: around it Windows writes a whole page. */
const copied = (html: string): string =>
  /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/.exec(html)?.[1] ?? html;

/**
 * Pasted HTML as Markdown.
 * @param html at most `mostPasted` characters are read
 */
export function pastedMarkdown(html: string): string {
  const tree = parser.parse(copied(html.slice(0, mostPasted)));
  const cleaned: Root = { type: "root", children: listed(clean(tree.children, 0)) };
  return writer
    .stringify(writer.runSync(cleaned) as Parameters<typeof writer.stringify>[0])
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
