import { expect } from "@playwright/test";
import { consentVersion } from "../../lib/submission/form.ts";
import { draft, written } from "../support/practices.ts";
import { importInto, outbox } from "../support/site.ts";
import { confirmContact } from "./contact-link.ts";
import { openMessage, signIn, site, waitAsPeopleDo } from "./journeys.ts";
import { expectAccessible, practicePath } from "./pages.ts";
import { test } from "./visitor.ts";

const unique = () => Date.now().toString(36);

test("a refused question comes back with every error beside its field and nothing lost", async ({ page }) => {
  await page.goto("/en/ask/caban");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Caban-Dibac");
  await expectAccessible(page, "question");
  await page.getByLabel(/^Your question/).fill("How many helpers?");
  await page.getByLabel(/^Your e-mail address/).fill("sara");
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: "Send my question" }).click(),
  ]);
  expect(response.status()).toBe(422);
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(page.getByLabel(/^Your question/)).toHaveValue("How many helpers?");
  await expect(page.getByLabel(/^Your e-mail address/)).toHaveAccessibleDescription(/such as name@example.org/);
  await expectAccessible(page, "refused question");
  await summary.getByRole("link", { name: /Your agreement/ }).click();
  await expect(page.getByRole("checkbox", { name: /I agree/ })).toBeFocused();
});

test("what is typed is kept on the device until it is sent, but not who types it", async ({ context }) => {
  const page = await context.newPage();
  await page.goto("/sv/provat/toscana");
  await page.locator("input[name=outcome][value=badly]").check();
  await page.locator("#field-text").fill("Halvvägs");
  await page.locator("#field-name").fill("Sara Lind");
  await page.locator("#field-email").fill("sara@example.org");
  await page.close();
  const later = await context.newPage();
  await later.goto("/sv/provat/toscana");
  await expect(later.locator("input[name=outcome][value=badly]")).toBeChecked();
  await expect(later.locator("input[name=outcome][value=well]")).not.toBeChecked();
  await expect(later.locator("#field-text")).toHaveValue("Halvvägs");
  await expect(later.locator("#field-name")).toHaveValue("");
  await expect(later.locator("#field-email")).toHaveValue("");
});

