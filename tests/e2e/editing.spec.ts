import { type Browser, expect, type Page } from "@playwright/test";
import { pressed, reviewSubmission, searchQueue, sendSubmission, signIn, unique } from "./journeys.ts";
import { test } from "./visitor.ts";

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

test("without a script an editor adds, moves and removes rows, and loses nothing on the way", async ({
  page,
  browser,
}) => {
  const { desk, edit } = await opened(page, browser, "Rows without a script", { javaScriptEnabled: false });
  await desk.goto(edit("sources"));
  await desk.getByRole("button", { name: "Add a row: Web pages" }).click();
  await field(desk, "links.0.url").fill("https://one.example.org");
  await desk.getByRole("button", { name: "Add a row: Web pages" }).click();
  await expect(field(desk, "links.0.url")).toHaveValue("https://one.example.org");
  await field(desk, "links.1.url").fill("https://two.example.org");
  await desk.getByRole("button", { name: "Move up Web pages 2" }).click();
  await expect(field(desk, "links.0.url")).toHaveValue("https://two.example.org");
  await desk.getByRole("checkbox", { name: /Web pages 2/ }).check();
  await desk.getByRole("button", { name: "Save this part" }).click();
  await expect(desk.getByRole("status")).toContainText("Saved.");
  await expect(field(desk, "links.0.url")).toHaveValue("https://two.example.org");
  await expect(field(desk, "links.1.url")).toHaveCount(0);
});

test("what is wrong is said beside its field, and what was typed stays", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "Wrong values", { javaScriptEnabled: false });
  await desk.goto(edit("facts"));
  await field(desk, "lastConfirmed").fill("last year");
  expect(await pressed(desk, "Save this part")).toBe(422);
  await expect(field(desk, "lastConfirmed")).toHaveAccessibleDescription(/Please write a date like this/);
  await desk.getByRole("alert").getByRole("link").click();
  await expect(field(desk, "lastConfirmed")).toBeFocused();
  await expect(field(desk, "lastConfirmed")).toHaveValue("last year");
});

test("a place is looked up, chosen, and brings its country and its degrees", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "A place", { javaScriptEnabled: false });
  await desk.goto(edit("places"));
  await desk.getByRole("button", { name: "Add a row: Places" }).click();
  await field(desk, "places.0.name").fill("harnosand");
  await desk.getByRole("button", { name: "Look the place up" }).click();
  await desk.getByRole("radio", { name: /^Härnösand, .*Sweden$/ }).check();
  await desk.getByRole("button", { name: "Save this part" }).click();
  await expect(desk.getByRole("status")).toContainText("Saved.");
  await expect(field(desk, "places.0.name")).toHaveValue("Härnösand");
  await expect(field(desk, "places.0.country")).toHaveValue("SE");
  await expect(field(desk, "places.0.latitude")).toHaveValue(/^62\.6/);
});

test("the preview shows what was typed as readers will see it, and saves nothing", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "A preview");
  await desk.goto(edit("texts"));
  await field(desk, "texts.en.sections.advice").fill("Begin with **one** room.");
  await desk.getByRole("button", { name: "Preview", exact: true }).last().click();
  const preview = desk.getByRole("region", { name: "As readers will see it" });
  await expect(preview.getByText("Begin with one room.")).toBeVisible();
  await expect(preview.locator("strong", { hasText: "one" })).toBeVisible();
  await desk.goto(edit("texts"));
  await expect(field(desk, "texts.en.sections.advice")).toHaveValue("");
});

test("two editors at once: neither overwrites the other unseen", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "Two editors");
  const other = await signIn(browser, "en");
  for (const one of [desk, other]) await one.goto(edit("texts"));
  await field(desk, "texts.en.sections.advice").fill("Advice of the first.");
  await desk.getByRole("button", { name: "Save this part" }).click();
  await expect(desk.getByRole("status")).toContainText("Saved.");

  await field(other, "texts.en.sections.advice").fill("Advice of the second.");
  await field(other, "texts.en.sections.costs").fill("Nothing.");
  expect(await pressed(other, "Save this part")).toBe(409);
  await expect(other.getByRole("alert")).toContainText("Someone else saved while you were writing");
  await expect(other.locator("ins, del").filter({ hasText: "first" }).first()).toBeVisible();
  await expect(field(other, "texts.en.sections.advice")).toHaveValue("Advice of the second.");
  await other.getByRole("button", { name: "Save this part" }).click();
  await expect(other.getByRole("status")).toContainText("Saved.");

  // Different fields: both are kept.
  await field(desk, "texts.en.sections.tools").fill("A table.");
  await desk.getByRole("button", { name: "Save this part" }).click();
  await expect(desk.getByRole("status")).toContainText("both changes are kept");
  await expect(field(desk, "texts.en.sections.advice")).toHaveValue("Advice of the second.");
  await expect(field(desk, "texts.en.sections.tools")).toHaveValue("A table.");
});

