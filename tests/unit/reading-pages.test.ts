import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalAddress, isMachineAddress, isReadingPage } from "../../lib/reading-pages.ts";

describe("a reading page", () => {
  test.each([
    ...["/it", "/en/good-practices", "/fr/bonnes-pratiques/caban", "/sv/nyheter", "/sv/nyheter/x", "/it/accessibilita"],
    ...["/en/feed.xml", "/it/feed.xml?theme=networks", "/sitemap.xml", "/robots.txt", "/sv/manifest.webmanifest"],
    ...["/en/nothing-of-the-kind", "/it/good-practices", "/en/good-practices?theme=networks", "/og/sv/caban"],
    ...["/fr/fiche-entretien"],
  ])("%s is one", (address) => {
    expect(isReadingPage(address)).toBe(true);
  });

  test.each([
    ...[
      "/en/submit",
      "/it/proponi",
      "/fr/proposer/secret",
      "/sv/skicka-in/code",
      "/en/desk",
      "/sv/redaktion/x",
      "/it/redazione?done=publish",
    ],
    ...["/", "/p/caban", "/api/v1/practices", "/healthz", "/readyz", "/_next/static/x.js", "/drafts.js", "/nothing"],
    ...["//evil.example/en", "/og/de/caban", "/og/en/../../x", "/de/feed.xml"],
  ])("%s is none", (address) => {
    expect(isReadingPage(address)).toBe(false);
  });
});

describe("a machine's address", () => {
  test.each([
    "/",
    "/api/v1/practices?q=x",
    "/p/caban",
    "/healthz",
    "/readyz",
    "/_next/static/x.js",
    "/icon.svg",
    "/drafts.js",
    "/reading-level.js",
    "/paste.js",
    "/edit-draft.js",
  ])("%s is one", (address) => {
    expect(isMachineAddress(address)).toBe(true);
  });

  test.each(["/en", "/en/submit", "/healthzz", "/apix", "/en/api/", "/page"])("%s is none", (address) => {
    expect(isMachineAddress(address)).toBe(false);
  });
});

describe("the one address of a page", () => {
  test.each([
    ["/en/good-practices?sort=newest&page=1", "/en/good-practices"],
    ["/en/good-practices?theme=networks&country=IT", "/en/good-practices?country=IT&theme=networks"],
    ["/en/good-practices?q=a%20b", "/en/good-practices?q=a+b"],
    ["/en/good-practices?q=caf%C3%A9&utm_source=mail", "/en/good-practices?q=caf%C3%A9"],
    ["/en/good-practices?", "/en/good-practices"],
    ["/en/good-practices?q=what%3F", "/en/good-practices?q=what%3F"],
    ["/en/good-practices?q=what?", "/en/good-practices?q=what%3F"],
    ["/en/feed.xml?theme=networks&country=IT", "/en/feed.xml?country=IT&theme=networks"],
    ["/en/good-practices/caban?theme=networks", "/en/good-practices/caban"],
    ["/en?theme=networks", "/en"],
    ["/it/notizie?page=2", "/it/notizie"],
    ["/sv/goda-exempel", "/sv/goda-exempel"],
  ])("of %s is %s", (address, one) => {
    expect(canonicalAddress(address)).toBe(one);
  });

  test("stays as it was written where something in it is not known, so that the page can say so", () => {
    const written = "/en/good-practices?theme=magic&country=IT&page=1";
    expect(canonicalAddress(written)).toBe(written);
  });

  test("leads to itself: no redirect follows a redirect, and it is never on another site", () => {
    const search = fc.webQueryParameters();
    const path = fc.constantFrom("/en/good-practices", "/sv/goda-exempel", "/it/feed.xml", "/fr", "/en/news/x");
    fc.assert(
      fc.property(path, fc.oneof(search, fc.string({ unit: "binary-ascii" })), (pathname, query) => {
        const one = canonicalAddress(`${pathname}?${query}`);
        expect(canonicalAddress(one)).toBe(one);
        expect(one.split("?")[0]).toBe(pathname);
      }),
    );
  });
});
