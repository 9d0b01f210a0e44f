import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import {
  flesch,
  gulpease,
  kandelMoles,
  lix,
  reachesGoal,
  readingGoals,
  readingLevel,
  sentencesOf,
  wordsOf,
} from "@/lib/reading-level/reading-level";
import { englishSyllables, frenchSyllables } from "@/lib/reading-level/syllables";

// How hard a text is to read: the formulas as they were published, and what counts as a sentence, a word, a syllable.

describe("the formulas", () => {
  test("give what textacy publishes for a text of 424 words (its test of readability_stats)", () => {
    expect(flesch(648, 424, 19)).toBeCloseTo(54.89013406156903, 10);
    expect(gulpease(2027, 424, 19)).toBeCloseTo(54.63679245283019, 10);
    expect(lix(97, 424, 19)).toBeCloseTo(45.193147964250244, 10);
  });

  test("give what textstat publishes: 23.3 words a sentence and 1.4 syllables a word, in English and in French", () => {
    expect(flesch(14 * 23.3, 10 * 23.3, 10)).toBeCloseTo(64.75, 2);
    expect(kandelMoles(14 * 23.3, 10 * 23.3, 10)).toBeCloseTo(80.31, 2);
  });

  test("give what textstat publishes for its Italian sentence, of 118 signs and 18 words as it counts them", () => {
    expect(gulpease(118, 18, 1)).toBeCloseTo(40.111, 3);
  });

  test("give what Wikipedia’s article on Flesch’s test says of two sentences, counted by hand", () => {
    // This sentence, taken as a reading passage unto itself, is being used to prove a point.
    expect(flesch(23, 16, 1)).toBeCloseTo(69, 0);
    // The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.
    expect(flesch(24, 13, 1)).toBeCloseTo(37.5, 1);
  });

  test("give LIX 40 for 20 words a sentence and 20 % of long words, the example of Danish teachers (sprogvaskeriet.dk)", () => {
    expect(lix(20, 100, 5)).toBe(40);
  });
});

describe("a text", () => {
  test("in Italian is measured by Gulpease", () => {
    const letters = 1 + 5 + 1 + 5 + (2 + 3 + 2 + 4);
    expect(readingLevel("L’aiuto è lento. Il bar di Rita.", "it")).toEqual({
      formula: "gulpease",
      score: 89 + (300 * 2 - 10 * letters) / 8,
      words: 8,
      sentences: 2,
    });
  });

  test("in French is measured by Kandel and Moles’ formula", () => {
    // l’é-cole est ou-verte · on y ap-prend
    expect(readingLevel("L’école est ouverte. On y apprend.", "fr")).toEqual({
      formula: "kandel-moles",
      score: 207 - (1.015 * 7) / 2 - (73.6 * (0 + 2 + 1 + 2 + 1 + 1 + 2)) / 7,
      words: 7,
      sentences: 2,
    });
  });

  test("in Swedish is measured by LIX, with seven letters making a long word", () => {
    // Long: bibliotekets, datorer. Six letters: lånade. The hyphen of e-posten is no letter, but it has seven of them.
    expect(readingLevel("Vi lånade bibliotekets datorer. Sedan läste vi e-posten!", "sv")).toEqual({
      formula: "lix",
      score: 8 / 2 + (100 * 3) / 8,
      words: 8,
      sentences: 2,
    });
  });

  test("in English is measured by Flesch’s formula", () => {
    expect(readingLevel("Open the letter. Don’t worry!", "en")).toEqual({
      formula: "flesch",
      score: 206.835 - (1.015 * 5) / 2 - (84.6 * (2 + 1 + 2 + 1 + 2)) / 5,
      words: 5,
      sentences: 2,
    });
    // Wikipedia’s article on Flesch’s test gives 116.
    expect(readingLevel("The cat sat on the mat.", "en")?.score).toBeCloseTo(116.145, 3);
  });

  test.each(locales)("without a word has no level (%s)", (locale) => {
    for (const text of ["", " \n\t", "…", "— !\n« ? »"]) expect(readingLevel(text, locale)).toBeUndefined();
  });
});

test("goals: LIX is reached from above, every other score from below", () => {
  const level = { score: 50, words: 1, sentences: 1 };
  expect(reachesGoal({ ...level, formula: "lix" }, 51)).toBe(true);
  expect(reachesGoal({ ...level, formula: "lix" }, 50)).toBe(true);
  expect(reachesGoal({ ...level, formula: "lix" }, 49)).toBe(false);
  for (const formula of ["gulpease", "kandel-moles", "flesch"] as const) {
    expect(reachesGoal({ ...level, formula }, 49)).toBe(true);
    expect(reachesGoal({ ...level, formula }, 50)).toBe(true);
    expect(reachesGoal({ ...level, formula }, 51)).toBe(false);
  }
});

