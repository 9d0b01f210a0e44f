import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { database } from "../../lib/db.ts";
import type { Member } from "../../lib/desk/rights.ts";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { importPractices, savePractice } from "../../lib/practice/commands.ts";
import type { PracticeDraft, PracticeInput } from "../../lib/practice/practice.ts";
import { getCards, getPractice } from "../../lib/practice/queries.ts";
import { isEditable, states } from "../../lib/practice/rules.ts";
import { Refusal } from "../../lib/refusal.ts";
import { partsOf } from "../../lib/revision/changes.ts";
import { publishDrafts, publishPart, reviewPart, saveDraft, stillRight } from "../../lib/translation/commands.ts";
import { getTranslation, listTranslations, type TranslationFilter } from "../../lib/translation/queries.ts";
import { isOwnText, type Part, partStatuses, taskOf, tasks } from "../../lib/translation/state.ts";
import { aPractice, generatePractices, written } from "../support/practices.ts";
import { editor, publicVersion, readBack, seenNow, stored, translator } from "../support/stored.ts";

type TextDraft = NonNullable<PracticeDraft["texts"][Locale]>;
const translated = (title: string, sections: TextDraft["sections"], over: Partial<TextDraft["provenance"]> = {}) => ({
  ...{ title, sections },
  provenance: { ...written, origin: "translation" as const, ...over },
});
const id = "bussola1";
const practice = (sections: TextDraft["sections"], more: PracticeDraft["texts"] = {}): PracticeInput =>
  aPractice({ id, texts: { it: { title: "Bussola", sections, provenance: written }, ...more } });
const inSwedish = (sections: TextDraft["sections"], over?: Partial<TextDraft["provenance"]>) => ({
  sv: translated("Kompass", sections, over),
});
const colleague: Member = { ...translator, editorId: "translator-2" };

/** An editor changes the practice. */
const edit = (changed: PracticeInput) =>
  database().$transaction((tx) =>
    savePractice(tx, id, changed, { state: "published", kind: "edit", by: { kind: "editor", id: editor.editorId } }),
  );

type Write = Parameters<typeof publishPart>[0];
type Over = Partial<Omit<Write, "seen">> & { revision?: number; draft?: string };

/** What a translator who has the page open asks for; the draft on it is the one that is kept. */
async function asked({ revision, draft, ...over }: Over): Promise<Write> {
  const [{ practiceId = id, into = "sv", part = "summary" }, seen] = [over, await seenNow(over.practiceId ?? id)];
  const kept = await database().translationDraft.findFirst({ where: { practiceId, locale: into, section: part } });
  return {
    ...{ practiceId, into, part, text: "Ett.", method: "human", by: translator },
    ...over,
    seen: { revision: revision ?? seen.revision, draft: draft ?? kept?.updatedAt.toISOString() ?? "" },
  };
}
/** What stands in the form of a part that readers have: their text. */
async function shown({ practiceId = id, into = "sv", part = "summary" }: Over): Promise<string> {
  return partsOf((await readBack(practiceId)).texts[into])[part] ?? "";
}
const does = async (command: (write: Write) => Promise<void>, over: Over = {}) =>
  command(
    await asked(command === stillRight || command === reviewPart ? { text: await shown(over), ...over } : over),
  ).then(
    () => "done",
    (error) => {
      if (error instanceof Refusal) return error.code;
      if (error instanceof ZodError) return "not-valid";
      throw error;
    },
  );
const publish = (over?: Over) => does(publishPart, over);

const origin = (part: string) =>
  database().sectionTranslation.findUnique({
    where: { practiceId_locale_section: { practiceId: id, locale: "sv", section: part } },
  });
const drafts = () => database().translationDraft.findMany({ orderBy: { section: "asc" } });
/** What the log, which no test empties, tells of translations that came after the first so many. */
const steps = async (from: number) =>
  (await database().auditEntry.findMany({ where: { action: "practice.translate" }, orderBy: { id: "asc" } }))
    .slice(from)
    .map(({ actorId, after }) => ({ actorId, ...(after as object) }));
const stepsSoFar = () => database().auditEntry.count({ where: { action: "practice.translate" } });

