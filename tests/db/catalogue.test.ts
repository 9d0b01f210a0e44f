import { describe, expect, test } from "vitest";
import { searchCatalogue, selectIds } from "../../lib/catalogue/queries.ts";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { type FacetName, type Filters, facetNames, noFilters } from "../../lib/practice/filters.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import {
  findSlug,
  getCards,
  getPractice,
  getPractices,
  listAddresses,
  resolvePractice,
} from "../../lib/practice/queries.ts";
import { periodYears, type State, states } from "../../lib/practice/rules.ts";
import { similarPractices } from "../../lib/similar/queries.ts";
import { aPractice, generatePractices, written } from "../support/practices.ts";
import { act, published, stored } from "../support/stored.ts";

const named = (id: string, title: string, more: object = {}): PracticeInput =>
  aPractice({ id, texts: { it: { title, sections: {}, provenance: written } }, ...more });
const search = async (filters: Partial<Filters>, locale: Locale = "it") =>
  (await searchCatalogue(locale, { ...noFilters, ...filters }, 100)).cards.map(({ id }) => id);
const find = (q: string, locale?: Locale) => search({ q, sort: "relevance" }, locale);

describe("what the catalogue counts", () => {
  /** The codes by which each filter knows a practice, for a reader of a language. */
  const codesOf = (practice: PracticeInput, locale: Locale): Record<FacetName, readonly string[]> => ({
    country: practice.countries,
    theme: practice.themes,
    audience: [...practice.audiences.direct, ...practice.audiences.final],
    organisation: practice.organisations.flatMap(({ type }) => type ?? []),
    status: [practice.status],
    evidence: [practice.evidence],
    plain: practice.texts[locale]?.sections.plainWords ? ["yes"] : [],
    obstacle: practice.obstacles.map(({ code }) => code),
  });
  type Condition = FacetName | "years";
  const conditions: Condition[] = [...facetNames, "years"];
  const meets = (practice: PracticeInput, locale: Locale, filters: Filters, condition: Condition): boolean => {
    if (condition !== "years") {
      const wanted: string[] = filters[condition];
      return wanted.length === 0 || codesOf(practice, locale)[condition].some((code) => wanted.includes(code));
    }
    if (filters.from === undefined && filters.to === undefined) return true;
    const years = periodYears(practice.period);
    if (!years) return false;
    return (
      (years.to ?? Infinity) >= (filters.from ?? -Infinity) && (years.from ?? -Infinity) <= (filters.to ?? Infinity)
    );
  };

  /** The same answer, by going through all practices one by one. */
  function countPlainly(practices: PracticeInput[], filters: Filters, locale: Locale = "en") {
    const meetingAllBut = (left?: Condition) =>
      practices.filter((one) => conditions.every((name) => name === left || meets(one, locale, filters, name)));
    const facets = facetNames.map((name) => {
      const codes = meetingAllBut(name).flatMap((one) => [...new Set(codesOf(one, locale)[name])]);
      return [
        name,
        Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length])),
      ];
    });
    const asked = filters.from !== undefined || filters.to !== undefined;
    return {
      ids: meetingAllBut().map(({ id }) => id),
      facets: Object.fromEntries(facets),
      undated: asked ? meetingAllBut("years").filter(({ period }) => !periodYears(period)).length : 0,
    };
  }

  test("is right for every combination of filters: in total, for each value, and without a year", async () => {
    const practices = generatePractices(40);
    await published(...practices);
    const chosen: Partial<Filters>[] = [
      { country: ["FR", "IT"] },
      { theme: ["basic-skills", "e-services"] },
      { audience: ["adults", "everyone"] },
      { organisation: ["local-authority", "public-body"] },
      { status: ["ended", "running"] },
      { evidence: ["described", "evaluated", "monitored"] },
      { from: 2008, to: 2012 },
    ];
    let found = 0;
    for (let bits = 0; bits < 2 ** chosen.length; bits++) {
      const filters: Filters = Object.assign({ ...noFilters }, ...chosen.filter((_, at) => bits & (1 << at)));
      const { cards, total, facets, undated } = await searchCatalogue("en", filters, 100);
      const plain = countPlainly(practices, filters);
      expect({ ids: cards.map(({ id }) => id).sort(), facets, undated }).toEqual({ ...plain, ids: plain.ids.sort() });
      expect(total).toBe(plain.ids.length);
      found += total;
    }
    // The combinations are of some use: most find something.
    expect(found).toBeGreaterThan(128);
  });

  test("is right for open years", async () => {
    const practices = generatePractices(40, 2);
    await published(...practices);
    for (const years of [{ from: 2010 }, { to: 2010 }, { from: 2190 }, { to: 1900 }, { from: 2010, to: 2010 }]) {
      const { cards, undated } = await searchCatalogue("en", { ...noFilters, ...years }, 100);
      const plain = countPlainly(practices, { ...noFilters, ...years });
      expect({ ids: cards.map(({ id }) => id).sort(), undated }).toEqual({
        ids: plain.ids.sort(),
        undated: plain.undated,
      });
    }
  });

  test("knows versions in plain words in the reader's language alone", async () => {
    const practices = generatePractices(40, 3);
    await published(...practices);
    const counts = new Set<number | undefined>();
    for (const locale of locales) {
      for (const filters of [noFilters, { ...noFilters, plain: ["yes" as const], theme: ["e-services" as const] }]) {
        const { cards, facets } = await searchCatalogue(locale, filters, 100);
        const plain = countPlainly(practices, filters, locale);
        expect({ ids: cards.map(({ id }) => id).sort(), facets }).toEqual({
          ids: plain.ids.sort(),
          facets: plain.facets,
        });
        counts.add(facets.plain.yes);
      }
    }
    expect(counts.size, "readers of different languages get different counts").toBeGreaterThan(2);
  });

  test("counts together with a search text", async () => {
    await published(
      named("uno12345", "Sportello digitale", { countries: ["IT"] }),
      named("due12345", "Sportello mobile", { countries: ["FR"] }),
      named("tre12345", "Biblioteca", { countries: ["SE"] }),
    );
    const filters = { ...noFilters, q: "sportello", sort: "relevance" as const, country: ["IT" as const] };
    const { total, facets, undated } = await searchCatalogue("it", { ...filters, from: 2000 });
    expect(total).toBe(0);
    expect(undated).toBe(1);
    expect(facets.country).toEqual({});
    expect((await searchCatalogue("it", filters)).facets.country).toEqual({ IT: 1, FR: 1 });
  });

  test("is nothing where nothing is published", async () => {
    expect(await searchCatalogue("sv", noFilters)).toEqual({
      cards: [],
      total: 0,
      page: 1,
      pages: 1,
      undated: 0,
      complete: 0,
      understood: { units: [], concepts: [] },
      facets: Object.fromEntries(facetNames.map((name) => [name, {}])),
    });
  });
});

