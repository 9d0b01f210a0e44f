import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import {
  type Action,
  type Actor,
  actions,
  actors,
  allowedActions,
  fundingDifference,
  isEditable,
  languageFor,
  needsMessage,
  periodYears,
  type State,
  say,
  states,
  titleKey,
  toSlug,
  transition,
  wasTakenBack,
} from "../../lib/practice/rules.ts";

describe("who may do what in which state", () => {
  // Every triple that is allowed, and where it leads; all others are not.
  const allowed: [State, Action, Actor, State][] = [
    ["draft", "publish", "desk", "published"],
    ["pending", "publish", "desk", "published"],
    ["unpublished", "publish", "desk", "published"],
    ["draft", "publish", "clock", "published"],
    ["pending", "publish", "clock", "published"],
    ["unpublished", "publish", "clock", "published"],
    ["draft", "schedule", "desk", "draft"],
    ["pending", "schedule", "desk", "pending"],
    ["unpublished", "schedule", "desk", "unpublished"],
    ["pending", "ask-changes", "desk", "changes-asked"],
    ["draft", "reject", "desk", "rejected"],
    ["pending", "reject", "desk", "rejected"],
    ["changes-asked", "reject", "desk", "rejected"],
    ["draft", "mark-duplicate", "desk", "duplicate"],
    ["pending", "mark-duplicate", "desk", "duplicate"],
    ["changes-asked", "mark-duplicate", "desk", "duplicate"],
    ["published", "mark-duplicate", "desk", "duplicate"],
    ["unpublished", "mark-duplicate", "desk", "duplicate"],
    ["published", "unpublish", "desk", "unpublished"],
    ["rejected", "reopen", "desk", "pending"],
    ["duplicate", "reopen", "desk", "pending"],
    ["draft", "submit", "desk", "pending"],
    ["changes-asked", "resubmit", "contributor", "pending"],
    ["draft", "resubmit", "contributor", "pending"],
    ["pending", "resubmit", "contributor", "pending"],
    ["pending", "withdraw", "contributor", "draft"],
    ["changes-asked", "withdraw", "contributor", "draft"],
  ];
  const everything = states.flatMap((state) =>
    actions.flatMap((action) => actors.map((actor) => [state, action, actor] as const)),
  );

  test.each(everything)("%s: %s by a %s", (state, action, actor) => {
    const [row] = allowed.filter(([from, what, who]) => from === state && what === action && who === actor);
    expect(transition(state, action, actor)).toBe(row?.[3]);
    expect(allowedActions(state, actor).includes(action)).toBe(row !== undefined);
  });

  test("what its contributor has taken back goes nowhere near readers, whatever editors do with it", () => {
    for (const state of states)
      expect(allowedActions(state, "desk", true)).toEqual(
        allowedActions(state, "desk").filter((action) => !["publish", "schedule", "submit"].includes(action)),
      );
    expect(transition("draft", "publish", "clock", true)).toBeUndefined();
    expect(transition("draft", "resubmit", "contributor", true)).toBe("pending");
    expect(transition("rejected", "reopen", "desk", true), "theirs again").toBe("draft");
    const decided = (...all: string[]) => wasTakenBack(all.map((action) => ({ action })));
    expect(decided()).toBe(false);
    expect(decided("ask-changes", "withdraw")).toBe(true);
    expect(decided("withdraw", "reject", "reopen", "schedule")).toBe(true);
    expect(decided("withdraw", "resubmit", "ask-changes")).toBe(false);
  });

  test("what disappoints someone must say why", () => {
    expect(actions.filter(needsMessage)).toEqual(["ask-changes", "reject", "unpublish"]);
  });
});

test("the desk changes a practice in every state but rejected and duplicate", () => {
  expect(states.filter(isEditable)).toEqual(["draft", "pending", "changes-asked", "published", "unpublished"]);
});

