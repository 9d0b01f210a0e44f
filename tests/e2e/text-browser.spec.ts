import { type Browser, expect, type Page } from "@playwright/test";
import { findTextBrowser, readAsText } from "../support/text-browser.ts";
import { messages, site } from "./journeys.ts";
import { formPages, locales, practiceIds, practicePath, readingPages } from "./pages.ts";
import { test } from "./visitor.ts";

// Who reads without styles (a text browser, a braille line, an old telephone) reads the same words in the same order.

// One worker for all, as it may have to install a text browser first; nothing here takes long.
test.describe.configure({ mode: "default" });
test.use({ trace: "off", javaScriptEnabled: false });

let textBrowser: string | undefined;
test.beforeAll(() => {
  // It may have to be installed first.
  test.setTimeout(600_000);
  textBrowser = findTextBrowser(console.log);
});

for (const locale of locales) {
  test(`in ${locale}, every page without styles has all of its words, in their order, each by itself`, async ({
    page,
    browser,
  }) => {
    const plain = await withoutStyles(browser);
    for (const [name, path] of Object.entries({ ...readingPages(locale), ...formPages(locale) })) {
      // Where long texts stand side by side, a text browser's lines run across them: these are read cell by cell.
      const sideBySide = name.startsWith("compare");
      let [lost, run]: [string[], string[]] = [[], []];
      // Another test may publish a practice between the two readings: what differs is read once more.
      for (let reading = 0; reading < 3; reading++) {
        await page.goto(path);
        const texts = await page.evaluate(blocks);
        await plain.goto(path);
        const aloud = sideBySide ? (await plain.evaluate(wordsInOrder)).join(" ") : await readAloud(plain, path);
        lost = missing(texts, aloud);
        run = stuck(texts, await plain.evaluate(wordsInOrder));
        if (lost.length + run.length === 0) break;
      }
      expect.soft(lost, name).toEqual([]);
      expect.soft(run, `${name}: stuck together`).toEqual([]);
    }
    await plain.context().close();
  });

  test(`in ${locale}, a practice without styles begins with its title and ends with its sources`, async ({
    browser,
  }) => {
    const t = messages[locale];
    const plain = await withoutStyles(browser);
    for (const id of practiceIds) {
      const practice = await (await plain.request.get(`/api/v1/practices/${id}?locale=${locale}`)).json();
      const path = practicePath(locale, id);
      await plain.goto(path);
      const expected = [
        ...[t.site.skip, t.site.catalogue, practice.title, practice.summary, t.section.plainWords, t.practice.glance],
        ...Object.keys(practice.sections).map((section) => t.section[section as "results"]),
        ...[t.practice.sources, practice.sources[0].publisher, t.practice.citeTitle, t.site.licence],
      ];
      expect(missing(expected, await readAloud(plain, path)), id).toEqual([]);
    }
    await plain.context().close();
  });
}

test("without styles, every heading stands where it stood", async ({ page, browser }) => {
  const plain = await withoutStyles(browser);
  const headings = async (path: string) => {
    await page.goto(path);
    await plain.goto(path);
    const fromTop = await plain.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3, h4")]
        .map((element) => ({ words: element.textContent, top: element.getBoundingClientRect().top }))
        .toSorted((one, other) => one.top - other.top)
        .map(({ words }) => words),
    );
    return { fromTop, asTheyStand: await page.getByRole("heading").allTextContents() };
  };
  for (const [name, path] of Object.entries(readingPages("fr"))) {
    let { fromTop, asTheyStand } = await headings(path);
    // As above: what differs is read once more.
    if (fromTop.join() !== asTheyStand.join()) ({ fromTop, asTheyStand } = await headings(path));
    expect(fromTop, name).toEqual(asTheyStand);
  }
  await plain.context().close();
});

/** A page of Chromium that gets no style sheet. */
async function withoutStyles(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })).newPage();
  await page.route("**/*.css", (route) => route.abort());
  return page;
}

/** A page as one line, as a text browser shows it; as Chromium does without styles where there is none. */
async function readAloud(plain: Page, path: string): Promise<string> {
  // So wide that the cells of a table stand on one line each.
  if (textBrowser) return readAsText(textBrowser, site.url + path, 400);
  return (await plain.evaluate(wordsInOrder)).join(" ");
}

/** Which of some texts do not follow one another in a page. */
function missing(texts: string[], page: string): string[] {
  // Fields are drawn as brackets; what a browser puts between two words does not matter here.
  const letters = (text: string) => text.replace(/\[[^\]]*\]|\s+/g, "");
  const whole = letters(page);
  let from = 0;
  return texts.flatMap((text) => {
    const at = whole.indexOf(letters(text), from);
    if (at < 0) return [text];
    from = at + letters(text).length;
    return [];
  });
}

/** Which of some texts, that all stand in a page in this order, are stuck there to what stands beside them. */
function stuck(texts: string[], words: string[]): string[] {
  let from = 0;
  return texts.flatMap((text) => {
    const wanted = text.split(/\s+/);
    const at = words.findIndex((_, start) => start >= from && wanted.every((word, nth) => words[start + nth] === word));
    if (at < 0) return [text];
    from = at + wanted.length;
    return [];
  });
}

/** The texts of a page as they are seen, block by block, with everything unfolded; what stands in fields is left out. */
function blocks(): string[] {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  for (const field of document.querySelectorAll("input, select, textarea")) field.replaceWith(" ");
  const kinds = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, summary, legend, label, button, body > a";
  const leaves = [...document.querySelectorAll<HTMLElement>(kinds)].filter((element) => !element.querySelector(kinds));
  // Of a row of links, styles may hide one: the others are looked for one by one.
  const isRow = ({ childNodes }: Element) =>
    [...childNodes].every((node) => (node instanceof HTMLAnchorElement ? true : node.textContent?.trim() === ""));
  const pieces = leaves.flatMap((leaf) => (isRow(leaf) ? [...leaf.querySelectorAll("a")] : leaf));
  // As it is read: textContent would run the lines of a block together.
  // biome-ignore lint/performance/useDomNodeTextContent: see above
  return pieces.flatMap((element) => (element.checkVisibility() ? element.innerText.trim() || [] : []));
}

/** The words of a page in the order in which they stand, with everything unfolded. A field parts what stands round it. */
function wordsInOrder(): string[] {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  for (const field of document.querySelectorAll("input, select, textarea")) field.replaceWith(" ");
  // As it is read: textContent would run paragraphs together.
  // biome-ignore lint/performance/useDomNodeTextContent: see above
  return document.body.innerText.split(/\s+/);
}
