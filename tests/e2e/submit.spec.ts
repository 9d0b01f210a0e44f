import { expect, type Page } from "@playwright/test";
import { editorLink, outbox } from "../support/site.ts";
import { openAtDesk, publishAtDesk, sendSubmission, signIn, site, waitAsPeopleDo } from "./journeys.ts";
import { expectAccessible } from "./pages.ts";
import { test } from "./visitor.ts";

test("a refused form comes back with every error beside its field and nothing lost", async ({ page }) => {
  await page.goto("/en/submit");
  await page.getByLabel(/^Title/).fill("Half a practice");
  await page.getByRole("checkbox", { name: "Health", exact: true }).check();
  await page.getByLabel(/^Year it began/).fill("2020");
  await page.getByLabel(/^Year it ended/).fill("2010");
  await page.getByLabel(/^Web page/).fill("javascript:alert(1)");
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: "Read it once more" }).click(),
  ]);
  expect(response.status()).toBe(422);
  const summary = page.getByRole("alert");
  for (const name of [
    /In one or two sentences/,
    /Describe it/,
    /Country/,
    /Who leads it/,
    /e-mail/,
    /Year it ended/,
    /Web page/,
  ]) {
    await expect(summary.getByRole("link", { name })).toBeVisible();
  }
  await expect(page.getByLabel(/^Title/)).toHaveValue("Half a practice");
  await expect(page.getByRole("checkbox", { name: "Health", exact: true })).toBeChecked();
  await expect(page.getByLabel(/^Year it ended/)).toHaveAccessibleDescription(/cannot end before it begins/);
  await expectAccessible(page, "refused form");
  await summary.getByRole("link", { name: /Describe it/ }).click();
  await expect(page.getByLabel(/^Describe it/)).toBeFocused();
});

test("what is typed comes back after the page was closed, and is forgotten once it was sent", async ({ context }) => {
  const page = await context.newPage();
  await page.goto("/sv/skicka-in");
  await page.locator("#field-title").fill("Halvvägs");
  await page.locator("#field-summary").fill("Tio tecken");
  await expect(page.getByText(/590/)).toBeVisible();
  await page.close();
  const later = await context.newPage();
  await later.goto("/sv/skicka-in");
  await expect(later.locator("#field-title")).toHaveValue("Halvvägs");
  await fill(later, "Halvvägs och hem", "hem@example.org");
  await later.locator("button[value=check]").click();
  await sendSubmission(later);
  await later.waitForLoadState();
  await later.goto("/sv/skicka-in");
  await expect(later.locator("#field-title")).toHaveValue("");
});

test("going back from the review keeps every answer", async ({ page }) => {
  await page.goto("/fr/proposer");
  await fill(page, "Retour", "retour@example.org");
  await page.locator("button[value=check]").click();
  await page.locator("button[value=back]").click();
  await expect(page.locator("#field-title")).toHaveValue("Retour");
  await expect(page.locator("#field-consent")).toBeChecked();
});

test("a practice that is sent twice arrives once, under one private link", async ({ page, context }) => {
  await page.goto("/en/submit");
  await fill(page, "Only once", "once@example.org");
  await page.locator("button[value=check]").click();
  await waitAsPeopleDo(page);
  const fields = await page
    .locator("form:has(button[value=send])")
    .evaluate((form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const post = () => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name ?? "", value ?? "");
    body.append("intent", "send");
    return context.request.post("/en/submit", { multipart: body, maxRedirects: 0 });
  };
  const [first, second] = await Promise.all([post(), post()]);
  const third = await post();
  expect([first.status(), second.status(), third.status()]).toEqual([303, 303, 303]);
  expect(new Set([first, second, third].map((one) => one.headers().location)).size).toBe(1);
  const receipts = () =>
    outbox(site).filter((mail) => mail.includes("once@example.org") && mail.includes("/en/submit/"));
  await expect.poll(() => receipts().length).toBe(1);
  await page.waitForTimeout(5000);
  expect(receipts()).toHaveLength(1);
});

test("a program that fills in every field, or is too fast, is told so and loses nothing", async ({ page }) => {
  await page.goto("/en/submit");
  await fill(page, "Robot", "robot@example.org");
  await page.locator("#field-website2").evaluate((input: HTMLInputElement) => {
    input.value = "https://spam.example";
  });
  await page.locator("button[value=check]").click();
  await expect(page.getByRole("alert")).toContainText("leave this field empty");
  await expect(page.locator("#field-title")).toHaveValue("Robot");
});