test("without JavaScript, a question reaches who has agreed and confirmed their address, and their answer the reader", async ({
  browser,
}) => {
  const [id, contact, reader] = [`ask${unique()}`, `ada-${unique()}@example.org`, `sara-${unique()}@example.org`];
  importInto(
    site,
    draft({
      id,
      countries: ["MT"],
      texts: { it: { title: `Chi risponde ${id}`, sections: {}, provenance: written } },
      contacts: [{ privateEmail: contact, consent: { basis: "given", version: consentVersion } }],
    }),
  );
  const page = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })).newPage();
  const desk = await signIn(browser, "en");
  await confirmContact(desk, page, id, contact);
  await page.goto(`/en/ask/${id}`);
  await expect(page.getByRole("heading", { level: 1 }).locator("[lang=it]")).toHaveText(`Chi risponde ${id}`);
  await page.getByLabel(/^Your question/).fill("How many helpers?");
  await page.getByLabel(/^Your e-mail address/).fill(reader);
  await page.getByRole("checkbox", { name: /I agree/ }).check();
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: "Send my question" }).click();
  await expect(page).toHaveURL(/\?sent$/);
  await expect(page.getByRole("status")).toContainText("Thank you: we have your question");
  expect(await page.content()).not.toContain(contact);
  const mails = () => outbox(site).filter((mail) => mail.includes(reader));
  await expect.poll(() => mails().length).toBe(2);
  const [question, ...others] = mails().filter((mail) => mail.includes(contact));
  expect(question).toMatch(new RegExp(`^To: ${contact}`, "m"));
  expect(question).toMatch(new RegExp(`^Reply-To: ${reader}`, "m"));
  expect(others, "the receipt does not say who was asked").toEqual([]);
  await page.getByRole("link", { name: "Back to the practice" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Chi risponde ${id}`);

  const late = await page.context().newPage();
  await late.goto(`/en/ask/${id}`);
  await late.getByLabel(/^Your question/).fill("Is there still time?");
  await late.getByLabel(/^Your e-mail address/).fill(reader);
  await late.getByRole("checkbox", { name: /I agree/ }).check();
  await desk.goto(`/en/desk/${id}`);
  await desk.getByLabel("Message to the contributor").fill("It was a test.");
  await desk.getByRole("button", { name: "Take down" }).click();
  await expect(desk.getByRole("status")).toContainText("Done");
  expect((await page.request.get(`/fr/demander/${id}`)).status()).toBe(410);
  await waitAsPeopleDo(late);
  const [gone] = await Promise.all([
    late.waitForResponse((one) => one.request().method() === "POST"),
    late.getByRole("button", { name: "Send my question" }).click(),
  ]);
  expect(gone.status()).toBe(409);
  await expect(late.getByRole("alert")).toContainText("taken down while you were writing");
  await expect(late.getByLabel(/^Your question/)).toHaveValue("Is there still time?");
  expect((await page.request.get("/it/provato/nothing1")).status()).toBe(404);
});

test("what a reader tells who tried it too is read by an editor, then stands on the practice's page", async ({
  page,
  browser,
}) => {
  const words = `We tried it in Oxford ${unique()}.`;
  const practice = practicePath("fr", "arles");
  await page.goto("/en/tried/arles");
  await expectAccessible(page, "experience");
  await page.getByRole("radio", { name: "It went well", exact: true }).check();
  await page.getByLabel(/^Tell others about it/).fill(words);
  await page.getByLabel(/^Country/).selectOption("GB");
  await page.getByLabel(/^Your e-mail address/).fill(`tried-${unique()}@example.org`);
  await page.getByRole("checkbox", { name: /I agree/ }).check();
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: "Send it to the editors" }).click();
  await expect(page.getByRole("status")).toContainText("Thank you");
  await expectAccessible(page, "thanks");
  expect(await (await page.request.get(practice)).text()).not.toContain(words);

  const desk = await signIn(browser, "en");
  await desk.goto(`${new URL(desk.url()).pathname}?kind=experience`);
  await expect(desk.getByRole("link", { name: "Tried it too: Click Public Services" }).first()).toBeVisible();
  await openMessage(desk, "experience", words);
  const message = desk.url();
  await expect(desk.getByText(words)).toBeVisible();
  await expectAccessible(desk, "message at the desk");
  await desk.getByRole("button", { name: "Publish" }).click();
  await expect(desk.getByRole("status")).toContainText("Done");
  const text = async () => (await page.request.get(practice)).text();
  await expect.poll(text).toContain(`<span lang="en">${words}</span>`);

  await desk.goto(message);
  await desk.getByRole("button", { name: "Take down" }).click();
  await expect.poll(text).not.toContain(words);
});

test("a barrier is reported from the page where it was met, and done with once", async ({ page, browser }) => {
  const words = `I cannot zoom ${unique()}.`;
  await page.goto("/en/report-barrier?page=/en/map");
  await expectAccessible(page, "barrier");
  await expect(page.getByLabel(/^Where is it/)).toHaveValue(`${site.url}/en/map`);
  await page.getByLabel(/^What is the problem/).fill(words);
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("status")).toContainText("Thank you: we have your report");

  const desk = await signIn(browser, "en");
  await desk.goto(`${new URL(desk.url()).pathname}?kind=barrier`);
  await expect(desk.getByRole("link", { name: /^Accessibility problem: http\S+\/en\/map$/ }).first()).toBeVisible();
  await openMessage(desk, "barrier", words);
  const stale = await desk.context().newPage();
  await stale.goto(desk.url());
  await desk.getByRole("button", { name: "Mark as done" }).click();
  await expect(desk.getByRole("status")).toContainText("Dealt with");
  const [answer] = await Promise.all([
    stale.waitForResponse((one) => one.request().method() === "POST"),
    stale.getByRole("button", { name: "Reject" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(stale.getByRole("alert")).toContainText("Someone else was quicker");
  expect((await page.request.get(stale.url())).status()).toBe(401);
});
