import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, signIn, unique, waitAsPeopleDo } from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

test("a reader proposes another name, an editor accepts it, and the search understands it", async ({
  page,
  browser,
}) => {
  const t = messages.en;
  const word = `bookfort${unique("").trim()}`;
  await page.goto(pathTo("en", "glossary"));
  await page.getByRole("link", { name: t.word.suggest }).click();
  await expectAccessible(page, "suggest a word");
  await page.getByLabel(t.word.kinds.thesaurus).check();
  await page.getByLabel(new RegExp(`^${t.word.term}`)).fill(word);
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: t.word.send }).click();
  await expect(page.getByRole("alert")).toContainText(t.word.text);
  await page.locator("textarea[name=text]").fill("That is what we call the library.");
  await page.getByRole("button", { name: t.word.send }).click();
  await expect(page.getByRole("status")).toContainText(t.word.thanksTitle);

  const desk = await signIn(browser, "en");
  await desk.goto(pathTo("en", "desk", "words"));
  await expectAccessible(desk, "suggested words");
  await desk.getByRole("link", { name: word }).click();
  await desk.getByRole("button", { name: t.wordDesk.accept }).click();
  await expect(desk.getByRole("alert")).toContainText(t.wordDesk.error["not-found"]);
  await expectAccessible(desk, "a word to decide on");
  const concepts = desk.getByLabel(t.wordDesk.concept);
  const library = await concepts
    .locator("option", { hasText: /^(public )?librar(y|ies)$/i })
    .first()
    .textContent();
  await concepts.selectOption({ label: library ?? "" });
  await desk.getByRole("button", { name: t.wordDesk.accept }).click();
  await expect(desk.getByRole("status")).toHaveText(t.wordDesk.done.accepted);

  await page.goto(`${pathTo("en", "catalogue")}?q=${word}`);
  await expect(page.getByRole("main")).toContainText(new RegExp(library ?? "", "i"));
});
