import { type Browser, expect, type Page } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import {
  messages,
  publishAtDesk,
  reviewSubmission,
  searchQueue,
  sendSubmission,
  signIn,
  site,
  unique,
  waitAsPeopleDo,
} from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

const t = messages.en;

const practice = (title: string, email = `${unique("c").replace(" ", "-")}@example.org`) => ({
  title,
  summary: "Every Saturday, people bring their questions.",
  description: "Two helpers sit at a table.",
  country: "IE",
  email,
});

/** Sends a practice; the page is then the private one. */
async function sent(page: Page, title: string): Promise<string> {
  await reviewSubmission(page, "en", practice(title));
  await sendSubmission(page);
  return page.url().replace("?sent", "");
}

/** An editor publishes what waits under a title. */
async function published(browser: Browser, title: string): Promise<Page> {
  const desk = await signIn(browser, "en");
  await desk.goto(`${pathTo("en", "desk")}?${new URLSearchParams({ q: title })}`);
  await searchQueue(desk, title);
  await desk.getByRole("link", { name: title }).first().click();
  await publishAtDesk(desk);
  return desk;
}

for (const javaScriptEnabled of [true, false]) {
  test(`I keep half a practice for later, type its code on my phone, and send it ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    browser,
  }) => {
    const computer = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled })).newPage();
    const title = unique("Half a practice");
    await computer.goto(pathTo("en", "submit"));
    await computer.locator("#field-title").fill(title);
    await waitAsPeopleDo(computer);
    await computer.getByRole("button", { name: t.submit.keep }).click();
    await expect(computer).toHaveURL(/\?kept$/);
    await expect(computer.getByRole("status")).toHaveText(t.contributor.draftKept);
    await expect(computer.locator("#field-title")).toHaveValue(title);
    const code = await computer.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent();

    const phone = await (
      await browser.newContext({ baseURL: site.url, javaScriptEnabled, viewport: { width: 320, height: 640 } })
    ).newPage();
    await phone.goto(pathTo("en", "submit", "code"));
    await phone.getByLabel(t.contributor.codeField).fill("AAAAA-AAAAA");
    const [refused] = await Promise.all([
      phone.waitForResponse((one) => one.request().method() === "POST"),
      phone.getByRole("button", { name: t.contributor.codeOpen }).click(),
    ]);
    expect(refused.status()).toBe(422);
    await expect(phone.getByRole("alert")).toContainText(t.contributor.codeUnknown);
    await phone.getByLabel(t.contributor.codeField).fill(` ${code?.toLowerCase().replace("-", " ")} `);
    await phone.getByRole("button", { name: t.contributor.codeOpen }).click();
    await expect(phone.locator("#field-title")).toHaveValue(title);
    if (javaScriptEnabled) await expectAccessible(phone, "a draft that is kept");

    await phone.locator("#field-summary").fill("In short.");
    await phone.locator("#field-description").fill("At length.");
    await phone.locator("input[name=theme][value=health]").check();
    await phone.locator("input[name=country][value=SE]").check();
    await phone.locator("#field-organisation").fill("The library");
    await phone.locator("#field-contactEmail").fill(`${unique("half").replace(" ", "-")}@example.org`);
    await phone.locator("#field-consent").check();
    await phone.locator("button[value=check]").click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(t.submit.previewTitle);
    await waitAsPeopleDo(phone);
    await phone.locator("button[value=send]").click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(t.state.thanksTitle);
    await expect(phone.getByText(code ?? "")).toBeVisible();

    await computer.reload();
    await expect(computer.getByText(t.state.pending)).toBeVisible();
  });
}

test("What I saved on one device is not written over unseen by what I still have open on another", async ({
  page,
  browser,
}) => {
  await page.goto(pathTo("en", "submit"));
  await page.locator("#field-title").fill(unique("On two devices"));
  const save = async (where: Page) => {
    await waitAsPeopleDo(where);
    const [answer] = await Promise.all([
      where.waitForResponse((one) => one.request().method() === "POST"),
      where.getByRole("button", { name: t.submit.keep }).click(),
    ]);
    return answer.status();
  };
  expect(await save(page)).toBe(303);
  await expect(page).toHaveURL(/\?kept$/);
  const phone = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })).newPage();
  await phone.goto(page.url());
  await phone.locator("#field-costs").fill("Saved on the phone.");
  expect(await save(phone)).toBe(303);

  await page.locator("#field-costs").fill("Typed on the computer.");
  expect(await save(page)).toBe(409);
  await expect(page.getByRole("alert")).toContainText(t.submit.error["draft-changed"]);
  await expect(page.locator("#field-costs")).toHaveValue("Typed on the computer.");
  await phone.reload();
  await expect(phone.locator("#field-costs")).toHaveValue("Saved on the phone.");
  expect(await save(page)).toBe(303);
  await phone.reload();
  await expect(phone.locator("#field-costs")).toHaveValue("Typed on the computer.");
});

test("I erase a draft that I no longer need, and its link leads nowhere", async ({ page }) => {
  await page.goto(pathTo("en", "submit"));
  await page.locator("#field-title").fill(unique("Not for long"));
  await waitAsPeopleDo(page);
  await page.getByRole("button", { name: t.submit.keep }).click();
  await expect(page).toHaveURL(/\?kept$/);
  const link = page.url();
  await page.getByRole("button", { name: t.contributor.erase }).click();
  await expect(page.getByRole("status")).toHaveText(t.contributor.erased);
  expect((await page.request.get(link)).status()).toBe(404);
});

test("I write to the editors, take my practice back after saying that I mean it, and send it again", async ({
  page,
}) => {
  const link = await sent(page, unique("Back and forth"));
  await waitAsPeopleDo(page);
  await page.getByLabel(t.contributor.answer).fill("One more thing.");
  await page.getByRole("button", { name: t.contributor.sendAnswer }).click();
  await expect(page.getByRole("status")).toHaveText(t.contributor.answered);
  await expect(page.getByText("One more thing.")).toHaveCount(1);

  await page.getByRole("button", { name: t.contributor.withdraw, exact: true }).click();
  await expect(page.getByText(t.contributor.withdrawTick)).toBeVisible();
  await page.getByLabel(t.contributor.withdrawSure).check();
  await page.getByRole("button", { name: t.contributor.withdraw, exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(t.contributor.withdrawn);
  await expectAccessible(page, "a practice that was taken back");

  await page.locator("#field-costs").fill("4 000 euro");
  await page.locator("#field-consent").check();
  await page.locator("button[value=check]").click();
  await waitAsPeopleDo(page);
  await page.locator("button[value=send]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.state.thanksTitle);
  await page.goto(link);
  await expect(page.getByText(t.state.pending)).toBeVisible();
});

test("I correct my published practice; an editor sees each difference and accepts; readers get it", async ({
  page,
  browser,
}) => {
  const title = unique("To be corrected");
  const link = await sent(page, title);
  const desk = await published(browser, title);

  await page.goto(link);
  await page.getByText(t.contributor.propose, { exact: true }).click();
  await page.locator("#field-note").fill("We know the costs now.");
  await page.locator("#field-costs").fill("4 000 euro a year");
  await page.locator("#field-consent").check();
  await page.locator("button[value=check]").click();
  await expect(page.getByText("4 000 euro a year")).toBeVisible();
  await waitAsPeopleDo(page);
  await page.locator("button[value=send]").click();
  await expect(page.getByRole("status")).toHaveText(t.contributor.proposed);
  await expectAccessible(page, "a correction that waits");

  await desk.goto(`${pathTo("en", "desk")}?${new URLSearchParams({ q: title })}`);
  await desk.locator(`a[href*="/desk/proposals/"]`).first().click();
  await expect(desk.getByText("We know the costs now.")).toBeVisible();
  await expect(desk.getByText("4 000 euro a year")).toBeVisible();
  await expectAccessible(desk, "a correction at the desk");
  await desk.getByRole("button", { name: t.proposal.reject }).click();
  await expect(desk.getByRole("alert")).toContainText(t.proposal.error["message-missing"]);
  await desk.getByRole("button", { name: t.proposal.accept }).click();
  await expect(desk.getByRole("status")).toHaveText(t.proposal.state.accepted);

  await page.goto(link);
  await expect(page.getByText(t.contributor.proposalState.accepted)).toBeVisible();
  const address = (await page.getByRole("link", { name: t.state.see }).getAttribute("href")) ?? "";
  await expect.poll(async () => (await page.request.get(address)).text()).toContain("4 000 euro a year");
});

test("before I send a practice that is there already, I am shown it, and can send mine all the same", async ({
  page,
  browser,
}) => {
  const title = unique("Coffee and clicks in the library");
  await sent(page, title);
  await published(browser, title);
  // Programs in a hurry are not shown what looks alike.
  await reviewSubmission(page, "en", practice(title), { unhurried: true });
  const likely = page.getByRole("region", { name: t.duplicate.title });
  await expect(likely.getByRole("link", { name: title })).toBeVisible();
  await expect(likely.getByText(t.duplicate.reason.title)).toBeVisible();
  await expectAccessible(page, "a likely duplicate");
  await sendSubmission(page);
});

test("an editor types in what they were told by telephone, without an address", async ({ browser }) => {
  const desk = await signIn(browser, "en");
  const title = unique("Told by telephone");
  await desk.goto(pathTo("en", "desk", "new"));
  await desk.locator("#field-title").fill(title);
  await desk.locator("#field-summary").fill("In short.");
  await desk.locator("#field-description").fill("At length.");
  await desk.locator("input[name=theme][value=health]").check();
  await desk.locator("input[name=country][value=SE]").check();
  await desk.locator("#field-organisation").fill("The library");
  await desk.getByLabel(t.submit.consentSpoken).check();
  await waitAsPeopleDo(desk);
  await desk.getByRole("button", { name: t.entry.save }).click();
  await desk.getByRole("status").getByRole("link", { name: t.entry.open }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toContainText(title);
});

test("the interview sheet asks every question of the form, and has room to write on paper", async ({ page }) => {
  await page.goto(pathTo("en", "submit"));
  const asked = await page
    .locator("main form")
    .locator("label[for], legend")
    .evaluateAll((labels) => labels.map((label) => label.textContent?.trim() ?? ""));
  await page.getByRole("link", { name: t.submit.printSheet }).click();
  await page.emulateMedia({ media: "print" });
  for (const question of asked.filter((label) => label !== t.submit.website2)) {
    await expect(page.getByRole("heading", { level: 3, name: question, exact: true }), question).toBeVisible();
  }
  await expect(page.getByText(t.submit.consent)).toBeVisible();
  expect(await page.locator(".sheet-line").count()).toBeGreaterThan(40);
  await expect(page.locator(".no-print").first()).toBeHidden();
});
