/** A reading page's policy: no script at all, nothing from elsewhere. */
export const readingPolicy = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The policy of a page with a form: scripts of ours by their nonce, which may ask this site alone; else as strict. */
export const formPolicy = (nonce: string): string =>
  readingPolicy.replace("script-src 'none'", `script-src 'nonce-${nonce}'; connect-src 'self'`);

/**
 * Takes what only serves the framework's scripts out of a page that React rendered: the scripts, their preloads, and
 * the empty markers React would continue from. JSON-LD stays (it is data), and so do scripts of ours (data-own).
 * React escapes `<` in attributes and texts, and Next in its inline scripts, so these patterns cannot meet the words of
 * a practice.
 */
export function withoutFrameworkScripts(html: string): string {
  return html
    .replace(/<script\b(?![^>]*(?:\btype="application\/ld\+json"|\bdata-own\b))[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
    .replace(/<div hidden=""><!--\$--><!--\/\$--><\/div>/g, "")
    .replace(/<!--(\$|\/\$|\$!|\$\?| |)-->/g, "");
}

/** The page with the nonce of this answer on scripts of ours. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace(/<script\b(?=[^>]*\bdata-own\b)/g, `<script nonce="${nonce}"`);

/** The page with a notice at the top of its body: kept from earlier, while its newest state cannot be had. */
export function withNotice(html: string, notice: string): string {
  const text = notice.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return html.replace(/<body[^>]*>/, (body) => `${body}<p class="notice" role="status">${text}</p>`);
}
