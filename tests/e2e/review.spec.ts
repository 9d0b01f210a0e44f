import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { allowedActions, type State } from "../../lib/practice/rules.ts";
import { checklist } from "../../lib/review/checklist.ts";
import { toBrussels } from "../../lib/review/form.ts";
import { draft, written } from "../support/practices.ts";
import { importInto, outbox } from "../support/site.ts";
import {
  messages,
  openAtDesk,
  pressed,
  reviewSubmission,
  searchQueue,
  sendSubmission,
  signIn,
  site,
  unique,
} from "./journeys.ts";
import { expectAccessible, expectNoSideScrolling } from "./pages.ts";
import { test } from "./visitor.ts";

const t = messages.en;

/** What somebody sends in from Sweden: its title, their address, and their private page. */
async function sentIn(page: Page, words: string): Promise<{ title: string; email: string; privatePage: string }> {
  const title = unique(words);
  const email = `${unique("review").replace(" ", "-")}@example.org`;
  const [summary, description] = ["Kaffe och hjälp varje tisdag.", "Två volontärer vid ett bord."];
  await reviewSubmission(page, "sv", { title, summary, description, country: "SE", email });
  await sendSubmission(page);
  return { title, email, privatePage: page.url().replace("?sent", "") };
}

/** The desk in English, opened by an editor of the test's own. */
const openDesk = (browser: Browser, javaScriptEnabled = false) =>
  signIn(browser, "en", "editor", { javaScriptEnabled });

async function openedByEditor(browser: Browser, title: string, javaScriptEnabled = false): Promise<Page> {
  const desk = await openDesk(browser, javaScriptEnabled);
  await openAtDesk(desk, title);
  return desk;
}

/** A practice that is published, by its id. */
function imported(words: string, over = {}): { id: string; title: string } {
  const [id, title] = [`r${unique("").trim()}`.slice(0, 12), unique(words)];
  importInto(
    site,
    draft({ id, texts: { it: { title, sections: {}, provenance: written } }, countries: ["MT"], ...over }),
  );
  return { id, title };
}

const action = (desk: Page, name: string) => desk.locator(`button[name=action][value="${name}"]`);
const mailsTo = (email: string) => outbox(site).filter((mail) => mail.includes(email));

test("a returning editor publishes a complete submission in at most 6 interactions, without JavaScript", async ({
  page,
  browser,
}) => {
  const { title, email } = await sentIn(page, "Six steps");
  const desk = await openDesk(browser);
  let interactions = 0;
  const click = async (target: Locator) => {
    interactions += 1;
    await target.click();
  };
  // The queue of a whole test run is long: what is counted begins where the item stands.
  await searchQueue(desk, title);
  await click(desk.getByRole("link", { name: title }));
  await click(desk.getByRole("checkbox", { name: t.review.allHold }));
  await click(desk.getByRole("button", { name: t.desk.publish, exact: true }));
  await expect(desk.getByRole("status")).toContainText(t.desk.state.published);
  expect(interactions).toBeLessThanOrEqual(6);
  const search = `${pathTo("sv", "catalogue")}?country=SE&q=${encodeURIComponent(title)}`;
  const listed = async () => (await page.request.get(search)).text();
  await expect.poll(listed).toContain(`>${title}<`);
  await expect.poll(() => mailsTo(email).length).toBeGreaterThan(1);
});

test("what is missing before it may be published is said, and nothing that was typed is lost", async ({
  page,
  browser,
}) => {
  const { title } = await sentIn(page, "Four of five");
  const desk = await openedByEditor(browser, title);
  for (const point of checklist.slice(0, 4)) await desk.locator(`input[name=checklist][value=${point}]`).check();
  await desk.getByLabel(t.desk.message).fill("Tack, det blev fint!");
  await desk.locator("input[name=evidence][value=monitored]").check();
  expect(await pressed(desk, action(desk, "publish"))).toBe(422);
  const missing = desk.getByRole("alert").getByRole("link");
  await expect(missing).toHaveText([t.checklist["reading-level"]]);
  await missing.click();
  await expect(desk.locator("input[name=checklist][value=reading-level]")).toBeFocused();
  await expect(desk.locator("input[name=checklist]:checked")).toHaveCount(4);
  await expect(desk.getByLabel(t.desk.message)).toHaveValue("Tack, det blev fint!");
  await desk.locator("input[name=checklist][value=reading-level]").check();
  const review = desk.url();
  await action(desk, "publish").click();
  await expect(desk.getByRole("status")).toContainText(t.desk.state.published);
  await desk.goto(review);
  await expect(desk.getByText("Tack, det blev fint!")).toBeVisible();
});

