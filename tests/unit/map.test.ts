import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { centreOf, drawEurope, frame, toFrame, viewOf } from "@/lib/map/europe";
import { isInside, type Point, type Ring } from "@/lib/map/outlines";
import { type Country, countries } from "@/lib/practice/vocabulary";

const europe = drawEurope();
const drawn = [...europe.countries.values()];

/** The rings that path data draws; it may move, step by step draw lines, and close. */
function ringsOf(path: string): Ring[] {
  return path.split("z").flatMap((ring) => {
    if (ring === "") return [];
    const [start = "", steps = ""] = ring.replace("M", "").split("l");
    const numbers = (text: string) => (text.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/g) ?? []).map(Number);
    const [x = Number.NaN, y = Number.NaN] = numbers(start);
    const corners = [{ x, y }];
    const moves = numbers(steps);
    for (let index = 0; index < moves.length; index += 2) {
      const last = corners.at(-1) as Point;
      const next = { x: last.x + (moves[index] as number), y: last.y + (moves[index + 1] ?? Number.NaN) };
      corners.push({ x: Number(next.x.toFixed(2)), y: Number(next.y.toFixed(2)) });
    }
    return [corners];
  });
}

const rings = new Map([...europe.countries].map(([country, path]) => [country, ringsOf(path)]));
const ringsOfCountry = (country: Country) => rings.get(country) ?? [];

function place(longitude: number, latitude: number): Point {
  const point = toFrame(longitude, latitude);
  if (!point) throw new Error(`${longitude}, ${latitude} is out of sight`);
  return point;
}

describe("the map of Europe", () => {
  test("draws every country that a practice can be filed under", () => {
    expect([...europe.countries.keys()]).toEqual([...countries]);
    for (const country of countries) {
      const all = ringsOfCountry(country);
      expect(all.length, country).toBeGreaterThan(0);
      for (const ring of all) {
        expect(new Set(ring.map(({ x, y }) => `${x} ${y}`)).size, country).toBeGreaterThanOrEqual(3);
        expect(ring.flatMap(({ x, y }) => [x, y]).every(Number.isFinite), country).toBe(true);
      }
    }
  });

  test("holds nothing but path data", () => {
    for (const path of [...drawn, europe.land]) expect(path).toMatch(/^(?:M[-. \d]+l[-. \d]+z)+$/);
  });

  test.each<[string, number, number, Country]>([
    ["Brussels", 4.35, 50.85, "BE"],
    ["Florence", 11.25, 43.77, "IT"],
    ["Arles", 4.63, 43.68, "FR"],
    ["Stockholm", 18.07, 59.33, "SE"],
    ["Pristina", 21.17, 42.66, "XK"],
    ["Belgrade", 20.46, 44.81, "RS"],
    ["Palma", 2.9, 39.62, "ES"],
    ["Kaliningrad", 20.51, 54.71, "RU"],
    ["Nakhchivan", 45.41, 39.21, "AZ"],
    ["Belfast", -6.0, 54.58, "GB"],
    ["the north of Cyprus", 33.35, 35.25, "CY"],
    ["Crimea", 34.1, 44.95, "UA"],
    ["Åland", 20.0, 60.22, "FI"],
    ["Gozo", 14.25, 36.05, "MT"],
    ["San Marino", 12.46, 43.94, "SM"],
  ])("shows %s in its country and in no other", (_, longitude, latitude, country) => {
    const point = place(longitude, latitude);
    expect(countries.filter((one) => isInside(point, ringsOfCountry(one)))).toEqual([country]);
  });

  test("shows neighbouring land apart", () => {
    const land = ringsOf(europe.land);
    for (const [longitude, latitude] of [
      [9.8, 36.6], // Tunis
      [53, 49], // Kazakhstan
      [36.6, 35.5], // Syria
    ] as const)
      expect(isInside(place(longitude, latitude), land)).toBe(true);
    for (const country of countries) expect(isInside(centreOf(country), land), country).toBe(false);
  });

  test("lets neighbours share their border", () => {
    const cornersOf = (...some: Country[]) =>
      some.flatMap((country) => ringsOfCountry(country).flatMap((ring) => ring.map(({ x, y }) => `${x} ${y}`)));
    for (const [inner, around] of [
      ["LU", ["BE", "DE", "FR"]],
      ["LI", ["AT", "CH"]],
      ["AD", ["ES", "FR"]],
      ["SM", ["IT"]],
      ["XK", ["AL", "ME", "MK", "RS"]],
    ] satisfies [Country, Country[]][]) {
      const outside = new Set(cornersOf(...around));
      expect(
        cornersOf(inner).filter((corner) => !outside.has(corner)),
        inner,
      ).toEqual([]);
    }
  });

  test("weighs little", () => {
    const text = drawn.join("");
    expect(text.length).toBeLessThan(26_000);
    expect(gzipSync(text).length).toBeLessThan(9_500);
    expect(europe.land.length).toBeLessThan(2_500);
  });

  test("is the same each time", async () => {
    expect(drawEurope()).toBe(europe);
    vi.resetModules();
    const again = await import("@/lib/map/europe");
    expect(again.drawEurope()).not.toBe(europe);
    expect(again.drawEurope()).toEqual(europe);
  });
});

