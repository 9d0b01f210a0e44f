import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import type { PracticeDraft, PracticeInput } from "../../lib/practice/practice.ts";
import type { Snapshot } from "../../lib/revision/changes.ts";
import { toThesaurus } from "../../lib/search/thesaurus.ts";
import { listSearch, readFreshness, readQueue } from "../../lib/translation/filter.ts";
import { intents, partText, readPart, textError } from "../../lib/translation/form.ts";
import { partStatuses, parts, taskOf, textStatuses } from "../../lib/translation/state.ts";
import { type TextTerm, termsOf } from "../../lib/translation/terms.ts";
import { type PartOrigin, sourceHash, trackParts } from "../../lib/translation/track.ts";
import { aPractice } from "../support/practices.ts";

type Sections = Record<string, string>;
type TextDraft = NonNullable<PracticeDraft["texts"][Locale]>;
const text = (title: string, sections: Sections, over: Partial<TextDraft["provenance"]> = {}): TextDraft => ({
  ...{ title, sections },
  provenance: { origin: "translation", writtenOn: "2026-01-15", ...over },
});
const practice = (texts: PracticeDraft["texts"]) => aPractice({ texts });
const snapshot = (input: PracticeInput): Snapshot => ({ ...input, contacts: [] });
const original = (sections: Sections, title = "Bussola") => text(title, sections, { origin: "original" });

/** The origins after a line of versions, each a revision. */
function tracked(...versions: PracticeInput[]): PartOrigin[] {
  let known: PartOrigin[] = [];
  versions.forEach((after, at) => {
    const before = versions[at - 1];
    known = trackParts({
      ...{ before: before && snapshot(before), after: snapshot(after), known },
      ...{ revision: at + 1, editorId: `editor-${at + 1}` },
    });
  });
  return known;
}
const behind = (origins: PartOrigin[]) => origins.filter((one) => one.behind).map((one) => one.section);

