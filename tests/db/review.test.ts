import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { carryOut, decideAndTell, writeToContributor } from "../../lib/desk/commands.ts";
import { getDeskPractice, getTemplate } from "../../lib/desk/queries.ts";
import { type Locale, locales } from "../../lib/i18n/locales.ts";
import { type PracticeDecision, savePractice } from "../../lib/practice/commands.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { findAddress, resolvePractice } from "../../lib/practice/queries.ts";
import { type Action, actions, type State, states, transition } from "../../lib/practice/rules.ts";
import { Refusal } from "../../lib/refusal.ts";
import { checklist } from "../../lib/review/checklist.ts";
import { templates } from "../../lib/review/templates.ts";
import { submitPractice } from "../../lib/submission/commands.ts";
import { aPractice, written } from "../support/practices.ts";
import {
  act,
  editor,
  publicVersion,
  published,
  readBack,
  seenNow,
  stateOf,
  stored,
  translator,
} from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const named = (title: string, over: Partial<PracticeInput> = {}) =>
  aPractice({ ...over, texts: { it: { title, sections: {}, provenance: written } } });

/** A practice that somebody has sent in; its id. */
async function submitted(over: Parameters<typeof aSubmission>[0] = {}): Promise<string> {
  await submitPractice(aSubmission(over), "key-1");
  return (await database().submission.findFirstOrThrow()).practiceId;
}

async function tell(practiceId: string, action: Action, over: Partial<PracticeDecision> = {}): Promise<State> {
  return decideAndTell({
    ...{ practiceId, seen: await seenNow(practiceId), action: action as PracticeDecision["action"], by: editor },
    ...{ message: "", checklist: [...checklist], ...over },
  });
}

/** The mails of decisions and comments, oldest first. */
const mails = async () =>
  (await database().mail.findMany({ orderBy: { dueAt: "asc" } })).filter(({ key }) => /^(decision|comment) /.test(key));

describe("before readers see a practice", () => {
  test.each([[[]], [["is-practice", "understandable", "sourced", "reading-level"]], [["is-practice", "nonsense"]]])(
    "every point of the checklist must hold: %j is not enough",
    async (held) => {
      const id = await stored(aPractice(), "pending");
      expect(await refusalOf(act(id, "publish", { checklist: held }))).toBe("checklist-missing");
      expect(await refusalOf(act(id, "schedule", { checklist: held, publishAt: new Date(Date.now() + 60_000) }))).toBe(
        "checklist-missing",
      );
      expect(await stateOf(id)).toBe("pending");
      expect(await database().decision.count()).toBe(0);
    },
  );

  test("what was ticked is kept with the decision", async () => {
    const id = await stored(aPractice(), "pending");
    await act(id, "publish");
    expect((await database().decision.findFirstOrThrow()).checklist).toEqual(checklist);
  });

  test("nothing need hold to turn it down", async () => {
    for (const action of ["ask-changes", "reject"] as const)
      expect(await act(await stored(aPractice(), "pending"), action, { checklist: [] })).toBeTruthy();
  });
});

describe("the level of evidence", () => {
  test("is saved with the decision, as a revision of its own, and published with it", async () => {
    const id = await stored(aPractice(), "pending");
    await act(id, "publish", { evidence: "evaluated" });
    expect((await readBack(id)).evidence).toBe("evaluated");
    const revision = await database().revision.findFirstOrThrow({ orderBy: { number: "desc" } });
    expect(revision).toMatchObject({ number: 2, kind: "edit", changed: ["evidence"], editorId: "editor-1" });
    expect(revision.publicAt).not.toBeNull();
    expect((await database().catalogueEntry.findFirstOrThrow()).marks).toContain("evidence:evaluated");
  });

  test("that stays the same makes no revision", async () => {
    const id = await stored(aPractice(), "pending");
    await act(id, "publish", { evidence: "described" });
    expect(await database().revision.count()).toBe(1);
  });

  test("is not written where the decision is refused, or ends the practice", async () => {
    const id = await stored(aPractice(), "pending");
    await refusalOf(act(id, "publish", { evidence: "evaluated", checklist: [] }));
    await refusalOf(act(id, "publish", { evidence: "evaluated", seen: { revision: 9, state: "pending" } }));
    await act(id, "reject", { evidence: "evaluated" });
    expect((await readBack(id)).evidence).toBe("described");
    expect(await database().revision.count()).toBe(1);
  });
});