describe("points", () => {
  test("lie where the projection says, to a tenth of a unit", () => {
    expect(toFrame(10, 52)).toEqual({ x: 350, y: 450 });
    // Straight to the north, distance shrinks by the cosine of half of the angle: 10° are 1110 km on the map.
    expect(toFrame(10, 62)).toEqual({ x: 350, y: 234.4 });
  });

  test("outside of the frame lie nowhere", () => {
    expect(toFrame(-74, 40.7), "New York").toBeUndefined();
    expect(toFrame(-15.4, 28.1), "Las Palmas").toBeUndefined();
    expect(toFrame(-170, -52), "the other end of the world").toBeUndefined();
    expect(toFrame(Number.NaN, 0)).toBeUndefined();
  });

  test("that stand for a country lie in sight and inside of it", () => {
    for (const country of countries) {
      const { x, y } = centreOf(country);
      expect(x > 0 && x < frame.width && y > 0 && y < frame.height, country).toBe(true);
      expect(isInside({ x, y }, ringsOfCountry(country)), country).toBe(true);
    }
  });
});

describe("a view", () => {
  const shows = (view: ReturnType<typeof viewOf>, { x, y }: Point) =>
    x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;

  test("of France shows it whole, with Corsica and little else", () => {
    const view = viewOf({ countries: ["FR"], points: [] }, 1);
    for (const [longitude, latitude] of [
      [-4.78, 48.4], // Brest
      [2.5, 51.05], // Dunkirk
      [8.2, 48.97], // Lauterbourg
      [9.45, 41.4], // Bonifacio
      [1.6, 42.4], // the Pyrenees
    ] as const)
      expect(shows(view, place(longitude, latitude))).toBe(true);
    expect(view.width).toBeLessThan(270);
  });

  test("takes in the islands off the coast, and those off them", () => {
    const denmark = viewOf({ countries: ["DK"], points: [] }, 1, 0);
    expect(shows(denmark, place(14.9, 55.1)), "Bornholm").toBe(true);
    const britain = viewOf({ countries: ["GB"], points: [] }, 1, 0);
    expect(shows(britain, place(-1.2, 60.3)), "Shetland").toBe(true);
  });

  test("of a country does not reach to what lies far off", () => {
    const norway = viewOf({ countries: ["NO"], points: [] }, 1);
    expect(shows(norway, place(-8.5, 71)), "Jan Mayen").toBe(false);
  });

  test("of a small state shows what lies around it", () => {
    const view = viewOf({ countries: ["VA"], points: [] }, 4 / 3, 200);
    expect(view).toMatchObject({ width: 200, height: 150 });
    const centre = centreOf("VA");
    expect(Math.abs(view.x + 100 - centre.x)).toBeLessThan(1);
    expect(Math.abs(view.y + 75 - centre.y)).toBeLessThan(1);
  });

  test("of nothing is the whole map", () => {
    expect(viewOf({ countries: [], points: [] }, frame.width / frame.height)).toEqual({ x: 0, y: 0, ...frame });
  });

  test("holds what it must, in its proportion, and inside of the frame where that has room", () => {
    const point = fc.record({
      x: fc.double({ min: 0, max: frame.width, noNaN: true }),
      y: fc.double({ min: 0, max: frame.height, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.subarray([...countries], { minLength: 1, maxLength: 4 }),
        fc.array(point, { maxLength: 3 }),
        fc.double({ min: 0.6, max: 2, noNaN: true }),
        (chosen, points, proportion) => {
          const view = viewOf({ countries: chosen, points }, proportion);
          const rounding = 0.1;
          const wider = {
            x: view.x - rounding,
            y: view.y - rounding,
            width: view.width + 2 * rounding,
            height: view.height + 2 * rounding,
          };
          // The largest part comes first; what lies beyond the frame is cut off.
          const corners = chosen.flatMap((country) => ringsOfCountry(country)[0] ?? []);
          const inSight = corners.filter(({ x, y }) => x >= 0 && x <= frame.width && y >= 0 && y <= frame.height);
          for (const shown of [...points, ...inSight]) expect(shows(wider, shown)).toBe(true);
          expect(Math.abs(view.width - view.height * proportion)).toBeLessThan(0.3);
          expect(view.width).toBeGreaterThanOrEqual(160);
          if (view.width <= frame.width) {
            expect(view.x).toBeGreaterThanOrEqual(0);
            expect(view.x + view.width).toBeLessThanOrEqual(frame.width + rounding);
          }
          if (view.height <= frame.height) {
            expect(view.y).toBeGreaterThanOrEqual(0);
            expect(view.y + view.height).toBeLessThanOrEqual(frame.height + rounding);
          }
        },
      ),
    );
  });
});
