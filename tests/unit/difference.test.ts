import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import type { PracticeDraft } from "@/lib/practice/practice";
import { differences, words } from "@/lib/review/difference";
import { fieldOf, linesOf } from "@/lib/review/field";
import { aPractice, written } from "../support/practices";

const text = (title: string, sections: Record<string, string> = {}, over = {}) => ({
  title,
  sections,
  provenance: { ...written, ...over },
});
const changed = (before: Partial<PracticeDraft>, after: Partial<PracticeDraft>) =>
  differences(aPractice(before), aPractice(after));

describe("what differs between two revisions", () => {
  test("is nothing where nothing does", () => {
    expect(changed({}, {})).toEqual([]);
  });

  test("is told part by part and language by language, with both texts as they are", () => {
    const before = { texts: { it: text("Bussola", { summary: "Uno\ndue" }), sv: text("Kompass") } };
    const after = { texts: { it: text("Bussola", { summary: "Uno\ntre", costs: "Poco" }) } };
    expect(changed(before, after)).toEqual([
      { path: "texts.it.costs", before: undefined, after: "Poco" },
      { path: "texts.it.summary", before: "Uno\ndue", after: "Uno\ntre" },
      {
        path: "texts.sv.provenance",
        before: "origin: original\nmethod: human\nwrittenOn: 2026-01-15",
        after: undefined,
      },
      { path: "texts.sv.title", before: "Kompass", after: undefined },
    ]);
  });

  test("has lists with one item on a line, and codes as they are", () => {
    expect(changed({ themes: ["networks"] }, { themes: ["networks", "health"] })).toEqual([
      { path: "themes", before: "networks", after: "networks\nhealth" },
    ]);
  });

  test("has the parts of a thing as lines, and things apart", () => {
    const place = { name: "Ostuni", country: "IT" as const };
    const [difference] = changed({}, { places: [place, { ...place, name: "Bari", note: { it: "Sud", en: "South" } }] });
    expect(difference).toEqual({
      path: "places",
      before: undefined,
      after:
        "name: Ostuni\ncountry: IT\nrole: area\n\nname: Bari\ncountry: IT\nrole: area\nnote.it: Sud\nnote.en: South",
    });
  });

  test("writes amounts as people do, with their currency and its decimals", () => {
    const funding = (currency: string) => ({
      ...{ currency, total: 123_450 },
      lines: [{ source: { en: "A fund" }, kind: "eu" as const, amount: 50 }],
    });
    expect(changed({}, { funding: funding("EUR") })[0]?.after).toBe(
      "currency: EUR\ntotal: 1234.5 EUR\nlines.1.source.en: A fund\nlines.1.kind: eu\nlines.1.amount: 0.5 EUR",
    );
    expect(changed({}, { funding: funding("ISK") })[0]?.after).toContain("total: 123450 ISK");
  });

  test("is everything that is there for the first revision, and nothing that is empty", () => {
    expect(differences(undefined, aPractice()).map(({ path }) => path)).toEqual([
      ...["countries", "evidence", "kind", "originalLocale", "status", "texts.it.provenance", "texts.it.title"],
      "themes",
    ]);
  });

  test("takes an older revision that lacks an empty field for no difference", () => {
    const { obstacles: _, ...older } = aPractice();
    expect(differences(older as ReturnType<typeof aPractice>, aPractice())).toEqual([]);
  });
});

describe("words that differ", () => {
  const say = (before: string, after: string, locale?: Locale) =>
    words(before, after, locale).map(({ text, kind }) => ({ same: "", removed: "-", added: "+" })[kind] + text);

  test("are marked one by one, what was removed before what came instead", () => {
    expect(say("Open on Monday, at nine.", "Open on Tuesday, at nine.")).toEqual([
      "Open on ",
      "-Monday",
      "+Tuesday",
      ", at nine.",
    ]);
  });

  test("that follow each other are one change", () => {
    expect(say("We met the old man here", "We met a young woman here")).toEqual([
      "We met ",
      "-the old man",
      "+a young woman",
      " here",
    ]);
  });

  test("are whole words in every language, with their accents and apostrophes", () => {
    expect(say("L’école est là", "L’été est là", "fr")).toEqual(["-L’école", "+L’été", " est là"]);
    expect(say("på ön", "på ån", "sv")).toEqual(["på ", "-ön", "+ån"]);
  });

  test("give back both texts, whatever they are", () => {
    const texts = [
      ...["", "a", "a b", " a\n\nb ", "b  a", "è già\tqui.\n- uno\n- due", "<b>x</b> & “y”", "👩‍👩‍👧 e 日本語"],
      "uno due tre ".repeat(300),
    ];
    for (const before of texts)
      for (const after of texts) {
        const pieces = words(before, after, "it");
        const whole = (left: string) =>
          pieces
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join("");
        expect([whole("added"), whole("removed")]).toEqual([before, after]);
        expect(pieces.every(({ text }) => text !== "")).toBe(true);
      }
  });

  test("of two texts that have nothing in common are found in a moment", () => {
    const [before, after] = [0, 1].map((odd) => Array.from({ length: 7000 }, (_, at) => `w${2 * at + odd}`).join(" "));
    const began = performance.now();
    expect(words(before ?? "", after ?? "").map(({ kind }) => kind)).toEqual(["removed", "added"]);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe("a field", () => {
  test("is named by its section, or by its own name, with the language of its text", () => {
    expect(fieldOf("texts.fr.summary")).toEqual({ key: "section.summary", lang: "fr" });
    expect(fieldOf("texts.sv.title")).toEqual({ key: "field.title", lang: "sv" });
    expect(fieldOf("funding")).toEqual({ key: "field.funding" });
  });

  test("has its codes told apart from its words", () => {
    expect(linesOf("themes", "networks\nhealth")).toEqual([
      { name: [], codes: ["networks"], space: "theme" },
      { name: [], codes: ["health"], space: "theme" },
    ]);
    expect(linesOf("places", "name: Ostuni: mare\ncountry: IT\nnote.en: South")).toEqual([
      { name: ["name"], words: "Ostuni: mare" },
      { name: ["country"], codes: ["IT"], space: "country" },
      { name: ["note", "en"], words: "South" },
    ]);
    expect(linesOf("funding", "notKnown: true\nlines.1.kind: eu")).toEqual([
      { name: ["notKnown"], codes: ["yes"], space: "field" },
      { name: ["lines", "1", "kind"], codes: ["eu"], space: "fundingKind" },
    ]);
  });

  test("that is a text is left as it is, whatever its lines look like", () => {
    expect(linesOf("texts.en.costs", "kind: eu\ncountry: IT")).toEqual([{ name: [], words: "kind: eu\ncountry: IT" }]);
  });
});
