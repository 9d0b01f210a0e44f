import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, signIn, unique } from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

const t = messages.sv.newsDesk;

test("an editor writes a call in Swedish, looks at it, publishes it, and takes it down again", async ({
  page,
  browser,
}) => {
  const desk = await signIn(browser, "sv");
  const title = unique("Sök medel");
  await desk.goto(pathTo("sv", "desk", "news"));
  await desk.getByRole("link", { name: t.new }).click();
  await expectAccessible(desk, "a new item");
  await desk.getByLabel(messages.sv.news.call).check();
  await desk.getByLabel(new RegExp(`^${t.field.owner}`)).fill("Region Öst");
  await desk.locator("#field-publishedOn").fill("2026-11-22");
  await desk.locator("#field-deadline").fill("snart");
  await desk.locator("#field-title-sv").fill(title);
  await desk.locator("#field-summary-sv").fill("Pengar till hjälpare.");
  await desk.locator("#field-body-sv").fill("Sök **nu**.");
  await desk.getByRole("button", { name: t.publish }).click();
  await expect(desk.getByRole("alert")).toContainText(t.field.deadline);
  await expect(desk.locator("#field-deadline")).toHaveValue("snart");
  await expectAccessible(desk, "a refused item");

  await desk.locator("#field-deadline").fill("2099-12-31");
  await desk.getByRole("button", { name: t.preview }).click();
  const preview = desk.getByRole("region", { name: t.asReaders });
  await expect(preview.getByRole("heading", { name: title })).toBeVisible();
  await expect(preview.locator("strong")).toHaveText("nu");
  await desk.getByRole("button", { name: t.publish }).click();
  await expect(desk.getByRole("status")).toHaveText(t.done.published);

  await expect.poll(async () => (await page.request.get(pathTo("it", "news"))).text()).toContain(title);
  await page.goto(pathTo("it", "news"));
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "sv");
  const address = page.url();

  await desk.getByRole("link", { name: title }).click();
  await desk.getByRole("button", { name: t.unpublish }).click();
  await expect(desk.getByRole("status")).toHaveText(t.done.unpublished);
  await expect.poll(async () => (await page.request.get(address)).status()).toBe(410);
});

test("of two editors at one item the second is told, and keeps what was typed", async ({ browser }) => {
  const desk = await signIn(browser, "sv");
  const title = unique("Vecka");
  await desk.goto(pathTo("sv", "desk", "news", "new"));
  await desk.getByLabel(new RegExp(`^${t.field.owner}`)).fill("SERN");
  await desk.locator("#field-publishedOn").fill("2026-11-22");
  for (const part of ["title", "summary", "body"]) await desk.locator(`#field-${part}-sv`).fill(title);
  await desk.getByRole("button", { name: t.keep }).click();
  await desk.getByRole("link", { name: title }).click();
  await expect(desk.locator("#field-title-sv")).toHaveValue(title);
  const other = await desk.context().newPage();
  await other.goto(desk.url());
  await other.locator("#field-summary-sv").fill("Den andras ord.");
  await other.getByRole("button", { name: t.keep }).click();
  await expect(other.getByRole("status")).toHaveText(t.done.draft);
  await desk.locator("#field-summary-sv").fill("Mina ord.");
  await desk.getByRole("button", { name: t.keep }).click();
  await expect(desk.getByRole("alert")).toContainText(t.error.conflict);
  await expect(desk.locator("#field-summary-sv")).toHaveValue("Mina ord.");
});
