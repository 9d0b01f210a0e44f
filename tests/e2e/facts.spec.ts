import { expect, type Page } from "@playwright/test";
import type { Locale } from "../../lib/i18n/locales.ts";
import { type FactPage, facts, fieldFacts, linkFacts, missing } from "../support/facts.ts";
import { locales, type PracticeId, practicePath } from "./pages.ts";
import { test } from "./visitor.ts";

const news = {
  it: "/it/notizie",
  fr: "/fr/actualites",
  sv: "/sv/nyheter",
  en: "/en/news",
};

async function open(page: Page, locale: Locale, which: FactPage): Promise<void> {
  if (which !== "eurocities-survey") {
    await page.goto(practicePath(locale, which as PracticeId));
    return;
  }
  await page.goto(news[locale]);
  await page
    .getByRole("main")
    .getByRole("heading", { level: 2, name: /^(?:Sondaggio|Enquête|Enkät|Survey)/ })
    .getByRole("link")
    .click();
  await page.waitForURL((url) => url.pathname !== news[locale]);
}

for (const locale of locales) {
  for (const which of ["arles", "caban", "sern", "toscana", "eurocities-survey"] as const) {
    test(`every fact of ${which} is read on its page in ${locale}`, async ({ page }) => {
      await open(page, locale, which);
      // As it is read: textContent would run headings and paragraphs together.
      // biome-ignore lint/performance/useDomNodeTextContent: see above
      const text = await page.locator("main").evaluate((main: HTMLElement) => main.innerText);
      const lost = [...facts, ...fieldFacts]
        .filter((one) => one.page === which)
        .flatMap((one) => missing(one, locale, text).map((gone) => `${"fact" in one ? one.fact : one.field}: ${gone}`));
      expect(lost).toEqual([]);
      for (const { field, addresses } of linkFacts.filter((one) => one.page === which)) {
        for (const address of addresses)
          expect(await page.locator(`main a[href="${address}"]`).count(), field).toBeGreaterThan(0);
      }
    });
  }
}

test("nothing is lost: sixty-six numbered facts are looked for", () => {
  expect(facts).toHaveLength(66);
});
