import { type Browser, expect, type Page } from "@playwright/test";
import { locales } from "../../lib/i18n/locales.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { formsOf, numbersFrom, oddFilling } from "../support/odd-forms.ts";
import { reviewSubmission, sendSubmission, signIn, unique } from "./journeys.ts";
import { formPages } from "./pages.ts";
import { test } from "./visitor.ts";

// What programs and mistakes send: 200 odd fillings-in of every form, posted to the running site. None may be an error
// of the server's. The desk's forms change what is there; they get a practice of their own.

const times = 200;

async function postOddly(page: Page, address: string, seed: number): Promise<void> {
  await page.goto(address);
  const forms = await formsOf(page);
  const next = numbersFrom(seed);
  const broken: string[] = [];
  for (let at = 0; at < times && forms.length > 0; at++) {
    const form = forms[at % forms.length];
    if (!form) continue;
    const response = await page.request.post(address, { multipart: oddFilling(form, next), maxRedirects: 0 });
    if (response.status() >= 500) broken.push(`${at}: ${response.status()}`);
  }
  expect(broken, address).toEqual([]);
}

const readers = Object.keys(formPages("en"));
for (const [at, name] of readers.entries()) {
  test(`nothing that is sent by the form breaks the site: ${name}`, async ({ page }) => {
    const locale = locales[at % locales.length] ?? "en";
    await postOddly(page, formPages(locale)[name] ?? "", at + 1);
  });
}

/** A practice that waits, and the desk of an editor. Returns its id. */
async function waiting(page: Page, browser: Browser): Promise<{ desk: Page; id: string }> {
  const title = unique("Odd");
  await reviewSubmission(page, "en", {
    ...{
      title,
      summary: "S",
      description: "D",
      country: "IE",
      email: `${unique("library").replace(" ", "-")}@example.org`,
    },
  });
  await sendSubmission(page);
  const desk = await signIn(browser, "en");
  await desk.goto(`${pathTo("en", "desk")}?q=${encodeURIComponent(title)}`);
  await desk.getByRole("link", { name: title }).first().click();
  await desk.waitForURL(/\/desk\/[a-z0-9]{8}$/);
  return { desk, id: new URL(desk.url()).pathname.split("/").at(-1) ?? "" };
}

const ofDesk: [string, (id: string) => string[]][] = [
  ["the decision", (id) => [id]],
  ["the fields", (id) => [id, "edit"]],
  ["a translation", (id) => [id, "translate", "sv"]],
  ["a new practice", () => ["new"]],
  ["a news item", () => ["news", "new"]],
];
for (const [at, [name, below]] of ofDesk.entries()) {
  test(`nothing that is sent from the desk breaks the site: ${name}`, async ({ page, browser }) => {
    const { desk, id } = await waiting(page, browser);
    await postOddly(desk, pathTo("en", "desk", ...below(id)), 100 + at);
  });
}
