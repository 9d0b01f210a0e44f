import { describe, expect, test, vi } from "vitest";
import { database } from "../../lib/db.ts";
import { decideAndTell } from "../../lib/desk/commands.ts";
import { getDeskPractice } from "../../lib/desk/queries.ts";
import { serverEnv } from "../../lib/env.ts";
import { sendOnce } from "../../lib/form-guard/send-once.ts";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import { importPractices, savePlainWords, savePractice } from "../../lib/practice/commands.ts";
import { Refusal } from "../../lib/refusal.ts";
import {
  deleteOldDrafts,
  enterPractice,
  eraseDraft,
  keepDraft,
  privatePath,
  resubmitPractice,
  submitPractice,
  withdrawSubmission,
} from "../../lib/submission/commands.ts";
import { consentVersion, parseForm, readValues } from "../../lib/submission/form.ts";
import { findByCode, findDraft, findSubmission } from "../../lib/submission/queries.ts";
import { receiveAnswer, receiveCode, receiveSubmission } from "../../lib/submission/receive.ts";
import { aPractice } from "../support/practices.ts";
import { act, editor, publicVersion, readBack, seenNow, translator } from "../support/stored.ts";
import { aSubmission, posted, type Typed } from "../support/submission.ts";

const onlyId = async () => (await database().practice.findFirstOrThrow()).id;
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

/** The mails to the contributor whose subject names a practice, in their order, by what they are about. */
async function mailsAbout(title: string): Promise<string[]> {
  const mails = await database().mail.findMany({ orderBy: { dueAt: "asc" } });
  return mails
    .filter(({ key, subject }) => subject?.includes(title) && !key.startsWith("confirm contact"))
    .map(({ key }) => key.split(" ").slice(0, -1).join(" "));
}
const mailOf = (what: string) => database().mail.findFirstOrThrow({ where: { key: { startsWith: `${what} ` } } });

describe("a submission", () => {
  test("waits for the editors, unseen by readers, under an id of its own", async () => {
    const version = await publicVersion();
    await submitPractice(aSubmission(), "key-1");
    expect(await database().practice.findMany()).toMatchObject([
      { id: expect.stringMatching(/^[a-z0-9]{8}$/), state: "pending", revision: 1, publishedAt: null },
    ]);
    expect(await publicVersion()).toBe(version);
    expect(await database().slug.count()).toBe(0);
  });

  test("is found by its private link alone, with all that was sent", async () => {
    const token = await submitPractice(aSubmission({ place: "Ostuni" }), "key-1");
    expect(privatePath("it", token)).toBe(`/it/proponi/${token}`);
    expect(await findSubmission(token)).toMatchObject({
      state: "pending",
      title: "Bussola digitale",
      language: "it",
      email: "ada@biblioteca.example",
      conversation: [],
      practice: { places: [{ name: "Ostuni" }] },
    });
    expect(await findSubmission("another")).toBeUndefined();
    expect(await findSubmission(await onlyId())).toBeUndefined();
    const { tokenHash } = await database().submission.findFirstOrThrow();
    expect(await findSubmission(tokenHash)).toBeUndefined();
  });

  test("notes when and to which words its sender agreed", async () => {
    const before = Date.now();
    await submitPractice(aSubmission(), "key-1");
    const contact = await database().contact.findFirstOrThrow();
    expect(contact).toMatchObject({ name: "Ada Bianchi", consentBasis: "given", consentVersion });
    expect(contact.consentAt?.getTime()).toBeGreaterThanOrEqual(before);
    expect(await database().submission.findFirstOrThrow()).toMatchObject({ consentVersion, locale: "it" });
  });

  test("that arrives twice is one, with one mail and one private link", async () => {
    const first = await submitPractice(aSubmission(), "key-1");
    expect(await submitPractice(aSubmission(), "key-1")).toBe(first);
    expect(await database().practice.count()).toBe(1);
    expect(await database().sender.count()).toBe(1);
    expect(await mailsAbout("Bussola digitale")).toEqual(["received"]);
  });

  test("that arrives several times at once is one, too", async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map(() => submitPractice(aSubmission(), "key-1")));
    expect(new Set(tokens).size).toBe(1);
    expect(await database().practice.count()).toBe(1);
    expect(await mailsAbout("Bussola digitale")).toEqual(["received"]);
  });

  test("of the same words in another form is another", async () => {
    const tokens = [await submitPractice(aSubmission(), "key-1"), await submitPractice(aSubmission(), "key-2")];
    expect(new Set(tokens).size).toBe(2);
    expect(await database().practice.count()).toBe(2);
  });
});

