import type { Page } from "@playwright/test";
import { type Locale, locales } from "../../lib/i18n/locales.ts";

// The ways in which people look at a page. Not every way of putting them together is tried, but every two choices meet:
// what goes wrong goes wrong where two of them meet, hardly ever where three do.

/** A width of 320 px is also what a window of 1280 px has at 400 % zoom (WCAG 1.4.10). */
export type Look = {
  locale: Locale;
  scheme: "light" | "dark";
  forcedColors: "none" | "active";
  width: 320 | 1280;
  /** Whether the reader sets lines, paragraphs, letters and words further apart (WCAG 1.4.12), in a font of their own. */
  spaced: boolean;
};

const bits = [0, 1] as const;

/**
 * Eight looks in which every two choices meet: an orthogonal array of strength two, four languages by four times two
 * choices (Taguchi's L8 with three of its columns joined for the languages).
 */
export const looks: Look[] = bits.flatMap((a) =>
  bits.flatMap((b) =>
    bits.map((c) => ({
      locale: locales[2 * a + b] as Locale,
      scheme: c ? "dark" : "light",
      forcedColors: a ^ c ? "active" : "none",
      width: b ^ c ? 320 : 1280,
      spaced: (a ^ b ^ c) === 1,
    })),
  ),
);

/** A look in words, for the name of a test. */
export const nameOf = ({ locale, scheme, forcedColors, width, spaced }: Look): string =>
  [
    locale,
    `${width} px`,
    scheme,
    ...(forcedColors === "active" ? ["forced colours"] : []),
    ...(spaced ? ["text spaced"] : []),
  ].join(", ");

/** From now on, the page is looked at in this way, wherever it goes. */
export async function lookAt(page: Page, { scheme, forcedColors, width, spaced }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: scheme, forcedColors });
  if (!spaced) return;
  await page.addInitScript(spaceText);
  await page.route("**/*.woff2", (route) => route.abort());
}

/** A reader's own style sheet, with the distances of WCAG 1.4.12. Pages cannot forbid it, as they cannot a browser's. */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}

/**
 * Has axe measure the colours that are seen. It asks for the colour in which letters are filled, which Chromium gives as
 * the page wanted it even where it paints the system's.
 */
export const paintForcedColours = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const painted = [...document.querySelectorAll("body *")].flatMap((element) =>
      element instanceof HTMLElement ? [{ element, color: getComputedStyle(element).color }] : [],
    );
    for (const { element, color } of painted) element.style.setProperty("-webkit-text-fill-color", color);
  });