test("an editor asks for changes, the contributor sends it again, it is published, then taken down", async ({
  page,
  browser,
}) => {
  const title = `Needs work ${Date.now().toString(36)}`;
  await page.goto("/en/submit");
  await fill(page, title, `work-${Date.now()}@example.org`);
  await page.locator("button[value=check]").click();
  await sendSubmission(page);
  const privatePage = page.url().replace("?sent", "");

  const desk = await signIn(browser, "en");
  await openAtDesk(desk, title);
  const review = desk.url();

  await desk.getByRole("button", { name: "Ask for changes" }).click();
  await expect(desk.getByRole("alert")).toContainText("write a message first");
  await desk.getByLabel("Message to the contributor").fill("What did it cost?\nPlease say.");
  await desk.getByRole("button", { name: "Ask for changes" }).click();
  await desk.waitForURL(/\?done=/);

  await page.goto(privatePage);
  await expect(page.getByText("What did it cost?")).toBeVisible();
  await expectAccessible(page, "private page with changes asked");
  await expect(page.locator("#field-title")).toHaveValue(title);
  await page.locator("#field-costs").fill("4 000 euro");
  await page.locator("#field-consent").check();
  await page.locator("button[value=check]").click();
  await expect(page.getByText("4 000 euro")).toBeVisible();
  await waitAsPeopleDo(page);
  await page.locator("button[value=send]").click();
  await expect(page.getByText("Waiting for an editor")).toBeVisible();

  // A second editor who has the page open from before cannot win.
  const stale = await desk.context().newPage();
  await stale.goto(review);
  await desk.goto(review);
  await publishAtDesk(desk);
  await stale.getByLabel("Message to the contributor").fill("No, thank you.");
  const [answer] = await Promise.all([
    stale.waitForResponse((one) => one.request().method() === "POST"),
    stale.getByRole("button", { name: "Reject" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(stale.getByRole("alert")).toContainText("Someone else was quicker");

  await page.goto(privatePage);
  await page.getByRole("link", { name: "See the published page" }).click();
  await page.waitForURL(/\/good-practices\//);
  const published = page.url();
  await expect(page.getByText("4 000 euro")).toBeVisible();

  await desk.goto(review);
  await desk.getByLabel("Message to the contributor").fill("You asked us to.");
  await desk.getByRole("button", { name: "Take down" }).click();
  await expect.poll(async () => (await page.request.get(published)).status()).toBe(410);
  for (const path of ["/en/feed.xml", "/sitemap.xml", "/api/v1/practices?perPage=100", "/en/good-practices"]) {
    expect(await (await page.request.get(path)).text(), path).not.toContain(title);
  }
});

test("a sign-in link works once, an editor's address is not given away, and the desk is closed to others", async ({
  page,
  context,
}) => {
  const link = new URL(editorLink(site, "once-only@example.org"));
  await page.goto(link.pathname + link.search);
  await page.goto(link.pathname + link.search);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Editorial desk");
  await expectAccessible(page, "queue");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in to the editorial desk");
  await page.goto(link.pathname + link.search);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This link has been used")).toBeVisible();

  const answers: string[] = [];
  for (const email of ["nobody-at-all@example.org", "once-only@example.org"]) {
    await page.goto("/en/desk");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send me the link" }).click();
    answers.push(
      await page
        .getByRole("status")
        .textContent()
        .then((words) => words ?? ""),
    );
  }
  expect(answers[0]).toBe(answers[1]);
  await expect.poll(() => outbox(site).filter((mail) => mail.includes("once-only@example.org")).length).toBe(1);
  expect(outbox(site).filter((mail) => mail.includes("nobody-at-all@example.org"))).toHaveLength(0);

  expect((await context.request.get("/en/desk/caban")).status()).toBe(401);
});

test("a private link that is not one says so", async ({ request }) => {
  const response = await request.get("/sv/skicka-in/not-a-token");
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('<html lang="sv"');
});

async function fill(page: Page, title: string, email: string): Promise<void> {
  await page.locator("#field-title").fill(title);
  await page.locator("#field-summary").fill("In short.");
  await page.locator("#field-description").fill("At length.");
  await page.locator("input[name=theme][value=health]").check();
  await page.locator("input[name=country][value=SE]").check();
  await page.locator("#field-organisation").fill("The library");
  await page.locator("#field-contactEmail").fill(email);
  await page.locator("#field-consent").check();
}
