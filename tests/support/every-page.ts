import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import type { Locale } from "../../lib/i18n/locales.ts";
import { generateClient } from "../../server/build.ts";
import { findBrowser } from "./browser.ts";
import type { PageKind, Prepared } from "./page-kinds.ts";
import { removeData, startSite } from "./site.ts";

/** Every kind of page of a running site, and a browser to open them in. */
export type Pages = {
  kinds: (locale: Locale) => PageKind[];
  /** A context of the visitor that a kind of page is for. */
  contextFor: (kind: PageKind) => Promise<BrowserContext>;
};

/** Starts a site that has something for every kind of page, hands the pages on, and takes all of it down again. */
export async function withEveryPage(work: (pages: Pages) => Promise<void>): Promise<void> {
  await generateClient();
  const executablePath = findBrowser(console.log);
  console.log("starting a site");
  const site = await startSite();
  // Read where they are loaded, by what knows the ways to the pages.
  Object.assign(process.env, { PONTE_URL: site.url, PONTE_DATA_DIR: site.dataDir });
  const { pageKinds, prepare } = await import("./page-kinds.ts");
  let browser: Browser | undefined;
  try {
    const opened = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    browser = opened;
    const prepared: Prepared = await prepare(opened);
    await work({
      kinds: (locale) => pageKinds(locale, prepared),
      contextFor: ({ visitor }) =>
        opened.newContext({ baseURL: site.url, ...(visitor === "editor" && { storageState: prepared.editor }) }),
    });
  } finally {
    await browser?.close();
    await site.stop();
    removeData(site);
  }
}
