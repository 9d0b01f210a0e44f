import { expect, type Locator, type Page } from "@playwright/test";
import { countryName } from "../../lib/i18n/format.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, searchQueue, signInPath, site, unique, waitAsPeopleDo } from "./journeys.ts";
import { test } from "./visitor.ts";

// The three ways through Ponte, by nothing but a keyboard: a reader's, a contributor's, an editor's.

// A trace of every key would take longer than the way itself.
test.use({ trace: "off" });

test("a reader chooses a theme and opens a practice", async ({ page }) => {
  const t = messages.it;
  await page.goto(pathTo("it", "home"));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: t.site.skip })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();

  await page.keyboard.press("Shift+Tab");
  await goTo(page, page.getByRole("banner").getByRole("link", { name: t.site.catalogue }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(pathTo("it", "catalogue"));

  await goTo(page, page.locator("summary", { hasText: t.facets.theme }));
  await page.keyboard.press("Enter");
  await goTo(page, page.getByRole("checkbox", { name: t.theme.measurement }));
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: t.catalogue.apply }));
  await expect(page).toHaveURL(/\?theme=measurement$/);
  await expect(page.getByRole("main").getByRole("status")).toContainText(/^2 /);

  await press(page, page.getByRole("main").getByRole("link", { name: "Connessi in buona compagnia" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connessi in buona compagnia");
});

test("a contributor puts a practice in, and an editor publishes it", async ({ page, browser }) => {
  const t = messages.sv;
  const title = unique("Kafé med surfplatta");
  await page.goto(pathTo("sv", "submit"));
  await write(page, page.locator("#field-title"), title);
  await write(page, page.locator("#field-summary"), "Kaffe och hjälp varje tisdag.");
  await write(page, page.locator("#field-description"), "Vi dricker kaffe.\nSedan provar vi.");
  await tick(page, t.theme["basic-skills"]);
  await tick(page, countryName("NO", "sv"));
  await write(page, page.locator("#field-organisation"), "Biblioteket");
  await goTo(page, page.locator("#field-organisationType"));
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#field-organisationType")).not.toHaveValue("");
  await write(page, page.locator("#field-contactEmail"), "kafe@example.org");
  await goTo(page, page.locator("#field-consent"));
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: t.submit.check }));

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.submit.previewTitle);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await waitAsPeopleDo(page);
  await press(page, page.getByRole("button", { name: t.submit.send }));
  await expect(page.getByRole("status")).toContainText(t.state.thanksTitle);

  const desk = await (await browser.newContext({ baseURL: site.url })).newPage();
  await desk.goto(await signInPath("sv"));
  await press(desk, desk.getByRole("button", { name: t.desk.confirm }));
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t.desk.title);
  await searchQueue(desk, title);
  await press(desk, desk.getByRole("link", { name: title }));
  await expect(desk.getByRole("heading", { level: 1 })).toContainText(title);
  await tick(desk, t.review.allHold);
  await press(desk, desk.getByRole("button", { name: t.desk.publish, exact: true }));
  await expect(desk.getByRole("status")).toContainText(t.desk.publish);

  await page.reload();
  await press(page, page.getByRole("link", { name: t.state.see }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

/** Presses Tab until something has the focus. */
async function goTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} is never reached by ${key}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await goTo(page, target);
  await page.keyboard.press("Enter");
}

async function tick(page: Page, name: string): Promise<void> {
  const box = page.getByRole("checkbox", { name, exact: true });
  await goTo(page, box);
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
}

async function write(page: Page, field: Locator, words: string): Promise<void> {
  await goTo(page, field);
  await page.keyboard.type(words);
}
