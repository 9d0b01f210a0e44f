// A practice's picture, drawn from what is known of it: an arch for each theme, a lamp for each audience, a parapet along
// the years it ran, the light of its country. The same facts give the same picture, everywhere. Pure.

/** What a cover is drawn from. `id` seeds what no fact decides: where the sun stands, the hills, the ripples. */
export type CoverFacts = {
  id: string;
  countries: readonly string[];
  themes: number;
  audiences: number;
  years?: { from?: number; to?: number };
};

/** One part of a cover: an SVG path and what it stands for, which decides its paint. */
export type CoverShape = {
  part: "base" | "sky" | "sun" | "hills" | "bridge" | "rail" | "parapet" | "posts" | "lamps" | "ripples";
  d: string;
  /** Of a parapet: how far apart its posts stand, one for each year. */
  gap?: number;
};

/** Finished: the shapes from back to front, and the light of the first and of the second country. */
export type Cover = { width: number; height: number; light: string; sunlight: string; shapes: CoverShape[] };

/** The years that fit along a parapet: what began earlier starts at its left end. */
const [firstYear, lastYear] = [2000, 2030];
const mostLamps = 8;
const mostArches = 12;

/** Draws a cover of a size in SVG units. Wide ones show the same bridge with longer spans. */
export function drawCover(facts: CoverFacts, width: number, height: number): Cover {
  const random = numbersFrom(facts.id);
  const deck = round(height * 0.5);
  const water = round(height * 0.84);
  const [first = "", second] = facts.countries;
  const [railing, top] = [rail(facts.years, width), round(deck - height * 0.035)];
  const lamps = placeLamps(Math.min(facts.audiences, mostLamps), width, deck, height);
  const shapes: CoverShape[] = [
    { part: "base", d: `M0 0h${width}v${height}H0z` },
    { part: "sky", d: `M0 0h${width}v${height}H0z` },
    { part: "sun", d: disc(width * (0.2 + 0.6 * random()), deck - height * 0.06 * random(), height * 0.19) },
    { part: "hills", d: hills(random, width, deck, water) },
    { part: "bridge", d: bridge(Math.max(1, Math.min(facts.themes, mostArches)), width, height, deck, water) },
    ...(railing
      ? ([
          { part: "rail", d: `M${railing.left} ${top}H${railing.right}` },
          {
            part: "parapet",
            d: `M${railing.left} ${round((deck + top) / 2)}H${round(railing.right + 1.6)}`,
            gap: round(width / (lastYear - firstYear)),
          },
        ] as const)
      : []),
    { part: "posts", d: lamps.posts },
    { part: "lamps", d: lamps.heads },
    { part: "ripples", d: ripples(random, width, height, water) },
  ];
  const light = lightOf(first);
  return {
    width,
    height,
    light,
    sunlight: second ? lightOf(second) : light,
    shapes: shapes.filter(({ d }) => d !== ""),
  };
}

/** The colour of a country's light, as `#rrggbb`: its two letters turn the wheel of hues, each by its own step. */
export function lightOf(country: string): string {
  const [first = 0, second = 0] = [...country].map((letter) => letter.charCodeAt(0) - 65);
  return oklchToHex(0.72, 0.115, (27 * first + 33 * second + 275) % 360);
}

function bridge(arches: number, width: number, height: number, deck: number, water: number): string {
  const span = width / arches;
  const pier = Math.min(Math.max(span * 0.05, 4), height * 0.06);
  const crown = deck + height * 0.075;
  const holes = Array.from({ length: arches }, (_, at) => {
    const [left, right] = [at * span + pier / 2, (at + 1) * span - pier / 2];
    const rx = (right - left) / 2;
    const ry = Math.min(rx, water - crown);
    // Against the body's direction, so that it is cut out.
    return `M${round(left)} ${water}V${round(crown + ry)}A${round(rx)} ${round(ry)} 0 0 1 ${round(right)} ${round(crown + ry)}V${water}z`;
  });
  return `M0 ${deck}V${height}H${width}V${deck}z${holes.join("")}`;
}

/**
 * A railing's hand rail, from the year it began to the year it ended; to the bridge's end where no end is known. A single
 * year is too short for one.
 */
function rail(years: CoverFacts["years"], width: number): { left: number; right: number } | undefined {
  if (!years || (years.to !== undefined && years.to <= (years.from ?? years.to))) return undefined;
  const field = width / (lastYear - firstYear);
  const place = (year: number) => field * (Math.min(Math.max(year, firstYear), lastYear) - firstYear);
  const left = round(place(years.from ?? years.to ?? firstYear));
  return { left, right: years.to === undefined ? width : round(place(years.to + 1)) };
}

function placeLamps(count: number, width: number, deck: number, height: number) {
  const [tall, size] = [height * 0.1, height * 0.022];
  const places = Array.from({ length: count }, (_, at) => round((width * (at + 0.5)) / count));
  return {
    posts: places.map((x) => `M${x} ${deck}v-${round(tall)}`).join(""),
    heads: places.map((x) => disc(x, deck - tall - size, size)).join(""),
  };
}

function hills(random: () => number, width: number, deck: number, water: number): string {
  const between = (low: number, high: number) => round(deck + (water - deck) * (low + (high - low) * random()));
  const [start, middle, end] = [between(0.1, 0.7), between(0.15, 0.6), between(0.1, 0.7)];
  const [swing, fall] = [between(-0.25, 0.2), between(0.2, 0.8)];
  return `M0 ${start}C${round(width * 0.18)} ${swing} ${round(width * 0.3)} ${swing} ${round(width * 0.5)} ${middle}S${round(width * 0.8)} ${fall} ${width} ${end}V${water}H0z`;
}

function ripples(random: () => number, width: number, height: number, water: number): string {
  const rows = 5;
  return Array.from({ length: rows }, (_, row) => {
    const y = round(water + ((height - water) * (row + 0.8)) / (rows + 0.6));
    const long = width * (0.06 + 0.1 * random());
    return `M${round((width - long) * random())} ${y}h${round(long)}`;
  }).join("");
}

function disc(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x) - r} ${round(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

/** Whole units do: a cover is shown no larger than it is drawn, but for the lamps. */
const round = Math.round;

/** Numbers from 0 to 1 that a text decides: FNV-1a (Fowler, Noll, Vo) seeds mulberry32 (T. Ettinger, public domain). */
function numbersFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A colour of equal lightness for every hue, as `#rrggbb`. Old browsers and the picture renderer know no oklch().
 * @param lightness 0 to 1, @param chroma 0 to about 0.3, @param hue degrees
 * @see B. Ottosson, A perceptual color space for image processing, 2020 (bottosson.github.io/posts/oklab)
 */
function oklchToHex(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear.map((value) => {
    const clipped = Math.min(Math.max(value, 0), 1);
    const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${bytes.join("")}`;
}
