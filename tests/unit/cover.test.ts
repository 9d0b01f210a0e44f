import { describe, expect, test } from "vitest";
import { type Cover, type CoverFacts, type CoverShape, drawCover, lightOf } from "@/lib/cover/cover";
import { countries } from "@/lib/practice/vocabulary";

// A cover says true things: what it shows can be counted against what it was drawn from.

const facts: CoverFacts = { id: "sern", countries: ["IT"], themes: 4, audiences: 3, years: { from: 2012, to: 2015 } };
const sizes = [
  [640, 240],
  [1440, 240],
] as const;
const draw = (over: Partial<CoverFacts> = {}, [width, height]: readonly [number, number] = sizes[0]): Cover =>
  drawCover({ ...facts, ...over }, width, height);
const part = (cover: Cover, name: CoverShape["part"]) => cover.shapes.find((shape) => shape.part === name);

/** The separate outlines of a part: one for each "move to". */
const outlines = (cover: Cover, name: CoverShape["part"]) => part(cover, name)?.d.match(/M[^M]*/g) ?? [];

/** Hue, in degrees, and chroma of a colour: the inverse of Ottosson's matrices, worked out from them. */
function hueOf(hex: string): { hue: number; chroma: number; lightness: number } {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
    chroma: Math.hypot(a, b),
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
  };
}
const apart = (one: string, other: string) => {
  const between = Math.abs(hueOf(lightOf(one)).hue - hueOf(lightOf(other)).hue);
  return Math.min(between, 360 - between);
};

describe("a cover", () => {
  test("is the same for the same facts, and another one for another practice", () => {
    expect(draw()).toEqual(draw());
    expect(part(draw({ id: "caban" }), "hills")).not.toEqual(part(draw(), "hills"));
  });

  test.each([1, 4, 9, 12])("has an arch for each of %i themes", (themes) => {
    const [whole, ...arches] = outlines(draw({ themes }), "bridge");
    expect(whole, "the bridge itself, which the arches are cut out of").not.toContain("A");
    expect(arches).toHaveLength(themes);
    for (const arch of arches) expect(arch.match(/A/g)).toHaveLength(1);
  });

  test("stands on one arch even where no theme is known, and on twelve at most", () => {
    expect(outlines(draw({ themes: 0 }), "bridge")).toHaveLength(1 + 1);
    expect(outlines(draw({ themes: 30 }), "bridge")).toHaveLength(1 + 12);
  });

  test.each([1, 3, 8])("has a lamp on a post for each of %i audiences", (audiences) => {
    const cover = draw({ audiences });
    expect(outlines(cover, "lamps")).toHaveLength(audiences);
    expect(outlines(cover, "posts")).toHaveLength(audiences);
  });

  test("has eight lamps at most, and no empty shape where it has none", () => {
    expect(outlines(draw({ audiences: 14 }), "lamps")).toHaveLength(8);
    const dark = draw({ audiences: 0, years: undefined });
    expect(dark.shapes.map((shape) => shape.part)).toEqual(["base", "sky", "sun", "hills", "bridge", "ripples"]);
  });

  /** Where the hand rail runs, in years from 2000 to 2030. */
  const railYears = (years: CoverFacts["years"]) => {
    const rail = /^M([\d.]+) [\d.]+H([\d.]+)$/.exec(part(draw({ years }), "rail")?.d ?? "");
    return rail && [rail[1], rail[2]].map((x) => Number((2000 + (Number(x) * 30) / 640).toFixed(1)));
  };

  test("has a parapet from the first year to the end of the last", () => {
    expect(railYears({ from: 2012, to: 2015 })).toEqual([2012, 2016]);
    expect(railYears({ from: 2012, to: 2012 }), "one year is too short for a railing").toBeNull();
    expect(part(draw(), "parapet")?.gap, "a post for each year").toBeCloseTo(640 / 30, 0);
  });

  test("has a parapet to its end where no end is known, from its start where it is older, and none without a year", () => {
    expect(railYears({ from: 2012 })).toEqual([2012, 2030]);
    expect(railYears({ from: 1985, to: 2003 })).toEqual([2000, 2004]);
    expect(railYears({ to: 2003 }), "of which the start is not known").toBeNull();
    expect(railYears(undefined)).toBeNull();
  });

  test.each(sizes)(
    "is light at %i × %i: ten paths and two kilobytes at most, and no number that is none",
    (...size) => {
      for (const themes of [1, 4, 9, 12])
        for (const id of ["sern", "caban", "arles", "toscana", "x"]) {
          const { shapes } = draw({ id, themes, audiences: 8 }, size);
          expect(shapes.length).toBeLessThanOrEqual(10);
          expect(new Set(shapes.map((shape) => shape.part)).size, "each part once: parts are keys").toBe(shapes.length);
          const paths = shapes.map(({ d }) => d).join("");
          expect(paths).not.toMatch(/NaN|Infinity|undefined|e-/);
          expect(paths.length).toBeLessThanOrEqual(2048);
        }
    },
  );
});

describe("a country's light", () => {
  test("is a colour of one lightness for every country", () => {
    for (const country of countries) {
      expect(lightOf(country)).toMatch(/^#[0-9a-f]{6}$/);
      expect(hueOf(lightOf(country)).lightness, country).toBeCloseTo(0.72, 1);
    }
  });

  test("differs clearly between the first four countries", () => {
    const first = ["BE", "IT", "FR", "SE"];
    const pairs = first.flatMap((one, at) => first.slice(at + 1).map((other) => [one, other] as const));
    expect(pairs).toHaveLength(6);
    for (const [one, other] of pairs) expect(apart(one, other), `${one} and ${other}`).toBeGreaterThan(35);
  });

  test("falls on a cover: one country's alone, or two countries' from two sides", () => {
    const [alone, both] = [draw(), draw({ countries: ["BE", "SE"] })];
    expect([alone.light, alone.sunlight]).toEqual([lightOf("IT"), lightOf("IT")]);
    expect([both.light, both.sunlight]).toEqual([lightOf("BE"), lightOf("SE")]);
  });
});