test("a ready answer and comments on fields reach the contributor in their language", async ({ page, browser }) => {
  const { title, email, privatePage } = await sentIn(page, "Ready answer");
  const desk = await openedByEditor(browser, title);
  await desk.getByLabel(t.desk.message).fill("Hej!");
  await desk.locator("select[name=template]").selectOption("source-missing");
  await desk.locator("select[name=commentField-1]").selectOption("texts.sv.results");
  await desk.locator("textarea[name=commentText-1]").fill("Hur många kom?");
  expect(await pressed(desk, desk.getByRole("button", { name: t.review.insert }))).toBe(200);
  await expect(desk.getByRole("status")).toHaveText(t.review.inserted);
  await expect(desk.getByLabel(t.desk.message)).toHaveValue(/^Hej!\n\nTack för ”Ready answer/);
  await desk.getByRole("button", { name: t.review.moreRows }).click();
  await expect(desk.locator("textarea[name=commentText-3]")).toBeVisible();
  await expect(desk.locator("textarea[name=commentText-1]")).toHaveValue("Hur många kom?");

  await action(desk, "ask-changes").click();
  await expect(desk.getByRole("status")).toContainText(t.desk.state["changes-asked"]);
  // After the receipt, and the question whether the address is theirs.
  await expect.poll(() => mailsTo(email).length).toBe(3);
  await page.goto(privatePage);
  await expect(page.getByText("Hur många kom?").first()).toBeVisible();
});

test("an editor writes to the contributor without deciding anything", async ({ page, browser }) => {
  const { title } = await sentIn(page, "Only words");
  const desk = await openedByEditor(browser, title);
  expect(await pressed(desk, action(desk, "comment"))).toBe(422);
  await expect(desk.getByRole("alert")).toContainText("write a message first");
  await desk.getByLabel(t.desk.message).fill("Vi läser det i morgon.");
  await action(desk, "comment").click();
  await expect(desk.getByRole("status")).toHaveText(t.review.written);
  await expect(desk.getByText("Vi läser det i morgon.")).toBeVisible();
  await expect(desk.getByText(t.desk.state.pending, { exact: true }).first()).toBeVisible();
  await expect(desk.getByLabel(t.desk.message)).toHaveValue("");
});

test("in every state the page offers what may be done then, and nothing else", async ({ page, browser }) => {
  const { title } = await sentIn(page, "State by state");
  const other = imported("State other");
  const desk = await openedByEditor(browser, title);
  const review = new URL(desk.url()).pathname;
  const reached = async (state: State) => {
    await desk.goto(review);
    await expect(desk.getByText(t.desk.state[state], { exact: true }).first()).toBeVisible();
    const offered = await desk
      .locator("button[name=action]")
      .evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).value));
    // To write to the contributor is always possible, and decides nothing.
    expect(offered.filter((one) => one !== "comment").sort()).toEqual(allowedActions(state, "desk").sort());
  };
  const step = async (name: string, prepare: () => Promise<unknown> = async () => undefined) => {
    await prepare();
    await desk.getByLabel(t.desk.message).fill("Därför.");
    await action(desk, name).click();
    await desk.waitForURL(/\?done=/);
  };
  const hold = () => desk.locator("input[name=allHold]").check();
  await reached("pending");
  await step("reject");
  await reached("rejected");
  await step("reopen");
  await reached("pending");
  await step("ask-changes");
  await reached("changes-asked");
  await step("mark-duplicate", () => desk.locator("input[name=duplicateId]").fill(other.id));
  await reached("duplicate");
  await expect(desk.getByRole("link", { name: other.title }).first()).toBeVisible();
  await step("reopen");
  await step("publish", async () => {
    await desk.goto(review);
    await hold();
  });
  await reached("published");
  await step("unpublish");
  await reached("unpublished");
});

