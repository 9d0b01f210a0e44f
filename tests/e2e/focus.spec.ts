import { expect, type Locator, type Page } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { messages } from "./journeys.ts";
import { practicePath } from "./pages.ts";
import { test } from "./visitor.ts";

// Whoever goes through a page with the Tab key sees at every stop where they are.

test.use({ trace: "off" });

const pages = {
  home: pathTo("it", "home"),
  catalogue: `${pathTo("fr", "catalogue")}?country=IT`,
  practice: practicePath("sv", "toscana"),
  map: pathTo("en", "map"),
  form: pathTo("it", "submit"),
};

for (const { name, width, media } of [
  { name: "1280 px, light", width: 1280, media: { colorScheme: "light" } },
  { name: "320 px, dark", width: 320, media: { colorScheme: "dark" } },
  { name: "320 px, forced colours", width: 320, media: { forcedColors: "active" } },
] as const) {
  test(`every stop on the way through home, catalogue, practice, map and form is seen, at ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia(media);
    const looked = new Set<string>();
    for (const [kind, path] of Object.entries(pages)) {
      await page.goto(path);
      const stops = await walk(page, looked);
      expect(stops.length, kind).toBeGreaterThan(20);
      expect
        .soft(
          stops.flatMap(({ troubles }) => troubles),
          kind,
        )
        .toEqual([]);
    }
  });
}

for (const width of [1280, 320]) {
  test(`an explanation covers nothing that is focused, and leads back to its word, at ${width} px`, async ({
    page,
  }) => {
    const t = messages.en.glossary;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(practicePath("en", "arles"));
    const term = page.locator("main .term").first();
    const meaning = page.locator(".meaning:target");
    await term.click();
    await expect(meaning).toBeInViewport({ ratio: 1 });
    expect(await distanceToFoot(meaning)).toBe(0);

    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(20);
    expect.soft(stops.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(stops.map(({ name }) => name)).toContain(t.backToText);

    await meaning.getByRole("link", { name: t.backToText }).click();
    await expect(meaning).toHaveCount(0);
    await expect(term).toBeInViewport({ ratio: 1 });
    // From here one goes on after the word, not at the top of the page.
    await page.keyboard.press("Tab");
    expect(await isPassed(term)).toBe(true);
  });
}

const distanceToFoot = (shown: Locator) =>
  shown.evaluate((element) => Math.round(window.innerHeight - element.getBoundingClientRect().bottom));

/** Whether what is focused stands after something, in the page's content. */
const isPassed = (word: Locator) =>
  word.evaluate((element) => {
    const focused = document.activeElement;
    const after = focused && element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
    return Boolean(after && focused.closest("main"));
  });

type Stop = { name: string; troubles: string[] };

/**
 * Goes once through every stop of a page.
 * @param looked the kinds of stops whose mark of focus was looked at; without it, no mark is
 */
async function walk(page: Page, looked?: Set<string>): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(whereFocusIs);
    // Between the last stop and the first, the browser itself has the focus.
    if (stop === "nowhere") continue;
    if (stop === "seen before") return stops;
    const { name, kind, box, hidden } = stop;
    const troubles = hidden ? [`${name} (${kind}): ${hidden}`] : [];
    if (looked && !hidden && !looked.has(kind)) {
      looked.add(kind);
      const share = await markedShare(page, box, kind.startsWith("svg"));
      if (share < 1) troubles.push(`${name} (${kind}): its mark is ${Math.round(share * 100)} % of what is needed`);
    }
    stops.push({ name, troubles });
  }
}

type Area = { x: number; y: number; width: number; height: number };
type Focus = { name: string; kind: string; box: Area; hidden: string };

/** What is focused, what kind of thing it is, where, and what hides it, if anything does. */
function whereFocusIs(): "nowhere" | "seen before" | Focus {
  const element = document.activeElement;
  if (!element || element === document.body) return "nowhere";
  const shared = window as { stops?: WeakSet<Element> };
  shared.stops ??= new WeakSet();
  if (shared.stops.has(element)) return "seen before";
  shared.stops.add(element);

  const labels = [...((element as HTMLInputElement).labels ?? [])];
  const name = (element.getAttribute("aria-label") ?? labels[0]?.textContent ?? element.textContent ?? "").trim();
  const within = element.closest("header, main, footer, svg")?.tagName ?? "body";
  const kind = `${within} ${element.tagName} ${element.getAttribute("type") ?? ""} ${element.getAttribute("class")}`;
  const { x, y, width, height } = element.getBoundingClientRect();
  const found = { name, kind: kind.toLowerCase(), box: { x, y, width, height } };

  // A link that breaks over two lines is looked for where its first words are, a field of many lines where one types.
  const inSvg = element instanceof SVGElement;
  const first = (inSvg ? undefined : element.getClientRects()[0]) ?? found.box;
  const tall = element.tagName === "TEXTAREA" ? Math.min(first.height, 44) : first.height;
  const sides = [
    first.y < -1 && "top",
    first.y + tall > innerHeight + 1 && "bottom",
    first.x < -1 && "left",
    first.x + first.width > innerWidth + 1 && "right",
  ].filter(Boolean);
  if (sides.length > 0) return { ...found, hidden: `outside the window, ${sides.join(", ")}` };

  const isSeenAt = (left: number, top: number) => {
    const there = document.elementFromPoint(left, top);
    if (!there) return false;
    if (element.contains(there)) return true;
    // Round corners and the room between a label and its box show what lies around them.
    return !inSvg && (there.contains(element) || labels.some((label) => label.contains(there)));
  };
  const along = (from: number, length: number, steps: number[]) => steps.map((step) => from + 2 + step * (length - 4));
  // The middle of a country may lie in the sea, or under the point of a practice: it must be seen somewhere.
  const steps = inSvg ? [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] : [0, 0.5, 1];
  const points = along(first.x, first.width, steps).flatMap((left) =>
    along(first.y, tall, steps).map((top) => ({ left, top, seen: isSeenAt(left, top) })),
  );
  const lost = points.filter(({ seen }) => !seen);
  if (lost.length < (inSvg ? points.length : 1)) return { ...found, hidden: "" };
  const cover = lost[0] && document.elementFromPoint(lost[0].left, lost[0].top);
  return { ...found, hidden: `covered at ${lost[0]?.left}, ${lost[0]?.top} by ${cover?.outerHTML.slice(0, 100)}` };
}

/**
 * How much of what WCAG 2.4.13 asks for the mark of focus has: pixels that change with a contrast of 3 to 1 or more,
 * against those of a line of 2 px round the element. Edges beyond the window do not count.
 * @param isShape whether it is a shape of a drawing, not a box
 * @returns 1 for exactly enough
 */
async function markedShare(page: Page, box: Area, isShape: boolean): Promise<number> {
  const { x, y, width, height } = box;
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const margin = 10;
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  const right = Math.min(size.width, x + width + margin);
  const bottom = Math.min(size.height, y + height + margin);
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  const shot = async () => (await page.screenshot({ clip, animations: "disabled" })).toString("base64");
  const focused = await shot();
  const element = await page.evaluateHandle(() => {
    const active = document.activeElement as HTMLElement;
    active.blur();
    return active;
  });
  const plain = await shot();
  // Back to the same stop, as the Tab key had left it.
  await element.evaluate((active) => active.focus({ preventScroll: true }));
  const changed = await page.evaluate(contrastingPixels, [focused, plain] as const);
  const seen = {
    width: Math.min(size.width, x + width) - Math.max(0, x),
    height: Math.min(size.height, y + height) - Math.max(0, y),
  };
  const edges = [
    y >= 0 && seen.width,
    y + height <= size.height && seen.width,
    x >= 0 && seen.height,
    x + width <= size.width && seen.height,
  ];
  // The outline of a country is about as long as that of the ellipse in its box.
  const outline = edges.reduce<number>((sum, edge) => sum + (edge || 0), 0) * (isShape ? Math.PI / 4 : 1);
  return changed / (2 * outline);
}

/** How many pixels differ between two pictures (PNG, base64) with a contrast of at least 3 to 1, as WCAG measures it. */
async function contrastingPixels(pictures: readonly [string, string]): Promise<number> {
  const read = async (picture: string) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext(
      "2d",
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  };
  const linear = (value = 0) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (data: Uint8ClampedArray, at: number) =>
    0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
  const [one, other] = [await read(pictures[0]), await read(pictures[1])];
  let count = 0;
  for (let at = 0; at < one.length; at += 4) {
    const [a, b] = [luminance(one, at) + 0.05, luminance(other, at) + 0.05];
    if (Math.max(a, b) / Math.min(a, b) >= 3) count++;
  }
  return count;
}
