import { expect } from "@playwright/test";
import { firstVisit } from "../support/first-visit.ts";
import { budgets, locales, readingPages } from "./pages.ts";
import { test } from "./visitor.ts";

// What a first visit costs somebody on a slow line with an old device, who has nothing of Ponte kept.

for (const locale of locales) {
  for (const [kind, path] of Object.entries(readingPages(locale))) {
    test(`in ${locale}, ${kind} keeps to its budget, without a script`, async ({ context, page }) => {
      const visit = await firstVisit(context, page, path);
      const budget = budgets[kind];
      const loaded = visit.files.map(({ type, url, bytes }) => `${type} ${url}: ${bytes} bytes`).join("\n");
      expect(visit.bytes, loaded).toBeGreaterThan(10_000);
      expect(visit.bytes, loaded).toBeLessThanOrEqual(budget?.bytes ?? 0);
      expect(visit.files.length, loaded).toBeLessThanOrEqual(budget?.requests ?? 0);
      expect(visit.nodes).toBeLessThanOrEqual(budget?.nodes ?? 0);
      expect(visit.files.filter(({ type }) => type === "Script")).toEqual([]);
      await expect(page.locator("script:not([type='application/ld+json'])")).toHaveCount(0);
    });
  }
}
