import { expect, type Page } from "@playwright/test";
import { consentVersion } from "../../lib/submission/form.ts";
import { draft, written } from "../support/practices.ts";
import { importInto } from "../support/site.ts";
import { confirmContact, contactPathMailedTo, sendContactLink } from "./contact-link.ts";
import { messages, reviewSubmission, searchQueue, sendSubmission, signIn, site, unique } from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

const t = messages.en.contact;
const newAddress = () => `${unique("ada").replace(" ", "-")}@example.org`;
const newId = () => `c${Date.now().toString(36)}`.slice(0, 12);

/** Publishes a practice with a contact, whose address nobody has confirmed. */
function publishWith(id: string, address: string): string {
  const title = `Chi risponde ${id}`;
  importInto(
    site,
    draft({
      id,
      countries: ["MT"],
      texts: { it: { title, sections: {}, provenance: written } },
      contacts: [{ name: "Ada Bianchi", privateEmail: address, consent: { basis: "given", version: consentVersion } }],
    }),
  );
  return title;
}

const posted = async (page: Page, press: () => Promise<void>) => {
  const [response] = await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), press()]);
  return response.status();
};

test("without JavaScript, the owner of an address confirms it, corrects what is kept, takes back the agreement and is erased", async ({
  browser,
  page,
}) => {
  const [address, title] = [newAddress(), unique("A table")];
  await reviewSubmission(page, "en", { title, summary: "A.", description: "B.", country: "IE", email: address });
  await sendSubmission(page);
  const path = await contactPathMailedTo(address);
  const own = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })).newPage();
  const first = await own.goto(path);
  expect(first?.status()).toBe(200);
  expect(await own.locator("meta[name=robots]").getAttribute("content")).toContain("noindex");
  expect(await own.locator("meta[name=referrer]").getAttribute("content")).toBe("same-origin");
  await expect(own.getByRole("heading", { level: 1 })).toHaveText(t.title);
  await expect(own.getByText(title)).toBeVisible();

  // Mail programs open links: that alone says nothing.
  await own.reload();
  await expect(own.getByRole("heading", { name: t.confirmTitle })).toBeVisible();
  await own.getByRole("button", { name: t.confirm }).click();
  await expect(own.getByRole("status")).toHaveText(t.done.confirmed);
  await expect(own.getByRole("heading", { name: t.confirmTitle })).toHaveCount(0);
  await expect(own.getByText(`${address} (${t.isConfirmed})`)).toBeVisible();

  const save = () => own.getByRole("button", { name: t.save, exact: true }).click();
  await own.locator("#field-name").fill("Ada Verdi");
  await own.locator("#field-email").fill("ada");
  expect(await posted(own, save)).toBe(422);
  await expect(own.locator("#field-name")).toHaveValue("Ada Verdi");
  await expect(own.getByRole("alert").getByRole("link")).toHaveCount(1);
  await own.locator("#field-email").fill(address);
  await save();
  await expect(own.getByRole("status")).toHaveText(t.done.changed);
  await expect(own.locator("#field-name")).toHaveValue("Ada Verdi");

  await own.getByRole("button", { name: t.withdraw }).click();
  await expect(own.getByRole("status")).toHaveText(t.done.withdrawn);
  await expect(own.getByRole("button", { name: t.withdraw })).toHaveCount(0);

  const erase = () => own.getByRole("button", { name: t.erase }).click();
  expect(await posted(own, erase)).toBe(422);
  await expect(own.getByRole("alert")).toContainText(t.sureMissing);
  await own.getByRole("checkbox", { name: t.sure }).check();
  await erase();
  await expect(own.getByRole("heading", { level: 1 })).toHaveText(t.erasedTitle);
  expect((await own.request.get(path)).status()).toBe(404);
  await page.reload();
  await expect(page.getByText(messages.en.yourData.erased)).toBeVisible();
  expect(await page.content()).not.toContain(address);
});

test("a link that is not one leads nowhere, in the reader’s language", async ({ request }) => {
  const response = await request.get(
    "/sv/kontakt/00000000-0000-4000-8000-000000000000.abcdefghijklmnopqrstuvwxyzABCDEF",
  );
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('<html lang="sv"');
});

test("a contact answers what has become of a practice: readers see the answer of today, editors the rest", async ({
  browser,
  page,
}) => {
  const [id, address] = [newId(), newAddress()];
  const title = publishWith(id, address);
  const publicText = async () => (await page.request.get(`/p/${id}`, { headers: { "Accept-Language": "en" } })).text();
  expect(await publicText()).toContain("not since it was published on");
  const desk = await signIn(browser, "en");
  const path = await confirmContact(desk, page, id, address);
  await expectAccessible(page, "a contact’s page");

  await page.goto(`${path}?answer=changed`);
  await expect(page.locator("input[name=answer][value=changed]")).toBeChecked();
  const send = page.locator("#question ~ form button[type=submit]");
  expect(await posted(page, () => send.click())).toBe(422);
  await expect(page.locator("input[name=answer][value=changed]")).toBeChecked();
  await expectAccessible(page, "a contact’s page, refused");
  await page.locator("#field-detail").fill("Ora anche il sabato.");
  await send.click();
  await expect(page).toHaveURL(/\?done=answered$/);
  await expect.poll(publicText).toContain("We were told of a change on");
  expect(await publicText()).not.toContain("Ora anche il sabato.");

  await desk.goto(`/en/desk?kind=confirmation&q=${id}`);
  await searchQueue(desk, title);
  await desk.getByRole("link", { name: title }).first().click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(messages.en.confirmation.title);
  await expect(desk.getByText("Ora anche il sabato.")).toBeVisible();
  await expectAccessible(desk, "a contact’s answer at the desk");
  await desk.getByRole("button", { name: messages.en.confirmation.handle }).click();
  await expect(desk.getByRole("button", { name: messages.en.confirmation.handle })).toHaveCount(0);
  await expect(desk.getByText("Ora anche il sabato.")).toHaveCount(0);
  await expect.poll(publicText).not.toContain("We were told of a change on");
  expect(await publicText()).not.toContain("not since it was published on");

  await page.goto(`${path}?answer=running`);
  await expect(page.locator("input[name=answer][value=running]")).toBeChecked();
  await send.click();
  await expect(page).toHaveURL(/\?done=running$/);
});

test("an editor has a contact sent their link, and erases them where they ask for it", async ({ browser }) => {
  const [id, address] = [newId(), newAddress()];
  publishWith(id, address);
  const desk = await signIn(browser, "en");
  await sendContactLink(desk, id);
  const path = await contactPathMailedTo(address);
  const people = desk.getByRole("region", { name: messages.en.contactDesk.title });
  const erase = people.getByRole("button", { name: messages.en.contactDesk.erase });
  expect(await posted(desk, () => erase.click())).toBe(422);
  await expect(people.getByRole("alert")).toHaveText(messages.en.contactDesk.error.sure);
  await people.getByRole("checkbox").check();
  await erase.click();
  await expect(people.getByRole("status")).toHaveText(messages.en.contactDesk.done.erased);
  expect(await desk.content()).not.toContain(address);
  expect((await desk.request.get(path)).status()).toBe(404);
});
