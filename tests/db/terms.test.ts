import { describe, expect, test } from "vitest";
import { refreshCatalogue } from "../../lib/catalogue/commands.ts";
import { database } from "../../lib/db.ts";
import { Refusal } from "../../lib/refusal.ts";
import { understand } from "../../lib/search/queries.ts";
import { decideTerm, proposeTerm } from "../../lib/term/commands.ts";
import { getTerm, listConcepts, listTerms } from "../../lib/term/queries.ts";
import type { TermProposal } from "../../lib/term/term.ts";
import { administrator, editor, translator } from "../support/stored.ts";

const proposal = (over: Partial<TermProposal> = {}): TermProposal => ({
  ...{ kind: "thesaurus", language: "sv", term: "bokborgen", text: "Så säger vi om biblioteket.", email: undefined },
  ...over,
});
async function proposed(over: Partial<TermProposal> = {}): Promise<string> {
  await proposeTerm(proposal(over), "sv", `key ${Math.random()}`);
  return (await database().termProposal.findFirstOrThrow({ orderBy: { createdAt: "desc" } })).id;
}
const decide = (id: string, over: Partial<Parameters<typeof decideTerm>[0]> = {}) =>
  decideTerm({ id, state: "accepted", concept: "libraries", answer: "", by: editor, ...over }).then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const library = async () => (await listConcepts("en")).find(({ label }) => /librar/i.test(label))?.code ?? "";

describe("a proposed word", () => {
  test("that arrives twice is one, and its sender is told once", async () => {
    for (const _ of [1, 2]) await proposeTerm(proposal({ email: "ada@example.org" }), "sv", "one key");
    expect(await database().termProposal.count()).toBe(1);
    expect(await database().mail.count()).toBe(1);
    expect((await listTerms("pending")).map(({ term, lang }) => [term, lang])).toEqual([["bokborgen", "sv"]]);
  });

  test("accepted as a name of a concept is understood by the search at once, and after the catalogue is made anew", async () => {
    const concept = await library();
    const id = await proposed();
    expect((await understand("sv", "bokborgen")).concepts).not.toContain(concept);
    expect(await decide(id, { concept })).toBe("done");
    expect((await understand("sv", "bokborgen")).concepts).toContain(concept);
    expect(await refreshCatalogue()).toBeDefined();
    expect((await understand("sv", "bokborgen")).concepts).toContain(concept);
    await database().termProposal.deleteMany();
    await refreshCatalogue();
    expect((await understand("sv", "bokborgen")).concepts).not.toContain(concept);
  });

  test("of the glossary is accepted without a concept, and waits for the next edition", async () => {
    const id = await proposed({ kind: "glossary" });
    expect(await decide(id, { concept: undefined, by: administrator })).toBe("done");
    expect(await getTerm(id)).toMatchObject({ state: "accepted", answerIn: undefined });
  });

  test("that is turned down is told why, by mail, in the sender's language", async () => {
    const id = await proposed({ email: "ada@example.org" });
    expect(await decide(id, { state: "rejected", answer: " " })).toBe("message-missing");
    expect(await decide(id, { state: "rejected", answer: "Ordet finns redan." })).toBe("done");
    const mail = await database().mail.findFirstOrThrow({ where: { key: `word decided ${id}` } });
    expect(mail).toMatchObject({ recipient: "ada@example.org", locale: "sv" });
    expect(mail.text).toContain("Ordet finns redan.");
  });

  test("of another language is answered in the language of its sender's form", async () => {
    await proposeTerm(proposal({ email: "ada@example.org" }), "it", "one key");
    const { id } = await database().termProposal.findFirstOrThrow();
    expect(await getTerm(id)).toMatchObject({ lang: "sv", answerIn: "it" });
    await decide(id, { state: "rejected", answer: "C’è già." });
    expect(await database().mail.findMany({ select: { locale: true } })).toEqual([{ locale: "it" }, { locale: "it" }]);
  });

  test("is decided once, by who may, for a concept that exists", async () => {
    const id = await proposed();
    expect(await decide(id, { by: translator })).toBe("not-allowed");
    expect(await decide(id, { concept: "no-such-concept" })).toBe("not-found");
    expect(await decide("nothing")).toBe("not-found");
    const concept = await library();
    const answers = await Promise.all([decide(id, { concept }), decide(id, { concept })]);
    expect(answers.sort()).toEqual(["conflict", "done"]);
    const log = await database().auditEntry.findMany({
      where: { subjectKind: "term", subjectId: id },
      orderBy: { id: "asc" },
    });
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["term.propose", null],
      ["term.accept", editor.editorId],
    ]);
    await database().termProposal.deleteMany();
    await refreshCatalogue();
  });
});