describe("where translated parts come from", () => {
  const first = practice({
    it: original({ summary: "Uno.", results: "Dieci." }),
    sv: text("Kompass", { summary: "Ett." }),
  });

  test("a new translation is made from the original that it comes with, and nothing else is a translation", () => {
    const own = practice({ it: original({}), fr: text("Boussole", {}, { origin: "original" }) });
    expect(tracked(own)).toEqual([]);
    expect(tracked(first).map(({ section, fromRevision, behind: late }) => [section, fromRevision, late])).toEqual([
      ["title", 1, false],
      ["summary", 1, false],
    ]);
  });

  test("what editors wrote from the same source is followed too", () => {
    const editorial = practice({
      it: original({ summary: "Uno." }),
      fr: text("Boussole", { summary: "Un." }, { origin: "editorial" }),
    });
    const moved = practice({ ...editorial.texts, it: original({ summary: "Uno e due." }) });
    expect(behind(tracked(editorial, moved))).toEqual(["summary"]);
  });

  test("where the original changes and the translation does not, that part is behind, and no other", () => {
    const moved = practice({ ...first.texts, it: original({ summary: "Uno e due.", results: "Undici." }) });
    const origins = tracked(first, moved);
    expect(behind(origins)).toEqual(["summary"]);
    expect(origins.find(({ section }) => section === "summary")).toMatchObject({
      ...{ fromRevision: 1, sourceHash: sourceHash("Uno."), editorId: "editor-1" },
    });
  });

  test("a part that is written anew has caught up, with who wrote it; an original that comes back is none to run after", () => {
    const moved = practice({ ...first.texts, it: original({ summary: "Uno e due." }) });
    const caught = practice({ ...moved.texts, sv: text("Kompass", { summary: "Ett och två." }) });
    expect(tracked(first, moved, caught).find(({ section }) => section === "summary")).toMatchObject({
      ...{ fromRevision: 3, behind: false, editorId: "editor-3", reviewedAt: null },
    });
    expect(behind(tracked(first, moved, first))).toEqual([]);
  });

  test("a part whose original is gone is behind it", () => {
    const gone = practice({ ...first.texts, it: original({ results: "Dieci." }) });
    expect(behind(tracked(first, gone))).toEqual(["summary"]);
  });

  test("a review stays as long as the text does", () => {
    const reviewed = tracked(first).map((one) => ({ ...one, reviewedById: "editor-9", reviewedAt: new Date(0) }));
    const moved = practice({ ...first.texts, it: original({ summary: "Altro." }) });
    const after = trackParts({
      ...{ before: snapshot(first), after: snapshot(moved), known: reviewed, revision: 2, editorId: undefined },
    });
    expect(after.map((one) => one.reviewedById)).toEqual(["editor-9", "editor-9"]);
  });

  test("what a translator says goes before what is worked out", () => {
    const moved = practice({ ...first.texts, it: original({ summary: "Altro." }) });
    const written = practice({ ...moved.texts, sv: text("Kompass", { summary: "Annat." }) });
    const [, summary] = trackParts({
      ...{ before: snapshot(moved), after: snapshot(written), known: tracked(first, moved), revision: 3 },
      editorId: "editor-3",
      made: { "sv.summary": { fromRevision: 1, source: "Uno.", method: "machine", editorId: "editor-4" } },
    });
    expect(summary).toMatchObject({ fromRevision: 1, method: "machine", behind: true, editorId: "editor-4" });
  });

  test("a machine's parts stay a machine's where a person writes one of them, though the text is now people's", () => {
    const machine = practice({
      it: original({ summary: "Uno." }),
      sv: text("Kompass", { summary: "Ett." }, { method: "machine" }),
    });
    const helped = practice({ ...machine.texts, sv: text("Kompass", { summary: "Ett!" }) });
    const made = { "sv.summary": { fromRevision: 1, source: "Uno.", method: "human", editorId: "editor-2" } };
    // Also where nothing was noted yet of the older parts.
    for (const known of [[], tracked(machine)]) {
      const origins = trackParts({
        ...{ before: snapshot(machine), after: snapshot(helped), known, revision: 2, editorId: "editor-2", made },
      });
      expect(origins.map(({ section, method }) => [section, method])).toEqual([
        ["title", "machine"],
        ["summary", "human"],
      ]);
    }
    // A file that says of the whole text how it was made is believed.
    const restated = practice({ ...machine.texts, sv: text("Kompass", { summary: "Ett." }) });
    expect(tracked(machine, restated).map(({ method }) => method)).toEqual(["human", "human"]);
  });

  const words = fc.constantFrom("", "a", "b", "c");
  const version = fc.record({ it: words, results: words, sv: words, svResults: words });

  test("whatever happens, a part is behind exactly where its original is not the one it was made from", () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 8 }), (versions) => {
        const filled = (sections: Sections) => Object.fromEntries(Object.entries(sections).filter(([, one]) => one));
        const all = versions.map(({ it, results, sv, svResults }) =>
          practice({
            it: original(filled({ summary: it, results })),
            sv: text("Kompass", filled({ summary: sv, results: svResults })),
          }),
        );
        const now = all.at(-1) as PracticeInput;
        const origins = tracked(...all);
        expect(origins.map(({ section }) => section).sort()).toEqual(
          ["title", ...Object.keys(now.texts.sv?.sections ?? {})].sort(),
        );
        for (const { section, fromRevision, sourceHash: hash, behind: late } of origins) {
          const source = (at: number) => {
            const it = all[at]?.texts.it;
            return sourceHash(section === "title" ? it?.title : it?.sections[section as "summary"]);
          };
          expect(hash).toBe(source(fromRevision - 1));
          expect(late).toBe(hash !== source(all.length - 1));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("how parts stand", () => {
  const mixed = practice({
    it: original({ summary: "Uno.", results: "Dieci.", advice: "Piano.", tools: "Pochi." }),
    sv: text("Kompass", { summary: "Ett.", results: "Tio.", costs: "Noll." }),
    fr: text("Boussole", {}, { origin: "original" }),
  });
  const known = (section: string, over: Partial<PartOrigin> = {}) => ({
    ...{ locale: "sv", section, method: "human", behind: false, reviewedAt: null },
    ...over,
  });
  const origins = [
    known("title", { reviewedAt: new Date(0), behind: true }),
    known("summary", { method: "machine" }),
    known("costs", { behind: true }),
  ];

  test("every part that one of the two has is there, in reading order; of one that nothing is noted of, as its text says", () => {
    expect(partStatuses(mixed, "sv", origins, ["advice", "summary"])).toEqual([
      { part: "title", state: "reviewed", behind: true, hasDraft: false },
      { part: "summary", state: "machine", behind: false, hasDraft: true },
      { part: "tools", state: "missing", behind: false, hasDraft: false },
      { part: "results", state: "human", behind: false, hasDraft: false },
      { part: "advice", state: "draft", behind: false, hasDraft: true },
      { part: "costs", state: "human", behind: true, hasDraft: false },
    ]);
  });

  test("a language that is begun with nothing lacks everything; one of its own lacks nothing", () => {
    expect(partStatuses(mixed, "en", [], []).map(({ part, state }) => [part, state])).toEqual(
      ["title", "summary", "tools", "results", "advice"].map((part) => [part, "missing"]),
    );
    expect(partStatuses(mixed, "fr", [], [])).toEqual([]);
    expect(partStatuses(mixed, "it", [], [])).toEqual([]);
  });

  test("what presses most is to be done first", () => {
    const task = (state: "missing" | "draft" | "machine" | "human" | "reviewed", late: boolean, hasDraft: boolean) =>
      taskOf({ state, behind: late, hasDraft });
    expect(task("machine", true, true)).toBe("behind");
    expect(task("missing", false, false)).toBe("missing");
    expect(task("draft", false, true)).toBe("draft");
    expect(task("human", false, true)).toBe("draft");
    expect(task("machine", false, false)).toBe("machine");
    expect([task("human", false, false), task("reviewed", false, false)]).toEqual(["fresh", "fresh"]);
  });

  test("readers are told what is behind, what is missing and what a machine made, and nobody's id", () => {
    const told = textStatuses(mixed, [...origins, { ...known("results"), editorId: "editor-7" }]);
    expect(told.find(({ locale }) => locale === "sv")).toEqual({
      ...{ locale: "sv", origin: "translation", method: "human", author: undefined, writtenOn: "2026-01-15" },
      ...{ reviewed: false, behind: ["title", "costs"], missing: ["tools", "advice"], machine: ["summary"] },
    });
    expect(told.map(({ locale }) => locale)).toEqual(["it", "fr", "sv"]);
    expect(JSON.stringify(told)).not.toContain("editor-7");
    const allChecked = ["title", "summary", "results", "costs"].map((part) => known(part, { reviewedAt: new Date(0) }));
    expect(textStatuses(mixed, allChecked).map(({ locale, reviewed }) => [locale, reviewed])).toEqual([
      ["it", false],
      ["fr", false],
      ["sv", true],
    ]);
  });
});

describe("the form of a part", () => {
  const form = (values: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    return data;
  };
  const whole = { part: "summary", intent: "publish", revision: "3", draft: "", summary: "Ett\r\ntvå." };

  test("is read with its text, and with whose it is", () => {
    expect(readPart(form(whole))).toEqual({
      ...{ part: "summary", intent: "publish", revision: 3, draft: "", text: "Ett\ntvå.", method: "human" },
    });
    expect(readPart(form({ ...whole, "machine-summary": "yes" }))?.method).toBe("machine");
    for (const wrong of [{ part: "slug" }, { intent: "erase" }, { revision: "soon" }, { draft: "x".repeat(41) }])
      expect(readPart(form({ ...whole, ...wrong }))).toBeUndefined();
  });

  test("refuses what a practice cannot hold, and says why", () => {
    expect(textError("title", "a".repeat(161))).toBe("too-long");
    expect(textError("title", "a\nb")).toBe("control-character");
    expect(textError("summary", "a\nb")).toBeUndefined();
    expect(textError("plainWords", "ord ".repeat(151))).toBe("too-long");
    expect(textError("costs", "*".repeat(600))).toBe("too-marked");
    expect(textError("costs", "  ")).toBeUndefined();
  });

  test("takes 10,000 generated forms without falling over; what it lets through, a practice can hold", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom("<script>alert(1)</script>", "\0", "\ud800", "' or 1=1 --", "*".repeat(700)),
      fc.string({ maxLength: 20 }).map((one) => `${one} `.repeat(200)),
    );
    const field = (...codes: string[]) => fc.oneof({ arbitrary: fc.constantFrom(...codes), weight: 4 }, anything);
    const made = fc.record({
      ...{ part: field(...parts), intent: field(...intents), revision: field("1", "-1", "1e9", "99999999999999") },
      ...{ draft: field("", "2026-01-01T00:00:00.000Z"), text: anything, machine: field("yes", "") },
    });
    let accepted = 0;
    fc.assert(
      fc.property(made, ({ part, machine, text: typed, ...rest }) => {
        const sent = readPart(form({ ...rest, part, [part]: typed, [`machine-${part}`]: machine }));
        if (!sent || textError(sent.part, sent.text) || sent.text.trim() === "") return;
        accepted += 1;
        expect(partText(sent.part).safeParse(sent.text).success).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  }, 60_000);
});

describe("the addresses of the lists", () => {
  test("ask for what they say, in the languages of whoever asks alone", () => {
    expect(readQueue({}, ["sv"])).toEqual({
      ...{ into: ["sv"], tasks: ["behind", "missing", "draft", "machine"], q: "", sort: "urgent", page: 1 },
    });
    expect(readQueue({ language: "fr", task: "behind", q: " Bus\u0000sola ", page: "2" }, ["sv"])).toMatchObject({
      ...{ into: ["sv"], tasks: ["behind"], q: "Bus sola", page: 2 },
    });
    expect(readQueue({ language: ["fr", "it"] }, locales).into).toEqual(["fr"]);
    expect(readFreshness({ sort: "title", page: "-3" }, locales)).toMatchObject({ tasks: [], sort: "title", page: 1 });
  });

  test("whatever is written in them, nothing falls over, and what was asked is asked again", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("language", "task", "q", "page", "sort"), fc.string()), (search) => {
        const { page, q } = readQueue(search, locales);
        expect(page).toBeGreaterThan(0);
        const again = new URLSearchParams(listSearch({ q, page }));
        expect(readQueue(Object.fromEntries(again), locales)).toMatchObject({ q, page });
        readFreshness(search, locales);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the words beside a text", () => {
  const same = (label: string) => ({ it: label, fr: label, sv: label, en: label });
  const thesaurus = toThesaurus(
    [
      { id: "library", label: { ...same("library"), it: "biblioteca", sv: "bibliotek" } },
      { id: "older-people", label: { ...same("older people"), it: "persone anziane", sv: "äldre" } },
      { id: "person", label: { ...same("person"), it: "persona", sv: "person" } },
    ].map((one) => ({ also: {}, broader: [], related: [], codes: [], group: "people", ...one })),
  );
  const term = (lang: Locale, word: string) => ({
    id: "spid",
    lang,
    term: word,
    meaning: `${lang}: e-legitimation`,
    forms: [word],
  });
  const inSwedish = (words: string): TextTerm[] =>
    termsOf(words, {
      ...{ from: "it", into: "sv", thesaurus },
      ...{ termsFrom: [term("it", "SPID")], termsInto: [term("sv", "SPID")] },
    });

  test("are those of the glossary, explained in the other language, then concepts by their name there, each once", () => {
    expect(inSwedish("Nelle biblioteche, con SPID: la biblioteca aiuta le PERSONE ANZIANE.")).toEqual([
      { source: "SPID", target: "SPID", meaning: "sv: e-legitimation" },
      { source: "biblioteca", target: "bibliotek" },
      { source: "persone anziane", target: "äldre" },
    ]);
  });

  test("are met in their forms, but not in other words that begin alike", () => {
    expect(inSwedish("Una persona.").map(({ target }) => target)).toEqual(["person"]);
    expect(inSwedish("Un personaggio personale; SPIDER.")).toEqual([]);
    expect(inSwedish("")).toEqual([]);
  });

  test("are twelve at most", () => {
    const many = toThesaurus(
      Array.from({ length: 20 }, (_, at) => ({
        ...{ id: `c${at}`, label: same(`${String.fromCharCode(97 + at)}zzzz`), also: {}, broader: [], related: [] },
        ...{ codes: [], group: "people" },
      })),
    );
    const words = Array.from({ length: 20 }, (_, at) => `${String.fromCharCode(97 + at)}zzzz`).join(" ");
    expect(termsOf(words, { from: "it", into: "sv", thesaurus: many, termsFrom: [], termsInto: [] })).toHaveLength(12);
  });
});
