import ReactMarkdown from "react-markdown";

const inline = ["p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"];

/**
 * Markdown of ours or of contributors: paragraphs, lists, quotes, emphasis, links. Raw HTML, pictures and headings are
 * left out, what stands in them stays as text. `headings` lets in the second and third level, for pages about Ponte.
 */
export function Markdown({
  text,
  headings = false,
  resolveLink = (address) => address,
}: {
  text: string;
  headings?: boolean;
  resolveLink?: (address: string) => string;
}) {
  return (
    <ReactMarkdown
      skipHtml
      unwrapDisallowed
      allowedElements={headings ? [...inline, "h2", "h3"] : inline}
      urlTransform={(address) => safeAddress(resolveLink(address))}
    >
      {text}
    </ReactMarkdown>
  );
}

const safeAddress = (address: string) => (/^(https?:|mailto:|\/(?!\/))/i.test(address) ? address : "");
