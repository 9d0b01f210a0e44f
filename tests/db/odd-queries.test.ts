import { expect, test } from "vitest";
import { selectPage } from "../../lib/catalogue/queries.ts";
import { locales } from "../../lib/i18n/locales.ts";
import { parseFilters } from "../../lib/practice/filters.ts";
import { readContent } from "../../server/content.ts";
import { oddQueries } from "../support/odd-queries.ts";
import { published } from "../support/stored.ts";

test("any text is a search, if not one that finds something", { timeout: 900_000 }, async () => {
  await published(...readContent().practices);
  const failed: { q: string; error: unknown }[] = [];
  for (const [at, q] of oddQueries(1500, 2).entries()) {
    const locale = locales[at % locales.length] as (typeof locales)[number];
    try {
      const { filters } = parseFilters(new URLSearchParams({ q }));
      const { total, finds } = await selectPage(locale, filters);
      expect(finds.length).toBe(Math.min(total, 20));
    } catch (error) {
      failed.push({ q, error });
    }
  }
  expect(failed).toEqual([]);
});