describe("a page of the catalogue", () => {
  test("has twenty practices, each of which stands on one page", async () => {
    await published(...generatePractices(45));
    const pages = await Promise.all([1, 2, 3].map((page) => searchCatalogue("it", { ...noFilters, page })));
    expect(pages.map(({ cards }) => cards.length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flatMap(({ cards }) => cards.map(({ id }) => id))).size).toBe(45);
    expect(pages[0]).toMatchObject({ total: 45, page: 1, pages: 3 });
  });

  test("past the end is the last one", async () => {
    await published(...generatePractices(21));
    const last = await searchCatalogue("it", { ...noFilters, page: 2 });
    expect(await searchCatalogue("it", { ...noFilters, page: 9_999_999 })).toEqual(last);
    expect(last).toMatchObject({ page: 2, pages: 2, cards: [{}] });
  });
});

describe("the order", () => {
  test("is by the first publication here, either way, and stays so when one is taken down and comes back", async () => {
    for (const [id, title] of [
      ["uno12345", "C"],
      ["due12345", "B"],
      ["tre12345", "A"],
    ] as const)
      await published(named(id, title));
    expect(await search({})).toEqual(["tre12345", "due12345", "uno12345"]);
    await act("uno12345", "unpublish");
    await act("uno12345", "publish");
    expect(await search({})).toEqual(["tre12345", "due12345", "uno12345"]);
    expect(await search({ sort: "oldest" })).toEqual(["uno12345", "due12345", "tre12345"]);
  });

  test("by title in Swedish ends with å, ä, ö; elsewhere they go with a and o", async () => {
    const titles = { z1: "Zebra", o1: "Öppet hus", a1: "Ängens bibliotek", a2: "Åka med", b1: "Båten", o2: "Ord" };
    const swedish = (title: string) => ({ sv: { title, sections: {}, provenance: written } });
    await published(
      ...Object.entries(titles).map(([id, title]) =>
        aPractice({ id: `${id}xxxxxx`, originalLocale: "sv", texts: swedish(title) }),
      ),
    );
    const inOrder = async (locale: Locale) => (await search({ sort: "title" }, locale)).map((id) => id.slice(0, 2));
    expect(await inOrder("sv")).toEqual(["b1", "o2", "z1", "a2", "a1", "o1"]);
    expect(await inOrder("en")).toEqual(["a2", "a1", "b1", "o1", "o2", "z1"]);
  });

  test("by title is by the title that the reader sees", async () => {
    const both = {
      it: { title: "Zattera", sections: {}, provenance: written },
      en: { title: "Anchor", sections: {}, provenance: written },
    };
    await published(aPractice({ id: "zattera1", texts: both }), named("ponte123", "Ponte"));
    expect(await search({ sort: "title" }, "en")).toEqual(["zattera1", "ponte123"]);
    expect(await search({ sort: "title" }, "it")).toEqual(["ponte123", "zattera1"]);
    expect(await search({ sort: "title" }, "sv")).toEqual(["ponte123", "zattera1"]);
  });

  test("by relevance puts what a title says before what a section says", async () => {
    const inBody = { it: { title: "Altro", sections: { costs: "Una bussola." }, provenance: written } };
    const inSummary = { it: { title: "Ancora", sections: { summary: "Una bussola." }, provenance: written } };
    await published(
      aPractice({ id: "corpo123", texts: inBody }),
      aPractice({ id: "breve123", texts: inSummary }),
      named("titolo12", "Bussola"),
    );
    expect(await find("bussola")).toEqual(["titolo12", "breve123", "corpo123"]);
  });
});

