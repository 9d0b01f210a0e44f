import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages } from "./journeys.ts";
import { locales } from "./pages.ts";
import { test } from "./visitor.ts";

const toscana = "Connessi in buona compagnia";

for (const locale of locales) {
  test(`in ${locale}, a helper says in three choices what stands in the way, and reads what others did`, async ({
    page,
  }) => {
    const { situation } = messages[locale];
    await page.goto(pathTo(locale, "home"));
    await page.getByRole("main").getByRole("link", { name: situation.title }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(situation.title);
    const person = page.getByRole("combobox", { name: situation.hint.person });
    const service = page.getByRole("combobox", { name: situation.hint.service });
    await person.selectOption(situation.person["older-people"]);
    await service.selectOption(situation.service["health-record"]);
    await page.getByRole("button", { name: situation.show }).click();

    // What was left open is not in the address.
    await expect(page).toHaveURL(`${pathTo(locale, "situation")}?person=older-people&service=health-record`);
    const sentence = situation.sentence
      .replace("{person}", situation.person["older-people"])
      .replace("{service}", situation.service["health-record"])
      .replace("{obstacle}", situation.obstacle.any);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(sentence);
    await expect(page.getByRole("status")).toContainText(situation.fits["2of2"]);
    await expect(person).toHaveValue("older-people");
    await expect(service).toHaveValue("health-record");

    const both = page
      .getByRole("region", { name: situation.fits["2of2"] })
      .getByRole("article")
      .filter({ hasText: toscana });
    await expect(both.getByRole("listitem").first()).toContainText(situation.met);
    await both.getByRole("link", { name: toscana, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(toscana);
  });
}

test("a practice that meets a part says which part it does not meet", async ({ page }) => {
  await page.goto("/en/situation?person=older-people&service=health-record");
  const part = page.getByRole("region", { name: messages.en.situation.fits["1of2"] }).getByRole("article").first();
  await expect(part.getByRole("listitem").nth(1)).toContainText(messages.en.situation.unmet);
});

test("who changes the language keeps the situation", async ({ page }) => {
  await page.goto("/en/situation?person=older-people&obstacle=distance");
  await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL("/fr/situation?person=older-people&obstacle=distance");
});

test("what nobody has told of says so, and leads on to what there is", async ({ page }) => {
  await page.goto("/en/situation?service=residence-permit");
  await expect(page.getByRole("status")).toHaveText("No practice fits");
  const begin = page.getByRole("region", { name: messages.en.situation.nothingTitle });
  await begin.getByRole("link", { name: /^an older person \(\d+\)$/ }).click();
  await expect(page).toHaveURL("/en/situation?person=older-people");
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("a choice that is not known is named and left out, the others are kept", async ({ page }) => {
  await page.goto("/en/situation?person=older-people&service=unheard-of");
  await expect(page.getByText("unheard-of")).toBeVisible();
  await expect(page.getByRole("combobox", { name: messages.en.situation.hint.person })).toHaveValue("older-people");
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("on paper stands the answer, without the form", async ({ page }) => {
  await page.goto("/en/situation?person=older-people");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: messages.en.situation.show })).toBeHidden();
  await expect(page.getByRole("article").first()).toBeVisible();
});
