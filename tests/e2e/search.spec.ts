import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages } from "./journeys.ts";
import { test } from "./visitor.ts";

// What someone sees who types, without a script, on the real practices.

test.use({ javaScriptEnabled: false });

test("in Swedish, a mistyped word finds the practice from Tuscany, the right word is offered and marked", async ({
  page,
}) => {
  await page.goto(pathTo("sv", "home"));
  await page.getByRole("searchbox").fill("patientjurnal");
  await page.getByRole("button", { name: messages.sv.home.search }).click();
  await expect(page.getByText(messages.sv.search.didYouMean)).toBeVisible();
  await page.getByRole("link", { name: "patientjournal", exact: true }).click();
  await expect(page).toHaveURL(/\?q=patientjournal$/);
  const first = page.getByRole("article").first();
  await expect(first.getByRole("heading")).toHaveText("Connessi in buona compagnia");
  await expect(first.locator("mark", { hasText: /patientjournal/i })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("patientjournal");
});

test("a word that stands in one language’s version only says in which", async ({ page }) => {
  await page.goto(`${pathTo("fr", "catalogue")}?q=fascicolo`);
  await expect(page.getByRole("article").first()).toContainText(/italien/);
});

test("narrower and wider ideas are links that search", async ({ page }) => {
  await page.goto(`${pathTo("en", "catalogue")}?q=electronic+identity`);
  await page.getByRole("link", { name: "SPID", exact: true }).click();
  await expect(page).toHaveURL(/\?q=SPID$/);
  await expect(page.getByRole("heading", { name: "Connessi in buona compagnia" })).toBeVisible();
});

test("who finds nothing sees a way on, and can say what they looked for", async ({ page }) => {
  const t = messages.en;
  await page.goto(`${pathTo("en", "catalogue")}?q=xqzzy+blorf`);
  await expect(page.getByRole("status")).toHaveText("No practice found");
  await page.getByRole("link", { name: t.search.tellUs }).click();
  await expect(page.getByLabel(t.wish.query)).toHaveValue("xqzzy blorf");
});

test("a filter that leaves nothing can be taken away, with how much that gives", async ({ page }) => {
  await page.goto(`${pathTo("it", "catalogue")}?country=FR&theme=measurement`);
  await page.getByRole("link", { name: /^Senza «Paese» \(\d+\)$/ }).click();
  await expect(page.getByRole("status")).not.toContainText("Nessuna");
});

test("the feed of a search is on its page, and holds what it found", async ({ page }) => {
  await page.goto(`${pathTo("en", "catalogue")}?q=SPID`);
  const feed = page.getByRole("main").getByRole("link", { name: messages.en.catalogue.feed });
  await expect(feed).toHaveAttribute("href", "/en/feed.xml?q=SPID");
  const xml = await (await page.request.get("/en/feed.xml?q=SPID")).text();
  expect(xml).toContain("<title>Connessi in buona compagnia</title>");
});

test("a text that is too long is left out and said to be, with everything else still there", async ({ page }) => {
  await page.goto(`${pathTo("en", "catalogue")}?q=${"a".repeat(10_000)}&country=IT`);
  await expect(page.getByText(messages.en.catalogue.ignoredTitle)).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
});
