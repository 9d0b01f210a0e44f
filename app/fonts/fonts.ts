import localFont from "next/font/local";

// Atkinson Hyperlegible Next, made for people with low vision; `npm run fonts` cuts these two files. The first holds
// every letter of the four languages, both weights in one file, so that a page never stands half in another font; each
// page asks for it at once, by a Link header. On a slow line the text does not wait for it, nor does it jump when it comes: the next page
// has it.

export const latin = localFont({
  src: "./atkinson-latin.woff2",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: "Arial",
  fallback: ["Verdana", "DejaVu Sans", "sans-serif"],
  variable: "--font-latin",
});

/** Letters of other languages in names of people and places (ł, ő, ș): fetched only where one stands on the page. */
export const latinExtended = localFont({
  src: "./atkinson-latin-ext.woff2",
  weight: "400 700",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-0151, U+0154-0177, U+0179-017F, U+0218-021B, U+1E80-1E85, U+1E9E, U+1EF2-1EF3",
    },
  ],
  variable: "--font-latin-extended",
});
