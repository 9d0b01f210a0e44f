// npm run fonts: cuts the site's two font files out of Atkinson Hyperlegible Next (Braille Institute, SIL Open Font
// License 1.1) as Fontsource packs it: the weights from regular to bold, and the letters we write with.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const wght = { min: 400, max: 700 };

/** Every letter of the four languages, and the signs our texts use: Latin-1, œ, dashes, quotes, arrows. */
const latin = `${between(0x20, 0x7e)}${between(0xa0, 0xff)}ŒœŸ\u2009\u202f‐‑–—‘’“”„…•‹›€™−←↑→↓′″`;
/** Letters of Europe's other languages in Latin script, for names. */
const latinExtended = `${between(0x100, 0x17f)}${between(0x218, 0x21b)}${between(0x1e80, 0x1e85)}ẞỲỳ`;

for (const [part, letters] of [
  ["latin", latin],
  ["latin-ext", latinExtended],
] as const) {
  const source = require.resolve(
    `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`,
  );
  const font = await subsetFont(readFileSync(source), letters, {
    targetFormat: "woff2",
    variationAxes: { wght },
  });
  writeFileSync(`app/fonts/atkinson-${part}.woff2`, font);
  console.log(`app/fonts/atkinson-${part}.woff2  ${font.length} bytes`);
}

function between(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
}