test.each(locales)("plain words have to be easier than the interface (%s)", (locale) => {
  const formula = readingLevel("Ponte", locale)?.formula ?? "flesch";
  const asEasyAsPlain = { formula, score: readingGoals.plain[locale], words: 1, sentences: 1 };
  const asEasyAsInterface = { ...asEasyAsPlain, score: readingGoals.interface[locale] };
  expect(reachesGoal(asEasyAsPlain, readingGoals.interface[locale])).toBe(true);
  expect(reachesGoal(asEasyAsInterface, readingGoals.plain[locale])).toBe(false);
});

describe("sentences", () => {
  const cases: [Locale, string, string[]][] = [
    ["it", "Vieni? Sì! Allora andiamo.", ["Vieni?", "Sì!", "Allora andiamo."]],
    ["it", "Un corso, es. di base. Lo tiene il dott. Rossi.", ["Un corso, es. di base.", "Lo tiene il dott. Rossi."]],
    ["it", "Vedi l’art. 5. Poi scrivi, cfr. Allegato.", ["Vedi l’art. 5.", "Poi scrivi, cfr. Allegato."]],
    ["it", "Costa 39.340,69 euro. In tutto 1.200 ore.", ["Costa 39.340,69 euro.", "In tutto 1.200 ore."]],
    ["it", "Aspetta… Arriva. Aspetta… arriva.", ["Aspetta…", "Arriva.", "Aspetta… arriva."]],
    ["it", "«Sì.» Poi ride. Corsi, libri, ecc. Fine.", ["«Sì.»", "Poi ride.", "Corsi, libri, ecc.", "Fine."]],
    ["fr", "M. Dupont et Mme Blanc viennent. Ils aident.", ["M. Dupont et Mme Blanc viennent.", "Ils aident."]],
    [
      "fr",
      "« Ça marche\u00a0?\u00a0» demande Ana. «\u00a0Oui\u00a0!\u00a0» Elle rit.",
      ["« Ça marche\u00a0?\u00a0» demande Ana.", "«\u00a0Oui\u00a0!\u00a0»", "Elle rit."],
    ],
    ["fr", "Un lieu, p. ex. Arles, c.-à-d. ici. Venez !", ["Un lieu, p. ex. Arles, c.-à-d. ici.", "Venez !"]],
    ["sv", "Ta t.ex. Umeå. Kom kl. 10. Ring!", ["Ta t.ex. Umeå.", "Kom kl. 10.", "Ring!"]],
    ["sv", "”Kom!” sa hon. ”Nu?” Ja, dvs. Nu.", ["”Kom!” sa hon.", "”Nu?”", "Ja, dvs. Nu."]],
    ["en", "See e.g. Arles (vs. Oslo). Go.", ["See e.g. Arles (vs. Oslo).", "Go."]],
    [
      "en",
      "Mr. Smith and J. R. R. Tolkien met. So do I. You?",
      ["Mr. Smith and J. R. R. Tolkien met.", "So do I.", "You?"],
    ],
    [
      "en",
      "Version 2.0 came on 1st May. It’s v. 3 now... or so.",
      ["Version 2.0 came on 1st May.", "It’s v. 3 now... or so."],
    ],
    [
      "en",
      "Read https://example.org/a.b?c=1. Write to ana.b@example.org. Done.",
      ["Read web.", "Write to web.", "Done."],
    ],
    ["en", "(It works.) “Yes!” Great?!", ["(It works.)", "“Yes!”", "Great?!"]],
    ["en", "Good reasons: one; two: three. Four", ["Good reasons: one; two: three.", "Four"]],
    [
      "en",
      "A heading\n\n1. Open it\n2) Read it\n- a list item\r\n• another",
      ["A heading", "Open it", "Read it", "a list item", "another"],
    ],
  ];
  test.each(cases)("%s: %s", (locale, text, expected) => {
    expect(sentencesOf(text, locale)).toEqual(expected);
  });
});