describe("a part that is published", () => {
  test("is what readers get, as a revision that says who made it from what; the rest stays as it was", async () => {
    await importPractices([
      practice({ summary: "Uno.", results: "Dieci." }, inSwedish({ results: "Tio." }, { author: "Bo" })),
    ]);
    const [before, version] = [await readBack(id), await publicVersion()];
    expect(await publish({ text: " Ett. \n" })).toBe("done");
    const after = await readBack(id);
    expect(after.texts.sv).toMatchObject({ title: "Kompass", sections: { summary: "Ett.", results: "Tio." } });
    expect(after.texts.sv?.provenance).toMatchObject({
      ...{ origin: "translation", method: "human", author: "Bo", fromRevision: 1, reviewed: false },
    });
    expect({ ...after, texts: { ...after.texts, sv: before.texts.sv } }).toEqual(before);
    expect((await publicVersion()) - version).toBe(1n);
    const revision = await database().revision.findUniqueOrThrow({
      where: { practiceId_number: { practiceId: id, number: 2 } },
    });
    expect(revision).toMatchObject({ kind: "translation", editorId: translator.editorId });
    expect(revision.changed).toEqual(["texts.sv.provenance", "texts.sv.summary"]);
    expect(await origin("summary")).toMatchObject({ fromRevision: 1, behind: false, editorId: translator.editorId });
    expect(await origin("results")).toMatchObject({ fromRevision: 1, behind: false, editorId: null });
  });

  test("twice is published once, and takes its draft away", async () => {
    await importPractices([practice({ summary: "Uno." }, inSwedish({}))]);
    await does(saveDraft, { text: "Ett" });
    const write = await asked({ text: "Ett." });
    await Promise.all([publishPart(write), publishPart(write)]);
    expect((await seenNow(id)).revision).toBe(2);
    expect(await drafts()).toEqual([]);
  });

  test("begins a language with its title; before, anything else waits", async () => {
    await importPractices([practice({ summary: "Uno." })]);
    expect(await publish()).toBe("title-missing");
    expect(await publish({ part: "title", text: "Kompass" })).toBe("done");
    expect(await publish()).toBe("done");
    expect((await getPractice("sv", id))?.translation).toMatchObject({
      ...{ origin: "translation", author: undefined, behind: [], missing: [] },
    });
    expect((await getPractice("sv", id))?.title).toBe("Kompass");
  });

  test("made by a machine says so of itself, of the whole text only where all of it was", async () => {
    await importPractices([practice({ summary: "Uno.", results: "Molti." })]);
    await publish({ part: "title", text: "Kompass", method: "machine" });
    expect((await getPractice("sv", id))?.translation).toMatchObject({ method: "machine", machine: [] });
    expect((await getCards("sv", [id]))[0]?.isMachineMade).toBe(true);
    await publish();
    expect((await getPractice("sv", id))?.translation).toMatchObject({ method: "human", machine: ["title"] });
    expect((await getCards("sv", [id]))[0]?.isMachineMade).toBe(true);
    await publish({ part: "title", text: "Kompassen" });
    expect((await getPractice("sv", id))?.translation).toMatchObject({ method: "human", machine: [] });
    expect((await getCards("sv", [id]))[0]).toMatchObject({ isMachineMade: false, isPartlyMachineMade: false });
    await publish({ part: "results", text: "Många kom.", method: "machine" });
    expect((await getCards("sv", [id]))[0]).toMatchObject({ isMachineMade: false, isPartlyMachineMade: true });
  });

  test("of an imported machine text leaves the others a machine's", async () => {
    await importPractices([
      practice({ summary: "Uno.", results: "Dieci." }, inSwedish({ results: "Tio." }, { method: "machine" })),
    ]);
    await database().sectionTranslation.deleteMany();
    await publish();
    expect((await getPractice("sv", id))?.translation).toMatchObject({
      method: "human",
      machine: ["title", "results"],
    });
  });

  test("is empty only where the original has it no more, and then it is gone", async () => {
    await importPractices([
      practice({ summary: "Uno.", results: "Dieci." }, inSwedish({ summary: "Ett.", results: "Tio." })),
    ]);
    await edit(practice({ summary: "Uno." }, inSwedish({ summary: "Ett.", results: "Tio." })));
    expect(await publish({ text: " " })).toBe("text-missing");
    expect(await publish({ part: "results", text: " " })).toBe("done");
    expect((await readBack(id)).texts.sv?.sections).toEqual({ summary: "Ett." });
    expect(await publish({ part: "advice", text: "Råd." })).toBe("not-found");
    expect(await publish({ part: "plainWords", text: "ord ".repeat(151) })).toBe("not-valid");
  });
});