describe("a submission that an editor asked changes of", () => {
  async function asked(): Promise<{ token: string; id: string }> {
    const token = await submitPractice(aSubmission({ costs: "Poco." }), "key-1");
    const id = await onlyId();
    await act(id, "ask-changes", { message: "Dove?" });
    return { token, id };
  }

  test("shows its contributor the question", async () => {
    const { token } = await asked();
    expect(await findSubmission(token)).toMatchObject({
      state: "changes-asked",
      conversation: [{ author: "editor", text: "Dove?" }],
    });
  });

  test("can be sent again: it is replaced and waits once more", async () => {
    const { token, id } = await asked();
    const again = aSubmission({ title: "Bussola a Ostuni", place: "Ostuni", contactEmail: "ada@ostuni.example" });
    await resubmitPractice(again, token, "form-2");
    expect(await findSubmission(token)).toMatchObject({ id, state: "pending", email: "ada@ostuni.example" });
    const practice = await readBack(id);
    expect(practice.texts.it).toMatchObject({ title: "Bussola a Ostuni" });
    expect(practice.texts.it?.sections.costs).toBeUndefined();
    expect(await database().decision.findMany({ orderBy: { createdAt: "asc" } })).toMatchObject([
      { action: "ask-changes", editorId: "editor-1" },
      { action: "resubmit", fromState: "changes-asked", toState: "pending", editorId: null },
    ]);
    expect(await database().contact.count()).toBe(1);
  });

  test("still knows when its sender agreed, and to which words", async () => {
    const { token } = await asked();
    await resubmitPractice(aSubmission(), token, "form-2");
    const contact = await database().contact.findFirstOrThrow();
    expect(contact).toMatchObject({ consentVersion, consentAt: expect.any(Date) });
  });

  test("keeps what is known of its contact, but not when that is somebody else", async () => {
    const { token } = await asked();
    const known = { role: { it: "Bibliotecaria" }, organisation: "Biblioteca", publicEmail: "ada@rete.example" };
    await database().contact.updateMany({ data: known });
    const { id } = await database().contact.findFirstOrThrow();
    await resubmitPractice(aSubmission({ contactEmail: "ada@ostuni.example" }), token, "form-2");
    expect(await database().contact.findMany()).toMatchObject([{ id, privateEmail: "ada@ostuni.example", ...known }]);
    await resubmitPractice(aSubmission({ contactName: "Bo Ek", contactEmail: "bo@ostuni.example" }), token, "form-3");
    const now = await database().contact.findMany();
    const unknown = { role: null, organisation: null, publicEmail: null, confirmedAt: null };
    expect(now).toMatchObject([{ name: "Bo Ek", privateEmail: "bo@ostuni.example", ...unknown }]);
    expect(now[0]?.id, "in revisions too").not.toBe(id);
    await database().contact.updateMany({ data: { ...known, name: null } });
    await resubmitPractice(aSubmission({ contactName: "", contactEmail: "cy@ostuni.example" }), token, "form-4");
    expect(await database().contact.findMany(), "who is not named").toMatchObject([{ name: null, ...unknown }]);
  });

  test("may turn out to be in another language, and its sender is written to in that one", async () => {
    const { token, id } = await asked();
    await resubmitPractice(aSubmission({ language: "sv", title: "Digital kompass" }), token, "form-2");
    expect(await findSubmission(token)).toMatchObject({ language: "sv", title: "Digital kompass" });
    expect((await readBack(id)).originalLocale).toBe("sv");
  });

  test("keeps the version in plain words that an editor has written meanwhile", async () => {
    const { token, id } = await asked();
    const { revision } = await database().practice.findUniqueOrThrow({ where: { id } });
    const texts = { it: "Aiutiamo le persone." };
    await savePlainWords({ practiceId: id, seen: { revision }, by: editor, texts });
    await resubmitPractice(aSubmission({ title: "Bussola a Ostuni" }), token, "form-2");
    expect((await readBack(id)).texts.it).toMatchObject({
      title: "Bussola a Ostuni",
      sections: { plainWords: "Aiutiamo le persone." },
    });
  });

  test("sent twice at once is taken once", async () => {
    const { token } = await asked();
    const answers = await Promise.all([1, 2].map(() => refusalOf(resubmitPractice(aSubmission(), token, "form-2"))));
    expect(answers).toEqual(["done", "done"]);
    expect(await database().revision.count()).toBe(2);
    expect(await database().decision.count({ where: { action: "resubmit" } })).toBe(1);
  });

  test("of two different forms sent at once one is taken, and the other is told so", async () => {
    const { token } = await asked();
    const forms = ["Bussola a Ostuni", "Bussola a Lecce"].map((title, at) =>
      refusalOf(resubmitPractice(aSubmission({ title }), token, `form-${at}`, 1)),
    );
    expect((await Promise.all(forms)).sort()).toEqual(["conflict", "done"]);
    expect(await database().revision.count()).toBe(2);
  });

  test("keeps what an editor has changed meanwhile, where the contributor has not", async () => {
    const { token, id } = await asked();
    const read = await readBack(id);
    const edited = {
      ...read,
      scopes: ["local" as const],
      places: [{ name: "Ostuni", country: "IT" as const, role: "area" as const }],
    };
    await database().$transaction((tx) =>
      savePractice(tx, id, edited, { state: "changes-asked", kind: "edit", by: { kind: "editor", id: "editor-1" } }),
    );
    await resubmitPractice(aSubmission({ title: "Bussola a Ostuni" }), token, "form-2", 1);
    expect(await readBack(id)).toMatchObject({
      scopes: ["local"],
      places: [{ name: "Ostuni" }],
      texts: { it: { title: "Bussola a Ostuni" } },
    });
  });

  test("changed by an editor in the same part is refused once, and then replaces what was read", async () => {
    const { token, id } = await asked();
    const read = await readBack(id);
    const it = read.texts.it;
    if (!it) throw new Error("no text");
    await database().$transaction((tx) =>
      savePractice(
        tx,
        id,
        { ...read, texts: { it: { ...it, title: "Bussola" } } },
        {
          ...{ state: "changes-asked", kind: "edit", by: { kind: "editor", id: "editor-1" } },
        },
      ),
    );
    const again = aSubmission({ title: "Bussola a Ostuni" });
    expect(await refusalOf(resubmitPractice(again, token, "form-2", 1))).toBe("conflict");
    expect((await readBack(id)).texts.it?.title).toBe("Bussola");
    expect(await refusalOf(resubmitPractice(again, token, "form-3", 2))).toBe("done");
    expect((await readBack(id)).texts.it?.title).toBe("Bussola a Ostuni");
  });

  test("makes an editor who had read the older words read the new ones", async () => {
    const { token, id } = await asked();
    await resubmitPractice(aSubmission(), token, "form-2");
    const { revision } = await database().practice.findUniqueOrThrow({ where: { id } });
    expect(revision).toBe(2);
  });
});

