import { expect } from "@playwright/test";
import { locales } from "./pages.ts";
import { test } from "./visitor.ts";

const once = { maxRedirects: 0 };

test("the bare address leads to the language that the browser asks for", async ({ request }) => {
  for (const [asked, locale] of [
    ["sv-SE,sv;q=0.9,en;q=0.5", "sv"],
    ["de, fr-CH;q=0.8, en;q=0.5", "fr"],
    ["it-IT", "it"],
    ["de", "en"],
    ["%%%;q=,,", "en"],
  ] as const) {
    const response = await request.get("/", { ...once, headers: { "accept-language": asked } });
    expect(response.status()).toBe(302);
    expect(response.headers().location).toBe(`/${locale}`);
  }
});

test("the permanent address of a practice leads to it in the reader's language", async ({ request }) => {
  const response = await request.get("/p/sern", { ...once, headers: { "accept-language": "fr" } });
  expect(response.status()).toBe(302);
  expect(response.headers().location).toBe("/fr/bonnes-pratiques/formateurs-numeriques");
});

test("the right page under another language's words moves to its own", async ({ request }) => {
  for (const [from, to] of [
    ["/it/bonnes-pratiques", "/it/buone-pratiche"],
    ["/sv/good-practices/digital-trainers", "/sv/goda-exempel/digital-trainers"],
    ["/sv/goda-exempel/digital-trainers", "/sv/goda-exempel/digitala-utbildare"],
    ["/fr/pages/about", "/fr/a-propos"],
    ["/en/good-practices?theme=helpers&country=&q=", "/en/good-practices?theme=helpers"],
    ["/en/good-practices?theme=networks&theme=helpers", "/en/good-practices?theme=helpers&theme=networks"],
    ["/en?utm_source=mail", "/en"],
  ] as const) {
    const response = await request.get(from, once);
    expect(response.status(), from).toBe(308);
    expect(new URL(response.headers().location ?? "", "http://x").href.replace("http://x", ""), from).toBe(to);
  }
});

test("an unknown address is a 404 in its language, whole without JavaScript, with a way on", async ({ request }) => {
  for (const locale of locales) {
    for (const path of [`/${locale}/nothing`, `/${locale}/a/b/c`]) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(404);
      const html = await response.text();
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).toMatch(new RegExp(`<main[\\s\\S]*href="/${locale}/`));
    }
  }
  const practice = await request.get("/it/buone-pratiche/non-esiste");
  expect(practice.status()).toBe(404);
  const elsewhere = await request.get("/no-language/at/all", { headers: { "accept-language": "sv" } });
  expect(elsewhere.status()).toBe(404);
  expect(await elsewhere.text()).toContain('<html lang="sv"');
});

test("no address, however odd, is an error page", async ({ request }) => {
  for (const path of [
    "/en/good-practices?q=%00%27%22%3C%3E",
    "/en/good-practices?page=99999&sort=zzz&from=-1",
    "/sv/goda-exempel?q=%F0%9F%A6%86+%22",
    "/en/good-practices/%E2%82%AC%25",
    `/fr/bonnes-pratiques?q=${"x".repeat(3000)}`,
    "/en/%ff",
    "/en/good-practices?q=a%26%7C%21%3A%2A%28%29",
  ]) {
    const response = await request.get(path);
    expect(response.status(), path).toBeLessThan(500);
  }
});

test("a kept page is answered with 304 to who has it, compressed to who can, without a body to HEAD", async ({
  request,
}) => {
  const first = await request.get("/en/good-practices", { headers: { "accept-encoding": "br" } });
  expect(first.headers()["content-encoding"]).toBe("br");
  const again = await request.get("/en/good-practices", { headers: { "if-none-match": first.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
  const head = await request.head("/en/good-practices");
  expect(head.status()).toBe(200);
  expect((await head.body()).length).toBe(0);
});

test("programs find feed, sitemap, robots, manifest, pictures and health", async ({ request }) => {
  for (const locale of locales) {
    const feed = await request.get(`/${locale}/feed.xml`);
    expect(feed.headers()["content-type"]).toContain("application/atom+xml");
    expect(await feed.text()).toContain(`xml:lang="${locale}"`);
    const picture = await request.get(`/og/${locale}/caban`);
    expect(picture.headers()["content-type"]).toBe("image/png");
    const manifest = await (await request.get(`/${locale}/manifest.webmanifest`)).json();
    expect(manifest.lang).toBe(locale);
  }
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain("/sv/goda-exempel/digitala-utbildare</loc>");
  expect(sitemap).toContain('hreflang="fr"');
  expect(await (await request.get("/robots.txt")).text()).toContain("/sitemap.xml");
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});

test("the API answers lists with facets, one practice, and errors as problems", async ({ request }) => {
  const list = await (await request.get("/api/v1/practices?country=IT&locale=sv&perPage=1")).json();
  expect(list.meta).toEqual({ total: 2, page: 1, pages: 2, perPage: 1, locale: "sv" });
  expect(list.facets.country).toContainEqual({ code: "SE", label: "Sverige", count: 1 });
  expect(list.links.prev).toBeNull();
  const next = await (await request.get(list.links.next)).json();
  expect(next.data[0].id).not.toBe(list.data[0].id);
  const one = await (await request.get("/api/v1/practices/arles?locale=it")).json();
  expect(one).toMatchObject({ id: "arles", locale: "it", originalLocale: "it", title: "Click Public Services" });
  expect(one.funding.total).toBe(7285315);
  expect(one.translations).toHaveLength(4);
  for (const [path, status] of [
    ["/api/v1/practices?theme=x", 400],
    ["/api/v1/practices?locale=de", 400],
    ["/api/v1/practices?perPage=1000", 400],
    ["/api/v1/practices/nothing", 404],
    ["/api/v1/nothing", 404],
  ] as const) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(status);
    expect(response.headers()["content-type"], path).toContain("application/problem+json");
  }
  const schema = await (await request.get("/api/v1/practice.schema.json")).json();
  expect(schema.properties).toHaveProperty("texts");
});

test("a form that another site sends here is refused, and one that is too large", async ({ request }) => {
  const foreign = await request.post("/en/submit", {
    headers: { origin: "https://elsewhere.example" },
    multipart: { title: "x" },
  });
  expect(foreign.status()).toBe(403);
  const large = await request.post("/en/submit", { multipart: { title: "x".repeat(1_100_000) } });
  expect(large.status()).toBe(413);
});