test("a duplicate leads to the practice in its place, from its page, its number and the API", async ({
  page,
  browser,
}) => {
  const [first, second] = [imported("Kept"), imported("Twin")];
  const open = async (path: string) => {
    const answer = await page.request.get(path, { maxRedirects: 0, headers: { "accept-language": "it" } });
    return [answer.status(), new URL(answer.headers().location ?? "/", site.url).pathname] as const;
  };
  const [, slug] = await open(`/p/${second.id}`);
  const [, target] = await open(`/p/${first.id}`);
  const desk = await openDesk(browser);
  await desk.goto(pathTo("en", "desk", second.id));
  await desk.locator("input[name=duplicateId]").fill("no such thing");
  expect(await pressed(desk, action(desk, "mark-duplicate"))).toBe(422);
  await expect(desk.getByRole("alert")).toBeVisible();
  await expect(desk.locator("input[name=duplicateId]")).toHaveValue("no such thing");
  await desk.locator("input[name=duplicateId]").fill(`${site.url}/p/${first.id}`);
  await action(desk, "mark-duplicate").click();
  await expect(desk.getByRole("status")).toContainText(t.desk.state.duplicate);

  await expect.poll(async () => (await open(slug))[0]).toBe(308);
  expect(await open(slug)).toEqual([308, target]);
  expect(await open(`/p/${second.id}`)).toEqual([308, `/p/${first.id}`]);
  expect(await open(`/api/v1/practices/${second.id}`)).toEqual([308, `/api/v1/practices/${first.id}`]);
  await page.goto(`/p/${second.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first.title);

  await desk.goto(pathTo("en", "desk", first.id));
  await desk.getByLabel(t.desk.message).fill("Gone.");
  await action(desk, "unpublish").click();
  await expect.poll(async () => (await page.request.get(slug)).status()).toBe(410);
  expect((await page.request.get(`/p/${second.id}`)).status()).toBe(410);
  expect((await page.request.get(`/api/v1/practices/${second.id}`)).status()).toBe(410);
});

test("a time for publishing is set, shown in Brussels time, and taken away", async ({ page, browser }) => {
  const { title } = await sentIn(page, "Later");
  const desk = await openedByEditor(browser, title);
  const at = desk.getByLabel(t.review.publishAt);
  await desk.locator("input[name=allHold]").check();
  await at.fill("2020-01-01T09:00");
  expect(await pressed(desk, action(desk, "schedule"))).toBe(422);
  await expect(desk.getByRole("alert")).toBeVisible();
  await expect(at).toHaveValue("2020-01-01T09:00");
  const tomorrow = toBrussels(new Date(Date.now() + 24 * 60 * 60_000));
  await at.fill(tomorrow);
  await action(desk, "schedule").click();
  await expect(desk.getByRole("status")).toHaveText(t.review.timeSet);
  await expect(desk.getByText(/comes out by itself on/).first()).toBeVisible();
  await expect(at).toHaveValue(tomorrow);
  await action(desk, "unschedule").click();
  await expect(desk.getByRole("status")).toHaveText(t.review.timeTaken);
  await expect(desk.getByText(/comes out by itself on/)).toHaveCount(0);
});

test("what has changed since readers saw it is marked word by word, for ears too", async ({ browser }) => {
  const { id, title } = imported("Marked");
  const desk = await openDesk(browser, true);
  const save = async (words: string) => {
    await desk.goto(pathTo("en", "desk", id));
    await desk.locator("textarea[name=plainWords-it]").fill(words);
    await desk.getByRole("button", { name: t.desk.save, exact: true }).click();
    await expect(desk).toHaveURL(/\?saved(#|$)/);
  };
  await save("Aiutiamo il lunedì.");
  await expect(desk.getByRole("heading", { name: t.review.changes })).toHaveCount(0);
  await desk.getByLabel(t.desk.message).fill("For a while.");
  await action(desk, "unpublish").click();
  await expect(desk.getByRole("status")).toContainText(t.desk.state.unpublished);
  await save("Aiutiamo il martedì.");
  const changes = desk.getByRole("region", { name: t.review.changes });
  await expect(changes.locator("del")).toHaveText(`${t.review.removed} lunedì`);
  await expect(changes.locator("ins")).toHaveText(`${t.review.added} martedì`);
  await expect(changes.getByRole("heading", { name: "In plain words (Italian)" })).toBeVisible();
  await expect(desk.getByRole("heading", { level: 1 })).toContainText(title);
  await expectAccessible(desk, "decision with changes");
});

test("the page is usable by everyone, also on a phone, also when a form came back", async ({ page, browser }) => {
  const { title } = await sentIn(page, "Small screen");
  const desk = await openedByEditor(browser, title, true);
  await expectAccessible(desk, "decision");
  await desk.setViewportSize({ width: 320, height: 640 });
  await expectNoSideScrolling(desk, "decision on a phone");
  await action(desk, "publish").click();
  await expect(desk.getByRole("alert")).toBeVisible();
  await expectAccessible(desk, "decision, refused");
  await expectNoSideScrolling(desk, "refused decision on a phone");
});

test("what an editor has typed comes back after a reload, and is forgotten once it was sent", async ({
  page,
  browser,
}) => {
  const { title } = await sentIn(page, "Half written");
  const desk = await openedByEditor(browser, title, true);
  const review = desk.url();
  await desk.getByLabel(t.desk.message).fill("Half a sentence");
  await desk.reload();
  await expect(desk.getByLabel(t.desk.message)).toHaveValue("Half a sentence");
  await action(desk, "reject").click();
  await expect(desk.getByRole("status")).toContainText(t.desk.state.rejected);
  await desk.waitForLoadState();
  await desk.goto(review);
  await expect(desk.getByLabel(t.desk.message)).toHaveValue("");
});