describe("who translates what", () => {
  test("a translator writes in their own languages, an editor in all; of nobody else's texts, and nothing closed", async () => {
    await importPractices([
      practice({ summary: "Uno." }, { ...inSwedish({}), en: { title: "Compass", sections: {}, provenance: written } }),
    ]);
    for (const command of [saveDraft, publishPart, publishDrafts, stillRight, reviewPart]) {
      expect(await does(command, { into: "fr" })).toBe("not-allowed");
      expect(await does(command, { into: "it", by: editor })).toBe("not-allowed");
      expect(await does(command, { into: "en", by: editor })).toBe("not-allowed");
      const nowhere = { ...(await asked({})), practiceId: "nothing1" };
      await expect(command(nowhere)).rejects.toThrow("not-found");
    }
    expect(await publish({ into: "fr", part: "title", text: "Boussole", by: editor })).toBe("done");
  });

  test.each(states)(
    "a practice that is %s is translated where it may be edited, and stays in its state",
    async (state) => {
      const practiceId = await stored(practice({ summary: "Uno." }, inSwedish({})), state);
      const version = await publicVersion();
      expect(await publish({ practiceId })).toBe(isEditable(state) ? "done" : "not-allowed");
      expect((await seenNow(practiceId)).state).toBe(state);
      expect((await publicVersion()) - version).toBe(state === "published" ? 1n : 0n);
    },
  );
});

describe("what moved meanwhile", () => {
  const start = () =>
    importPractices([practice({ summary: "Uno.", results: "Dieci." }, inSwedish({ summary: "Ett." }))]);

  test("in that part is a conflict, whether original or translation; elsewhere it is none", async () => {
    await start();
    await edit(practice({ summary: "Uno.", results: "Undici." }, inSwedish({ summary: "Ett." })));
    expect(await publish({ revision: 1, text: "Ett!" })).toBe("done");
    expect(await publish({ revision: 1, text: "Ett?", by: colleague })).toBe("conflict");
    await edit(practice({ summary: "Due.", results: "Undici." }, inSwedish({ summary: "Ett!" })));
    for (const command of [saveDraft, publishPart, stillRight, reviewPart])
      expect(await does(command, { revision: 3, text: "Två.", by: colleague })).not.toBe("done");
    expect((await readBack(id)).texts.sv?.sections.summary).toBe("Ett!");
    expect(await publish({ text: "Två." })).toBe("done");
  });

  test("somebody else's draft is not written over unseen, nor thrown away", async () => {
    await start();
    expect(await does(saveDraft, { text: "Utkast" })).toBe("done");
    expect(await does(saveDraft, { text: "Annat", draft: "", by: colleague })).toBe("conflict");
    expect(await publish({ text: "Annat", draft: "", by: colleague })).toBe("conflict");
    expect(await does(saveDraft, { text: "Annat", by: colleague })).toBe("done");
    expect((await drafts()).map(({ text, editorId }) => [text, editorId])).toEqual([["Annat", colleague.editorId]]);
  });
});