describe("a submission that waits", () => {
  test("can be changed by its contributor, who is told so once; the time set for publishing it is taken away", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    const id = await onlyId();
    await act(id, "schedule", { publishAt: new Date("2030-01-01") });
    for (let at = 0; at < 2; at++) await resubmitPractice(aSubmission({ title: "Altro" }), token, "form-2");
    expect(await findSubmission(token)).toMatchObject({ state: "pending", title: "Altro", revision: 2 });
    expect(await database().practice.findFirst()).toMatchObject({ publishAt: null, publishRevision: null });
    expect(await mailsAbout("Altro")).toEqual(["sent again"]);
  });

  test("stays as it is where nothing was changed in it", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    await resubmitPractice(aSubmission(), token, "form-2");
    expect(await database().revision.count()).toBe(1);
    expect(await database().decision.count()).toBe(0);
  });

  test("cannot be replaced by another link, nor once an editor has decided", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    expect(await refusalOf(resubmitPractice(aSubmission(), "another", "form-2"))).toBe("not-found");
    for (const action of ["publish", "unpublish"] as const) {
      await act(await onlyId(), action);
      expect(await refusalOf(resubmitPractice(aSubmission({ title: "Altro" }), token, "form-2"))).toBe("not-allowed");
    }
    expect((await readBack(await onlyId())).texts.it?.title).toBe("Bussola digitale");
  });

  test("can be taken back and sent again: each once, each with one mail", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    for (let at = 0; at < 2; at++) await withdrawSubmission(token);
    expect(await findSubmission(token)).toMatchObject({ state: "draft", isWithdrawn: true });
    expect(await database().decision.findMany()).toMatchObject([{ action: "withdraw", fromState: "pending" }]);
    await resubmitPractice(aSubmission(), token, "form-2");
    expect(await findSubmission(token)).toMatchObject({ state: "pending", isWithdrawn: false });
    expect(await mailsAbout("Bussola digitale")).toEqual(["received", "withdrawn", "sent again"]);
  });

  test("that was taken back is brought to readers by no editor, by whatever way", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    const id = await onlyId();
    await withdrawSubmission(token);
    for (const action of ["publish", "submit", "schedule"] as const)
      expect(await refusalOf(act(id, action, { publishAt: new Date() })), action).toBe("not-allowed");
    await act(id, "reject");
    await act(id, "reopen");
    expect(await refusalOf(act(id, "publish"))).toBe("not-allowed");
    expect(await getDeskPractice("it", id)).toMatchObject({ state: "draft", isTakenBack: true });
    expect(await findSubmission(token)).toMatchObject({ state: "draft", isWithdrawn: true });
    await resubmitPractice(aSubmission({ title: "Di nuovo" }), token, "form-2");
    expect(await act(id, "publish")).toBe("published");
  });

  test("cannot be taken back once it is published", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    await act(await onlyId(), "publish");
    expect(await refusalOf(withdrawSubmission(token))).toBe("not-allowed");
    expect(await refusalOf(withdrawSubmission("another"))).toBe("not-found");
  });
});

