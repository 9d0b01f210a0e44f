import type { Page } from "@playwright/test";

// What is measured on a page as a browser has laid it out. Each answers with what is wrong, in words: nothing is good.

/** Texts of which something is hidden because their box is too small for them. */
export const cutOffTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*:not(svg, svg *)")].flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      // Text for screen readers alone stands in a box of one pixel.
      const forEyes = element.clientWidth > 1 && element.clientHeight > 1;
      if (!forEyes || !element.textContent?.trim()) return [];
      const more = {
        height: hides(overflowY) ? element.scrollHeight - element.clientHeight : 0,
        width: hides(overflowX) ? element.scrollWidth - element.clientWidth : 0,
      };
      if (more.height <= 1 && more.width <= 1) return [];
      const name = `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`;
      return [`${name} hides ${more.height} px of its height, ${more.width} px of its width: ${element.textContent}`];
    }),
  );

/**
 * What can be clicked, or typed into, on less than 44 × 44 px. Links in running text are as high as its lines (WCAG
 * 2.5.8, inline); the shapes of a map are as large as the countries, and the same links stand in the list beside it
 * (WCAG 2.5.8, equivalent).
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 44;
    const controls = "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button]";
    const words = (node: Node | null) => node?.textContent?.replace(/[\s\p{P}\p{S}]+/gu, "") ?? "";

    /** Whether other words stand in its line: then it is as high as they are. */
    const inText = (element: Element) => {
      if (getComputedStyle(element).display !== "inline") return false;
      const text = element.closest("p, li, dd, dt, td, th, figcaption, h1, h2, h3");
      return text !== null && words(text).length > words(element).length;
    };

    /** The boxes on which a click reaches a control: its own, its labels', and the layer that it lays over a card. */
    const boxes = (element: Element) => {
      const { content, position } = getComputedStyle(element, "::after");
      const overlay = content !== "none" && position === "absolute" ? (element as HTMLElement).offsetParent : null;
      const labels = [...((element as HTMLInputElement).labels ?? [])];
      return [
        ...element.getClientRects(),
        ...[overlay, ...labels].flatMap((one) => one?.getBoundingClientRect() ?? []),
      ];
    };

    return [...document.querySelectorAll(controls)].flatMap((element) => {
      const own = element.getBoundingClientRect();
      // Skip links wait outside the window until they are focused; the trap for programs always.
      if (!element.checkVisibility() || own.right <= 0 || element.closest("svg") || inText(element)) return [];
      const enough = boxes(element).some(({ width, height }) => width >= least - 0.5 && height >= least - 0.5);
      if (enough) return [];
      const size = `${Math.round(own.width)} × ${Math.round(own.height)}`;
      return [`${element.tagName.toLowerCase()} "${element.textContent?.trim()}" of ${size} px (${element.className})`];
    });
  });