describe("a search text", () => {
  test("finds a practice by the words of any of its languages, and shows it in the reader's", async () => {
    const texts = {
      it: { title: "Bussola", sections: { context: "Nelle biblioteche di quartiere." }, provenance: written },
      sv: { title: "Kompassen", sections: { context: "På stadsdelarnas bibliotek." }, provenance: written },
    };
    await published(aPractice({ id: "bussola1", texts }), named("altra123", "Altro"));
    for (const locale of locales) {
      expect(await find("stadsdelarnas", locale)).toEqual(["bussola1"]);
      expect(await find("quartiere", locale)).toEqual(["bussola1"]);
    }
    const { cards } = await searchCatalogue("sv", { ...noFilters, q: "quartiere", sort: "relevance" });
    expect(cards[0]).toMatchObject({ lang: "sv", title: { text: "Kompassen", lang: "sv" } });
    const italian = await searchCatalogue("fr", { ...noFilters, q: "stadsdelarnas", sort: "relevance" });
    expect(italian.cards[0]).toMatchObject({
      lang: "it",
      title: { text: "Bussola", lang: "it" },
      languages: ["it", "sv"],
    });
  });

  test("finds other forms of its words, without capitals and accents", async () => {
    const french = { fr: { title: "Médiation numérique", sections: {}, provenance: written } };
    await published(
      named("bussola1", "Le biblioteche digitali"),
      aPractice({ id: "mediati1", originalLocale: "fr", texts: french }),
    );
    expect(await find("BIBLIOTECA digitale")).toEqual(["bussola1"]);
    expect(await find("mediations numeriques")).toEqual(["mediati1"]);
  });

  test("finds names of organisations and places", async () => {
    await published(
      named("bussola1", "Bussola", {
        organisations: [{ name: "Botteghe della Salute", roles: ["partner"] }],
        places: [{ name: "Ostuni", country: "IT" }],
      }),
    );
    expect(await find("botteghe", "sv")).toEqual(["bussola1"]);
    expect(await find("Ostuni", "en")).toEqual(["bussola1"]);
  });

  test("with a minus leaves out, in quotation marks means just these words", async () => {
    await published(named("uno12345", "Sportello digitale mobile"), named("due12345", "Sportello mobile digitale"));
    expect(await find("sportello -digitale")).toEqual([]);
    expect(await find('"digitale mobile"')).toEqual(["uno12345"]);
  });

  test.each([
    "'",
    '"',
    "\\",
    "%",
    "_",
    "-",
    "&|!():*<->",
    "a & | b",
    "😀",
    '\';drop table "Practice";--',
    "\u200b",
    "or",
    "x".repeat(200),
  ])("of %j is no error", async (q) => {
    await published(named("bussola1", "Bussola"));
    expect(await find(q)).toEqual([]);
    expect(await search({})).toEqual(["bussola1"]);
  });
});