describe("the contributor", () => {
  const told: Partial<Record<Action, string>> = {
    publish: "«Bussola digitale» è su Ponte",
    "ask-changes": "Una domanda su «Bussola digitale»",
    reject: "A proposito di «Bussola digitale»",
    "mark-duplicate": "«Bussola digitale» è già su Ponte",
    unpublish: "«Bussola digitale» non è più su Ponte",
    reopen: "Rileggiamo «Bussola digitale»",
    submit: "La redazione ti scrive su «Bussola digitale»",
  };
  const from: Partial<Record<Action, State>> = { unpublish: "published", reopen: "rejected", submit: "draft" };
  const byDesk = actions.filter((action) => states.some((state) => transition(state, action, "desk")));

  test.each(byDesk)("is told of what they should know, once, in their language: %s", async (action) => {
    const id = await submitted();
    const [duplicateOf] = await published(named("Altra"));
    await database().practice.update({ where: { id }, data: { state: from[action] ?? "pending" } });
    await tell(id, action, { message: "Perché {sì}.", duplicateOf });
    const sent = await mails();
    expect(sent.map(({ subject, recipient, locale }) => [subject, recipient, locale])).toEqual(
      told[action] ? [[told[action], "ada@biblioteca.example", "it"]] : [],
    );
    if (told[action]) expect(sent[0]?.text).toContain("Perché {sì}.");
  });

  test("who sent nothing in gets no mail", async () => {
    await tell(await stored(aPractice(), "pending"), "publish", { message: "Well done." });
    expect(await mails()).toEqual([]);
  });

  test("is led to the practice in place of their own", async () => {
    const id = await submitted();
    const [duplicateOf] = await published(named("La prima"));
    await tell(id, "mark-duplicate", { duplicateOf });
    const [mail] = await mails();
    expect(mail?.text).toContain("«La prima»");
    expect(mail?.text).toContain("http://ponte.test/it/buone-pratiche/la-prima\n");
    expect(mail?.text).not.toContain("{");
  });

  test("reads comments on fields, each with the field's name in their language, in the mail and at the desk", async () => {
    const id = await submitted({ language: "sv", title: "Kompass" });
    const comments = [
      { field: "texts.sv.results", text: "Hur många?" },
      { field: "places", text: "Var?" },
      { text: "Tack!" },
    ];
    expect(await tell(id, "ask-changes", { comments })).toBe("changes-asked");
    const [mail] = await mails();
    expect(mail?.text).toContain("Resultat: Hur många?\n\nPlatser: Var?\n\nTack!");
    const shown = await getDeskPractice("en", id);
    expect(shown?.comments.map(({ field, text, isOurs }) => [field, text, isOurs])).toEqual([
      ["texts.sv.results", "Hur många?", true],
      ["places", "Var?", true],
      [undefined, "Tack!", true],
    ]);
  });

  test("is not told by comments of a decision that is refused", async () => {
    const id = await submitted();
    await refusalOf(tell(id, "publish", { checklist: [], comments: [{ text: "No." }] }));
    expect([await database().comment.count(), (await mails()).length]).toEqual([0, 0]);
  });
});

describe("words without a decision", () => {
  const write = (practiceId: string, over: Partial<Parameters<typeof writeToContributor>[0]> = {}) =>
    writeToContributor({ practiceId, by: editor, key: "form-1", message: "Ciao Ada.", comments: [], ...over });

  test("reach the contributor, stay with the practice, and change nothing else", async () => {
    const id = await submitted();
    await write(id, { comments: [{ field: "funding", text: "Chi ha pagato?" }] });
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("La redazione ti scrive su «Bussola digitale»");
    expect(mail?.text).toContain("Ciao Ada.\n\nChi ha pagato: Chi ha pagato?");
    expect(await database().comment.count()).toBe(2);
    expect(await seenNow(id)).toEqual({ revision: 1, state: "pending" });
    expect(await database().decision.count()).toBe(0);
    expect(await database().auditEntry.findFirst({ where: { action: "practice.comment" } })).toMatchObject({
      ...{ actorId: "editor-1", subjectId: id, after: { fields: [null, "funding"] } },
    });
  });

  test("that are sent twice arrive once; other words from the same form are others", async () => {
    const id = await submitted();
    await Promise.all([write(id), write(id)]);
    await write(id);
    expect([await database().comment.count(), (await mails()).length]).toEqual([1, 1]);
    await write(id, { message: "Ancora una cosa." });
    expect([await database().comment.count(), (await mails()).length]).toEqual([2, 2]);
  });

  test("are refused where there are none, nobody to read them, no practice, or no right", async () => {
    const id = await submitted();
    expect(await refusalOf(write(id, { message: " \n" }))).toBe("message-missing");
    expect(await refusalOf(write(id, { by: translator }))).toBe("not-allowed");
    expect(await refusalOf(write("nothing1"))).toBe("not-found");
    expect(await refusalOf(write(await stored(named("Altra"), "pending")))).toBe("not-allowed");
    expect(await database().comment.count()).toBe(0);
  });

  test("are what the form asks for by its own button", async () => {
    const id = await submitted();
    const state = await carryOut(editor, {
      ...{ practiceId: id, revision: 1, state: "pending", key: "form-1", draft: "", action: "comment" },
      ...{ message: "Ciao.", comments: [], checklist: [] },
    });
    expect([state, await database().comment.count()]).toEqual(["pending", 1]);
  });
});

