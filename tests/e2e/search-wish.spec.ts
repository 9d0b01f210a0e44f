import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, signIn, unique, waitAsPeopleDo } from "./journeys.ts";
import { expectAccessible, locales } from "./pages.ts";
import { test } from "./visitor.ts";

// Who found nothing says what they looked for, without a script and without a name; editors read it.

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of locales) {
    test(`in ${locale}, the form has the words of the search and says what is kept`, async ({ page }) => {
      const t = messages[locale].wish;
      await page.goto(`${pathTo(locale, "wish")}?q=bus+pass`);
      await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
      await expect(page.getByText(t.kept)).toBeVisible();
      await expect(page.locator("#field-query")).toHaveValue("bus pass");
      await expect(page.locator("#field-text")).toHaveAccessibleDescription(t.textHelp);
    });
  }
});

test("an e-mail address is asked to be taken out, with nothing lost", async ({ page }) => {
  await page.goto(pathTo("en", "wish"));
  await page.getByLabel(/^What were you looking for/).fill("bus pass online");
  await page.getByLabel(/^What would have helped you/).fill("Write to sara@example.org");
  await waitAsPeopleDo(page);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: "Send it to the editors" }).click(),
  ]);
  expect(answer.status()).toBe(422);
  await expect(page.getByRole("alert").getByRole("link")).toHaveText(/take out the e-mail address/);
  await expect(page.getByLabel(/^What were you looking for/)).toHaveValue("bus pass online");
  await expect(page.getByLabel(/^What would have helped you/)).toHaveValue("Write to sara@example.org");
  await expectAccessible(page, "refused wish");
});

test("what a reader looked for is read by the editors, and deleted once", async ({ page, browser }) => {
  const words = unique("busskort");
  await page.goto(`${pathTo("sv", "wish")}?q=${words.replace(" ", "+")}`);
  await page.locator("#field-text").fill("Hur andra förklarar det.");
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: messages.sv.wish.send }).click();
  await expect(page).toHaveURL(/\?sent$/);
  await expect(page.getByRole("status")).toContainText(messages.sv.wish.thanksTitle);

  const list = pathTo("en", "desk", "wishes");
  expect((await page.request.get(list)).status(), "for editors alone").toBe(401);
  const desk = await signIn(browser, "en");
  await desk.getByRole("link", { name: "What readers look for" }).click();
  await expect(desk).toHaveURL(list);
  const row = desk.getByRole("row").filter({ hasText: words });
  await expect(row.getByRole("rowheader").locator("[lang=sv]")).toHaveText(words);
  await expect(row).toContainText("Hur andra förklarar det.");
  await expectAccessible(desk, "wishes at the desk");

  const stale = await desk.context().newPage();
  await stale.goto(list);
  await row.getByRole("button", { name: `Delete ${words}` }).click();
  await expect(desk.getByRole("status")).toHaveText("The row is deleted.");
  await expect(row).toHaveCount(0);
  const [late] = await Promise.all([
    stale.waitForResponse((one) => one.request().method() === "POST"),
    stale.getByRole("button", { name: `Delete ${words}` }).click(),
  ]);
  expect(late.status()).toBe(409);
  await expect(stale.getByRole("alert")).toContainText("someone has deleted it already");
});
