import { describe, expect, test } from "vitest";
import { refreshCatalogue } from "../../lib/catalogue/commands.ts";
import { lookFurther, searchCatalogue } from "../../lib/catalogue/queries.ts";
import type { Locale } from "../../lib/i18n/locales.ts";
import { type Filters, noFilters } from "../../lib/practice/filters.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { aPractice, written } from "../support/practices.ts";
import { act, published } from "../support/stored.ts";

// What someone finds who types. The thesaurus is that of content/thesaurus.

type Texts = Partial<Record<Locale, { title: string; summary?: string; activities?: string }>>;
const practice = (id: string, texts: Texts, more: object = {}): PracticeInput =>
  aPractice({
    id,
    originalLocale: Object.keys(texts)[0] as Locale,
    themes: ["networks"],
    texts: Object.fromEntries(
      Object.entries(texts).map(([locale, { title, ...sections }]) => [
        locale,
        { title, sections, provenance: written },
      ]),
    ),
    ...more,
  });
const asked = (q: string): Filters => ({ ...noFilters, q, sort: "relevance" });
const search = (locale: Locale, q: string, more: Partial<Filters> = {}) =>
  searchCatalogue(locale, { ...asked(q), ...more });
const ids = async (locale: Locale, q: string) => (await search(locale, q)).cards.map(({ id }) => id);

const italian = practice("italiana", {
  it: { title: "Sportello salute", summary: "Accompagniamo le persone nel loro fascicolo sanitario elettronico." },
});
const swedish = practice("svenska1", {
  sv: { title: "Vid bordet", summary: "Vi visar hur man läser sin patientjournal på 1177 med BankID." },
});
const other = practice("annat123", { sv: { title: "Fotoklubben", summary: "Vi skannar gamla bilder från byn." } });

describe("across languages", () => {
  test("a Swedish query finds the Italian practice by the idea, below the Swedish one, and the card says why", async () => {
    await published(italian, swedish, other);
    const { cards, understood } = await search("sv", "patientjournal");
    expect(cards.map(({ id }) => id)).toEqual(["svenska1", "italiana"]);
    expect(understood.concepts).toContain("health-record");
    expect(cards[1]?.found?.concepts.length).toBeGreaterThan(0);
    expect(cards[1]?.title.lang).toBe("it");
  });

  test("one country’s own name leads to what others have in its place", async () => {
    await published(italian, swedish, other);
    expect(await ids("en", "1177")).toEqual(["svenska1", "italiana"]);
    expect(await ids("it", "BankID")).toContain("svenska1");
  });

  test("words that stand in another version only are said to stand there", async () => {
    await published(
      practice("duelingu", {
        it: { title: "Bottega", summary: "Un tavolo in piazza." },
        fr: { title: "Échoppe", summary: "Une brouette pleine de téléphones." },
      }),
    );
    const { cards } = await search("it", "brouette");
    expect(cards[0]?.found).toMatchObject({ languages: ["fr"], passage: undefined });
  });
});

describe("however it is typed", () => {
  test.each<[Locale, string, string]>([
    ["sv", "patientjurnal", "svenska1"],
    ["sv", "fotoklubb", "annat123"],
    ["sv", "foto klubben", "annat123"],
    ["sv", "bilder fran byn", "annat123"],
    ["it", "fasciccolo sanitario", "italiana"],
    ["it", "nel fascicolo sanitario elettronic", "italiana"],
    ["it", "SPORTELLI", "italiana"],
    ["fr", "dossier médical en ligne", "italiana"],
  ])("in %s, %j finds %s first or among the first", async (locale, q, id) => {
    await published(italian, swedish, other);
    expect((await ids(locale, q)).slice(0, 2)).toContain(id);
  });

  test("a slip is corrected, and the right word offered", async () => {
    await published(other);
    const { understood, cards } = await search("sv", "skanar gamla blider");
    expect(understood.corrected).toBe("skannar gamla bilder");
    expect(cards.map(({ id }) => id)).toEqual(["annat123"]);
  });

  test("what is known is not corrected, and short words are left alone", async () => {
    await published(italian, swedish, other);
    expect((await search("sv", "gamla bilder")).understood.corrected).toBeUndefined();
    expect((await search("sv", "xy")).understood.corrected).toBeUndefined();
  });

  test("the last word may be unfinished", async () => {
    await published(other);
    expect(await ids("sv", "gamla fotok")).toEqual(["annat123"]);
  });

  test("with a minus it must not occur; in quotation marks words must stand together", async () => {
    await published(
      practice("insieme1", { it: { title: "Uno", summary: "Il tavolo verde in piazza." } }),
      practice("lontano1", { it: { title: "Due", summary: "Un tavolo, poi una porta verde." } }),
    );
    expect(await ids("it", "tavolo -piazza")).toEqual(["lontano1"]);
    expect(await ids("it", '"tavolo verde"')).toEqual(["insieme1"]);
    expect((await ids("it", "tavolo verde")).sort()).toEqual(["insieme1", "lontano1"]);
  });
});