describe("the conversation", () => {
  const answering = (
    answer: string,
    token: string,
    ticket = issueTicket(serverEnv().SESSION_SECRET, Date.now() - 60_000),
  ) => {
    const data = new FormData();
    data.append("answer", answer);
    data.append("ticket", ticket);
    return receiveAnswer({ token, from: "198.51.100.7" }, data);
  };

  test("holds what both have written, in its order, an answer that is sent twice once", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    const id = await onlyId();
    await act(id, "ask-changes", { message: "Dove?" });
    const ticket = issueTicket(serverEnv().SESSION_SECRET, Date.now() - 60_000);
    for (let at = 0; at < 2; at++) expect(await answering("A Ostuni.", token, ticket)).toBeUndefined();
    await database().comment.create({
      data: {
        key: "c-2",
        practiceId: id,
        field: "texts.it.title",
        text: "Bene.",
        author: "editor",
        editorId: "editor-1",
      },
    });
    expect((await findSubmission(token))?.conversation).toMatchObject([
      { author: "editor", text: "Dove?" },
      { author: "contributor", text: "A Ostuni." },
      { author: "editor", text: "Bene.", field: "texts.it.title" },
    ]);
  });

  test("takes no empty answer, none that is too long, and none to a link that is not one; what was typed comes back", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    expect(await answering("  ", token)).toMatchObject({ status: 422, state: { error: "required" } });
    expect(await answering("x".repeat(5001), token)).toMatchObject({ status: 422, state: { error: "too-long" } });
    expect(await answering("Ciao", "another")).toMatchObject({ status: 409, state: { text: "Ciao" } });
    expect(await database().comment.count()).toBe(0);
  });
});

