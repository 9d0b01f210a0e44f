import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostTerms, neighbours, readQuery, stretches } from "@/lib/search/query";
import { allowedMistakes, correct, distance, oneMistake } from "@/lib/search/spelling";
import { fold, joinedWords, partsOf, splitWord, toPlainWords, wordsOf } from "@/lib/search/text";

describe("a text as words", () => {
  test.each([
    ["L’accès aux droits : c’est possible !", "l accès aux droits c est possible"],
    ["E-tjänster, SMS & 1177.se", "e tjänster sms 1177 se"],
    ["  ", ""],
  ])("%j is %j", (text, words) => expect(toPlainWords(text)).toBe(words));

  test("without accents, as on a keyboard that has none", () => {
    expect(["Äldre", "œuvre", "però", "Ærø", "Straße"].map(fold)).toEqual([
      "aldre",
      "oeuvre",
      "pero",
      "aero",
      "strasse",
    ]);
  });

  test("joins what a hyphen or an apostrophe parts", () => {
    expect(joinedWords("e-mail, vidéo-conférence et l’aide")).toEqual(["email", "vidéoconférence", "laide"]);
  });
});

describe("a compound", () => {
  const known = new Set(["bibliotek", "handledare", "digital", "äldre", "boende", "skatt"]);
  test("is known by the words of the field that it begins or ends with", () => {
    expect(partsOf("bibliotekspersonal", known)).toEqual(["bibliotek"]);
    expect(partsOf("äldreboenden", known)).toEqual(["äldre", "boende"]);
    expect(partsOf("skolbiblioteket", known)).toEqual(["bibliotek"]);
  });
  test("is not known by what its letters have by chance", () => {
    expect(partsOf("självskattning", known)).toEqual([]);
    expect(partsOf("handledare", known)).toEqual([]);
  });
  test("that was written together is split into two known words", () => {
    expect(splitWord("digitalhandledare", known)).toEqual(["digital", "handledare"]);
    expect(splitWord("handledare", known)).toBeUndefined();
  });
});

describe("a query", () => {
  test("has words, phrases in any language’s marks, and what must not occur", () => {
    expect(readQuery("l’identité «carte vitale» -banque “health record” -”sociala medier”")).toEqual({
      words: ["l", "identité"],
      phrases: ["carte vitale", "health record"],
      excluded: ["banque", "sociala medier"],
    });
  });
  test("reads a hyphen inside a word as part of it, and one word in quotes as a word", () => {
    expect(readQuery('e-mail "spid" - a-')).toEqual({ words: ["spid", "e", "mail", "a"], phrases: [], excluded: [] });
  });
  test("is cut where it is endless, and is never an error", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: fc.constantFrom(..."-\"«» '’ab") })),
        (q) => {
          const { words, phrases, excluded } = readQuery(q);
          for (const list of [words, phrases, excluded]) {
            expect(list.length).toBeLessThanOrEqual(mostTerms);
            for (const text of list) expect(text).toBe(toPlainWords(text));
          }
        },
      ),
    );
  });
  test("may name a concept by any stretch of its words", () => {
    expect(stretches(["a", "b", "c"], 2).map(({ text }) => text)).toEqual(["a", "a b", "b", "b c", "c"]);
    expect(neighbours(["läs", "platta", "nu"])).toEqual(["läsplatta", "plattanu"]);
  });
});

describe("a slip", () => {
  // Published examples: Damerau 1964 names the four kinds; “CA” and “ABC” are three apart by optimal string alignment.
  test.each([
    ["anziani", "anziani", 0],
    ["anzini", "anziani", 1],
    ["anzziani", "anziani", 1],
    ["anxiani", "anziani", 1],
    ["anizani", "anziani", 1],
    ["ca", "abc", 3],
    ["", "abc", 3],
  ])("from %j to %j is %i", (one, other, mistakes) => expect(distance(one, other)).toBe(mistakes));

  test("is as far there as back", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(fc.property(word, word, (a, b) => distance(a, b) === distance(b, a)));
  });
  test("of one mistake is in the list of all such", () => {
    expect(oneMistake("flase")).toContain("false");
    for (const other of oneMistake("spid")) expect(distance("spid", other)).toBe(1);
  });
  test("is taken for the nearest word, of the reader’s language and of the field first", () => {
    const candidate = (word: string, locale: string, ofField = false) => ({
      word,
      folded: fold(word),
      locale,
      ofField,
    });
    const words = [candidate("frase", "it"), candidate("false", "it", true), candidate("phase", "fr")];
    expect(correct("flase", words, "it").map(({ word }) => word)).toEqual(["false", "frase"]);
  });
  test("in a short word is none, so that short words are not taken for others", () => {
    expect(allowedMistakes(3)).toBe(0);
    expect(correct("pc", [{ word: "pa", folded: "pa", locale: "it" }], "it")).toEqual([]);
  });
  test("keeps its words in order", () => expect(wordsOf("Uno, due")).toEqual(["uno", "due"]));
});
