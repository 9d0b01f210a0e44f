import { type Browser, chromium, type Page } from "@playwright/test";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { budgets, practicePath, readingPages } from "../e2e/pages.ts";
import { findBrowser } from "../support/browser.ts";
import { type FirstVisit, firstVisit } from "../support/first-visit.ts";
import type { Site } from "../support/site.ts";
import { median } from "./median.ts";

const rounds = 3;
/** A slow mobile line, bits per second and milliseconds, and a device four times slower than this one. */
const line = { rate: 400_000, latency: 400, slowdown: 4 };
const goals = { paint: 2.5, shift: 0 };

type Painted = FirstVisit & { paint: number; shift: number };

/** What somebody with a slow line and an old device waits for, who comes for the first time. */
export async function measureFirstVisits({ url }: Site): Promise<void> {
  console.log(
    `\n## First visits (${line.rate / 1000} kbit/s, ${line.latency} ms there and back, device ${line.slowdown} times slower; medians of ${rounds})`,
  );
  console.log(`${"".padEnd(29)}   largest paint   layout shift   on the wire   requests  nodes`);
  console.log(`${"goal".padEnd(29)}${`${goals.paint} s`.padStart(16)}${String(goals.shift).padStart(15)}`);
  const browser = await chromium.launch({ executablePath: findBrowser(() => {}), args: ["--no-sandbox"] });
  const english = Object.entries(readingPages("en")).map(([kind, path]) => ["en", kind, path] as const);
  const others = locales
    .filter((locale) => locale !== "en")
    .flatMap((locale: Locale) => [
      [locale, "home", `/${locale}`] as const,
      [locale, "practice arles", practicePath(locale, "arles")] as const,
    ]);
  try {
    for (const [locale, kind, path] of [...english, ...others]) {
      const visits: Painted[] = [];
      for (let round = 0; round < rounds; round++) visits.push(await visitSlowly(browser, url + path));
      const middle = (of: (visit: Painted) => number) => median(visits.map(of));
      const figures = [
        `${(middle(({ paint }) => paint) / 1000).toFixed(2)} s`.padStart(16),
        middle(({ shift }) => shift)
          .toFixed(3)
          .padStart(15),
        `${(middle(({ bytes }) => bytes) / 1024).toFixed(1)} of ${(budgets[kind]?.bytes ?? 0) / 1024}`.padStart(14),
        String(middle(({ files }) => files.length)).padStart(11),
        String(middle(({ nodes }) => nodes)).padStart(7),
      ];
      console.log(`${locale} ${kind.padEnd(26)}${figures.join("")}`);
    }
  } finally {
    await browser.close();
  }
}

async function visitSlowly(browser: Browser, address: string): Promise<Painted> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.latency,
    downloadThroughput: line.rate / 8,
    uploadThroughput: line.rate / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: line.slowdown });
  await observePaint(page);
  const visit = await firstVisit(context, page, address);
  const seen = await page.evaluate(() => (globalThis as typeof globalThis & Seen).seen);
  await context.close();
  return { ...visit, ...seen };
}

type Seen = { seen: { paint: number; shift: number } };

/** Has the browser note its paints: this script is the browser's, not the page's, so the page's policy does not stop it. */
async function observePaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.paint = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}
