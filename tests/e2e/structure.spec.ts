import { expect, type Page } from "@playwright/test";
import { languageName } from "../../lib/i18n/format.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages, publishAtDesk, reviewSubmission, searchQueue, sendSubmission, signIn, unique } from "./journeys.ts";
import { formPages, locales, readingPages } from "./pages.ts";
import { test } from "./visitor.ts";

// What a screen reader's user goes by: the page's title and language, its headings, its landmarks, its messages.

test.use({ trace: "off" });

for (const locale of locales) {
  const t = messages[locale];
  const all = () => ({ ...readingPages(locale), ...formPages(locale), desk: pathTo(locale, "desk") });

  test(`in ${locale}, every page has a title of its own, its language, headings in order and landmarks`, async ({
    page,
  }) => {
    const titles = new Map<string, string>();
    for (const [name, path] of Object.entries(all())) {
      await page.goto(path);
      const { lang, title, headings, banner, main, contentinfo, navs, first } = await page.evaluate(outline);
      expect(lang, name).toBe(locale);
      expect(headings.filter(({ level }) => level === 1).length, name).toBe(1);
      expect(gaps(headings), name).toEqual([]);
      expect(
        headings.map(({ words }) => words),
        name,
      ).not.toContain("");
      expect({ banner, main, contentinfo }, name).toEqual({ banner: 1, main: 1, contentinfo: 1 });
      expect(navs.slice(0, 2), name).toEqual([t.site.mainNavigation, t.site.languages]);
      expect(navs.at(-1), name).toBe(t.site.footerNavigation);
      expect(new Set(navs).size, `${name}: ${navs}`).toBe(navs.length);
      expect(first, name).toEqual({ words: t.site.skip, leadsTo: "MAIN" });

      const heading = headings.find(({ level }) => level === 1)?.words ?? "";
      // The home page greets, and the desk is what one signs in to; every other page is called what its heading says.
      if (name === "home") expect.soft(title, name).toContain(t.site.name);
      else expect.soft(title, name).toMatch(/ – Ponte$/);
      if (name !== "home" && name !== "desk") expect.soft(title, name).toContain(heading);
      titles.set(title, [titles.get(title), name.split(",")[0]].filter(Boolean).join(", "));
    }
    for (const [title, kinds] of titles) expect(new Set(kinds.split(", ")).size, title).toBe(1);
  });

  test(`in ${locale}, how many practices there are is said as a message`, async ({ page }) => {
    for (const [name, path] of Object.entries(readingPages(locale)).filter(([kind]) =>
      /^(?:catalogue|map)/.test(kind),
    )) {
      await page.goto(path);
      await expect(page.getByRole("main").getByRole("status"), name).toHaveText(name.endsWith("empty") ? /\S/ : /\d/);
    }
  });

  test(`in ${locale}, every error of a refused form is tied to its field`, async ({ page }) => {
    for (const [name, path] of Object.entries(formPages(locale))) {
      await page.goto(path);
      await page.locator("main form button[type=submit]").first().click();
      await expect(page.getByRole("alert").getByRole("heading"), name).toBeVisible();
      await page.waitForLoadState();
      const errors = await page.evaluate(listedErrors);
      expect(errors.length, name).toBeGreaterThan(0);
      for (const { field, listed, said, described, invalid } of errors) {
        expect(said, `${name} ${field}`).toMatch(new RegExp(`^${literal(t.submit.errorPrefix)} .`));
        expect(listed, `${name} ${field}`).toContain(said.replace(`${t.submit.errorPrefix} `, ""));
        expect({ described, invalid }, `${name} ${field}`).toEqual({ described: true, invalid: true });
      }
      // The last one, as those above may be on the screen already.
      await page.getByRole("alert").getByRole("link").last().click();
      await expect(page.locator(errors.at(-1)?.field ?? ""), name).toBeFocused();
    }
  });
}

test("a practice that is in Italian alone says so in Swedish, and marks what is Italian", async ({ page, browser }) => {
  const t = messages.sv;
  const title = unique("Bussola digitale");
  const [summary, description] = ["Uno sportello in biblioteca.", "Ogni sabato i volontari rispondono."];
  await reviewSubmission(page, "it", { title, summary, description, country: "SM", email: "bussola@example.org" });
  await sendSubmission(page);
  const desk = await signIn(browser, "it");
  await searchQueue(desk, title);
  await desk.getByRole("link", { name: title }).click();
  await publishAtDesk(desk);
  await desk.context().close();

  const list = `${pathTo("sv", "catalogue")}?country=SM&theme=health`;
  await expect.poll(async () => (await (await page.request.get(list)).text()).includes(title)).toBe(true);
  await page.goto(list);
  expect(await languageOf(page, title)).toBe("it");
  expect(await languageOf(page, summary)).toBe("it");
  await page.getByRole("main").getByRole("link", { name: title }).click();

  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  for (const words of [title, summary, description]) expect(await languageOf(page, words), words).toBe("it");
  const said = t.practice.fallback.replace("{language}", languageName("it", "sv"));
  for (const words of [said, t.section.presentation, t.practice.glance]) {
    expect(await languageOf(page, words), words).toBe("sv");
  }
  for (const [language, name] of Object.entries({ it: "Italiano", fr: "Français", sv: "Svenska", en: "English" })) {
    await expect(page.getByRole("banner").getByRole("link", { name })).toHaveAttribute("lang", language);
  }
});

const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The language in which words of the page's content are marked. */
const languageOf = (page: Page, words: string) =>
  page
    .getByRole("main")
    .getByText(words)
    .first()
    .evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));

type Heading = { level: number; words: string };

/** Headings that stand more than one level below the one before. */
const gaps = (headings: Heading[]): string[] =>
  headings.flatMap(({ level, words }, at) =>
    level > (headings[at - 1]?.level ?? 0) + 1 ? [`h${level} ${words}`] : [],
  );

/** What a page is made of, for who does not see it. */
function outline() {
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const named = (element: Element) =>
    element.getAttribute("aria-label") ??
    document.getElementById(element.getAttribute("aria-labelledby") ?? "")?.textContent ??
    "";
  const first = document.querySelector<HTMLAnchorElement>("a, button, input, select, textarea, summary, [tabindex]");
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((element) => ({
      level: Number(element.tagName.slice(1)),
      words: element.textContent?.trim() ?? "",
    })),
    // A header or footer is a landmark of the page where it stands in no part of it.
    banner: count("body > header"),
    main: count("main"),
    contentinfo: count("body > footer"),
    navs: [...document.querySelectorAll("nav")].map(named),
    first: { words: first?.textContent, leadsTo: document.querySelector(first?.hash || "none")?.tagName },
  };
}

/** What a refused form lists as wrong, and how each of these fields says it. */
function listedErrors() {
  return [...document.querySelectorAll<HTMLAnchorElement>("[role=alert] a")].map((link) => {
    const field = document.querySelector(link.hash);
    const error = document.querySelector(`${link.hash}-error`);
    // A group of choices is described as a group; each of its boxes may well be right.
    const group = field?.closest("fieldset");
    return {
      field: link.hash,
      listed: link.textContent ?? "",
      said: error?.textContent?.trim() ?? "",
      described:
        (group ?? field)
          ?.getAttribute("aria-describedby")
          ?.split(" ")
          .includes(error?.id ?? "") ?? false,
      invalid: group ? true : field?.getAttribute("aria-invalid") === "true",
    };
  });
}
