import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages } from "./journeys.ts";
import { expectNoSideScrolling, locales, practicePath } from "./pages.ts";
import { test } from "./visitor.ts";

// Two to four practices side by side, without a script.

test.use({ javaScriptEnabled: false });

const both = "?practice=caban&practice=toscana";

for (const locale of locales) {
  const t = messages[locale].compare;

  test(`in ${locale}, two practices stand side by side under their names, with a row for each question`, async ({
    page,
  }) => {
    await page.goto(pathTo(locale, "compare") + both);
    await expect(page).toHaveTitle(/Caban-Dibac.+Connessi in buona compagnia.+ – Ponte$/);
    await expect(page.getByRole("main").getByRole("status")).toContainText("2");
    const table = page.getByRole("table", { name: /Caban-Dibac.+Connessi in buona compagnia/ });
    await expect(table.getByRole("columnheader")).toHaveCount(2);
    for (const question of [t.what, t.where, t.when, t.who, t.forWhom, t.how, t.outcome, t.evidence, t.languages])
      await expect(table.getByRole("rowheader", { name: question, exact: true })).toBeVisible();
    const advice = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: t.advice, exact: true }) });
    await expect(advice.getByRole("cell").nth(1), "what a practice does not say").toHaveText(t.noAnswer);
    await table.getByRole("link", { name: "Connessi in buona compagnia" }).first().click();
    await expect(page).toHaveURL(practicePath(locale, "toscana"));
  });
}

test("on a phone, the answers to a question stand one below the other, and it is still a table", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(pathTo("en", "compare") + both);
  await expectNoSideScrolling(page, "comparison");
  const row = page.getByRole("row", { name: /^Where / });
  const [first, second] = [row.getByRole("cell").nth(0), row.getByRole("cell").nth(1)];
  await expect(first).toHaveText("Brussels, Belgium");
  const [above, below] = [await first.boundingBox(), await second.boundingBox()];
  expect(above?.x).toBe(below?.x);
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  expect(await first.evaluate((cell) => getComputedStyle(cell, "::before").content)).toContain("Caban-Dibac");
});

test("a long section ends after a paragraph, with the way to the whole of it", async ({ page }) => {
  await page.goto(pathTo("en", "compare") + both);
  const whole = page.getByRole("link", { name: "Read it all: What made it hard" });
  await whole.click();
  await expect(page).toHaveURL(`${practicePath("en", "caban")}#constraints`);
});

test("ticked in the catalogue, practices are compared, and one is taken out again", async ({ page }) => {
  await page.goto(`${pathTo("en", "catalogue")}?theme=e-services`);
  const bar = page.getByRole("button", { name: "Compare those you ticked" });
  for (const title of ["Click Public Services", "Connessi in buona compagnia", "Digital Trainers"])
    await page.getByRole("checkbox", { name: `Compare ${title}` }).check();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(bar, "it stays in sight while something is ticked").toBeInViewport();
  await bar.click();
  const heads = page.getByRole("columnheader");
  await expect(heads).toHaveCount(3);
  await heads
    .filter({ hasText: "Digital Trainers" })
    .getByRole("link", { name: /^Take out/ })
    .click();
  await expect(heads).toHaveCount(2);
  await expect(page).not.toHaveURL(/sern/);
});

test("with one practice, others are offered to be ticked", async ({ page }) => {
  await page.goto(`${pathTo("fr", "compare")}?practice=arles`);
  await expect(page.getByRole("main").getByRole("status")).toContainText(/\d/);
  await expect(page.getByRole("checkbox", { name: /Click Public Services/ })).toBeChecked();
  await page.getByRole("checkbox", { name: /Caban-Dibac/ }).check();
  await page.getByRole("button", { name: messages.fr.compare.button }).click();
  await expect(page.getByRole("columnheader")).toHaveCount(2);
});

test("what is no published practice, and what has no room, is named, and the rest is compared", async ({ page }) => {
  const five = ["caban", "toscana", "nothing1", "arles", "sern"].map((id) => `practice=${id}`).join("&");
  await page.goto(`${pathTo("en", "compare")}?${five}&practice=%3F`);
  await expect(page.getByRole("columnheader")).toHaveCount(3);
  const said = page.getByRole("main").getByRole("listitem");
  await expect(said.filter({ hasText: "No published practice is called “nothing1”." })).toBeVisible();
  await expect(said.filter({ hasText: "No published practice is called “?”." })).toBeVisible();
  await expect(said.filter({ hasText: "“sern”: there is room for four" })).toBeVisible();
});

test("an address that is written otherwise leads to the one form of it", async ({ page }) => {
  const path = pathTo("sv", "compare");
  const answer = await page.request.get(`${path}?practice=caban&practice=caban&practice=arles&from=mail`, {
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toBe(`${path}?practice=caban&practice=arles`);
});

test("a practice says what others have in common with it, and leads to both side by side", async ({ page }) => {
  await page.goto(practicePath("it", "toscana"));
  const similar = page.getByRole("region", { name: "Pratiche simili" });
  await expect(similar.getByRole("listitem").first()).toHaveText(/^Stess[oae] (?:ostacolo|metodo|tema|persone): ./);
  await similar
    .getByRole("link", { name: /^Confronta con questa/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/it\/confronta\?practice=toscana&practice=\w+$/);
  await expect(page.getByRole("columnheader")).toHaveCount(2);
});

test("on paper, a comparison lies on broad sheets", async ({ page }) => {
  await page.goto(pathTo("en", "compare") + both);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width = "0", height = "0"] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
});