test("a working copy keeps what is not ready, and the other editors are told", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "Not ready", { javaScriptEnabled: false });
  await desk.goto(edit("money"));
  await field(desk, "funding.total").fill("about a thousand");
  await desk.getByRole("button", { name: "Keep as a working copy" }).click();
  await expect(desk.getByRole("status")).toContainText("Kept as your working copy");
  await desk.goto(edit("money"));
  await expect(field(desk, "funding.total")).toHaveValue("");
  await desk.getByRole("link", { name: "Go on with it" }).click();
  await expect(field(desk, "funding.total")).toHaveValue("about a thousand");
  const other = await signIn(browser, "en");
  await other.goto(edit("facts"));
  await expect(other.getByText(/has had a working copy of this practice since/)).toBeVisible();
  await desk.getByRole("button", { name: "Throw the working copy away" }).click();
  await expect(desk.getByRole("status")).toContainText("The working copy is gone.");
});

test("what was typed and not saved is there again after a reload, where scripts run", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "A reload");
  await desk.goto(edit("sources"));
  await desk.getByRole("button", { name: "Add a row: Web pages" }).click();
  await desk.waitForLoadState();
  await field(desk, "links.0.url").fill("https://kept.example.org");
  await desk.goto(edit("sources"));
  await expect(field(desk, "links.0.url")).toHaveCount(0);
  await desk.getByRole("button", { name: "Take it up again" }).first().click();
  await expect(field(desk, "links.0.url")).toHaveValue("https://kept.example.org");
});

test("what is pasted from Word comes in as Markdown", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "A paste");
  await desk.goto(edit("texts"));
  const area = field(desk, "texts.en.sections.advice");
  await area.fill("Before. ");
  await area.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", "<p class=MsoNormal>Be <b>kind</b>.<script>alert(1)</script></p>");
    clipboardData.setData("text/plain", "Be kind.");
    (element as HTMLTextAreaElement).setSelectionRange(8, 8);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(area).toHaveValue("Before. Be **kind**.");
});

test("nobody but who is signed in has pasted HTML read", async ({ page }) => {
  const answer = await page.request.post("/en/desk/paste", { form: { html: "<p>x</p>" } });
  expect(answer.status()).toBe(401);
});

test("hostile text in every field stays text", async ({ page, browser }) => {
  const { desk, edit } = await opened(page, browser, "Hostile");
  const hostile = `"><script>window.broken = true</script><img src=x onerror="window.broken = true">`;
  for (const part of ["texts", "facts", "places", "people", "money", "results", "sources"]) {
    await desk.goto(edit(part));
    const adds = desk.getByRole("button", { name: /^Add a row/ });
    for (const name of await adds.allTextContents())
      await desk.getByRole("button", { name, exact: true }).first().click();
    await desk.waitForLoadState();
    const inputs = desk.locator("form[data-kept] :is(textarea, input[type=text], input[type=url])");
    await inputs.evaluateAll((elements, text) => {
      for (const element of elements as HTMLInputElement[]) {
        element.removeAttribute("maxlength");
        element.value = text;
      }
    }, hostile);
    await desk.getByRole("button", { name: "Preview", exact: true }).last().click();
    await expect(inputs.first()).toHaveValue(hostile);
    expect(await desk.evaluate(() => "broken" in window), part).toBe(false);
  }
});

/** A practice of the test's own, in English, and the addresses at which an editor changes its parts. */
async function opened(page: Page, browser: Browser, words: string, options: { javaScriptEnabled?: boolean } = {}) {
  const title = unique(words);
  const typed = { title, summary: "The library helps.", description: "At length.", country: "SE" };
  await reviewSubmission(page, "en", { ...typed, email: `${unique("edit").replace(" ", "-")}@example.org` });
  await sendSubmission(page);
  const desk = await signIn(browser, "en", "editor", options);
  await searchQueue(desk, title);
  const href = (await desk.getByRole("link", { name: title }).first().getAttribute("href")) ?? "";
  const id = href.split("?")[0]?.split("/").at(-1) ?? "";
  expect(id).toMatch(/^[a-z0-9]{3,12}$/);
  return { desk, title, edit: (part: string) => `/en/desk/${id}/edit?part=${part}` };
}
