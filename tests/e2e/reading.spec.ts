import { expect } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { expectAccessible, locales, practiceIds, practicePath, readingPages } from "./pages.ts";
import { test } from "./visitor.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // React writes boolean attributes and void elements its own, valid way.
    "attribute-boolean-style": "off",
    "void-style": "off",
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "attr-case": "off",
    "long-title": "off",
    "prefer-native-element": "off",
    "element-permitted-content": "error",
  },
});

for (const locale of locales) {
  test.describe(locale, () => {
    test("every reading page is whole without a script, valid, and says its language", async ({ request }) => {
      for (const [name, path] of Object.entries(readingPages(locale))) {
        const response = await request.get(path);
        const html = await response.text();
        expect(html, name).toContain(`<html lang="${locale}"`);
        expect(html.replace(/<script type="application\/ld\+json">.*?<\/script>/gs, ""), name).not.toMatch(
          /<script|as="script"/,
        );
        expect(response.headers()["content-security-policy"], name).toContain("script-src 'none'");
        expect(response.headers()["set-cookie"], name).toBeUndefined();
        expect(html, name).toMatch(/<title>[^<]{5,}<\/title>/);
        expect(html.match(/<h1[\s>]/g), name).toHaveLength(1);
        expect(html.match(/<main[\s>]/g), name).toHaveLength(1);
        const report = await validator.validateString(html);
        const messages = report.results.flatMap((result) =>
          result.messages.map((one) => `${one.ruleId}: ${one.message} (${one.selector})`),
        );
        expect(messages, name).toEqual([]);
      }
    });

    test("a practice's page weighs at most 60 KB with its style sheet, and 20 KB compressed", async ({ request }) => {
      for (const id of practiceIds) {
        const path = practicePath(locale, id);
        const html = await (await request.get(path)).body();
        const styles = [...html.toString().matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
          (match) => match[1] ?? "",
        );
        expect(styles.length, id).toBeGreaterThan(0);
        let [whole, compressed] = [html.length, await wireSize(request, path)];
        for (const style of styles) {
          whole += (await (await request.get(style)).body()).length;
          compressed += await wireSize(request, style);
        }
        expect(whole, `${id} before compression`).toBeLessThanOrEqual(60 * 1024);
        expect(compressed, `${id} after compression`).toBeLessThanOrEqual(20 * 1024);
      }
    });
  });
}

/** The bytes of a body as they come over the wire to a browser that takes gzip. */
async function wireSize(
  request: {
    get: (
      path: string,
      options: object,
    ) => Promise<{ headers: () => Record<string, string>; body: () => Promise<Buffer> }>;
  },
  path: string,
): Promise<number> {
  const response = await request.get(path, { headers: { "accept-encoding": "gzip" } });
  const { "content-length": length, "content-encoding": encoding } = response.headers();
  expect(encoding, path).toBe("gzip");
  if (length) return Number(length);
  const { gzipSync } = await import("node:zlib");
  return gzipSync(await response.body()).length;
}

test("everyone who changes the language stays on the same page with the same filters", async ({ page }) => {
  await page.goto("/en/good-practices?theme=helpers&evidence=monitored");
  await page.getByRole("link", { name: "Svenska" }).click();
  await expect(page).toHaveURL("/sv/goda-exempel?theme=helpers&evidence=monitored");
  await page.goto("/sv/goda-exempel/digitala-utbildare");
  await page.getByRole("navigation", { name: "Språk" }).getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL("/fr/bonnes-pratiques/formateurs-numeriques");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Formateurs numériques");
});

test("a helper finds what was done for older people in Italy, by the home page and the filters", async ({ page }) => {
  await page.goto("/it");
  await page.getByRole("link", { name: /^Italia \(/ }).click();
  await expect(page).toHaveURL("/it/buone-pratiche?country=IT");
  await page.locator("summary", { hasText: "Per chi" }).click();
  await page.getByRole("checkbox", { name: /Persone anziane \(2\)/ }).check();
  await page.getByRole("button", { name: "Mostra i risultati" }).click();
  await expect(page).toHaveURL("/it/buone-pratiche?country=IT&audience=older-people");
  await expect(page.getByRole("status")).toContainText("2 pratiche");
  await page.getByRole("link", { name: "Connessi in buona compagnia" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connessi in buona compagnia");
});

test("a chosen filter is taken away by its chip, and what is unknown is named", async ({ page }) => {
  await page.goto("/en/good-practices?country=IT&theme=helpers&theme=no-such-theme");
  await expect(page.getByText("no-such-theme")).toBeVisible();
  await page.getByRole("link", { name: "Remove: Italy" }).click();
  await expect(page).toHaveURL("/en/good-practices?theme=helpers");
});

test("the search box finds a word of the text, also in another language", async ({ page }) => {
  await page.goto("/sv");
  await page.getByRole("searchbox").fill("Botteghe della Salute");
  await page.getByRole("button", { name: "Sök" }).click();
  await expect(page.getByRole("link", { name: "Connessi in buona compagnia" })).toBeVisible();
  await expect(page).toHaveURL("/sv/goda-exempel?q=Botteghe+della+Salute");
});

test("a call whose deadline has passed shows as closed", async ({ page }) => {
  for (const [path, survey, closed] of [
    ["/en/news", "Survey", "Closed"],
    ["/sv/nyheter", "Enkät", "Stängd"],
    ["/fr/actualites", "Enquête", "Clos"],
    ["/it/notizie", "Sondaggio", "Chius"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("main").getByText(new RegExp(closed)).first()).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: survey }).first().click();
    await page.waitForURL((url) => url.pathname !== path);
    await expect(page.getByRole("main").getByText(new RegExp(closed)).first()).toBeVisible();
    await expectAccessible(page, path);
  }
});