describe("the short code", () => {
  test("leads to the private page of a submission, however it is typed; another leads nowhere", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    const code = (await findSubmission(token))?.code ?? "";
    expect(await findByCode(code)).toBe(token);
    expect(await findByCode(` ${code.toLowerCase().replace("-", " ")}`)).toBe(token);
    expect(await findByCode("00000-00000")).toBeUndefined();
    expect(await findByCode("")).toBeUndefined();
    const stored = JSON.stringify(await database().submission.findFirstOrThrow());
    expect(stored).not.toContain(code.replace("-", ""));
    expect((await mailOf("received")).text).toContain(code);
  });

  test("is none for what came in before there were codes", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    await database().submission.updateMany({ data: { codeHash: null } });
    expect((await findSubmission(token))?.code).toBeUndefined();
  });

  test("is asked for thirty times an hour from one address", async () => {
    for (let at = 0; at < 30; at++) await receiveCode("00000-00000", "198.51.100.9");
    expect(await receiveCode("00000-00000", "198.51.100.9")).toEqual({ error: "many", status: 429 });
    expect(await receiveCode("00000-00000", "198.51.100.10")).toEqual({ error: "unknown", status: 422 });
  });
});

describe("a form that is kept unfinished", () => {
  const values = (over: Record<string, string> = {}) => readValues(posted({ title: "", ...over }));
  const keep = (key: string, over: Record<string, string> = {}, token?: string) =>
    keepDraft({ values: values(over), locale: "it", key, token });

  test("is found by its link and its code, with all that was typed but the consent", async () => {
    const token = await keep("form-1", { costs: "Poco." });
    const draft = await findDraft(token);
    expect(draft?.values).toMatchObject({ costs: "Poco.", country: ["IT"] });
    expect(draft?.values).not.toHaveProperty("consent");
    expect(await findByCode(draft?.code ?? "")).toBe(token);
    expect(await findDraft("another")).toBeUndefined();
  });

  test("is one however often it arrives, and one mail goes to the address, without a word that was typed", async () => {
    const tokens = await Promise.all([1, 2, 3].map(() => keep("form-1", { title: "Comprate qui" })));
    await keep("form-2", { costs: "Molto." }, tokens[0]);
    expect(new Set(tokens).size).toBe(1);
    expect((await findDraft(tokens[0] ?? ""))?.values).toMatchObject({ costs: "Molto." });
    const mails = await database().mail.findMany();
    expect(mails).toMatchObject([{ recipient: "ada@biblioteca.example" }]);
    expect(mails[0]?.text).not.toContain("Comprate");
  });

  test("can be saved again and again: its address is counted for the one mail alone", async () => {
    const post = (token: string | undefined, costs: string) => {
      const ticket = issueTicket(serverEnv().SESSION_SECRET, Date.now() - 60_000);
      const data = posted({ ticket, intent: "keep", costs });
      return receiveSubmission({ token, locale: "it", from: "198.51.100.7" }, data);
    };
    const first = await post(undefined, "0");
    const token = "privateToken" in first ? first.privateToken : undefined;
    for (let at = 1; at < 8; at++) expect(await post(token, String(at))).toEqual({ privateToken: token, done: "kept" });
    expect((await findDraft(token ?? ""))?.values.costs).toBe("7");
  });

  test("saved from two devices: neither goes over the other unseen, and the same form twice is no other", async () => {
    const post = (token: string | undefined, draftRevision: string, costs: string, intent = "keep") => {
      const ticket = issueTicket(serverEnv().SESSION_SECRET, Date.now() - 60_000);
      const data = posted({ ticket, intent, costs, draftRevision });
      return receiveSubmission({ token, locale: "it", from: "198.51.100.7" }, data);
    };
    const costs = async () => (await findDraft(token))?.values.costs;
    const first = await post(undefined, "", "0");
    const token = "privateToken" in first ? first.privateToken : "";
    const kept = { privateToken: token, done: "kept" };
    const refused = { status: 409, state: { error: "draft-changed", revision: 1 } };
    expect(await post(token, "1", "Poco.")).toEqual(kept);
    expect(await post(token, "1", "Poco.")).toEqual(kept);
    expect(await findDraft(token)).toMatchObject({ revision: 2 });
    expect(await post(token, "1", "Molto.")).toMatchObject(refused);
    expect(await post(token, "1", "Molto.")).toMatchObject({ state: { values: { costs: "Molto." } } });
    expect(await post(token, "1", "Molto.", "send")).toMatchObject({ ...refused, state: { step: "review" } });
    expect(await costs()).toBe("Poco.");
    expect(await database().practice.count()).toBe(0);
    expect(await post(token, "2", "Molto.")).toEqual(kept);
    expect(await costs()).toBe("Molto.");
    const both = await Promise.all(["Dieci.", "Cento."].map((words) => post(token, "3", words)));
    expect(both.map((one) => ("done" in one ? one.done : one.status)).sort()).toEqual([409, "kept"]);
    expect(await post(token, "4", "Mille.", "send")).toMatchObject({ done: "sent" });
    // The other device still shows the draft that was sent.
    const gone = { status: 409, state: { step: "fill", errors: { form: "draft-changed" }, values: { costs: "Due." } } };
    for (const intent of ["check", "keep"]) expect(await post(token, "4", "Due.", intent)).toMatchObject(gone);
    expect(await post(token, "4", "Due.", "send")).toMatchObject({ status: 409, state: { error: "draft-changed" } });
    expect((await readBack(await onlyId())).texts.it?.sections.costs).toBe("Mille.");
  });

  test("needs no address: then no mail goes", async () => {
    await keep("form-1", { contactEmail: "ada at" });
    expect(await database().mail.count()).toBe(0);
  });

  test("becomes a submission under the same link and code, once, and is gone", async () => {
    const token = await keep("form-1");
    const code = (await findDraft(token))?.code;
    const ticket = issueTicket(serverEnv().SESSION_SECRET, Date.now() - 60_000);
    const send = () =>
      receiveSubmission({ token, locale: "it", from: "198.51.100.7" }, posted({ ticket, intent: "send" }));
    expect(await send()).toEqual({ privateToken: token, done: "sent" });
    expect(await send()).toEqual({ privateToken: token, done: "sent" });
    expect(await findDraft(token)).toBeUndefined();
    expect(await findSubmission(token)).toMatchObject({ state: "pending", code, revision: 1 });
    expect(await database().practice.count()).toBe(1);
    expect(await database().decision.count()).toBe(0);
  });

  test("can be erased, with its mail that has not gone out", async () => {
    const token = await keep("form-1");
    for (let at = 0; at < 2; at++) await eraseDraft(token);
    expect(await findDraft(token)).toBeUndefined();
    expect(await database().mail.count()).toBe(0);
    expect(await refusalOf(keep("form-2", {}, token))).toBe("not-found");
  });

  test("is deleted when nobody has saved it for ninety days, and no sooner", async () => {
    const token = await keep("form-1");
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
    expect(await deleteOldDrafts(days(89))).toBe(0);
    await database().$executeRaw`update "SubmissionDraft" set "updatedAt" = ${days(-89)}`;
    await keep("form-2", {}, token);
    expect(await deleteOldDrafts(days(10)), "saved anew, though nothing was changed").toBe(0);
    expect(await deleteOldDrafts(days(91))).toBe(1);
    expect(await database().submissionDraft.count()).toBe(0);
  });

  test("is asked for nothing; only what cannot be stored comes back", async () => {
    const ticket = () => issueTicket(serverEnv().SESSION_SECRET, Date.now() - 60_000);
    const post = (over: Record<string, string | string[]>) =>
      receiveSubmission(
        { token: undefined, locale: "it", from: "198.51.100.7" },
        posted({ ticket: ticket(), intent: "keep", ...over }),
      );
    const nothing = Object.fromEntries([...posted().keys()].map((field) => [field, []]));
    expect(await post({ ...nothing, ticket: ticket(), intent: "keep" })).toMatchObject({ done: "kept" });
    expect(await post({ costs: "x".repeat(20_001) })).toMatchObject({
      status: 422,
      state: { errors: { costs: "too-long" } },
    });
    expect(await post({ website: "a\u0000" })).toMatchObject({
      status: 422,
      state: { errors: { website: "control-character" } },
    });
    expect(await post({ website2: "x" })).toMatchObject({ status: 422, state: { errors: { website2: "robot" } } });
    expect(await post({ ticket: "none" })).toMatchObject({ status: 422, state: { errors: { form: "expired" } } });
    expect(await database().submissionDraft.count()).toBe(1);
  });
});

