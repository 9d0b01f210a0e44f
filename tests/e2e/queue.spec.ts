import { type Browser, expect, type Page } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, signIn, site, unique, waitAsPeopleDo } from "./journeys.ts";
import { expectAccessible, expectNoSideScrolling } from "./pages.ts";
import { test } from "./visitor.ts";

// The one list of what waits at the desk: found, taken, given to somebody, dealt with.

const t = messages.en;

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? "with" : "without"} JavaScript, an editor finds what waits, takes it, and the others see who is at it`, async ({
    browser,
  }) => {
    const where = await somethingWaits(browser);
    const one = await signIn(browser, "en", "editor", { javaScriptEnabled });
    await search(one, where);
    const row = one.getByRole("listitem").filter({ hasText: where });
    await expect(row).toContainText("since today");
    await row.getByRole("link").click();
    await expect(one.getByText("Nobody is at it now.")).toBeVisible();
    await one.getByRole("button", { name: "I take it" }).click();
    await expect(one.getByText(/^You are at it now, until/)).toBeVisible();

    const other = await signIn(browser, "en", "editor", { javaScriptEnabled });
    await search(other, where);
    await expect(other.getByRole("listitem").filter({ hasText: where })).toContainText("is at it now");
    await other.goto(one.url());
    await expect(other.getByText(/is at it now, until .* You can go on all the same/)).toBeVisible();
    await expect(other.getByRole("button", { name: t.desk.finish })).toBeEnabled();
    await other.getByRole("button", { name: "I take it over" }).click();
    await expect(other.getByText(/^You are at it now, until/)).toBeVisible();
    await one.reload();
    await expect(one.getByText(/is at it now, until/)).toBeVisible();

    await other.getByRole("button", { name: "Give it back" }).click();
    await expect(other.getByText("Nobody is at it now.")).toBeVisible();
    await other.getByRole("combobox", { name: "Who looks after it" }).selectOption({ index: 1 });
    await other.getByRole("button", { name: "Assign" }).click();
    await expect(other.getByRole("combobox", { name: "Who looks after it" })).not.toHaveValue("");
    await search(one, where);
    await expect(one.getByRole("listitem").filter({ hasText: where })).toContainText("looked after by");

    await other.getByRole("button", { name: t.desk.finish }).click();
    await expect(other.getByRole("status")).toContainText(t.desk.messageState.done);
    await search(other, where);
    await expect(other.getByText("Nothing matches these filters.")).toBeVisible();
    await other.getByRole("combobox", { name: "Where it stands" }).selectOption("decided");
    await other.getByRole("button", { name: "Show" }).click();
    await expect(other).toHaveURL(/state=decided/);
    await expect(other.getByRole("listitem").filter({ hasText: where })).toContainText(t.desk.messageState.done);
    await other.getByRole("link", { name: "Clear the filters" }).click();
    await expect(other).toHaveURL(pathTo("en", "desk"));
  });
}

test("on a phone the queue reads well, and everything in it can be opened by keyboard", async ({ browser }) => {
  const where = await somethingWaits(browser);
  const desk = await signIn(browser, "en", "editor", { viewport: { width: 320, height: 640 } });
  await expectNoSideScrolling(desk, "queue");
  await desk.goto(`${pathTo("en", "desk")}?q=${encodeURIComponent(where)}&kind=barrier`);
  await expectNoSideScrolling(desk, "queue, filtered");
  await expectAccessible(desk, "queue, filtered");
  const link = desk.getByRole("link", { name: `Accessibility problem: ${where}` });
  await link.focus();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t.desk.messageTitle);
  await expectNoSideScrolling(desk, "message");
  await expectAccessible(desk, "message");
});

test("a translator's queue is empty and leads to the translations; what readers wrote is not theirs to read", async ({
  browser,
}) => {
  const where = await somethingWaits(browser);
  const editor = await signIn(browser, "en");
  await search(editor, where);
  await editor.getByRole("listitem").filter({ hasText: where }).getByRole("link").click();
  await expect(editor.getByRole("heading", { level: 1 })).toHaveText(t.desk.messageTitle);

  const desk = await signIn(browser, "en", "translator");
  expect(await desk.content()).not.toContain(where);
  await expect(desk.getByRole("link", { name: "Go to the translations" })).toHaveAttribute(
    "href",
    pathTo("en", "desk", "translations"),
  );
  await desk.goto(`${pathTo("en", "desk")}?q=${encodeURIComponent(where)}`);
  expect(await desk.content()).not.toContain(`: ${where}`);
  const refused = await desk.goto(editor.url());
  expect(refused?.status()).toBe(403);
});

/** A barrier that a reader has reported, by the place it names. */
async function somethingWaits(browser: Browser): Promise<string> {
  const where = unique("A place");
  const page = await (await browser.newContext({ baseURL: site.url })).newPage();
  await page.goto(pathTo("en", "barrier"));
  await page.locator("#field-page").fill(where);
  await page.locator("#field-text").fill("I cannot read it.");
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: t.barrier.send }).click();
  await expect(page).toHaveURL(/\?sent$/);
  await page.context().close();
  return where;
}

/** Looks for words in the queue by its form. */
async function search(desk: Page, words: string): Promise<void> {
  await desk.goto(pathTo("en", "desk"));
  await desk.getByText("Filter and search").click();
  await desk.getByLabel("Words of the title").fill(words);
  await desk.getByRole("button", { name: "Show" }).click();
  await expect(desk).toHaveURL(/[?&]q=/);
}
