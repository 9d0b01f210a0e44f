import type { BrowserContext, Page } from "@playwright/test";

export type LoadedFile = { url: string; type: string; bytes: number };
/** What a first visit to a page loaded, and the nodes of its document: elements, texts and comments. */
export type FirstVisit = { files: LoadedFile[]; bytes: number; nodes: number };

/** Nothing more is loaded after so many milliseconds without a sign of it. */
const quiet = 500;

/**
 * Opens a page in a context that has nothing kept, and counts what comes over the wire: bodies as they are sent, and
 * headers. Fonts, style sheets and the icon included.
 */
export async function firstVisit(context: BrowserContext, page: Page, address: string): Promise<FirstVisit> {
  const session = await context.newCDPSession(page);
  const files = new Map<string, LoadedFile>();
  const underWay = new Set<string>();
  let lastSign = Date.now();
  const ended = (requestId: string) => {
    underWay.delete(requestId);
    lastSign = Date.now();
  };
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    files.set(requestId, { url: request.url, type: type ?? "Other", bytes: 0 });
    underWay.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
    ended(requestId);
  });
  session.on("Network.loadingFailed", ({ requestId }) => ended(requestId));
  await session.send("Network.enable");
  await page.goto(address);
  // A slow device asks for the fonts late: it answers this when it has drawn what it has.
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  // The icon and what is loaded ahead come after everything else.
  while (underWay.size > 0 || Date.now() - lastSign < quiet) await page.waitForTimeout(quiet / 5);
  const nodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  });
  const loaded = [...files.values()];
  return { files: loaded, bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0), nodes };
}