describe("a practice that was told to an editor", () => {
  const told = (over: Typed = {}) => {
    const result = parseForm(readValues(posted(over)), "2026-11-22", "entry");
    if ("errors" in result) throw new Error(JSON.stringify(result.errors));
    return result.submitted;
  };

  test("is a draft at the desk, once, with the consent that was given by voice", async () => {
    const ids = [1, 2].map(() => enterPractice({ submitted: told(), key: "key-1", by: editor }));
    expect(new Set(await Promise.all(ids)).size).toBe(1);
    expect(await database().practice.findMany()).toMatchObject([{ state: "draft" }]);
    expect(await database().revision.findMany()).toMatchObject([{ kind: "entry", editorId: "editor-1" }]);
    expect((await database().contact.findFirstOrThrow()).consentVersion).toBe(`${consentVersion} spoken`);
  });

  test("may have no address; with one, its contributor gets the link, and sends it themselves", async () => {
    await enterPractice({ submitted: told({ contactEmail: "", contactName: "" }), key: "key-1", by: editor });
    expect(await database().mail.count()).toBe(0);
    expect(await database().contact.count()).toBe(0);
    await enterPractice({ submitted: told(), key: "key-2", by: editor });
    const { text } = await mailOf("entered");
    const token = /proponi\/([\w-]{32})/.exec(text ?? "")?.[1] ?? "";
    expect(await findSubmission(token)).toMatchObject({ state: "draft", isWithdrawn: false });
    await resubmitPractice(aSubmission(), token, "form-2");
    expect(await findSubmission(token)).toMatchObject({ state: "pending" });
  });

  test("goes to the queue without a mail, unless something is written to its contributor", async () => {
    const about = () => database().mail.findMany({ where: { key: { startsWith: "decision " } } });
    const [silent, spoken] = [
      await enterPractice({ submitted: told(), key: "key-1", by: editor }),
      await enterPractice({ submitted: told(), key: "key-2", by: editor }),
    ];
    const submit = async (practiceId: string, message: string) =>
      decideAndTell({ practiceId, seen: await seenNow(practiceId), action: "submit", by: editor, message });
    await submit(silent, "");
    expect(await about()).toEqual([]);
    await submit(spoken, "Come detto al telefono.");
    expect(await about()).toMatchObject([{ recipient: "ada@biblioteca.example" }]);
    expect((await about())[0]?.text).toContain("Come detto al telefono.");
  });

  test("is no translator's to enter", async () => {
    expect(await refusalOf(enterPractice({ submitted: told(), key: "key-1", by: translator }))).toBe("not-allowed");
    expect(await database().practice.count()).toBe(0);
  });
});