describe("a draft", () => {
  test("is kept, changed and taken away, and readers never see it", async () => {
    await importPractices([practice({ summary: "Uno." }, inSwedish({}))]);
    const [version, logged] = [await publicVersion(), await stepsSoFar()];
    await does(saveDraft, { text: "Utkast", method: "machine" });
    await does(saveDraft, { text: "Utkast", method: "machine" });
    expect(await drafts()).toMatchObject([{ section: "summary", text: "Utkast", method: "machine", fromRevision: 1 }]);
    expect(await does(saveDraft, { text: "" })).toBe("done");
    expect(await does(saveDraft, { text: "" })).toBe("done");
    expect(await drafts()).toEqual([]);
    expect((await publicVersion()) - version).toBe(0n);
    expect(await steps(logged)).toEqual(
      ["draft", "drop-draft"].map((step) => ({ actorId: translator.editorId, locale: "sv", part: "summary", step })),
    );
  });

  test("of every part becomes the text at once, with the title; what the original has changed since is behind", async () => {
    await importPractices([practice({ summary: "Uno.", results: "Dieci." })]);
    await does(saveDraft, { text: "Ett." });
    expect(await does(publishDrafts, { draft: (await drafts())[0]?.updatedAt.toISOString() })).toBe("title-missing");
    await edit(practice({ summary: "Due.", results: "Dieci." }));
    await does(saveDraft, { part: "title", text: "Kompass" });
    await does(saveDraft, { part: "results", text: "Tio." });
    const last =
      (await drafts())
        .map(({ updatedAt }) => updatedAt.toISOString())
        .sort()
        .at(-1) ?? "";
    expect(await does(publishDrafts, { draft: "2026-01-01T00:00:00.000Z" })).toBe("conflict");
    expect(await does(publishDrafts, { draft: last })).toBe("done");
    expect(await does(publishDrafts, { draft: last })).toBe("done");
    expect((await readBack(id)).texts.sv).toMatchObject({
      title: "Kompass",
      sections: { summary: "Ett.", results: "Tio." },
    });
    expect((await seenNow(id)).revision).toBe(3);
    expect((await getPractice("sv", id))?.translation?.behind).toEqual(["summary"]);
  });
});

test("a draft of a part that the original has dropped is shown to nobody, and published by nobody", async () => {
  await importPractices([practice({ summary: "Uno.", costs: "Dieci." }, inSwedish({}))]);
  await does(saveDraft, { part: "costs", text: "Tio." });
  await does(saveDraft, { text: "Ett." });
  const draft = (await drafts()).find(({ section }) => section === "summary")?.updatedAt.toISOString();
  await edit(practice({ summary: "Uno." }, inSwedish({})));
  const found = await getTranslation({ reader: "en", editorId: translator.editorId }, id, "sv");
  expect(found?.lastDraft).toBe(draft);
  expect(await does(publishDrafts, { draft })).toBe("done");
  expect((await readBack(id)).texts.sv?.sections).toEqual({ summary: "Ett." });
  expect(await drafts()).toEqual([]);
});

describe("a part that is behind", () => {
  const start = async () => {
    await importPractices([practice({ summary: "Uno." }, inSwedish({ summary: "Ett." }))]);
    await importPractices([practice({ summary: "Uno!" }, inSwedish({ summary: "Ett." }))]);
  };

  test("is one whose original a file has changed; readers and programs are told", async () => {
    await start();
    expect(await origin("summary")).toMatchObject({ behind: true, fromRevision: 1 });
    expect(await origin("title")).toMatchObject({ behind: false });
    expect((await getPractice("sv", id))?.translation?.behind).toEqual(["summary"]);
    expect((await getPractice("it", id))?.translations).toMatchObject([
      { locale: "it", behind: [] },
      { locale: "sv", behind: ["summary"] },
    ]);
    // A file that changes both has translated it.
    await importPractices([practice({ summary: "Uno?" }, inSwedish({ summary: "Ett?" }))]);
    expect(await origin("summary")).toMatchObject({ behind: false, fromRevision: 3 });
  });

  test("shows its translator what the original said before", async () => {
    await start();
    const found = await getTranslation({ reader: "en", editorId: translator.editorId }, id, "sv");
    expect(found?.parts).toMatchObject([
      { part: "title", source: "Bussola", sourceBefore: undefined, target: "Kompass" },
      { part: "summary", source: "Uno!", sourceBefore: "Uno.", target: "Ett.", behind: true },
    ]);
  });

  test("may be right as it is: then it is not behind any more, without a revision", async () => {
    await start();
    const [version, logged] = [await publicVersion(), await stepsSoFar()];
    expect(await does(stillRight)).toBe("done");
    expect(await does(stillRight)).toBe("done");
    expect(await origin("summary")).toMatchObject({ behind: false, fromRevision: 2 });
    expect((await seenNow(id)).revision).toBe(2);
    expect((await publicVersion()) - version).toBe(1n);
    expect(await steps(logged)).toMatchObject([{ part: "summary", step: "still-right" }]);
    await edit(practice({ summary: "Tre." }, inSwedish({ summary: "Ett." })));
    expect(await publish({ text: "Ett." })).toBe("done");
    expect(await origin("summary")).toMatchObject({ behind: false, fromRevision: 3 });
  });
});

