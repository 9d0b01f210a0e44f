import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { obstacles } from "../../lib/practice/vocabulary.ts";
import { messages, waitAsPeopleDo } from "./journeys.ts";
import { locales, practicePath } from "./pages.ts";
import { test } from "./visitor.ts";

// Someone who stands before an obstacle finds who met it too, and what they did.

for (const locale of locales) {
  const t = messages[locale];

  test(`in ${locale}, the obstacles stand in three groups, and one leads to those who met it`, async ({ page }) => {
    await page.goto(pathTo(locale, "home"));
    await page.getByRole("contentinfo").getByRole("link", { name: t.site.obstacles, exact: true }).click();
    await expect(page).toHaveURL(pathTo(locale, "obstacles"));
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 2 })).toHaveText([
      t.obstacles.people,
      t.obstacles.places,
      t.obstacles.helpers,
      t.obstacles.inviteTitle,
    ]);
    await expect(main.getByRole("heading", { level: 3 })).toHaveCount(obstacles.length);

    await main.getByRole("link", { name: t.obstacle["closed-counters"], exact: true }).click();
    await expect(page).toHaveURL(pathTo(locale, "obstacles", "closed-counters"));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(t.obstacle["closed-counters"]);
    await expect(main).toContainText(t.obstacleText["closed-counters"]);
    await expect(page.getByRole("main").getByRole("status")).toHaveText(/\d/);
    const caban = main.getByRole("article").filter({ hasText: "Réseau Caban-Dibac" });
    await expect(caban.getByRole("term")).toHaveText([t.obstacles.met, t.practice.obstacleResponse]);
    await caban.getByRole("link", { name: "Réseau Caban-Dibac" }).click();
    await expect(page).toHaveURL(practicePath(locale, "caban"));

    await page.getByRole("region", { name: t.practice.obstacles }).getByRole("link").first().click();
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(t.obstacle["no-device"]);
  });

  test(`in ${locale}, an obstacle that no practice has met says so and leads on`, async ({ page }) => {
    await page.goto(pathTo(locale, "obstacles", "doing-harm"));
    const main = page.getByRole("main");
    await expect(page.getByRole("main").getByRole("status")).toHaveText(/\S/);
    await expect(main.getByRole("article")).toHaveCount(0);
    await expect(main.getByRole("link", { name: t.site.submit })).toHaveAttribute("href", pathTo(locale, "submit"));
    const related = main.getByRole("region", { name: t.obstacles.related }).getByRole("link");
    expect(await related.count()).toBeGreaterThan(2);
    await related.first().click();
    await expect(main.getByRole("heading", { level: 1 })).not.toHaveText(t.obstacle["doing-harm"]);
  });
}

test("a practice without an answer of its own shows what it advises", async ({ page }) => {
  await page.goto(pathTo("en", "obstacles", "overload"));
  const caban = page.getByRole("article").filter({ hasText: "Réseau Caban-Dibac" });
  await expect(caban.getByRole("term")).toHaveText([messages.en.obstacles.met, messages.en.section.advice]);
  await expect(caban).toContainText("Be realistic.");
});

test("an obstacle leads to all its practices, in the list and on the map", async ({ page }) => {
  for (const [name, path] of [
    [messages.en.obstacles.inCatalogue, "/en/good-practices?obstacle=distance"],
    [messages.en.obstacles.onMap, "/en/map?obstacle=distance"],
  ] as const) {
    await page.goto(pathTo("en", "obstacles", "distance"));
    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("main").getByRole("status")).toHaveText(/[1-9]/);
  }
});

test("changing the language keeps the obstacle", async ({ page }) => {
  await page.goto(pathTo("it", "obstacles", "distance"));
  await page
    .getByRole("navigation", { name: messages.it.site.languages })
    .getByRole("link", { name: "Svenska" })
    .click();
  await expect(page).toHaveURL(pathTo("sv", "obstacles", "distance"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.sv.obstacle.distance);
});

test("an obstacle that is not known is not found, in the reader's language", async ({ page }) => {
  for (const locale of locales) {
    const answer = await page.goto(pathTo(locale, "obstacles", "the-weather"));
    expect(answer?.status(), locale).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages[locale].errors.notFoundTitle);
  }
});

test("what stood in the way is ticked in the form, kept when the form is refused, and read once more", async ({
  page,
}) => {
  const t = messages.sv;
  await page.goto(pathTo("sv", "submit"));
  const asked = page.getByRole("group", { name: t.submit.obstacle });
  await asked.getByRole("checkbox", { name: t.obstacle.fear }).check();
  await asked.getByRole("checkbox", { name: t.obstacle["data-protection"] }).check();
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: t.submit.check }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(asked.getByRole("checkbox", { checked: true })).toHaveCount(2);

  await page.locator("#field-title").fill("Ett bord på biblioteket");
  await page.locator("#field-summary").fill("Varje lördag kommer folk med sina frågor.");
  await page.locator("#field-description").fill("Två handledare sitter vid ett bord.");
  await page.locator("input[name=theme][value=health]").check();
  await page.locator("input[name=country][value=SE]").check();
  await page.locator("#field-organisation").fill("Biblioteket");
  await page.locator("#field-contactEmail").fill("bibliotek@example.org");
  await page.locator("#field-consent").check();
  await page.getByRole("button", { name: t.submit.check }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.submit.previewTitle);
  await expect(page.getByRole("region", { name: t.practice.obstacles }).getByRole("link")).toHaveText([
    t.obstacle.fear,
    t.obstacle["data-protection"],
  ]);
});
