import { describe, expect, test } from "vitest";
import { formPolicy, readingPolicy, withNonce, withNotice, withoutFrameworkScripts } from "../../server/finish.ts";

const jsonLd = `<script type="application/ld+json">{"headline":"a \\u003c/script>\\u003cscript>b"}</script>`;
const own = `<script src="/drafts.js" data-own="" defer=""></script>`;

describe("a page as readers get it", () => {
  test("has none of the framework's scripts, nor what only serves them", () => {
    const page =
      `<!DOCTYPE html><html lang="it"><head><link rel="stylesheet" href="/a.css"/>` +
      `<link rel="preload" as="script" fetchPriority="low" href="/_next/x.js"/>` +
      `<script src="/_next/x.js" async=""></script>${jsonLd}</head><body><div hidden=""><!--$--><!--/$--></div>` +
      `<main><!--$--><h1>Caban<!-- --> è<!-- --> qui</h1><!--/$--></main>` +
      `<script>self.__next_f.push([1,"\\u003cp>x\\u003c/p>"])</script><script id="_R_">x()</script>` +
      `<SCRIPT-like>kept</SCRIPT-like></body></html>`;
    expect(withoutFrameworkScripts(page)).toBe(
      `<!DOCTYPE html><html lang="it"><head><link rel="stylesheet" href="/a.css"/>` +
        `${jsonLd}</head><body><main><h1>Caban è qui</h1></main><SCRIPT-like>kept</SCRIPT-like></body></html>`,
    );
  });

  test("keeps its structured data and the site's own script", () => {
    expect(withoutFrameworkScripts(jsonLd + own)).toBe(jsonLd + own);
    expect(withoutFrameworkScripts(`<script>a()</script>${jsonLd}<script>b()</script>${own}<script>c()</script>`)).toBe(
      jsonLd + own,
    );
  });

  test("keeps a script over several lines no more than one on a line", () => {
    expect(withoutFrameworkScripts('<p>a</p><script\n  async=""\n>\nx()\n\n</script><p>b</p>')).toBe(
      "<p>a</p><p>b</p>",
    );
  });

  test("keeps the words of a practice that speak of scripts", () => {
    const words = "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- --&gt; as=&quot;script&quot;</p>";
    expect(withoutFrameworkScripts(words)).toBe(words);
  });

  test("keeps preloads of fonts and styles", () => {
    const links = `<link rel="preload" href="/f.woff2" as="font"/><link rel="preload" href="/a.css" as="style"/>`;
    expect(withoutFrameworkScripts(links)).toBe(links);
  });
});

describe("the nonce of an answer", () => {
  test("stands on the site's own script alone", () => {
    expect(withNonce(`${jsonLd}<script>x()</script>${own}`, "aB3+/=")).toBe(
      `${jsonLd}<script>x()</script><script nonce="aB3+/=" src="/drafts.js" data-own="" defer=""></script>`,
    );
  });

  test("is the only script the policy of a form allows; a reading page allows none", () => {
    expect(formPolicy("abc")).toContain("script-src 'nonce-abc'");
    expect(formPolicy("abc")).not.toContain("script-src 'none'");
    expect(formPolicy("abc").replace("'nonce-abc'; connect-src 'self'", "'none'")).toBe(readingPolicy);
    expect(readingPolicy).not.toContain("connect-src");
    expect(readingPolicy).toContain("default-src 'none'");
    expect(readingPolicy).toContain("script-src 'none'");
    expect(readingPolicy).not.toContain("unsafe");
  });
});

test("a notice stands first in the body, as words", () => {
  expect(withNotice('<html><body class="a"><p>x</p></body></html>', "Shown as at 10:00 <b> & $1 $$")).toBe(
    '<html><body class="a"><p class="notice" role="status">Shown as at 10:00 &lt;b> &amp; $1 $$</p><p>x</p></body></html>',
  );
});
