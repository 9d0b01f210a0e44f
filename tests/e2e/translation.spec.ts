import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import type { PracticeDraft } from "../../lib/practice/practice.ts";
import { draft, written } from "../support/practices.ts";
import { importInto } from "../support/site.ts";
import { messages, signIn, site, unique } from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

const words = messages.en.translation;

/** A practice of the test's own, in Italian and, where it says so, in Swedish. */
const practice = (id: string, summary: string, swedish?: string): PracticeDraft =>
  draft({
    id,
    countries: ["MT"],
    texts: {
      it: {
        title: `Bussola ${id}`,
        sections: { summary, results: "La biblioteca aiuta tutti." },
        provenance: { ...written },
      },
      ...(swedish && {
        sv: {
          title: `Kompass ${id}`,
          sections: { summary: swedish, results: "Biblioteket hjälper alla." },
          provenance: { ...written, origin: "translation" as const },
        },
      }),
    },
  });

/** A practice whose original has changed since it was translated into Swedish. */
function changed(): string {
  const id = unique("t").replace(" ", "").slice(0, 12);
  importInto(site, practice(id, "Prima si impara.", "Först lär man sig."));
  importInto(site, practice(id, "Prima si ascolta.", "Först lär man sig."));
  return id;
}

/** The desk, as a translator into Swedish opens it. */
const asTranslator = (browser: Browser, options: BrowserContextOptions = {}) =>
  signIn(browser, "en", "translator", { languages: ["sv"], ...options });

/** The practice's page, as readers of a language get it. */
const asReader = async (page: Page, id: string, locale: string) =>
  (await page.request.get(`/p/${id}`, { headers: { "accept-language": locale } })).text();

const summaryField = (desk: Page) => desk.getByLabel("In short (Swedish)");
const part = (desk: Page, name: string) => desk.getByRole("region", { name, exact: true });

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? "with" : "without"} a script, a changed section is translated in at most four interactions`, async ({
    browser,
    page,
  }) => {
    const id = changed();
    expect(await asReader(page, id, "sv")).toContain("Originalet har ändrats sedan dess");
    const desk = await asTranslator(browser, { javaScriptEnabled });
    await desk.goto(`/en/desk/translations?q=${id}`);
    // The checker is a script itself.
    if (javaScriptEnabled) await expectAccessible(desk, "a translator's queue");

    let interactions = 0;
    const interact = (what: Promise<unknown>) => {
      interactions += 1;
      return what;
    };
    await interact(desk.getByRole("link", { name: new RegExp(`^In short .*${id}`) }).click());
    await expect(desk).toHaveURL(/#part-summary$/);
    const section = part(desk, "In short");
    await expect(section.locator("del")).toContainText("impara");
    await expect(section.locator("ins")).toContainText("ascolta");
    await interact(summaryField(desk).fill("Först lyssnar man."));
    await interact(section.getByRole("button", { name: words.publish, exact: true }).click());
    await expect(section.getByRole("status")).toHaveText(words.done.publish);
    expect(interactions).toBeLessThanOrEqual(4);

    await expect.poll(() => asReader(page, id, "sv")).toContain("Först lyssnar man.");
    expect(await asReader(page, id, "sv")).not.toContain("Originalet har ändrats sedan dess");
    await desk.goto(`/en/desk/translations?q=${id}`);
    await expect(desk.getByRole("status")).toHaveText(words.empty);
  });
}

test("by keyboard alone, a translation that is still right is found right", async ({ browser, page }) => {
  const id = changed();
  const desk = await asTranslator(browser);
  await desk.goto(`/en/desk/${id}/translate/sv#part-summary`);
  await expectAccessible(desk, "a translation");
  const section = part(desk, "In short");
  await section.getByRole("textbox").focus();
  for (const name of ["checkbox", words.publish, words.keepDraft, words.stillRight]) {
    await desk.keyboard.press("Tab");
    const control = name === "checkbox" ? section.getByRole("checkbox") : section.getByRole("button", { name });
    await expect(control).toBeFocused();
  }
  await desk.keyboard.press("Enter");
  await expect(section.getByRole("status")).toHaveText(words.done["still-right"]);
  await expect(section.getByRole("button", { name: words.stillRight })).toHaveCount(0);
  await expect.poll(() => asReader(page, id, "sv")).not.toContain("Originalet har ändrats sedan dess");
});

test("a translator writes in their own language alone, whatever they send", async ({ browser, page }) => {
  const id = changed();
  const desk = await asTranslator(browser);
  const french = `/en/desk/${id}/translate/fr`;
  expect((await desk.goto(french))?.status()).toBe(403);
  const editor = await signIn(browser, "en");
  await editor.goto(french);
  const fields = await part(editor, "Title")
    .locator("form")
    .evaluate((form: HTMLFormElement) =>
      Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    );
  const form = { ...fields, title: "Une boussole", intent: "publish" };
  const sent = await desk.request.post(french, { multipart: form, headers: { origin: site.url } });
  expect(sent.status()).toBe(403);
  expect(await asReader(page, id, "fr")).not.toContain("Une boussole");
  // The same form does it for an editor, so it was not the form.
  await editor.request.post(french, { multipart: form, headers: { origin: site.url } });
  await expect.poll(() => asReader(page, id, "fr")).toContain("Une boussole");
});