describe("revisions", () => {
  test("keep every state of a practice, and nobody's name or address", async () => {
    const people = {
      contacts: [
        {
          name: "Carla Verdi",
          publicEmail: "carla@rete.example",
          privateEmail: "verdi@home.example",
          consent: { basis: "given" as const },
        },
      ],
    };
    await importPractices([aPractice({ id: "bussola1", ...people })]);
    await importPractices([aPractice({ id: "bussola1", ...people, status: "ended" })]);
    const token = await submitPractice(aSubmission(), "key-1");
    const { id } = await database().practice.findFirstOrThrow({ where: { state: "pending" } });
    await act(id, "ask-changes");
    await resubmitPractice(aSubmission({ title: "Bussola a Ostuni", contactName: "Ada B." }), token, "form-2");

    const revisions = await database().revision.findMany({ orderBy: [{ createdAt: "asc" }, { number: "asc" }] });
    expect(revisions.map(({ practiceId, number, kind }) => ({ practiceId, number, kind }))).toEqual([
      { practiceId: "bussola1", number: 1, kind: "import" },
      { practiceId: "bussola1", number: 2, kind: "import" },
      { practiceId: id, number: 1, kind: "submission" },
      { practiceId: id, number: 2, kind: "submission" },
    ]);
    expect(revisions.map(({ snapshot }) => snapshot)).toMatchObject([
      { status: "unknown" },
      { status: "ended" },
      { texts: { it: { title: "Bussola digitale" } } },
      { texts: { it: { title: "Bussola a Ostuni" } } },
    ]);
    const kept = JSON.stringify(revisions);
    for (const personal of ["Ada", "Bianchi", "Carla", "Verdi", "verdi", "@"]) expect(kept).not.toContain(personal);
    // They say that there was someone, by an id that stays while the person does.
    const [first, second] = revisions.map(({ snapshot }) => (snapshot as { contacts: { id: string }[] }).contacts);
    expect(first).toEqual([{ id: expect.any(String) }]);
    expect(second).toEqual(first);
  });
});

