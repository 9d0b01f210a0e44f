import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { aboutPages, pathTo } from "../../lib/i18n/routes.ts";

// The kinds of pages there are, and what every one of them must be.

export { locales };

/** Slugs of what stands in content/, by language. */
const slugs = {
  caban: { it: "reseau-caban-dibac", fr: "reseau-caban-dibac", sv: "reseau-caban-dibac", en: "reseau-caban-dibac" },
  toscana: {
    it: "connessi-in-buona-compagnia",
    fr: "connessi-in-buona-compagnia",
    sv: "connessi-in-buona-compagnia",
    en: "connessi-in-buona-compagnia",
  },
  arles: {
    it: "click-public-services",
    fr: "click-public-services",
    sv: "click-public-services",
    en: "click-public-services",
  },
  sern: { it: "formatori-digitali", fr: "formateurs-numeriques", sv: "digitala-utbildare", en: "digital-trainers" },
} as const;

export type PracticeId = keyof typeof slugs;
export const practiceIds = Object.keys(slugs) as PracticeId[];
export const practicePath = (locale: Locale, id: PracticeId) => pathTo(locale, "catalogue", slugs[id][locale]);

const newsSlugs: Record<Locale, string> = {
  it: "sondaggio-chi-sono-i-facilitatori-digitali-nella-tua-citta",
  fr: "enquete-qui-sont-les-aidants-numeriques-de-votre-ville",
  sv: "enkat-vilka-ar-de-digitala-handledarna-i-din-stad",
  en: "survey-who-are-the-digital-helpers-in-your-city",
};

/** Every kind of reading page in a language, by name. */
export function readingPages(locale: Locale): Record<string, string> {
  return {
    home: pathTo(locale, "home"),
    catalogue: pathTo(locale, "catalogue"),
    "catalogue, filtered": `${pathTo(locale, "catalogue")}?theme=helpers&from=2015&to=2020`,
    "catalogue, empty": `${pathTo(locale, "catalogue")}?theme=employment`,
    "catalogue, unknown value": `${pathTo(locale, "catalogue")}?theme=unheard-of`,
    "catalogue, found": `${pathTo(locale, "catalogue")}?q=SPID`,
    "catalogue, search, empty": `${pathTo(locale, "catalogue")}?q=xqzzy+blorf`,
    "catalogue, in plain words": `${pathTo(locale, "catalogue")}?plain=yes`,
    situation: pathTo(locale, "situation"),
    "situation, all of it": `${pathTo(locale, "situation")}?person=older-people&service=health-record&obstacle=little-practice`,
    "situation, one choice": `${pathTo(locale, "situation")}?person=older-people`,
    "situation, nothing met": `${pathTo(locale, "situation")}?service=residence-permit`,
    "situation, unknown value": `${pathTo(locale, "situation")}?service=unheard-of`,
    obstacles: pathTo(locale, "obstacles"),
    "obstacle, met": pathTo(locale, "obstacles", "little-practice"),
    "obstacle, with advice": pathTo(locale, "obstacles", "overload"),
    "obstacle not met": pathTo(locale, "obstacles", "doing-harm"),
    map: pathTo(locale, "map"),
    "map, filtered": `${pathTo(locale, "map")}?country=IT`,
    "map, empty": `${pathTo(locale, "map")}?theme=employment`,
    statistics: pathTo(locale, "statistics"),
    glossary: pathTo(locale, "glossary"),
    sheet: pathTo(locale, "sheet"),
    ...Object.fromEntries(practiceIds.map((id) => [`practice ${id}`, practicePath(locale, id)])),
    history: pathTo(locale, "history", "arles"),
    news: pathTo(locale, "news"),
    "news item": pathTo(locale, "news", newsSlugs[locale]),
    ...Object.fromEntries(aboutPages.map((page) => [page, pathTo(locale, page)])),
    compare: `${pathTo(locale, "compare")}?practice=caban&practice=toscana`,
    "compare, four": `${pathTo(locale, "compare")}?practice=caban&practice=toscana&practice=arles&practice=sern`,
    "compare, to choose": `${pathTo(locale, "compare")}?practice=toscana`,
    "compare, unknown value": `${pathTo(locale, "compare")}?practice=arles&practice=nothing1&practice=%3F`,
    "not found": `/${locale}/there-is-nothing-here`,
  };
}

/** Every form that readers fill in, by name. Forms with a practice are asked for by its id. */
export function formPages(locale: Locale): Record<string, string> {
  return {
    submit: pathTo(locale, "submit"),
    ask: pathTo(locale, "ask", "arles"),
    tried: pathTo(locale, "tried", "arles"),
    barrier: pathTo(locale, "barrier"),
    report: pathTo(locale, "report"),
    tip: pathTo(locale, "tip"),
    wish: pathTo(locale, "wish"),
    word: pathTo(locale, "word"),
  };
}

/** What a first visit may cost: bytes on the wire with everything the page loads, requests, and nodes of the document. */
export type Budget = { bytes: number; requests: number; nodes: number };

function budgetOf(kind: string): Budget {
  if (/^(?:map|statistics)/.test(kind)) return { bytes: 130 * 1024, requests: 8, nodes: 2000 };
  return { bytes: (/^(?:home|catalogue)/.test(kind) ? 90 : 60) * 1024, requests: 8, nodes: 1000 };
}

/** The budget of every kind of reading page. */
export const budgets: Record<string, Budget> = Object.fromEntries(
  Object.keys(readingPages("en")).map((kind) => [kind, budgetOf(kind)]),
);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** No violation of axe's rules for WCAG 2.2 A and AA and of its best practices. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // What is looked for may be there before the style sheet is.
  await page.waitForLoadState();
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const runner = (
      globalThis as unknown as {
        axe: {
          run: (
            context: Document,
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations: found } = await runner.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`,
    );
  });
  expect(violations, name).toEqual([]);
}

/** No part of the page is wider than the window. */
export async function expectNoSideScrolling(page: Page, name: string): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(width[0], name).toBeLessThanOrEqual(width[1] ?? 0);
}
