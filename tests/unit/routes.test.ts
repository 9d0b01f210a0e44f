import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { type Page, pathTo, readPath, redirects, rewrites, routes } from "../../lib/i18n/routes.ts";

const pages = Object.keys(routes) as Page[];
const everyPage = pages.flatMap((page) => locales.map((locale) => [locale, page] as const));

/** What Next does with a rule that ends in `/:below*`: undefined where it does not match. */
function follow(rule: { source: string; destination: string }, path: string): string | undefined {
  const from = rule.source.replace("/:below*", "");
  if (path !== from && !path.startsWith(`${from}/`)) return undefined;
  return rule.destination.replace("/:below*", "") + path.slice(from.length);
}
const matching = (rules: { source: string; destination: string }[], path: string) =>
  rules.flatMap((rule) => follow(rule, path) ?? []);

describe("the words of addresses", () => {
  test("are those of the contract", () => {
    const words = (page: Page) => locales.map((locale) => pathTo(locale, page));
    expect(words("home")).toEqual(["/it", "/fr", "/sv", "/en"]);
    expect(words("catalogue")).toEqual([
      "/it/buone-pratiche",
      "/fr/bonnes-pratiques",
      "/sv/goda-exempel",
      "/en/good-practices",
    ]);
    expect(words("news")).toEqual(["/it/notizie", "/fr/actualites", "/sv/nyheter", "/en/news"]);
    expect(words("submit")).toEqual(["/it/proponi", "/fr/proposer", "/sv/skicka-in", "/en/submit"]);
    expect(words("desk")).toEqual(["/it/redazione", "/fr/redaction", "/sv/redaktion", "/en/desk"]);
  });

  test.each(everyPage)("in %s lead to the page %s and back", (locale, page) => {
    expect(readPath(pathTo(locale, page))).toEqual({ locale, page, below: [] });
    if (page !== "home")
      expect(readPath(pathTo(locale, page, "caban", "x"))).toEqual({ locale, page, below: ["caban", "x"] });
  });

  test.each(locales)("in %s never name two pages, neither of their own nor by another language's words", (locale) => {
    const meant = new Map<string, Page>();
    for (const page of pages) {
      const words = new Set<string>([...locales.map((other) => routes[page].words[other]), routes[page].folder]);
      for (const word of words) {
        expect([word, meant.get(word)]).toEqual([word, undefined]);
        meant.set(word, page);
      }
    }
    expect(meant.get(routes.catalogue.words[locale])).toBe("catalogue");
  });

  test("are plain: lower-case letters, digits and hyphens, as slugs are", () => {
    for (const [locale, page] of everyPage) expect(routes[page].words[locale]).toMatch(/^[a-z0-9-]*$/);
  });

  test("a slug that holds a slash or a question mark stays one segment", () => {
    expect(pathTo("en", "catalogue", "a/b?c")).toBe("/en/good-practices/a%2Fb%3Fc");
  });

  test.each([
    ...["/", "", "/de", "/de/good-practices", "/en/buone-pratiche", "/en/nothing", "/EN", "//en", "/en//x"],
    ...["en/news", "/it/toString", "/constructor/news"],
  ])("%s names no page", (path) => {
    expect(readPath(path)).toBeUndefined();
  });

  test("reading a path never fails", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const found = readPath(`/en/${String.fromCharCode(...units)}`);
        expect(found === undefined || found.locale === "en").toBe(true);
      }),
    );
  });
});

describe("the right page under another language's words", () => {
  const foreign = everyPage.flatMap(([locale, page]) =>
    locales
      .filter((other) => routes[page].words[other] !== routes[page].words[locale])
      .map((other) => [`/${locale}/${routes[page].words[other]}`, locale, page] as [string, Locale, Page]),
  );

  test.each(foreign)("%s moves to its own in %s: %s", (path, locale, page) => {
    expect(matching(redirects(), path)).toEqual([pathTo(locale, page)]);
    expect(matching(redirects(), `${path}/caban`)).toEqual([pathTo(locale, page, "caban")]);
  });

  test("moves for good", () => {
    expect(redirects().length).toBeGreaterThan(0);
    for (const rule of redirects()) expect(rule.permanent).toBe(true);
  });

  test("arrives with one redirect: where it leads, no redirect leads away again", () => {
    for (const { destination } of redirects()) {
      const path = destination.replace("/:below*", "");
      expect(matching(redirects(), path)).toEqual([]);
      expect(readPath(path)).toBeDefined();
    }
  });
});

describe("the folder that answers", () => {
  test.each(everyPage)("in %s is that of the page %s, after one rewrite at most", (locale, page) => {
    const folder = routes[page].folder ? `/${locale}/${routes[page].folder}` : `/${locale}`;
    const path = pathTo(locale, page);
    expect(matching(redirects(), path)).toEqual([]);
    expect(matching(rewrites(), path)).toEqual(path === folder ? [] : [folder]);
    expect(matching(rewrites(), folder)).toEqual([]);
  });
});