describe("a posted form", () => {
  const anHourAgo = () => issueTicket(serverEnv().SESSION_SECRET, Date.now() - 3_600_000);
  const receive = (over: Record<string, string>, token?: string) =>
    receiveSubmission(
      { token, locale: "it", from: "198.51.100.7" },
      posted({ ticket: anHourAgo(), contactEmail: "ada@biblioteca.example", ...over }),
    );

  test("is first shown once more, and nobody is counted; with mistakes it comes back", async () => {
    expect(await receive({})).toMatchObject({ status: 200, state: { step: "review" } });
    expect(await receive({ title: "" })).toMatchObject({ status: 422, state: { errors: { title: "required" } } });
    expect(await receive({ intent: "back", title: "" })).toMatchObject({ status: 200, state: { step: "fill" } });
    expect(await database().rateLimiterFlexible.count()).toBe(0);
  });

  test("is sent once and counted once, however often it arrives", async () => {
    const ticket = anHourAgo();
    const links = new Set<unknown>();
    for (let at = 0; at < 7; at++) links.add(JSON.stringify(await receive({ intent: "send", ticket })));
    expect([...links]).toEqual([expect.stringContaining("privateToken")]);
    expect(await database().practice.count()).toBe(1);
  });

  test("is not sent where its sender has no room left, nor again once it was decided on", async () => {
    const received = await receive({ intent: "send" });
    const token = "privateToken" in received ? received.privateToken : "";
    await act(await onlyId(), "reject");
    expect(await receive({ intent: "send", title: "Altro" }, token)).toMatchObject({
      status: 409,
      state: { step: "review", error: "decided", values: { title: "Altro" } },
    });
    for (let at = 0; at < 3; at++) await receive({ intent: "send" });
    expect(await receive({ intent: "send" })).toMatchObject({ status: 429, state: { error: "too-many-sent" } });
  });

  test("is kept for its sender where the database cannot be reached", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
    const send = () => Promise.reject(new Error("no connection"));
    expect(await sendOnce({ isSent: async () => false, counted: [], send, refused: "gone" })).toEqual({
      error: "unavailable",
      status: 503,
    });
    expect(complaint).toHaveBeenCalledOnce();
    complaint.mockRestore();
  });
});
