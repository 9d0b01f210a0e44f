import { type Browser, expect, type Page } from "@playwright/test";
import { countryName } from "../../lib/i18n/format.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { outbox } from "../support/site.ts";
import { messages, searchQueue, signIn, site, waitAsPeopleDo } from "./journeys.ts";
import { expectAccessible, expectNoSideScrolling, locales } from "./pages.ts";
import { test } from "./visitor.ts";

const country = { it: "MT", fr: "LU", sv: "FI", en: "IE" } as const;

// The whole way of one practice: put in, read once more, sent, published by an editor, found by everyone.
for (const locale of locales) {
  for (const javaScriptEnabled of [true, false]) {
    test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript: sent, published, and found in four languages`, async ({
      browser,
    }) => {
      const t = messages[locale];
      const title = `Ponte ${locale} ${javaScriptEnabled ? "J" : "U"} ${Date.now().toString(36)}`;
      const email = `${locale}-${Date.now()}@example.org`;
      const page = await newPage(browser, javaScriptEnabled);
      // axe itself is a script.
      const accessible = async (opened: Page, name: string) => {
        if (javaScriptEnabled) await expectAccessible(opened, name);
      };

      await page.goto(pathTo(locale, "submit"));
      await page.getByLabel(new RegExp(`^${t.submit.fieldTitle}`)).fill(title);
      await page
        .getByLabel(new RegExp(`^${literal(t.submit.summary)}`))
        .fill("Kaffe och hjälp med e-legitimation varje tisdag.");
      await page.getByLabel(new RegExp(`^${literal(t.submit.description_)}`)).fill("Första stycket.\n\n- Ett\n- Två");
      await page.getByRole("checkbox", { name: t.theme.safety, exact: true }).check();
      await page.getByRole("checkbox", { name: countryName(country[locale], locale), exact: true }).check();
      await page.getByLabel(new RegExp(`^${literal(t.submit.organisation)} `)).fill("Biblioteket & vänner");
      await page.getByLabel(new RegExp(`^${literal(t.submit.contactEmail)}`)).fill(email);
      await page.locator("#field-consent").check();
      await expectNoSideScrolling(page, "form");
      await accessible(page, "form");
      await page.getByRole("button", { name: t.submit.check }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.submit.previewTitle);
      await expect(page.getByRole("heading", { name: title })).toBeVisible();
      await expect(page.getByText("Två")).toBeVisible();
      await accessible(page, "review");
      await waitAsPeopleDo(page);
      await page.getByRole("button", { name: t.submit.send }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.state.thanksTitle);
      await accessible(page, "receipt");
      const privatePage = page.url().replace("?sent", "");
      // A receipt, and the question whether the address is theirs.
      await expect.poll(() => outbox(site).filter((mail) => mail.includes(email)).length).toBe(2);
      expect((await page.request.get(pathTo(locale, "catalogue", "ponte"))).status()).toBe(404);

      const desk = await signIn(browser, locale, "editor", { javaScriptEnabled });
      await searchQueue(desk, title);
      await desk.getByRole("link", { name: title }).click();
      await expect(desk.getByText(email).first()).toBeVisible();
      await accessible(desk, "review by an editor");
      await desk.getByRole("checkbox", { name: t.review.allHold }).check();
      await desk.getByRole("button", { name: t.desk.publish, exact: true }).click();
      await expect(desk.getByRole("status")).toContainText(t.desk.state.published);

      for (const reader of locales) {
        const list = `${pathTo(reader, "catalogue")}?country=${country[locale]}&theme=safety`;
        // It shows by itself, within a fraction of a second; nothing is timed here.
        await expect.poll(async () => (await (await page.request.get(list)).text()).includes(title)).toBe(true);
        await page.goto(list);
        await page.getByRole("main").getByRole("link", { name: title }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        const body = page.getByText("Första stycket.");
        await expect(body).toBeVisible();
        if (reader !== locale) {
          await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", locale);
          expect(await body.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe(locale);
        }
        await accessible(page, `published, read in ${reader}`);
        await expect.poll(async () => (await page.request.get(`/${reader}/feed.xml`)).text()).toContain(title);
        const api = await (
          await page.request.get(`/api/v1/practices?country=${country[locale]}&locale=${reader}&perPage=100`)
        ).json();
        expect(api.data.map((one: { title: string }) => one.title)).toContain(title);
      }
      await page.goto(privatePage);
      await expect(page.getByText(t.state.published, { exact: true })).toBeVisible();
      await expect.poll(() => outbox(site).filter((mail) => mail.includes(email)).length).toBe(3);
    });
  }
}

const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

async function newPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  return (await browser.newContext({ baseURL: site.url, javaScriptEnabled })).newPage();
}
