// npm run screenshots: a picture of every kind of page, narrow and wide, light and dark, in four languages, in
// screenshots/. `npm run screenshots -- --only home --locale sv` takes those whose name begins so, in one language.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isLocale, type Locale, locales } from "../../lib/i18n/locales.ts";
import { type Pages, withEveryPage } from "../support/every-page.ts";
import type { PageKind } from "../support/page-kinds.ts";

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

await withEveryPage(async (pages) => {
  const queue = (wanted ? [wanted] : locales).flatMap((locale) =>
    pages
      .kinds(locale)
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
        await takePictures(locale, kind, pages);
        console.log(`${String(number).padStart(3)}/${all} ${locale} ${kind.name}`);
      }
    }),
  );
  console.log(`${all * widths.length * schemes.length} pictures in ${folder}/`);
});

async function takePictures(locale: Locale, kind: PageKind, { contextFor }: Pages): Promise<void> {
  const context = await contextFor(kind);
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