describe("what is not published", () => {
  const hidden = states.filter((state): state is Exclude<State, "published"> => state !== "published");

  test.each(hidden)("never appears anywhere: %s", async (state) => {
    const themes = ["networks", "health"];
    const id = await stored(named("nascosto", "Segreto", { themes, period: { start: "2010" } }), state);
    await published(named("visibile", "Visibile", { themes }));
    for (const locale of locales) {
      for (const sort of ["newest", "oldest", "title"] as const)
        expect(await search({ sort }, locale)).toEqual(["visibile"]);
      expect(await find("segreto", locale)).toEqual([]);
      expect(await selectIds(locale, noFilters, 100, 0)).toEqual(["visibile"]);
      expect(await getCards(locale, [id, "visibile"])).toMatchObject([{ id: "visibile" }]);
      expect(await getPractices(locale, [id, "visibile"])).toMatchObject([{ id: "visibile" }]);
      expect(await getPractice(locale, id)).toBeUndefined();
      expect(await similarPractices(locale, "visibile")).toEqual([]);
      expect(await similarPractices(locale, id)).toEqual([]);
      const was = state === "unpublished" ? { found: "gone" } : { found: "nothing" };
      expect(await resolvePractice(locale, "segreto")).toEqual(was);
    }
    const { total, facets, undated } = await searchCatalogue("it", { ...noFilters, to: 2020 });
    expect({ total, undated, theme: facets.theme }).toEqual({ total: 0, undated: 1, theme: {} });
    expect((await searchCatalogue("it", noFilters)).facets.theme).toEqual({ networks: 1, health: 1 });
    expect((await listAddresses()).map(({ slugs }) => slugs.it)).toEqual(["visibile"]);
  });

  test("appears from the moment it is, and no longer than it is", async () => {
    const id = await stored(named("bussola1", "Bussola"), "pending");
    expect(await findSlug("it", id)).toBeUndefined();
    await act(id, "publish");
    expect(await find("bussola")).toEqual([id]);
    expect(await resolvePractice("it", "bussola")).toEqual({ found: "page", id });
    await act(id, "unpublish");
    expect(await find("bussola")).toEqual([]);
    expect(await resolvePractice("it", "bussola")).toEqual({ found: "gone" });
    await act(id, "publish");
    expect(await find("bussola")).toEqual([id]);
    expect(await resolvePractice("it", "bussola")).toEqual({ found: "page", id });
  });
});

test("similar practices share most themes and audiences, at most three, the nearest first", async () => {
  const like = (id: string, themes: string[], direct: string[] = []) =>
    named(id, id, { themes, audiences: { direct } });
  await published(
    like("questa12", ["networks", "health", "safety"], ["rural"]),
    like("lontana1", ["employment"]),
    like("vicina12", ["networks", "health", "safety"]),
    like("gemella1", ["networks", "health", "safety"], ["rural"]),
    like("quasi123", ["networks", "health"]),
    like("poco1234", ["networks"]),
  );
  const similar = await similarPractices("it", "questa12");
  expect(similar.map(({ card }) => card.id)).toEqual(["gemella1", "vicina12", "quasi123"]);
});
