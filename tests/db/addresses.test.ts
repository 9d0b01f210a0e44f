import { describe, expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import { importPractices } from "../../lib/practice/commands.ts";
import { findSlug, getPractice, resolvePractice } from "../../lib/practice/queries.ts";
import { aPractice, written } from "../support/practices.ts";
import { act, published } from "../support/stored.ts";

const text = (title: string, slug?: string) => ({ title, slug, sections: {}, provenance: written });
const bussola = aPractice({ id: "bussola1", texts: { it: text("Bussola digitale"), sv: text("Digital kompass") } });
const slugsOf = async (id: string) => Promise.all(locales.map((locale) => findSlug(locale, id)));

describe("the address of a practice", () => {
  test("is made of its title in each language, of the original's where a language is missing", async () => {
    await published(bussola);
    expect(await slugsOf("bussola1")).toEqual([
      "bussola-digitale",
      "bussola-digitale",
      "digital-kompass",
      "bussola-digitale",
    ]);
    expect((await getPractice("en", "bussola1"))?.slugs).toEqual({
      it: "bussola-digitale",
      fr: "bussola-digitale",
      sv: "digital-kompass",
      en: "bussola-digitale",
    });
  });

  test("is the one its file asks for", async () => {
    await published(aPractice({ id: "bussola1", texts: { it: text("Bussola digitale", "bussola") } }));
    expect(await resolvePractice("it", "bussola")).toEqual({ found: "page", id: "bussola1" });
    expect(await resolvePractice("it", "bussola-digitale")).toEqual({ found: "nothing" });
  });

  test("is its id where the title has no letter", async () => {
    await published(aPractice({ id: "bussola1", texts: { it: text("???") } }));
    expect(await slugsOf("bussola1")).toEqual(["bussola1", "bussola1", "bussola1", "bussola1"]);
  });

  test("in another language's words leads to the reader's", async () => {
    await published(bussola);
    expect(await resolvePractice("sv", "digital-kompass")).toEqual({ found: "page", id: "bussola1" });
    expect(await resolvePractice("sv", "bussola-digitale")).toEqual({ found: "moved", slug: "digital-kompass" });
    expect(await resolvePractice("it", "digital-kompass")).toEqual({ found: "moved", slug: "bussola-digitale" });
  });

  test("that it had before leads to the one it has now, through all changes and back", async () => {
    const named = (title: string) => aPractice({ id: "bussola1", texts: { it: text(title) } });
    for (const title of ["Uno", "Due", "Tre"]) await importPractices([named(title)]);
    expect(await resolvePractice("it", "uno")).toEqual({ found: "moved", slug: "tre" });
    expect(await resolvePractice("it", "due")).toEqual({ found: "moved", slug: "tre" });
    expect(await resolvePractice("fr", "uno")).toEqual({ found: "moved", slug: "tre" });
    await importPractices([named("Uno")]);
    expect(await resolvePractice("it", "uno")).toEqual({ found: "page", id: "bussola1" });
    expect(await resolvePractice("it", "tre")).toEqual({ found: "moved", slug: "uno" });
  });

  test("changes in a language when that language gets its own text, and the old one leads on", async () => {
    await published(bussola);
    await published({
      ...bussola,
      texts: { ...bussola.texts, fr: aPractice({ originalLocale: "fr", texts: { fr: text("Boussole") } }).texts.fr },
    });
    expect(await resolvePractice("fr", "bussola-digitale")).toEqual({ found: "moved", slug: "boussole" });
    expect(await resolvePractice("it", "bussola-digitale")).toEqual({ found: "page", id: "bussola1" });
  });

  test("of what was taken down says that it is gone, in every language and under every former name", async () => {
    await published(aPractice({ id: "bussola1", texts: { it: text("Prima") } }));
    await published(bussola);
    await act("bussola1", "unpublish");
    for (const locale of locales) {
      for (const slug of ["bussola-digitale", "digital-kompass", "prima"]) {
        expect(await resolvePractice(locale, slug)).toEqual({ found: "gone" });
      }
    }
  });

  test.each(["nothing", "", "Bussola-Digitale", "bussola-digitale/", "bussola1", "%00", "ö"])(
    "%j leads to nothing",
    async (slug) => {
      await published(bussola);
      expect(await resolvePractice("it", slug)).toEqual({ found: "nothing" });
    },
  );
});

describe("two practices of one title", () => {
  const twin = aPractice({ id: "gemella1", texts: { it: text("Bussola digitale") } });

  test("have two addresses: the first keeps its own", async () => {
    await published(bussola, twin);
    expect(await resolvePractice("it", "bussola-digitale")).toEqual({ found: "page", id: "bussola1" });
    expect(await resolvePractice("it", "bussola-digitale-gemella1")).toEqual({ found: "page", id: "gemella1" });
    expect(await slugsOf("gemella1")).toEqual([
      "bussola-digitale-gemella1",
      "bussola-digitale-gemella1",
      // In Swedish the first one is called otherwise.
      "bussola-digitale",
      "bussola-digitale-gemella1",
    ]);
  });

  test("keep their addresses when either changes", async () => {
    await published(bussola, twin);
    await importPractices([
      { ...bussola, status: "ended" },
      { ...twin, status: "ended" },
    ]);
    expect(await findSlug("it", "bussola1")).toBe("bussola-digitale");
    expect(await findSlug("it", "gemella1")).toBe("bussola-digitale-gemella1");
  });

  test("never get one that the other had before: its links would lead astray", async () => {
    await published(bussola);
    await importPractices([aPractice({ id: "bussola1", texts: { it: text("Nuovo nome") } })]);
    await published(twin);
    expect(await resolvePractice("it", "bussola-digitale")).toEqual({ found: "moved", slug: "nuovo-nome" });
    expect(await findSlug("it", "gemella1")).toBe("bussola-digitale-gemella1");
  });

  test("published at the same moment have two addresses all the same", async () => {
    const titled = (id: string) => aPractice({ id, texts: { it: text("Bussola") } });
    await Promise.all([importPractices([titled("prima123")]), importPractices([titled("seconda1")])]);
    const slugs = [await findSlug("it", "prima123"), await findSlug("it", "seconda1")];
    expect(new Set(slugs).size).toBe(2);
    expect(slugs).toContain("bussola");
  });
});
