import { type Browser, expect, type Page } from "@playwright/test";
import type { Locale } from "../../lib/i18n/locales.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, publishAtDesk, reviewSubmission, sendSubmission, signIn, unique } from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

const t = messages.en;

/** A practice that an editor has published, opened at the desk. Returns its id. */
async function published(page: Page, browser: Browser, title: string): Promise<{ desk: Page; id: string }> {
  await reviewSubmission(page, "en", {
    ...{ title, summary: "Helpers sit in the library.", description: "Every Monday.", country: "IE" },
    email: `${unique("library").replace(" ", "-")}@example.org`,
  });
  await sendSubmission(page);
  const desk = await signIn(browser, "en");
  await desk.goto(`${pathTo("en", "desk")}?q=${encodeURIComponent(title)}`);
  await desk.getByRole("link", { name: title }).first().click();
  await desk.waitForURL(/\/desk\/[a-z0-9]{8}$/);
  const id = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
  await publishAtDesk(desk);
  return { desk, id };
}

async function writePlainWords(desk: Page, id: string, words: string): Promise<void> {
  await desk.goto(pathTo("en", "desk", id));
  await desk.getByLabel("In plain words, in English").fill(words);
  await desk.getByRole("button", { name: t.desk.save, exact: true }).click();
  await expect(desk).toHaveURL(/\?saved/);
}

test("an editor compares two revisions word by word, and has the first one again", async ({ page, browser }) => {
  const { desk, id } = await published(page, browser, unique("Two ways"));
  await writePlainWords(desk, id, "We help on Mondays.");
  await writePlainWords(desk, id, "We help on Fridays.");
  await desk.goto(pathTo("en", "desk", id, "revisions"));
  await desk.getByRole("button", { name: t.revision.compare }).click();
  const compared = desk.getByRole("region", { name: "From revision 2 to revision 3" });
  await expect(compared.locator("del")).toContainText("Mondays");
  await expect(compared.locator("ins")).toContainText("Fridays");
  await expectAccessible(desk, "revisions, compared");

  await desk.getByRole("link", { name: "Revision 2" }).click();
  await expect(desk.getByText("We help on Mondays.")).toBeVisible();
  await expectAccessible(desk, "one revision");
  await desk.getByRole("button", { name: t.revision.restore }).click();
  await expect(desk).toHaveURL(/\?restored=2$/);
  await expect(desk.getByRole("status")).toContainText("2");
  await expect(desk.getByRole("row").nth(1)).toContainText(t.revision.kind.restore);
});

test("two revisions of which one is none are not compared, and that is said", async ({ page, browser }) => {
  const { desk, id } = await published(page, browser, unique("One only"));
  await desk.goto(`${pathTo("en", "desk", id, "revisions")}?from=1&to=99`);
  await expect(desk.getByRole("alert")).toContainText(t.revision.unknown);
  expect((await desk.goto(pathTo("en", "desk", id, "revisions", "99")))?.status()).toBe(404);
});

for (const locale of ["it", "fr", "sv", "en"] as Locale[]) {
  test(`readers see when a page changed and in what, never who changed it: ${locale}`, async ({ page, browser }) => {
    const title = unique("A long life");
    const { desk, id } = await published(page, browser, title);
    await writePlainWords(desk, id, "We help on Mondays.");
    const path = pathTo(locale, "history", id);
    await expect.poll(async () => (await page.request.get(path)).text()).toContain(messages[locale].history.kind.edit);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    const items = page.getByRole("main").getByRole("listitem");
    await expect(items.filter({ hasText: messages[locale].section.plainWords }).first()).toBeVisible();
    await expect(items.filter({ hasText: messages[locale].history.first })).toBeVisible();
    expect(await page.content()).not.toMatch(/editor-|example\.org/);
    await expectAccessible(page, `history in ${locale}`);
  });
}

test("the history of what is not there is not found, and of what was taken down is gone", async ({ page, browser }) => {
  expect((await page.goto(pathTo("fr", "history", "nothing1")))?.status()).toBe(404);
  const { desk, id } = await published(page, browser, unique("Soon gone"));
  await desk.goto(pathTo("en", "desk", id));
  await desk.getByLabel(t.desk.message, { exact: true }).fill("You asked us to.");
  await desk.getByRole("button", { name: t.desk.unpublish, exact: true }).click();
  await desk.waitForURL(/\?done=/);
  await expect.poll(async () => (await page.request.get(pathTo("sv", "history", id))).status()).toBe(410);
});