describe("words", () => {
  const cases: [Locale, string, string[]][] = [
    ["it", "L’aiuto dell’Italia, un po’ di tutto", ["L’", "aiuto", "dell’", "Italia", "un", "po’", "di", "tutto"]],
    ["it", "Emilia-Romagna: 39.340,69 € (il 20%)", ["Emilia-Romagna", "39.340,69", "il", "20"]],
    ["fr", "l’école qu’on aime jusqu’ici", ["l’", "école", "qu’", "on", "aime", "jusqu’", "ici"]],
    ["fr", "aujourd’hui quelqu’un peut-être", ["aujourd’hui", "quelqu’un", "peut-être"]],
    ["fr", "Cherchez-vous un rendez-vous ? A-t-il lu ?", ["Cherchez", "vous", "un", "rendez-vous", "A", "il", "lu"]],
    ["fr", "Donnez-le-moi, c’est-à-dire ici", ["Donnez", "le", "moi", "c’", "est-à-dire", "ici"]],
    ["fr", "à Aix-en-Provence, elles-mêmes", ["à", "Aix-en-Provence", "elles-mêmes"]],
    ["fr", "39\u202f340,69 €, agent·es", ["39\u202f340,69", "agent·es"]],
    ["sv", "EU:s e-post t.ex. kl. 10:30", ["EU:s", "e-post", "t.ex", "kl", "10:30"]],
    [
      "sv",
      "1\u00a0200\u00a0000 kronor och/eller 2026-11-22",
      ["1\u00a0200\u00a0000", "kronor", "och", "eller", "2026-11-22"],
    ],
    [
      "en",
      "I don't, it’s a well-known 1st try & more",
      ["I", "don't", "it’s", "a", "well-known", "1st", "try", "more"],
    ],
    ["en", "See https://example.org/x, or www.example.org!", ["See", "web", "or", "web"]],
  ];
  test.each(cases)("%s: %s", (locale, text, expected) => {
    expect(wordsOf(text, locale)).toEqual(expected);
  });
});

describe("syllables", () => {
  // As dictionaries give the pronunciation, with every e that careful speech lets be heard.
  test.each([
    [0, "l’ d’ qu’ C'"],
    [1, "je une table âges vie rue roue nuit lui oui pied lieu loin œil cœur août paon ville fille feuille paye yeux"],
    [1, "que aident aiment parlent forment voient créent trois science jusqu’ week 2026 RGPD"],
    [2, "école pays moyen noël naïf créer client payer théâtre nation travail conseil famille juillet accueil moment"],
    [2, "souvent agents prière permettent joueront essaient région paiement fauteuil leader week-end Malmö"],
    [3, "numérique citoyen oublier difficile réunion création quotidien vidéo maintenant paysage évoluent étudiaient"],
    [3, "aujourd’hui permanents travailler éblouir samedi rendez-vous entreprise ambiguë poésie"],
    [
      4,
      "européen réaliser coopérer bibliothèque association télétravail rapidement remerciement propriétaire ÉCONOMIE",
    ],
    [5, "coopération développement accompagnement citoyenneté inégalités"],
    [6, "accessibilité automatiquement"],
  ])("of French words: %i in %s", (count, words) => {
    for (const word of words.split(" ")) expect(frenchSyllables(word), word).toBe(count);
    for (const word of words.split(" ")) expect(frenchSyllables(word.normalize("NFD")), word).toBe(count);
  });

  test.each([
    [1, "a the don’t 2026 PDF change"],
    [2, "people table e-mail useful changes"],
    [3, "digital inclusion computer library"],
  ])("of English words: %i in %s", (count, words) => {
    for (const word of words.split(" ")) expect(englishSyllables(word), word).toBe(count);
  });
});

describe("any text", () => {
  const signs = fc.constantFrom(
    ...[
      " ",
      "\u00a0",
      "\n",
      ".",
      "…",
      "?",
      "!",
      ",",
      ":",
      "«",
      "»",
      "”",
      "(",
      ")",
      "’",
      "-",
      "·",
      "@",
      "https://",
      "www.",
    ],
    ...[
      "a",
      "É",
      "l’",
      "qu’",
      "école",
      "-vous",
      "t.ex.",
      "M.",
      "J.",
      "art.",
      "5",
      "39.340,69",
      "1st",
      "Ü",
      "œ",
      "ent",
      "̈",
    ],
  );
  const anyText = fc.oneof(
    fc.array(signs, { maxLength: 60 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 200 }),
  );

  test.each(locales)("has a finite level or none, and no sentence without a word (%s)", (locale) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const level = readingLevel(text, locale);
        const sentences = sentencesOf(text, locale);
        expect(sentences.every((sentence) => wordsOf(sentence, locale).length > 0)).toBe(true);
        expect(level?.sentences ?? 0).toBe(sentences.length);
        expect(level === undefined || (Number.isFinite(level.score) && level.words >= level.sentences)).toBe(true);
      }),
    );
  });

  test.each(locales)("counts the same alone and beside another paragraph (%s)", (locale) => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [first, second, both] = [one, other, `${one}\n${other}`].map((text) => readingLevel(text, locale));
        expect(both?.words ?? 0).toBe((first?.words ?? 0) + (second?.words ?? 0));
        expect(both?.sentences ?? 0).toBe((first?.sentences ?? 0) + (second?.sentences ?? 0));
      }),
    );
  });
});
