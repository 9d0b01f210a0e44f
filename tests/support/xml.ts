/** An element of an XML document: its name, attributes, own text and children. */
export type XmlElement = { name: string; attributes: Record<string, string>; text: string; children: XmlElement[] };

const characters = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const entity = "&(?:amp|lt|gt|quot|apos|#\\d+|#x[\\da-fA-F]+);";
const token = new RegExp(
  [
    "</(?<closing>[\\w:-]+)\\s*>",
    `<(?<opening>[\\w:-]+)(?<attributes>(?:\\s+[\\w:-]+="(?:[^"<&]|${entity})*")*)\\s*(?<empty>/?)>`,
    `(?<text>(?:[^<&]|${entity})+)`,
  ].join("|"),
  "y",
);
const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text: string) =>
  text.replace(/&(#x?)?([^;]+);/g, (_, numeric: string | undefined, name: string) =>
    numeric ? String.fromCodePoint(Number.parseInt(name, numeric === "#x" ? 16 : 10)) : (named[name] ?? ""),
  );

/**
 * Reads an XML document without comments, CDATA or a document type.
 * @throws Error where it is not well-formed: a feed reader would show nothing of it
 */
export function readXml(source: string): XmlElement {
  if (!characters.test(source)) throw new Error("a character that XML forbids");
  const open: XmlElement[] = [{ name: "", attributes: {}, text: "", children: [] }];
  const body = source.replace(/^<\?xml [^<>]*\?>/, "");
  token.lastIndex = 0;
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const found = token.exec(body)?.groups;
    const parent = open.at(-1);
    if (!found || !parent) throw new Error(`not well-formed: ${body.slice(at, at + 60)}`);
    if (found.text?.includes("]]>")) throw new Error("]]> in a text");
    if (found.closing !== undefined && open.pop()?.name !== found.closing) throw new Error(`</${found.closing}>`);
    if (found.text !== undefined) parent.text += decode(found.text);
    if (found.opening === undefined) continue;
    const pairs = [...(found.attributes ?? "").matchAll(/([\w:-]+)="([^"]*)"/g)];
    const attributes = Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decode(value)]));
    if (Object.keys(attributes).length < pairs.length) throw new Error("an attribute twice");
    const element = { name: found.opening, attributes, text: "", children: [] };
    parent.children.push(element);
    if (!found.empty) open.push(element);
  }
  const [document] = open;
  const [root, ...more] = document?.children ?? [];
  if (open.length !== 1 || !root || more.length > 0 || document?.text.trim()) throw new Error("not one whole element");
  return root;
}
