import type { Element, Root } from "hast";
import { findAndReplace } from "hast-util-find-and-replace";
import ReactMarkdown from "react-markdown";

const inline = ["p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"];

/** A word of a text that is to be a link: the first of what `pattern` finds, outside other links. */
export type MarkedWord = { pattern: RegExp; id: string; href: string };

/**
 * Markdown of ours or of contributors: paragraphs, lists, quotes, emphasis, links. Raw HTML, pictures and headings are
 * left out, what stands in them stays as text. `headings` lets in the second and third level, for pages about Ponte.
 */
export function Markdown({
  text,
  headings = false,
  resolveLink = (address) => address,
  words = [],
}: {
  text: string;
  headings?: boolean;
  resolveLink?: (address: string) => string;
  words?: MarkedWord[];
}) {
  return (
    <ReactMarkdown
      skipHtml
      unwrapDisallowed
      allowedElements={headings ? [...inline, "h2", "h3"] : inline}
      urlTransform={(address) => (address.startsWith("#") ? address : safeAddress(resolveLink(address)))}
      rehypePlugins={[[markWords, words]]}
    >
      {text}
    </ReactMarkdown>
  );
}

const safeAddress = (address: string) => (/^(https?:|mailto:|\/(?!\/))/i.test(address) ? address : "");

/** A rehype plugin that makes the first mention of each word a link to its explanation (DPUB-ARIA's glossref). */
function markWords(words: MarkedWord[]) {
  return (tree: Root) => {
    for (const { pattern, id, href } of words) {
      let done = false;
      const link = (found: string): Element | false => {
        if (done) return false;
        done = true;
        const properties = { id, href, className: ["term"], role: "doc-glossref" };
        return { type: "element", tagName: "a", properties, children: [{ type: "text", value: found }] };
      };
      findAndReplace(tree, [[pattern, link]], { ignore: ["a", "h2", "h3"] });
    }
  };
}
