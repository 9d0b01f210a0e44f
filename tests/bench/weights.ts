import { brotliCompressSync, gzipSync } from "node:zlib";
import { locales } from "../../lib/i18n/locales.ts";
import { readingPages } from "../e2e/pages.ts";
import type { Site } from "../support/site.ts";

/** What a page and its style sheet weigh, whole and compressed. */
export async function measureWeights({ url }: Site): Promise<void> {
  console.log("\n## Page weights (KB: HTML, its style sheet, both, both with gzip, both with brotli)");
  for (const locale of locales) {
    for (const [name, path] of Object.entries(readingPages(locale))) {
      const html = Buffer.from(await (await fetch(url + path)).arrayBuffer());
      const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html.toString())?.[1];
      const css = style ? Buffer.from(await (await fetch(url + style)).arrayBuffer()) : Buffer.alloc(0);
      const sizes = [
        html.length,
        css.length,
        html.length + css.length,
        gzipSync(html).length + gzipSync(css).length,
        brotliCompressSync(html).length + brotliCompressSync(css).length,
      ];
      console.log(`${locale} ${name.padEnd(26)}${sizes.map((size) => (size / 1024).toFixed(1).padStart(7)).join("")}`);
    }
  }
}