describe("a review", () => {
  test("is somebody else's, of what is not behind; readers are told once all of it is checked", async () => {
    await importPractices([practice({ summary: "Uno." }, inSwedish({}))]);
    expect(await does(reviewPart)).toBe("not-found");
    await publish();
    expect(await does(reviewPart)).toBe("not-allowed");
    const version = await publicVersion();
    expect(await does(reviewPart, { by: colleague })).toBe("done");
    expect(await does(reviewPart, { by: editor })).toBe("done");
    expect(await origin("summary")).toMatchObject({ reviewedById: colleague.editorId });
    expect((await getPractice("sv", id))?.translation?.reviewed).toBe(false);
    expect(await does(reviewPart, { part: "title" })).toBe("done");
    expect((await getPractice("sv", id))?.translation?.reviewed).toBe(true);
    expect((await publicVersion()) - version).toBe(2n);
    await publish({ text: "Ett!", by: colleague });
    expect((await getPractice("sv", id))?.translation?.reviewed).toBe(false);
  });

  test("is of the text that readers have, not of what was typed or kept beside it", async () => {
    await importPractices([practice({ summary: "Uno." }, inSwedish({ summary: "Ett." }))]);
    expect(await does(reviewPart, { text: "Ett!" })).toBe("text-changed");
    await does(saveDraft, { text: "Ett?" });
    expect(await does(reviewPart, { by: colleague })).toBe("text-changed");
    expect(await does(reviewPart, { by: colleague, text: "Ett?" })).toBe("text-changed");
    await edit(practice({ summary: "Due." }, inSwedish({ summary: "Ett." })));
    expect(await does(stillRight)).toBe("text-changed");
    expect(await origin("summary")).toMatchObject({ behind: true, reviewedAt: null });
  });

  test("is possible of what one has published, and not of what one has written, whoever published it", async () => {
    await importPractices([practice({ summary: "Uno." }, inSwedish({}))]);
    await does(saveDraft, { text: "Ett." });
    expect(await publish({ text: "Ett.", by: colleague })).toBe("done");
    expect(await does(reviewPart)).toBe("not-allowed");
    expect(await does(reviewPart, { by: colleague })).toBe("done");
    await does(saveDraft, { text: "Ett!" });
    const draft = (await drafts())[0]?.updatedAt.toISOString();
    expect(await does(publishDrafts, { draft, by: colleague })).toBe("done");
    expect(await does(reviewPart)).toBe("not-allowed");
    expect(await does(reviewPart, { by: colleague })).toBe("done");
  });

  test("is possible of what is older than that it is noted", async () => {
    await importPractices([practice({ summary: "Uno." }, inSwedish({ summary: "Ett." }, { method: "machine" }))]);
    await database().sectionTranslation.deleteMany();
    expect(await does(reviewPart)).toBe("done");
    expect(await origin("summary")).toMatchObject({
      method: "machine",
      behind: false,
      reviewedById: translator.editorId,
    });
  });
});

