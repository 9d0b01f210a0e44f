import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, publishAtDesk, searchQueue, sendSubmission, signIn, site, unique } from "./journeys.ts";
import { test } from "./visitor.ts";

// What somebody might type to have it run elsewhere. Each stands in every field of a practice, which is published and
// looked at wherever it is shown: none may be anything but text.

const run = "window.hacked=1";
const corpus: Record<string, string> = {
  script: `<script>${run}</script>`,
  handler: `<img src=x onerror="${run}">`,
  svg: `<svg/onload=${run}>`,
  "end of a script": `</script><script>${run}</script>`,
  "end of a title": `</title></style></textarea><script>${run}</script>`,
  attribute: `" autofocus onfocus="${run}" x="`,
  "apostrophe and entities": `' onmouseover='${run}' &lt;script&gt;${run}&lt;/script&gt;`,
  "Markdown link": `[click](javascript:${run}) [data](data:text/html,<script>${run}</script>)`,
  "Markdown image": `![x](x"onerror="${run}) <javascript:${run}>`,
  "template and message": `{{constructor.constructor('${run}')()}} <b>{title}</b> {count, plural, other {#}}`,
  formula: `=HYPERLINK("https://example.org/?"&A1) @SUM(1) +1 -1`,
  "XML and JSON": `]]><x xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></x> \u2028 <!-- -->`,
};

/** Sends a practice that says it in every field that takes words. Returns its title. */
async function send(page: Page, hostile: string): Promise<string> {
  const title = unique(hostile.slice(0, 120));
  await page.goto(pathTo("en", "submit"));
  for (const field of await page.locator("main form :is(input[type=text], textarea)").all()) {
    const name = (await field.getAttribute("name")) ?? "";
    if (/Year$|website2|^contactEmail$/.test(name)) continue;
    await field.fill(name === "title" ? title : `${hostile} words`);
  }
  await page.locator("#field-contactEmail").fill(`${unique("library").replace(" ", "-")}@example.org`);
  await page.locator("input[name=theme][value=health]").check();
  await page.locator("input[name=country][value=IE]").check();
  await page.locator("#field-consent").check();
  await page.locator("button[value=check]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.en.submit.previewTitle);
  await expectHarmless(page, "read once more");
  await sendSubmission(page);
  return title;
}

/** Nothing of it ran, and nothing of it became an element, a handler or an address that runs. */
async function expectHarmless(page: Page, where: string): Promise<void> {
  await page.mouse.move(200, 200);
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    return {
      ran: "hacked" in window,
      handlers: all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on"))).length,
      addresses: all.filter((one) => /^\s*(?:javascript|data|vbscript):/i.test(one.getAttribute("href") ?? "")).length,
      pictures: all.filter((one) => one.matches("img[src=x], svg[onload], iframe, object, embed")).length,
      scripts: all.filter((one) => one.matches("script:not([type])") && one.textContent?.includes("hacked")).length,
    };
  });
  expect(found, where).toEqual({ ran: false, handlers: 0, addresses: 0, pictures: 0, scripts: 0 });
}

/** The practice, opened at the desk of a new editor. */
async function atDesk(browser: Browser, title: string): Promise<Page> {
  const desk = await signIn(browser, "en");
  await desk.goto(pathTo("en", "desk"));
  await expectHarmless(desk, "the queue");
  await searchQueue(desk, title);
  await desk.getByRole("link", { name: title }).first().click();
  await desk.waitForURL(/\/desk\/[a-z0-9]{8}$/);
  return desk;
}

for (const [name, hostile] of Object.entries(corpus)) {
  test(`what is typed is shown and never run: ${name}`, async ({ page, browser }) => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => void dialogs.push(dialog.message()));
    const title = await send(page, hostile);
    await expectHarmless(page, "the private page");

    const desk = await atDesk(browser, title);
    await expectHarmless(desk, "the decision");
    const id = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
    await publishAtDesk(desk);
    for (const below of [["revisions"], ["revisions", "1"], ["edit"], ["translate", "sv"]]) {
      await desk.goto(pathTo("en", "desk", id, ...below));
      await expectHarmless(desk, below.join("/"));
    }

    await expect.poll(async () => (await page.request.get(`/p/${id}`)).status()).toBe(200);
    for (const address of [
      `/p/${id}`,
      `${pathTo("en", "catalogue")}?q=${encodeURIComponent(title)}`,
      pathTo("en", "map"),
    ]) {
      await page.goto(address);
      await expectHarmless(page, address);
    }
    await page.goto(`/p/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title.replace(/\s+/g, " "));
    const linked = await page.locator("script[type='application/ld+json']").allInnerTexts();
    expect(linked.map((text) => JSON.parse(text)).length).toBeGreaterThan(0);

    const api = await (await page.request.get(`/api/v1/practices/${id}?locale=en`)).json();
    expect((api.data ?? api).title).toBe(title);
    const feed = await (await page.request.get("/en/feed.xml")).text();
    const titles = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "application/xml");
      return document.querySelector("parsererror")
        ? []
        : [...document.querySelectorAll("title")].map((one) => one.textContent);
    }, feed);
    expect(titles).toContain(title);
    expect(dialogs).toEqual([]);
  });
}

test("what is typed stands in mails as text, and never in their heads", async ({ page }) => {
  const title = await send(page, `${corpus.script} Bcc: other@example.org`);
  const mark = title.split(" ").at(-1) ?? "";
  const folder = join(site.dataDir, "outbox");
  const letters = () =>
    readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .filter((text) => text.replace(/=\r?\n/g, "").includes(mark));
  await expect.poll(() => letters().length).toBeGreaterThan(0);
  for (const letter of letters()) {
    const head = letter.split(/\r?\n\r?\n/)[0] ?? "";
    expect(head).toMatch(/^Content-Type: text\/plain/im);
    expect(head).not.toMatch(/^bcc:/im);
    expect(letter).not.toMatch(/text\/html/i);
  }
});
