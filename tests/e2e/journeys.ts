import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { needsCode, type Role } from "../../lib/desk/rights.ts";
import { fastest } from "../../lib/form-guard/ticket.ts";
import type { Locale } from "../../lib/i18n/locales.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import type { Kind } from "../../lib/reader-message/message.ts";
import en from "../../messages/en.json" with { type: "json" };
import fr from "../../messages/fr.json" with { type: "json" };
import it from "../../messages/it.json" with { type: "json" };
import sv from "../../messages/sv.json" with { type: "json" };
import { deskLink } from "../support/site.ts";

// The ways that several tests go: a practice is put in, an editor signs in.

/** The texts of the interface. */
export const messages = { it, fr, sv, en } as Record<Locale, typeof en>;

export const site = { url: process.env.PONTE_URL ?? "", dataDir: process.env.PONTE_DATA_DIR ?? "" };

/** A name that no other test and no earlier run has used. */
export const unique = (words: string) => `${words} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** What a contributor types, at the least; `country` is a code. */
export type Typed = { title: string; summary: string; description: string; country: string; email: string };

/** Opens the form in a language, fills it in, and goes on to the page where it is read once more. */
export async function reviewSubmission(
  page: Page,
  locale: Locale,
  typed: Typed,
  { unhurried = false } = {},
): Promise<void> {
  await page.goto(pathTo(locale, "submit"));
  await page.locator("#field-title").fill(typed.title);
  await page.locator("#field-summary").fill(typed.summary);
  await page.locator("#field-description").fill(typed.description);
  await page.locator("input[name=theme][value=health]").check();
  await page.locator(`input[name=country][value=${typed.country}]`).check();
  await page.locator("#field-organisation").fill("Biblioteca");
  await page.locator("#field-contactEmail").fill(typed.email);
  await page.locator("#field-consent").check();
  if (unhurried) await waitAsPeopleDo(page);
  await page.locator("button[value=check]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages[locale].submit.previewTitle);
}

/** Sends what is read once more. The page is then the private one, right after it was sent. */
export async function sendSubmission(page: Page): Promise<void> {
  await waitAsPeopleDo(page);
  await page.locator("button[value=send]").click();
  await expect(page).toHaveURL(/\?sent$/);
}

/** Nobody reads and sends a form as fast as a test; a form that was is refused. */
export const waitAsPeopleDo = (page: Page) => page.waitForTimeout(fastest + 100);

/**
 * The desk, opened by somebody new in a browser of their own: an editor, or whoever `role` says. Asked for again, a link
 * ends the sessions of the one it is for: so each test has somebody of its own.
 * @param languages those that a translator writes in, where it is not all
 */
export async function signIn(
  browser: Browser,
  locale: Locale,
  role: Role = "editor",
  { languages, ...options }: BrowserContextOptions & { languages?: Locale[] } = {},
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site.url, ...options })).newPage();
  await page.goto(await signInPath(locale, role, languages));
  await page.getByRole("button", { name: messages[locale].desk.confirm }).click();
  if (needsCode(role)) await setUpCode(page, locale);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages[locale].desk.title);
  return page;
}

/** Sets up a second factor on the page that asks for it, as an app does. Returns the key, for further codes. */
export async function setUpCode(page: Page, locale: Locale): Promise<string> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages[locale].code.title);
  const key = ((await page.locator("main code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel(messages[locale].code.code).fill(codeOf(key));
  await page.getByRole("button", { name: messages[locale].code.open }).click();
  return key;
}

/** The time-based code of a key now, or some seconds later. */
export const codeOf = (key: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + later * 1000 });

/** The path of a sign-in link for somebody new, in a language. */
export async function signInPath(locale: Locale, role: Role = "editor", languages?: Locale[]): Promise<string> {
  const email = `${unique("editor").replace(" ", "-")}@example.org`;
  const link = new URL(await deskLink(site, { email, role, languages }));
  return pathTo(locale, "desk", "sign-in") + link.search;
}

/** Publishes the practice whose page an editor has open at the desk: every point of the checklist holds. */
export async function publishAtDesk(desk: Page): Promise<void> {
  await desk.locator("input[name=allHold]").check();
  await desk.locator("button[name=action][value=publish]").click();
  await desk.waitForURL(/\?done=/);
}

/** Opens at the desk the message that says these words. Others of its kind may have come from other tests since. */
export async function openMessage(desk: Page, kind: Kind, words: string): Promise<void> {
  await desk.goto(`${pathTo("en", "desk")}?${new URLSearchParams({ kind, sort: "newest" })}`);
  const links = await desk.getByRole("main").locator("a[href*='/messages/']").all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
  for (const address of addresses) {
    await desk.goto(address ?? "");
    if ((await desk.getByText(words).count()) > 0) return;
  }
  throw new Error(`no ${kind} says ${words}`);
}

/** On the desk's first page: leaves in the queue what has these words in its title. Other tests fill it, too. */
export const searchQueue = (desk: Page, words: string) =>
  desk.goto(`${new URL(desk.url()).pathname}?q=${encodeURIComponent(words)}`);

/** Opens at the desk the practice that has this title, and waits for its scripts: they hear nobody who types before. */
export async function openAtDesk(desk: Page, title: string): Promise<void> {
  await searchQueue(desk, title);
  await desk.getByRole("link", { name: title }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toContainText(title);
  await desk.waitForLoadState();
}

/** Presses a button, by its name or itself. Returns the status that its form is answered with. */
export async function pressed(page: Page, button: string | Locator): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST" && one.request().isNavigationRequest()),
    (typeof button === "string" ? page.getByRole("button", { name: button }) : button).click(),
  ]);
  return response.status();
}
