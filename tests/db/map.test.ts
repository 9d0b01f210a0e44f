import { describe, expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import { mapPlaces } from "../../lib/map/queries.ts";
import { noFilters } from "../../lib/practice/filters.ts";
import type { PracticeDraft } from "../../lib/practice/practice.ts";
import { states } from "../../lib/practice/rules.ts";
import { aPractice, generatePractices, written } from "../support/practices.ts";
import { published, stored } from "../support/stored.ts";

type Place = NonNullable<PracticeDraft["places"]>[number];
const arles: Place = { name: "Arles", country: "FR", latitude: 43.68, longitude: 4.63 };
const kiruna: Place = { name: "Kiruna", country: "SE", latitude: 67.86, longitude: 20.23 };
const ostuni: Place = { name: "Ostuni", country: "IT", latitude: 40.73, longitude: 17.58 };
const at = (id: string, places: Place[], more: Partial<PracticeDraft> = {}) => aPractice({ id, places, ...more });
const names = async (...filters: Partial<typeof noFilters>[]) =>
  (await mapPlaces("it", Object.assign({ ...noFilters }, ...filters))).places.map(({ name }) => name);

describe("the points of the map", () => {
  test("stand where practices are, those with most practices first", async () => {
    await published(
      at("uno12345", [arles, kiruna]),
      at("due12345", [arles]),
      at("tre12345", [ostuni, arles], { countries: ["FR"] }),
    );
    const { places, placeless } = await mapPlaces("it", noFilters);
    expect(placeless).toBe(0);
    expect(places.map(({ name, count }) => [name, count])).toEqual([
      ["Arles", 3],
      ["Kiruna", 1],
      ["Ostuni", 1],
    ]);
    expect(places[0]).toEqual({ ...arles, count: 3, practice: undefined });
  });

  test("lead to the practice where there is one alone, by its name in the reader's language", async () => {
    const texts = {
      it: { title: "Bussola", sections: {}, provenance: written },
      sv: { title: "Kompassen", sections: {}, provenance: written },
    };
    await published(at("bussola1", [ostuni], { texts }));
    const practiceFor = async (locale: (typeof locales)[number]) =>
      (await mapPlaces(locale, noFilters)).places[0]?.practice;
    expect(await practiceFor("it")).toEqual({ slug: "bussola", title: { text: "Bussola", lang: "it" } });
    expect(await practiceFor("sv")).toEqual({ slug: "kompassen", title: { text: "Kompassen", lang: "sv" } });
    expect(await practiceFor("en")).toMatchObject({ title: { text: "Bussola", lang: "it" } });
  });

  test("count a practice once, however often it names the place", async () => {
    await published(at("bussola1", [ostuni, { ...ostuni, name: "Ostuni, biblioteca" }]));
    expect((await mapPlaces("it", noFilters)).places).toMatchObject([{ name: "Ostuni", count: 1, practice: {} }]);
  });

  test("show what a practice serves only where it names no area and no seat with a point", async () => {
    const served = { ...kiruna, role: "served" as const };
    await published(
      at("area1234", [{ ...ostuni, role: "area" }, served]),
      at("sede1234", [{ ...arles, role: "seat" }, served]),
    );
    expect(await names()).toEqual(["Arles", "Ostuni"]);
    await published(at("servito1", [served]), at("vaga1234", [{ name: "Lapponia", country: "SE" }, served]));
    expect((await mapPlaces("it", noFilters)).places).toMatchObject([{ name: "Kiruna", count: 2 }, {}, {}]);
  });

  test("leave out practices without a point, which are counted", async () => {
    await published(at("bussola1", [ostuni]), at("senza123", []), at("vaga1234", [{ name: "Puglia", country: "IT" }]));
    expect(await mapPlaces("it", noFilters)).toMatchObject({ places: [{ name: "Ostuni" }], placeless: 2 });
    expect(await mapPlaces("it", { ...noFilters, q: "nessuna" })).toEqual({ places: [], points: 0, placeless: 0 });
  });

  test("are those of the selection: by every filter, by years, by a search text", async () => {
    await published(
      at("arles123", [arles], {
        ...{ countries: ["FR"], themes: ["health"], period: { start: "2010", end: "2012" }, evidence: "monitored" },
        texts: { it: { title: "Arles", sections: { plainWords: "In breve." }, provenance: written } },
      }),
      at("kiruna12", [kiruna], { countries: ["SE"], status: "running", audiences: { direct: ["rural"], final: [] } }),
      at("senza123", [], { countries: ["SE"] }),
    );
    expect(await names({ country: ["SE"] })).toEqual(["Kiruna"]);
    expect(await names({ theme: ["health"] })).toEqual(["Arles"]);
    expect(await names({ audience: ["rural"] })).toEqual(["Kiruna"]);
    expect(await names({ status: ["running"] })).toEqual(["Kiruna"]);
    expect(await names({ evidence: ["monitored"] })).toEqual(["Arles"]);
    expect(await names({ plain: ["yes"] })).toEqual(["Arles"]);
    expect(await names({ from: 2011, to: 2011 })).toEqual(["Arles"]);
    expect(await names({ q: "Arles" })).toEqual(["Arles"]);
    expect(await names({ country: ["SE"], theme: ["health"] })).toEqual([]);
    expect((await mapPlaces("it", { ...noFilters, country: ["SE"] })).placeless).toBe(1);
    expect((await mapPlaces("sv", { ...noFilters, plain: ["yes"] })).places).toEqual([]);
  });

  test("are 250 at most, with how many there are in all, and do not depend on the page of the list", async () => {
    const places = Array.from({ length: 6 }, (_, row) =>
      Array.from(
        { length: 50 },
        (__, column): Place => ({
          ...{ name: `${row}.${column}`, country: "IT", latitude: 40 + row, longitude: 10 + column / 10 },
        }),
      ),
    );
    await published(...places.map((some, row) => at(`riga${row}000`, some)));
    expect(await mapPlaces("it", noFilters)).toMatchObject({ places: { length: 250 }, points: 300 });
    expect(await names({ page: 7 })).toEqual(await names());
  });

  test.each(states.filter((state) => state !== "published"))("never show what is %s", async (state) => {
    await stored(at("nascosto", [ostuni]), state);
    await stored(at("vuoto123", []), state);
    for (const locale of locales) {
      expect(await mapPlaces(locale, noFilters)).toEqual({ places: [], points: 0, placeless: 0 });
    }
  });

  test("and the practices without one are all there are", async () => {
    const practices = generatePractices(30, 4).map((one, at) => ({
      ...one,
      places:
        at % 3 === 0
          ? []
          : [{ name: "Ostuni", country: "IT" as const, role: "area" as const, latitude: 40, longitude: at % 2 }],
    }));
    await published(...practices);
    const { places, placeless } = await mapPlaces("fr", noFilters);
    expect(places.reduce((sum, { count }) => sum + count, placeless)).toBe(30);
    expect(places).toHaveLength(2);
  });
});