describe("in Swedish", () => {
  test.each(["biblioteket", "bibliotek", "biblioteken"])("%s finds every form of the word", async (q) => {
    await published(
      practice("ettbibl1", { sv: { title: "Ett", summary: "Vi möts på biblioteket varje tisdag." } }),
      practice("tvabibl1", { sv: { title: "Två", summary: "Ett bibliotek lånar ut plattor." } }),
    );
    expect((await ids("sv", q)).sort()).toEqual(["ettbibl1", "tvabibl1"]);
  });
});

describe("what must not occur", () => {
  test("alone leaves all the others", async () => {
    await published(italian, swedish, other);
    expect((await ids("sv", "-patientjournal")).sort()).toEqual(["annat123", "italiana"]);
  });
  test("may be marked by a dash, and an open quotation mark holds to the end", async () => {
    await published(
      practice("insieme1", { it: { title: "Uno", summary: "Il tavolo verde in piazza." } }),
      practice("lontano1", { it: { title: "Due", summary: "Un tavolo, poi una porta verde." } }),
    );
    expect(await ids("it", "tavolo –piazza")).toEqual(["lontano1"]);
    expect((await search("it", '"tavolo verde')).complete).toBe(1);
  });
});

test("a word of a practice that was taken down is offered to nobody any more", async () => {
  await published(practice("segreta1", { it: { title: "Bottega", summary: "Con Zanzibarini in piazza." } }), italian);
  expect((await search("it", "zanzibarinni")).understood.corrected).toBe("zanzibarini");
  await act("segreta1", "unpublish");
  expect((await search("it", "zanzibarinni")).understood.corrected).toBeUndefined();
});

describe("what the page says", () => {
  test("the words are marked in the language that is shown", async () => {
    await published(swedish);
    const { cards } = await search("sv", "patientjournalen");
    const pieces = cards[0]?.found?.passage?.pieces ?? [];
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toContain("patientjournal");
    expect(pieces.map(({ text }) => text).join("")).toBe(
      "Vi visar hur man läser sin patientjournal på 1177 med BankID.",
    );
  });

  test("a passage of a section is shown where the summary does not hold the words", async () => {
    await published(
      practice("lunga123", {
        it: {
          title: "Uno",
          summary: "In breve.",
          activities: "**Prima** si legge. Poi arriva [la zattera](https://example.org).",
        },
      }),
    );
    const found = (await search("it", "zattera")).cards[0]?.found;
    expect(found?.isSummary).toBe(false);
    expect(found?.passage?.pieces.map(({ text }) => text).join("")).toMatch(
      /^Prima si legge\. Poi arriva la zattera\.?$/,
    );
  });

  test("it says how many have everything that was typed, and shows the others after them", async () => {
    await published(
      practice("intera12", { it: { title: "Officina verde" } }),
      practice("mezza123", { it: { title: "Officina" } }),
    );
    const { total, complete, cards } = await search("it", "officina verde");
    expect({ total, complete }).toEqual({ total: 2, complete: 1 });
    expect(cards.map(({ id }) => id)).toEqual(["intera12", "mezza123"]);
  });

  test("it offers narrower and wider concepts", async () => {
    await published(italian);
    const filters = asked("cartella clinica elettronica");
    const { around } = await lookFurther("it", filters, await searchCatalogue("it", filters));
    expect([...around.narrower, ...around.wider].length).toBeGreaterThan(0);
  });

  test("where nothing is found, it offers the nearest concepts and the selections with one filter less", async () => {
    await published(swedish, other);
    const filters = { ...asked("patientjournal"), country: ["FR" as const] };
    const { nearest, wider } = await lookFurther("sv", filters, await searchCatalogue("sv", filters));
    expect(nearest.length).toBeGreaterThan(0);
    expect(wider.map(({ without, count }) => ({ without, count }))).toEqual([{ without: "country", count: 1 }]);
  });

  test("the counts are those of what is shown", async () => {
    await published(
      practice("intera12", { it: { title: "Officina verde" } }, { countries: ["IT"] }),
      practice("mezza123", { it: { title: "Officina" } }, { countries: ["FR"] }),
      practice("altra123", { it: { title: "Biblioteca" } }, { countries: ["IT"] }),
    );
    const { facets, total } = await search("it", "officina");
    expect(total).toBe(2);
    expect(facets.country).toEqual({ IT: 1, FR: 1 });
    expect((await search("it", "officina", { country: ["FR"] })).facets.country).toEqual({ IT: 1, FR: 1 });
  });
});

test("a catalogue made anew finds the same, and is left alone while nothing has changed", async () => {
  await published(italian, swedish);
  const before = await ids("sv", "patientjournal");
  expect(await refreshCatalogue()).toBeUndefined();
  const { database } = await import("../../lib/db.ts");
  await database().catalogueState.deleteMany();
  expect(await refreshCatalogue()).toBe(2);
  expect(await ids("sv", "patientjournal")).toEqual(before);
  expect((await searchCatalogue("sv", noFilters)).total).toBe(2);
});