describe("titles in alphabetical order", () => {
  const sorted = (titles: string[], locale: Locale) =>
    [...titles].sort(
      (a, b) => Buffer.compare(Buffer.from(titleKey(a, locale)), Buffer.from(titleKey(b, locale))) || (a < b ? -1 : 1),
    );

  test("in Swedish end with å, ä and ö, after z", () => {
    const titles = ["Ödla", "Zebra", "Ängel", "Ask", "Ål", "Över", "Ärlig", "Åka", "Öga"];
    expect(sorted(titles, "sv")).toEqual(["Ask", "Zebra", "Åka", "Ål", "Ängel", "Ärlig", "Ödla", "Öga", "Över"]);
  });

  test("in Swedish have æ and ø with ä and ö, and other accents with their letter", () => {
    expect(sorted(["Ør", "Zoo", "Ær", "Är", "Édna", "Edla", "Öl"], "sv")).toEqual([
      "Edla",
      "Édna",
      "Zoo",
      "Är",
      "Ær",
      "Öl",
      "Ør",
    ]);
  });

  test("are the same whether an accent is part of its letter or stands beside it", () => {
    for (const locale of locales) expect(titleKey("A\u030Angström", locale)).toBe(titleKey("Ångström", locale));
  });

  test("in French go word by word and by their letters without accents, and œ is oe", () => {
    const titles = ["Zèbre", "École", "Ecluse", "Œuvre", "Oeillet", "Étoile", "Eurêka", "à côté", "Ça va", "Cabane"];
    expect(sorted(titles, "fr")).toEqual([
      "à côté",
      "Ça va",
      "Cabane",
      "Ecluse",
      "École",
      "Étoile",
      "Eurêka",
      "Oeillet",
      "Œuvre",
      "Zèbre",
    ]);
  });

  test("elsewhere have å, ä and ö with a and o", () => {
    for (const locale of ["it", "fr", "en"] as const) {
      expect(sorted(["Zoo", "Östra", "Orto", "Ångström", "Alba"], locale)).toEqual([
        "Alba",
        "Ångström",
        "Orto",
        "Östra",
        "Zoo",
      ]);
    }
  });

  test.each(locales)("in %s take no notice of capitals, quotation marks and other punctuation", (locale) => {
    for (const title of ["«Ponte»", "“ponte”", "PONTE!", "  Ponte", "{Ponte}", "|ponte|", "¿Ponte?"]) {
      expect(titleKey(title, locale)).toBe("ponte");
    }
    expect(titleKey("L’officina, 2.0", locale)).toBe("l officina 2 0");
  });

  test.each(locales)("in %s have a key for any title", (locale) => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const key = titleKey(title, locale);
        expect(key).toBe(key.trim());
        expect(key.length).toBeLessThanOrEqual(160);
      }),
    );
  });
});

describe("the slug of a title", () => {
  test.each([
    ["Caban – le numérique à Bruxelles", "caban-le-numerique-a-bruxelles"],
    ["Öppna förskolan på nätet", "oppna-forskolan-pa-natet"],
    ["Connessi in Buona Compagnia", "connessi-in-buona-compagnia"],
    ["Œuvre & cœur", "oeuvre-and-coeur"],
    ["e-Läsplattor 2.0", "e-lasplattor-2-0"],
    ["McDonald DigitalHub", "mcdonald-digitalhub"],
    ["Ψηφιακή γέφυρα", "psifiaki-gefyra"],
    ["!!! — ???", ""],
    ["", ""],
  ])("%s is %s", (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });

  test("is cut at a word where the title is long", () => {
    expect(toSlug("accompagnement ".repeat(10))).toBe(
      "accompagnement-accompagnement-accompagnement-accompagnement-accompagnement",
    );
    expect(toSlug("x".repeat(160))).toHaveLength(40);
  });

  test("is always fit to stand in an address", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ minLength: 60, maxLength: 160 })), (title) => {
        expect(toSlug(title)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(toSlug(title).length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the years of a period", () => {
  test.each([
    [{}, undefined],
    [{ start: "2010" }, { from: 2010, to: undefined }],
    [
      { start: "2010-05-03", end: "2012-11" },
      { from: 2010, to: 2012 },
    ],
    [{ end: "2012-11" }, { from: undefined, to: 2012 }],
    [{ during: "2018-06" }, { from: 2018, to: 2018 }],
  ])("of %j are %j", (period, years) => {
    expect(periodYears(period)).toEqual(years);
  });
});

describe("what a total has that its lines have not", () => {
  test("is told in cents", () => {
    expect(
      fundingDifference({ total: 7285315, lines: [{ amount: 3934069 }, { amount: 2622713 }, { amount: 728533 }] }),
    ).toBe(0);
    expect(fundingDifference({ total: 100, lines: [{ amount: 30 }, { amount: 60 }] })).toBe(10);
    expect(fundingDifference({ total: 100, lines: [{ amount: 130 }] })).toBe(-30);
    expect(fundingDifference({ total: 100, lines: [{ amount: 0 }] })).toBe(100);
  });

  test("cannot be told where the total, the lines or one amount is missing", () => {
    expect(fundingDifference({ lines: [{ amount: 30 }] })).toBeUndefined();
    expect(fundingDifference({ total: 100, lines: [] })).toBeUndefined();
    expect(fundingDifference({ total: 100, lines: [{ amount: 30 }, {}] })).toBeUndefined();
  });
});

describe("the language of a text", () => {
  test("is the reader's where there is one, else the original's", () => {
    expect(languageFor(["it", "sv"], "sv", "it")).toBe("sv");
    expect(languageFor(["it", "sv"], "fr", "it")).toBe("it");
  });

  test("of a label is the reader's, else the original's, else the first there is, and is said", () => {
    const label = { it: "guida", fr: "guide", en: "handbook" };
    expect(say(label, "en", "it")).toEqual({ text: "handbook", lang: "en" });
    expect(say(label, "sv", "fr")).toEqual({ text: "guide", lang: "fr" });
    expect(say({ fr: "guide", en: "handbook" }, "sv", "it")).toEqual({ text: "guide", lang: "fr" });
    expect(say({ en: "handbook" }, "sv", "it")).toEqual({ text: "handbook", lang: "en" });
    expect(say({}, "sv", "it")).toEqual({ text: "", lang: "sv" });
  });
});
