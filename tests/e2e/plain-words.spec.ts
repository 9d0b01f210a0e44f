import { type Browser, expect, type Page } from "@playwright/test";
import { openAtDesk, pressed, publishAtDesk, reviewSubmission, sendSubmission, signIn, unique } from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

const label = "In plain words, in English";

test("without a script an editor measures plain words, saves them, and readers get them", async ({ page, browser }) => {
  const title = await submitted(page, "Plain and simple");
  const desk = await openedByEditor(browser, title, { javaScriptEnabled: false });
  const review = desk.url();
  await expect(desk.getByText(/The summary, for comparison: Flesch \d+\./)).toBeVisible();

  await desk.getByLabel(label).fill("word ".repeat(151));
  expect(await pressed(desk, "Save")).toBe(422);
  await expect(desk.getByLabel(label)).toHaveAccessibleDescription(/too long: at most 150 words/);
  await desk
    .getByRole("alert")
    .getByRole("link", { name: /English/ })
    .click();
  await expect(desk.getByLabel(label)).toBeFocused();

  const long =
    "This is a sentence that goes on and on, so that nobody who reads slowly can say at its end how it began.";
  await desk.getByLabel(label).fill(`We help. ${long}`);
  expect(await pressed(desk, "Check the reading level")).toBe(200);
  await expect(desk.getByRole("status")).toContainText("not saved yet");
  await expect(desk.getByText(/^Flesch \d+: .* Goal: at least 70; .* 25 words of at most 150\./)).toBeVisible();
  await expect(desk.getByRole("listitem").filter({ hasText: long })).toBeVisible();
  await expect(desk.getByLabel(label)).toHaveValue(`We help. ${long}`);

  await desk.getByLabel(label).fill("We help.\nYou can come.\n\n- Every day");
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk).toHaveURL(/\?saved(#|$)/);
  await expect(desk.getByRole("status")).toContainText("Saved");
  await publishAtDesk(desk);

  await desk.goto(review);
  const publicPage = (await desk.getByRole("link", { name: "See the public page" }).getAttribute("href")) ?? "";
  await expect.poll(async () => (await page.request.get(publicPage)).status()).toBe(200);
  await page.goto(publicPage);
  await expect(page.getByRole("heading", { name: "In plain words" })).toBeVisible();
  await expect(page.getByText("You can come.")).toBeVisible();

  await desk.getByLabel(label).fill("Now we help on Mondays.");
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk).toHaveURL(/\?saved(#|$)/);
  await expect.poll(async () => (await page.request.get(publicPage)).text()).toContain("Now we help on Mondays.");
});

test("the reading level is said while an editor writes", async ({ page, browser }) => {
  const title = await submitted(page, "Said aloud");
  const desk = await openedByEditor(browser, title);
  const level = desk.locator("#level-en");
  await expect(level).toHaveText("Goal: at least 70; higher is easier.");
  await desk.getByLabel(label).fill("The cat is on the mat.");
  await expect(level).toHaveText(/^Flesch \d+: easy\..* 6 words of at most 150\.$/);
  await desk.getByRole("button", { name: "Check the reading level" }).click();
  await expect(desk.getByRole("status")).toContainText("not saved yet");
  await expectAccessible(desk, "plain words, measured");
  await desk.getByLabel(label).fill("");
  await expect(level).toHaveText("Goal: at least 70; higher is easier.");
});

test("the reading level is told to editors alone, in the reader's language, and of nothing endless", async ({
  page,
  browser,
}) => {
  const desk = await signIn(browser, "en");
  const ask = (from: Page, form: Record<string, string>) => from.request.post("/en/desk/reading-level", { form });
  const asked = { locale: "sv", text: "Katten bor här." };
  expect((await ask(page, asked)).status()).toBe(401);
  const answer = await ask(desk, asked);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(await answer.json()).toEqual({ advice: expect.stringMatching(/^LIX 3: easy\./), longSentences: [] });
  expect((await ask(desk, { ...asked, locale: "de" })).status()).toBe(400);
  expect((await ask(desk, { ...asked, text: "a".repeat(20_001) })).status()).toBe(413);
});

test("somebody else's change is a conflict, and nothing that was typed is lost", async ({ page, browser }) => {
  const title = await submitted(page, "Two at once");
  const desk = await openedByEditor(browser, title);
  const other = await desk.context().newPage();
  await other.goto(desk.url());
  await other.getByLabel(label).fill("The words of the other one.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other).toHaveURL(/\?saved(#|$)/);

  await desk.getByLabel(label).fill("My own words.");
  // Measuring shows no newer words, and so takes none for read.
  expect(await pressed(desk, "Check the reading level")).toBe(200);
  expect(await pressed(desk, "Save")).toBe(409);
  await expect(desk.getByRole("alert")).toContainText("Someone else has changed this practice");
  await expect(desk.getByLabel(label)).toHaveValue("My own words.");
  await expect(desk.getByText("What is saved now:").locator("..")).toContainText("The words of the other one.");
  await expectAccessible(desk, "plain words in conflict");

  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk).toHaveURL(/\?saved(#|$)/);
  await expect(desk.getByLabel(label)).toHaveValue("My own words.");
});

/** Sends a practice in, and returns its title. */
async function submitted(page: Page, words: string): Promise<string> {
  const title = unique(words);
  const email = `${unique("plain").replace(" ", "-")}@example.org`;
  const [summary, description] = ["The library helps everyone who asks.", "At length."];
  await reviewSubmission(page, "en", { title, summary, description, country: "SE", email });
  await sendSubmission(page);
  return title;
}

/** The page of a practice in the desk. */
async function openedByEditor(browser: Browser, title: string, options: { javaScriptEnabled?: boolean } = {}) {
  const desk = await signIn(browser, "en", "editor", options);
  await openAtDesk(desk, title);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(`Review “${title}”`);
  return desk;
}
