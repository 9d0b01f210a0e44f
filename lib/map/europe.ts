import { geoAzimuthalEqualArea } from "d3-geo";
import type { Country } from "../practice/vocabulary.ts";
import {
  areaOf,
  boundsOf,
  cutRing,
  type Frame,
  isInside,
  type Outline,
  type Outlines,
  type Point,
  type Ring,
  readOutlines,
} from "./outlines.ts";

// Ponte's map of Europe as SVG: path data, points and views, all in the units of one frame. It is drawn as the maps of
// the European Union are (ETRS89-LAEA, EPSG:3035), so that areas can be compared.

export type View = Point & Frame;

/** From Iceland to Azerbaijan and from the North Cape to Cyprus; one unit is 5.15 km, one square unit 26.5 km². */
export const frame: Frame = { width: 1000, height: 840 };

/** Lambert azimuthal equal-area, centred on 10° E 52° N, on a sphere of 6371 km. */
const projection = geoAzimuthalEqualArea()
  .rotate([-10, -52])
  .scale(6371 / 5.15)
  .translate([350, 450]);

/** The gap in units (about 150 km) up to which an island counts as part of what it lies off. */
const nearby = 30;

const round = (value: number, digits: number) => Number(value.toFixed(digits));
const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

let outlines: Outlines | undefined;

function outlinesInFrame(): Outlines {
  outlines ??= readOutlines(projection, frame);
  return outlines;
}

/** Path data of one ring: steps from corner to corner, which are shorter to write than places. */
function drawRing(ring: Ring): string {
  const write = (value: number) => String(round(value, 2)).replace(/^(-?)0\./, "$1.");
  const corners = ring.map(({ x, y }) => ({ x: round(x, 2), y: round(y, 2) }));
  const [start = { x: 0, y: 0 }, ...rest] = corners;
  let from = start;
  let steps = "";
  for (const to of rest) {
    if (distance(from, to) === 0) continue;
    steps += ` ${write(to.x - from.x)} ${write(to.y - from.y)}`;
    from = to;
  }
  // Where a sign or a second decimal point begins a number, nothing needs to stand before it.
  return `M${write(start.x)} ${write(start.y)}l${steps.trim()}z`.replace(/ (?=-)|(?<=\.\d+) (?=\.)/g, "");
}

const draw = ({ parts, holes }: Outline) => [...parts, ...holes].map(drawRing).join("");

let drawn: { countries: ReadonlyMap<Country, string>; land: string } | undefined;

/** Country code → SVG path data in the frame's units; `land`: all other land in sight. Drawn once. */
export function drawEurope() {
  if (drawn) return drawn;
  const { countries, land } = outlinesInFrame();
  drawn = {
    countries: new Map([...countries].map(([country, outline]) => [country, draw(outline)])),
    land: draw(land),
  };
  return drawn;
}

/** How wide a small map is, in steps. A border's two sides fall on the same steps, so no gap opens between countries. */
const fineness = 100;

/**
 * The part of the map in a view, as finely as a picture of some hundred pixels shows: a small map is a small drawing.
 * @returns outlines and points in steps, from 0 to `width` and `height`
 */
export function drawPart(view: View, points: Point[]) {
  const { countries, land } = outlinesInFrame();
  const step = view.width / fineness;
  const [width, height] = [fineness, Math.round(view.height / step)];
  // Cut two steps outside of what is shown, so that no line is drawn along the cut.
  const shown = {
    min: { x: view.x - 2 * step, y: view.y - 2 * step },
    max: { x: view.x + view.width + 2 * step, y: view.y + view.height + 2 * step },
  };
  const toSteps = ({ x, y }: Point): Point => ({
    x: Math.round((x - view.x) / step),
    y: Math.round((y - view.y) / step),
  });
  const isCorner = ({ x, y }: Point, at: number, all: Ring) => {
    // Along the cut all are kept: two that fall on one step would both go, and a corner of the picture with them.
    if (x < 0 || y < 0 || x > width || y > height) return true;
    const [before, after] = [all.at(at - 1) as Point, all[(at + 1) % all.length] as Point];
    return !(x === before.x && x === after.x) && !(y === before.y && y === after.y);
  };
  const rings = (all: Ring[]) =>
    all
      .flatMap((ring) => cutRing(ring, shown))
      .map((ring) => ring.map(toSteps).filter(isCorner))
      .filter((ring) => ring.length > 2);
  const part = ({ parts, holes }: Outline) => draw({ parts: rings(parts), holes: rings(holes) });
  const outlines = [...countries].map(([country, outline]) => [country, part(outline)] as const);
  return {
    width,
    height,
    countries: new Map(outlines.filter(([, path]) => path !== "")),
    land: part(land),
    points: points.map(({ x, y }) => ({ x: round((x - view.x) / step, 1), y: round((y - view.y) / step, 1) })),
  };
}

/** Where a point (in degrees) lies in the frame, to a tenth of a unit; undefined where it lies outside of it. */
export function toFrame(longitude: number, latitude: number): Point | undefined {
  const [x = Number.NaN, y = Number.NaN] = projection([longitude, latitude]) ?? [];
  return x >= 0 && x <= frame.width && y >= 0 && y <= frame.height ? { x: round(x, 1), y: round(y, 1) } : undefined;
}