describe("the lists of translations", () => {
  const all: TranslationFilter = { into: locales, tasks: [], q: "", sort: "stale", page: 1 };
  const queue = (over: Partial<TranslationFilter> = {}, perPage = 20) =>
    listTranslations("en", { ...all, into: ["sv"], tasks, sort: "urgent", ...over }, perPage);

  test("know of every part what the rules know", async () => {
    await importPractices(generatePractices(40));
    await database()
      .$executeRaw`update "SectionTranslation" set behind = true where length("sourceHash") > 0 and section = 'summary' and "practiceId" < 'made3'`;
    await database()
      .$executeRaw`update "SectionTranslation" set "reviewedAt" = now() where section = 'title' and "practiceId" like '%7'`;
    await database().$executeRaw`delete from "SectionTranslation" where "practiceId" like '%5'`;
    await database()
      .$executeRaw`insert into "TranslationDraft" select id, l, 'presentation', 'x', 'human', 1, null, now()
      from "Practice" cross join unnest(array['sv', 'fr']) l where id like '%2' and l <> "originalLocale"`;
    const { rows, total, counts } = await listTranslations("sv", all, 100);
    expect(total).toBe(40);
    const expected: string[] = [];
    for (const row of rows) {
      const [input, known, kept] = await Promise.all([
        readBack(row.id),
        database().sectionTranslation.findMany({ where: { practiceId: row.id } }),
        database().translationDraft.findMany({ where: { practiceId: row.id } }),
      ]);
      const wanted = locales.flatMap((locale) =>
        partStatuses(
          input,
          locale,
          known,
          kept.filter((one) => one.locale === locale).map(({ section }) => section),
        ).map((status) => ({ locale, part: status.part, task: taskOf(status) })),
      );
      const key = (one: { locale: Locale; part: Part; task: string }) => `${one.locale} ${one.part} ${one.task}`;
      expect(row.parts.map(key).sort(), row.id).toEqual(wanted.map(key).sort());
      expect(row.own, row.id).toEqual(
        locales.filter((one) => one !== input.originalLocale && input.texts[one] && isOwnText(input, one)).toSorted(),
      );
      expected.push(...wanted.map(({ locale, task }) => `${locale} ${task}`));
    }
    for (const { locale, task, count } of counts)
      expect(count).toBe(expected.filter((one) => one === `${locale} ${task}`).length);
    expect(new Set(counts.map(({ task }) => task))).toEqual(new Set([...tasks, "fresh"]));
  });

  const named = (name: string, sections: TextDraft["sections"], more: PracticeDraft["texts"] = {}) => ({
    ...practice(sections),
    ...aPractice({ id: name, texts: { it: { title: name, sections, provenance: written }, ...more } }),
  });

  test("put what is behind first, the oldest change before the others, then what is missing", async () => {
    await importPractices([
      named("missing1", { summary: "Uno." }),
      named("fresh1", {}, inSwedish({})),
      named("late1", { summary: "Uno." }, inSwedish({ summary: "Ett." })),
      named("late2", { summary: "Uno." }, inSwedish({ summary: "Ett." })),
    ]);
    await importPractices([named("late2", { summary: "Due." }, inSwedish({ summary: "Ett." }))]);
    await importPractices([named("late1", { summary: "Due." }, inSwedish({ summary: "Ett." }))]);
    const { rows, total } = await queue();
    expect(rows.map((row) => row.id)).toEqual(["late2", "late1", "missing1"]);
    expect(total).toBe(3);
    const [change] = await database().revision.findMany({ where: { practiceId: "late2", number: 2 } });
    expect(rows[0]?.since).toEqual(change?.createdAt);
    expect(rows[2]).toMatchObject({ empty: ["fr", "sv", "en"], original: "it" });
    const pages = await Promise.all([1, 2, 3, 99].map((page) => queue({ page }, 1)));
    expect(pages.map(({ rows: [first], page }) => [first?.id, page])).toEqual([
      ["late2", 1],
      ["late1", 2],
      ["missing1", 3],
      ["missing1", 3],
    ]);
  });

  test("are of published practices, and narrowed by language, work and title", async () => {
    await importPractices([named("late1", { summary: "Uno." }, inSwedish({ summary: "Ett." })), named("missing1", {})]);
    await importPractices([named("late1", { summary: "Due." }, inSwedish({ summary: "Ett." }))]);
    await stored(aPractice({ id: "pending1" }), "pending");
    const ids = async (over: Partial<TranslationFilter>) => (await queue(over)).rows.map((row) => row.id);
    expect(await ids({})).toEqual(["late1", "missing1"]);
    expect(await ids({ tasks: ["missing"] })).toEqual(["missing1"]);
    expect(await ids({ tasks: ["behind"], into: ["fr"] })).toEqual([]);
    expect(await ids({ q: "KOMP" })).toEqual(["late1"]);
    expect(await ids({ q: "50% _' or 1=1" })).toEqual([]);
    expect(await ids({ tasks: [], sort: "title" })).toEqual(["missing1", "late1"].sort().reverse().reverse());
  });
});