test("what somebody else has written meanwhile is shown, and nothing is lost", async ({ browser }) => {
  const id = changed();
  const [desk, other] = [await asTranslator(browser), await asTranslator(browser)];
  for (const page of [desk, other]) await page.goto(`/en/desk/${id}/translate/sv`);
  await summaryField(other).fill("De andras ord.");
  await part(other, "In short").getByRole("button", { name: words.publish, exact: true }).click();
  await expect(other.getByRole("status")).toHaveText(words.done.publish);

  await summaryField(desk).fill("Mina egna ord.");
  const [answer] = await Promise.all([
    desk.waitForResponse((one) => one.request().method() === "POST"),
    part(desk, "In short").getByRole("button", { name: words.publish, exact: true }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(desk.getByRole("alert")).toContainText(words.error.conflict);
  await expect(summaryField(desk)).toHaveValue("Mina egna ord.");
  await expect(desk.getByText(words.savedNow).locator("..")).toContainText("De andras ord.");
  await expectAccessible(desk, "a translation in conflict");
  await part(desk, "In short").getByRole("button", { name: words.publish, exact: true }).click();
  await expect(desk.getByRole("status")).toHaveText(words.done.publish);

  // Another one than who wrote it checks it.
  await expect(part(desk, "In short").getByRole("button", { name: words.review })).toHaveCount(0);
  await other.goto(`/en/desk/${id}/translate/sv`);
  await part(other, "In short").getByRole("button", { name: words.review }).click();
  await expect(part(other, "In short")).toContainText(words.state.reviewed);
});

test("a reload loses nothing that was typed", async ({ browser }) => {
  const id = changed();
  const desk = await asTranslator(browser);
  await desk.goto(`/en/desk/${id}/translate/sv`);
  await summaryField(desk).fill("Halvvägs");
  await desk.reload();
  await expect(summaryField(desk)).toHaveValue("Halvvägs");
  await part(desk, "In short").getByRole("button", { name: messages.en.submit.draftDelete }).click();
  await expect(summaryField(desk)).toHaveValue("Först lär man sig.");
});

test("without a script, a language is begun with drafts, and readers are told what a machine made", async ({
  browser,
  page,
}) => {
  const id = unique("n").replace(" ", "").slice(0, 12);
  importInto(site, practice(id, "Si impara."));
  const desk = await asTranslator(browser, { javaScriptEnabled: false });
  await desk.goto(`/en/desk/translations?q=${id}`);
  await desk.getByRole("link", { name: "Begin the version: Swedish" }).click();
  await expect(part(desk, "Results").getByText("bibliotek", { exact: true })).toBeVisible();
  await summaryField(desk).fill("Man lär sig.");
  await part(desk, "In short").getByRole("button", { name: words.publish, exact: true }).click();
  await expect(desk.getByRole("alert")).toContainText(words.error["title-missing"]);
  await expect(summaryField(desk)).toHaveValue("Man lär sig.");

  await part(desk, "In short").getByRole("checkbox").check();
  await part(desk, "In short").getByRole("button", { name: words.keepDraft }).click();
  await expect(desk.getByRole("status")).toHaveText(words.done.draft);
  await desk.getByLabel("Title (Swedish)", { exact: true }).fill(`Kompass ${id}`);
  await part(desk, "Title").getByRole("button", { name: words.keepDraft }).click();
  expect(await asReader(page, id, "sv")).not.toContain("Man lär sig.");
  await desk.getByRole("button", { name: "Publish all 2 drafts" }).click();
  await expect(desk.getByRole("status")).toHaveText(words.done["publish-drafts"]);

  await expect.poll(() => asReader(page, id, "sv")).toContain("Man lär sig.");
  const read = await asReader(page, id, "sv");
  expect(read).toContain(messages.sv.translation.machinePart);
  expect(read).toContain("Inte översatt än: Resultat.");
  expect(read).toContain("av Pontes redaktion");
  for (const path of [`/sv/goda-exempel?q=${id}`, `/sv/jamfor?practice=${id}&practice=arles`]) {
    const html = await (await page.request.get(path)).text();
    expect(html, path).toContain(`Kompass ${id}`);
    expect(html, path).toContain(messages.sv.translation.machinePart);
  }
  const answer = await (await page.request.get(`/api/v1/practices/${id}?locale=sv`)).json();
  expect(answer.translations).toMatchObject([
    { locale: "it", origin: "original", behind: [] },
    { locale: "sv", origin: "translation", method: "human", machineMade: ["summary"], missing: ["results"] },
  ]);
});

test("the table of all translations is read on a phone, by title or by what is stalest", async ({ browser }) => {
  const id = changed();
  const desk = await asTranslator(browser, { viewport: { width: 320, height: 640 } });
  await desk.goto("/en/desk/translations/freshness");
  await expectAccessible(desk, "the freshness table");
  const row = desk.getByRole("row", { name: new RegExp(id) });
  await expect(row.getByRole("cell").nth(2)).toHaveText("2 up to date and 1 behind the original");
  await expect(row.getByRole("cell").nth(3)).toHaveText(words.notBegun);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await desk.getByRole("link", { name: words.byTitle }).click();
  await expect(desk).toHaveURL(/sort=title/);
  await expect(desk.getByRole("columnheader", { name: new RegExp(words.byTitle) })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
});
