import localFont from "next/font/local";

// Atkinson Hyperlegible Next (Braille Institute, SIL Open Font License 1.1), made for people with low vision. Two small
// files hold every letter of the four languages; each page asks for them at once. On a slow line the text does not wait
// for them, nor does it jump when they come: the next page has them.

export const latin = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2",
      weight: "700",
    },
  ],
  display: "optional",
  adjustFontFallback: "Arial",
  fallback: ["Verdana", "DejaVu Sans", "sans-serif"],
  variable: "--font-latin",
});

/** Letters of other languages in names of people and places (ł, ő, ș): fetched only where one stands on the page. */
export const latinExtended = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff2",
      weight: "700",
    },
  ],
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB" },
  ],
  variable: "--font-latin-extended",
});
