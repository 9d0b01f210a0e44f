// npm run screenshots: a picture of every kind of page, narrow and wide, light and dark, in four languages, in
// screenshots/. `npm run screenshots -- --only home --locale sv` takes those whose name begins so, in one language.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { isLocale, type Locale, locales } from "../../lib/i18n/locales.ts";
import { generateClient } from "../../server/build.ts";
import { findBrowser } from "../support/browser.ts";
import type { PageKind, Prepared } from "../support/page-kinds.ts";
import { removeData, startSite } from "../support/site.ts";

const folder = "screenshots";
const widths = [320, 768, 1280];
const schemes = ["light", "dark"] as const;
const atOnce = 3;

const { only = "", locale: wanted } = parseArgs({
  options: { only: { type: "string" }, locale: { type: "string" } },
}).values;
if (wanted !== undefined && !isLocale(wanted)) {
  console.error(`Unknown: ${wanted}. There are: ${locales.join(", ")}.`);
  process.exit(1);
}

await generateClient();
const executablePath = findBrowser(console.log);
console.log("starting a site");
const site = await startSite();
// Read where they are loaded, by what knows the ways to the pages.
Object.assign(process.env, { PONTE_URL: site.url, PONTE_DATA_DIR: site.dataDir });
const { pageKinds, prepare } = await import("../support/page-kinds.ts");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const prepared = await prepare(browser);
  const queue = (wanted ? [wanted] : locales).flatMap((locale) =>
    pageKinds(locale, prepared)
      .filter(({ name }) => name.startsWith(only))
      .map((kind) => ({ locale, kind })),
  );
  if (queue.length === 0) throw new Error(`no kind of page is called ${only}…`);
  const all = queue.length;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { locale, kind } = next;
        const number = all - queue.length;
        await takePictures(browser, locale, kind, prepared);
        console.log(`${String(number).padStart(3)}/${all} ${locale} ${kind.name}`);
      }
    }),
  );
  console.log(`${all * widths.length * schemes.length} pictures in ${folder}/`);
} finally {
  await browser.close();
  await site.stop();
  removeData(site);
}

async function takePictures(from: Browser, locale: Locale, kind: PageKind, { editor }: Prepared): Promise<void> {
  const context = await from.newContext({
    baseURL: site.url,
    ...(kind.visitor === "editor" && { storageState: editor }),
  });
  const page = await context.newPage();
  await kind.open(page);
  mkdirSync(join(folder, locale), { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const file = `${kind.name.replaceAll(/[ ,]+/g, "-")}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, locale, file), fullPage: true, animations: "disabled" });
    }
  }
  await context.close();
}
