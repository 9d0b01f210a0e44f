import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { locales } from "./pages.ts";
import { test } from "./visitor.ts";

for (const locale of locales) {
  test(`in ${locale}, every table of the page of figures leads to a CSV file with the same rows`, async ({
    page,
    request,
  }) => {
    await page.goto(pathTo(locale, "statistics"));
    const sections = await page.locator("section:has(table)").all();
    expect(sections.length).toBeGreaterThan(5);
    for (const section of sections) {
      const address = (await section.getByRole("link", { name: /CSV/ }).getAttribute("href")) ?? "";
      const response = await request.get(address);
      expect(response.status(), address).toBe(200);
      expect(response.headers()["content-type"], address).toBe("text/csv; charset=utf-8");
      expect(response.headers()["content-language"], address).toBe(locale);
      const csv = (await response.body()).toString("utf8");
      expect(csv, "spreadsheets know UTF-8 by its mark").toMatch(/^\uFEFF/);
      const [head = "", ...rows] = csv
        .replace(/^\uFEFF/, "")
        .trimEnd()
        .split("\r\n");
      const shown = await section.locator("tbody th").allInnerTexts();
      expect(rows.length, address).toBe(shown.length);
      for (const [at, label] of shown.entries()) expect(rows[at], address).toContain(label.trim());
      const columns = await section.locator("thead th:not(:first-child)").allTextContents();
      for (const column of columns) expect(head, address).toContain(column);
    }
  });
}

test("a table that is not there, and a language that is not ours, are problems", async ({ request }) => {
  const unknown = await request.get("/api/v1/statistics/magic.csv");
  expect([unknown.status(), unknown.headers()["content-type"]]).toEqual([404, "application/problem+json"]);
  const foreign = await request.get("/api/v1/statistics/theme.csv?locale=de");
  expect(foreign.status()).toBe(400);
  expect(await foreign.json()).toMatchObject({ invalidParams: [{ name: "locale", value: "de" }] });
});