/** Where the weight of a ring's area lies, which may be outside of a bent one. */
function centroidOf(ring: Ring): Point {
  const area = areaOf(ring);
  const sum = { x: 0, y: 0 };
  let a = ring.at(-1) as Point;
  for (const b of ring) {
    const cross = a.x * b.y - b.x * a.y;
    sum.x += (a.x + b.x) * cross;
    sum.y += (a.y + b.y) * cross;
    a = b;
  }
  return { x: sum.x / (6 * area), y: sum.y / (6 * area) };
}

/** How far a point is from the nearest line of the rings. */
function clearanceOf(point: Point, rings: Ring[]): number {
  let least = Infinity;
  for (const ring of rings) {
    let a = ring.at(-1) as Point;
    for (const b of ring) {
      const along = { x: b.x - a.x, y: b.y - a.y };
      const length = along.x ** 2 + along.y ** 2;
      const share = length && ((point.x - a.x) * along.x + (point.y - a.y) * along.y) / length;
      const t = within(share, 0, 1);
      least = Math.min(least, distance(point, { x: a.x + t * along.x, y: a.y + t * along.y }));
      a = b;
    }
  }
  return least;
}

function outlineOf(country: Country): Outline {
  return outlinesInFrame().countries.get(country) ?? { parts: [], holes: [] };
}

const centres = new Map<Country, Point>();

/**
 * Where a country too small to be seen has its disc: a point inside its largest part in sight, in the frame's units to a
 * hundredth. It is well away from the borders and not far from the centroid, found on ever finer grids.
 */
export function centreOf(country: Country): Point {
  const known = centres.get(country);
  if (known) return known;
  const { parts, holes } = outlineOf(country);
  const [main = []] = parts;
  const rings = [main, ...holes];
  const centroid = centroidOf(main);
  const { min, max } = boundsOf(main);
  const steps = 12;
  let width = max.x - min.x;
  let height = max.y - min.y;
  let best = { x: (min.x + max.x) / 2, y: (min.y + max.y) / 2 };
  let bestScore = -Infinity;
  for (let pass = 0; pass < 4; pass++) {
    const middle = best;
    for (let column = -steps; column <= steps; column += 2)
      for (let row = -steps; row <= steps; row += 2) {
        const point = { x: middle.x + (width * column) / steps / 2, y: middle.y + (height * row) / steps / 2 };
        if (!isInside(point, rings)) continue;
        const score = clearanceOf(point, rings) - distance(point, centroid) / 4;
        if (score > bestScore) {
          best = point;
          bestScore = score;
        }
      }
    width /= 4;
    height /= 4;
  }
  const centre = { x: round(best.x, 2), y: round(best.y, 2) };
  centres.set(country, centre);
  return centre;
}

/** The corners of what people know as the country’s shape: its largest part in sight, and the parts off it, and off those. */
function mainParts(country: Country): Point[] {
  const [main = [], ...others] = outlineOf(country).parts;
  const near = [...main];
  let waiting = others;
  for (let found = true; found; ) {
    const { min, max } = boundsOf(near);
    const isNear = (part: Ring) => {
      const other = boundsOf(part);
      const gap = {
        x: Math.max(min.x - other.max.x, other.min.x - max.x),
        y: Math.max(min.y - other.max.y, other.min.y - max.y),
      };
      return Math.max(gap.x, gap.y) <= nearby;
    };
    const joining = waiting.filter(isNear);
    near.push(...joining.flat());
    waiting = waiting.filter((part) => !joining.includes(part));
    found = joining.length > 0;
  }
  return near;
}

/** The start of a stretch of this length around a middle, moved into the frame where it fits there. */
function startOf(middle: number, length: number, whole: number): number {
  return length > whole ? (whole - length) / 2 : within(middle - length / 2, 0, whole - length);
}

/**
 * A part of the frame, as a viewBox to a tenth of a unit, that shows the main parts of these countries whole and these
 * points, with a margin; the whole frame if there are none. `proportion`: width divided by height. `least`: the least
 * width in units. Where the proportion asks for more than the frame has, the view stands out over it evenly.
 */
export function viewOf(selection: { countries: Country[]; points: Point[] }, proportion: number, least = 160): View {
  const whole = { x: frame.width, y: frame.height };
  const shown = [...selection.countries.flatMap(mainParts), ...selection.points];
  const bounds = boundsOf(
    (shown.length > 0 ? shown : [{ x: 0, y: 0 }, whole]).map(({ x, y }) => ({
      x: within(x, 0, whole.x),
      y: within(y, 0, whole.y),
    })),
  );
  const margin = 1.16;
  const wide = Math.min((bounds.max.x - bounds.min.x) * margin, whole.x);
  const high = Math.min((bounds.max.y - bounds.min.y) * margin, whole.y);
  const width = Math.max(wide, high * proportion, least);
  const height = width / proportion;
  return {
    x: round(startOf((bounds.min.x + bounds.max.x) / 2, width, whole.x), 1),
    y: round(startOf((bounds.min.y + bounds.max.y) / 2, height, whole.y), 1),
    width: round(width, 1),
    height: round(height, 1),
  };
}
