import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { outbox } from "../support/site.ts";
import { messages, openMessage, signIn, site, unique, waitAsPeopleDo } from "./journeys.ts";
import { expectAccessible, locales, practicePath } from "./pages.ts";
import { test } from "./visitor.ts";

// Readers report what is wrong from every page; both sides are told what becomes of it.

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? "with" : "without"} JavaScript, a reader reports what is wrong on a page, and is told what was decided and why`, async ({
    browser,
  }) => {
    const [words, address] = [unique("The course ended"), `${unique("bo").replace(" ", "-")}@example.org`];
    const page = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled })).newPage();
    await page.goto(practicePath("fr", "arles"));
    await page.getByRole("contentinfo").getByRole("link", { name: messages.fr.site.report }).click();
    await expect(page).toHaveURL(/\/fr\/signaler\?page=/);
    await expect(page.locator("#field-page")).toHaveValue(site.url + practicePath("fr", "arles"));
    await page.getByRole("radio", { name: messages.fr.report.is["personal-data"] }).check();
    await page.locator("#field-text").fill(words);
    await page.locator("#field-email").fill(address);
    await waitAsPeopleDo(page);
    await page.getByRole("button", { name: messages.fr.report.send }).click();
    await expect(page.getByRole("status")).toContainText(messages.fr.report.thanksTitle);
    const mails = () => outbox(site).filter((mail) => mail.includes(`To: ${address}`));
    await expect.poll(() => mails().length).toBe(1);

    const desk = await signIn(browser, "en");
    await desk.goto(`${pathTo("en", "desk")}?kind=report&sort=newest`);
    await expect(desk.getByRole("listitem").filter({ hasText: "Report: Click" }).first()).toContainText("answer by");
    await openMessage(desk, "report", words);
    await expect(desk.getByRole("link", { name: site.url + practicePath("fr", "arles") })).toBeVisible();
    await expectAccessible(desk, "report at the desk");
    const [refused] = await Promise.all([
      desk.waitForResponse((one) => one.request().method() === "POST"),
      desk.getByRole("button", { name: messages.en.desk.dismiss }).click(),
    ]);
    expect(refused.status()).toBe(422);
    await expect(desk.getByRole("alert")).toContainText("write the answer first");
    const answer = unique("We have looked");
    await desk.getByLabel(/^Answer and reason/).fill(answer);
    await desk.getByRole("button", { name: messages.en.desk.uphold }).click();
    await expect(desk.getByRole("status")).toContainText(messages.en.desk.messageState.upheld);
    await expect.poll(() => mails().length).toBe(2);
    expect(mails().at(-1)).toContain("Bonjour");
    await page.goto(pathTo("en", "moderation"));
    await expect(page.getByRole("heading", { name: messages.en.moderation.title })).toBeVisible();
  });
}

test("every page leads to the form, which knows the page it came from; a private page stays unnamed", async ({
  page,
}) => {
  for (const locale of locales) {
    for (const path of [pathTo(locale, "home"), pathTo(locale, "map"), practicePath(locale, "toscana")]) {
      await page.goto(path);
      const link = page.getByRole("contentinfo").getByRole("link", { name: messages[locale].site.report });
      const search = new URLSearchParams({ page: path });
      await expect(link).toHaveAttribute("href", `${pathTo(locale, "report")}?${search}`);
    }
    await page.goto(pathTo(locale, "desk"));
    await expect(
      page.getByRole("contentinfo").getByRole("link", { name: messages[locale].site.report }),
    ).toHaveAttribute("href", pathTo(locale, "report"));
  }
  await page.goto(practicePath("en", "caban"));
  await page.getByRole("link", { name: messages.en.practice.report }).click();
  await expect(page.locator("#field-page")).toHaveValue(site.url + practicePath("en", "caban"));
});

test("a refused report comes back with every error beside its field, and takes no page of others", async ({ page }) => {
  await page.goto(`/en/report?page=${encodeURIComponent("https://evil.example/en/map")}`);
  await expect(page.locator("#field-page")).toHaveValue("");
  await page.locator("#field-page").fill("https://evil.example/en/map");
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: messages.en.report.send }).click(),
  ]);
  expect(response.status()).toBe(422);
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(3);
  await expect(page.locator("#field-page")).toHaveAccessibleDescription(/not the address of a page of Ponte/);
  await expectAccessible(page, "refused report");
});

test("a reader tells of a call from the news, and an editor deals with it", async ({ page, browser }) => {
  const call = `https://calls.example/${unique("call").replace(" ", "-")}`;
  await page.goto(pathTo("en", "news"));
  await page.getByRole("link", { name: messages.en.news.tip }).click();
  await expectAccessible(page, "tip");
  await page.getByLabel(/^What is it about/).fill("A call for libraries, until May.");
  await page.getByLabel(/^Where can it be read/).fill(call);
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: messages.en.tip.send }).click();
  await expect(page.getByRole("status")).toContainText(messages.en.tip.thanksTitle);
  const desk = await signIn(browser, "en");
  await desk.goto(`${pathTo("en", "desk")}?kind=tip&q=${encodeURIComponent(call)}`);
  await desk.getByRole("link", { name: `News tip: ${call}` }).click();
  await expect(desk.getByRole("link", { name: call })).toHaveAttribute("rel", /nofollow/);
  await desk.getByRole("button", { name: messages.en.desk.finish }).click();
  await expect(desk.getByRole("status")).toContainText(messages.en.desk.messageState.done);
});
