import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, reviewSubmission, sendSubmission, signIn, site, unique, waitAsPeopleDo } from "./journeys.ts";
import { type Look, lookAt, looks, nameOf, paintForcedColours } from "./looks.ts";
import { cutOffTexts, smallTargets } from "./measures.ts";
import { expectAccessible, expectNoSideScrolling, formPages, readingPages } from "./pages.ts";
import { test } from "./visitor.ts";

// Traces of hundreds of pages are slow to write; what fails says where.
test.use({ trace: "off" });

// Every kind of page in every look: axe finds nothing, nothing scrolls sideways, no text is cut off, and everything that
// can be clicked is large enough.

for (const look of looks) {
  test.describe(nameOf(look), () => {
    const { locale } = look;

    test("everyone can use every reading page", async ({ page }) => {
      await lookAt(page, look);
      for (const [name, path] of Object.entries(readingPages(locale))) {
        await page.goto(path);
        await expectUsable(page, name, look);
      }
    });

    test("everyone can use every form: empty, refused, read once more, sent", async ({ page }) => {
      await lookAt(page, look);
      for (const [name, path] of Object.entries(formPages(locale))) {
        await page.goto(path);
        await expectUsable(page, `${name}, empty`, look);
        await page.locator("main form button[type=submit]").first().click();
        await expect(page.getByRole("alert")).toBeVisible();
        await expectUsable(page, `${name}, refused`, look);
        if (name === "submit") continue;
        await page.goto(`${path}?sent`);
        await expect(page.getByRole("status")).toBeVisible();
        await expectUsable(page, `${name}, sent`, look);
      }
      await reviewSubmission(page, locale, practice);
      await expectUsable(page, "submit, review", look);
      await page.goto(pathTo(locale, "submit", here.token));
      await expectUsable(page, "private page", look);
      await page.goto(`${pathTo(locale, "submit", here.token)}?sent`);
      await expect(page.getByRole("status")).toContainText(messages[locale].state.thanksTitle);
      await expectUsable(page, "receipt", look);
    });

    test("every editor can use the desk", async ({ browser }) => {
      const outside = await (await browser.newContext({ baseURL: site.url })).newPage();
      await lookAt(outside, look);
      await outside.goto(pathTo(locale, "desk"));
      await expectUsable(outside, "sign-in", look);
      await outside.locator("main form button[type=submit]").first().click();
      await expect(outside.locator("[aria-invalid=true]")).toBeVisible();
      await expectUsable(outside, "sign-in, refused", look);
      await outside.goto(`${pathTo(locale, "desk", "sign-in")}?token=a-link`);
      await expectUsable(outside, "sign-in, by a link", look);
      await outside.context().close();

      const desk = await (await browser.newContext({ baseURL: site.url, storageState: here.session })).newPage();
      await lookAt(desk, look);
      for (const [name, below] of Object.entries({
        queue: [],
        decision: [here.practice],
        message: ["messages", here.message],
      })) {
        await desk.goto(pathTo(locale, "desk", ...below));
        await expectUsable(desk, name, look);
      }
      await desk.goto(pathTo(locale, "desk", here.practice));
      await desk.getByRole("button", { name: messages[locale].desk["ask-changes"] }).click();
      await expect(desk.getByRole("alert")).toBeVisible();
      await expectUsable(desk, "decision, refused", look);
      await desk.context().close();
    });
  });
}

async function expectUsable(page: Page, name: string, look: Look): Promise<void> {
  // A page that answers a form may be there before its style sheet is.
  await page.waitForLoadState();
  expect.soft(await smallTargets(page), name).toEqual([]);
  expect.soft(await cutOffTexts(page), name).toEqual([]);
  await expectNoSideScrolling(page, name);
  if (look.forcedColors === "active") await paintForcedColours(page);
  await expectAccessible(page, name);
}

const practice = {
  title: unique("Sportello"),
  summary: "Uno sportello in biblioteca.",
  description: "Ogni sabato, in biblioteca.\n\n- Chi viene\n- Chi aiuta",
  country: "IT",
  email: "sportello@example.org",
};

/** What waits at the desk, who may see it there, and the private link of who sent it. */
type Waiting = { token: string; practice: string; message: string; session: Session };
type Session = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;
let here: Waiting;

// Sent once for all looks: a site takes only so many in an hour.
test.beforeAll(async ({ browser }) => {
  const kept = join(site.dataDir, "accessibility-test.json");
  if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(await sendBoth(browser)));
  here = JSON.parse(readFileSync(kept, "utf8"));
});

async function sendBoth(browser: Browser): Promise<Waiting> {
  const page = await (await browser.newContext({ baseURL: site.url })).newPage();
  await reviewSubmission(page, "it", practice);
  await sendSubmission(page);
  const token = lastSegment(page);
  const report = unique("map").replace(" ", "-");
  await page.goto(pathTo("en", "barrier"));
  await page.locator("#field-page").fill(`/en/${report}`);
  await page.locator("#field-text").fill("My screen reader does not say it.");
  await waitAsPeopleDo(page);
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.getByRole("status")).toBeVisible();
  await page.context().close();

  const desk = await signIn(browser, "en");
  const session = await desk.context().storageState();
  await desk.getByRole("link", { name: practice.title }).click();
  await desk.waitForURL(/\/desk\/[a-z0-9]{8}$/);
  const review = lastSegment(desk);
  await desk.goto(pathTo("en", "desk"));
  await desk.getByRole("link", { name: report }).click();
  await desk.waitForURL(/\/messages\//);
  const message = lastSegment(desk);
  await desk.context().close();
  return { token, practice: review, message, session };
}

const lastSegment = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

test("in the looks that are tried, every two choices meet", () => {
  const choices: { [K in keyof Look]: Look[K][] } = {
    locale: [...locales] as Locale[],
    scheme: ["light", "dark"],
    forcedColors: ["none", "active"],
    width: [320, 1280],
    spaced: [false, true],
  };
  const factors = Object.entries(choices) as [keyof Look, unknown[]][];
  const apart = factors.flatMap(([one, ofOne], at) =>
    factors
      .slice(at + 1)
      .flatMap(([other, ofOther]) =>
        ofOne.flatMap((a) =>
          ofOther.flatMap((b) =>
            looks.some((look) => look[one] === a && look[other] === b) ? [] : [`${one} ${a}, ${other} ${b}`],
          ),
        ),
      ),
  );
  expect(apart).toEqual([]);
});