describe("a ready answer", () => {
  test.each(templates)("is in the contributor's language, with the title: %s", async (template) => {
    const id = await submitted({ language: "sv", title: "Kompass" });
    expect(await getTemplate(id, template)).toMatch(/^Tack för ”Kompass”\. /);
  });

  test("for nothing is none", async () => {
    expect(await getTemplate("nothing1", "too-short")).toBeUndefined();
  });
});

describe("the screen", () => {
  test("shows what has changed since readers saw it, and nothing of what they never saw", async () => {
    const id = await stored(named("Bussola"), "pending");
    expect((await getDeskPractice("en", id))?.changes).toEqual([]);
    await act(id, "publish");
    expect((await getDeskPractice("en", id))?.changes).toEqual([]);
    await act(id, "unpublish");
    const changed = { ...(await readBack(id)), themes: ["health" as const] };
    await database().$transaction((tx) =>
      savePractice(tx, id, changed, { state: "unpublished", kind: "edit", by: { kind: "editor", id: "editor-1" } }),
    );
    expect((await getDeskPractice("en", id))?.changes).toEqual([
      { path: "themes", before: "networks", after: "health" },
    ]);
    await act(id, "publish");
    expect((await getDeskPractice("en", id))?.changes).toEqual([]);
  });

  test("counts sources, measures the text, and finds addresses in it", async () => {
    const id = await stored(
      aPractice({
        links: [{ url: "https://example.org/" }],
        sources: [{ key: "one", kind: "basis", publisher: "Regione" }],
        texts: { it: { title: "Bussola", sections: { costs: "Chiama lo 080 555 12 34." }, provenance: written } },
      }),
      "pending",
    );
    const facts = (await getDeskPractice("en", id))?.facts;
    expect(facts).toMatchObject({ sources: 1, links: 1, personalData: ["080 555 12 34"] });
    expect(facts?.levels).toEqual([{ lang: "it", words: expect.stringMatching(/^Gulpease \d+: .*Goal: at least 60/) }]);
  });

  test("holds no contact's address among the fields", async () => {
    const shown = await getDeskPractice("en", await submitted());
    expect(JSON.stringify([shown?.fields, shown?.facts])).not.toContain("ada@");
  });
});

describe("the addresses of a duplicate", () => {
  let first = "";
  let second = "";
  beforeEach(async () => {
    [first = ""] = await published(named("La prima"));
    [second = ""] = await published(named("La seconda"));
  });
  const leads = async (locale: Locale = "it") => [
    await resolvePractice(locale, "la-seconda"),
    await findAddress(locale, second),
  ];

  test.each(locales)("lead to the practice in its place, in every language: %s", async (locale) => {
    const version = await publicVersion();
    await act(second, "mark-duplicate", { duplicateOf: first });
    expect(await publicVersion()).toBeGreaterThan(version);
    expect(await leads(locale)).toEqual([{ found: "moved", slug: "la-prima" }, { duplicateOf: first }]);
    expect(await findAddress(locale, first)).toEqual({ slug: "la-prima" });
  });

  test("follow a chain to its end", async () => {
    const [third] = await published(named("La terza"));
    await act(second, "mark-duplicate", { duplicateOf: first });
    await act(first, "mark-duplicate", { duplicateOf: third });
    expect(await leads()).toEqual([{ found: "moved", slug: "la-terza" }, { duplicateOf: third }]);
  });

  test("say that it is gone where the practice in its place is", async () => {
    await act(second, "mark-duplicate", { duplicateOf: first });
    await act(first, "unpublish");
    expect(await leads()).toEqual([{ found: "gone" }, { slug: "la-prima" }]);
  });

  test("lead nowhere for what nobody ever read, but by its number", async () => {
    const id = await stored(named("Nuova"), "pending");
    expect(await findAddress("it", id)).toBeUndefined();
    await act(id, "mark-duplicate", { duplicateOf: first });
    expect(await resolvePractice("it", "nuova")).toEqual({ found: "nothing" });
    expect(await findAddress("it", id)).toEqual({ duplicateOf: first });
  });

  test("are its own again when it was a mistake", async () => {
    await act(second, "mark-duplicate", { duplicateOf: first });
    await act(second, "reopen");
    expect(await leads()).toEqual([{ found: "gone" }, { slug: "la-seconda" }]);
    await act(second, "publish");
    expect(await resolvePractice("it", "la-seconda")).toEqual({ found: "page", id: second });
  });
});
