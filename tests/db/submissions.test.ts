import { describe, expect, test, vi } from "vitest";
import { database } from "../../lib/db.ts";
import { serverEnv } from "../../lib/env.ts";
import { sendOnce } from "../../lib/form-guard/send-once.ts";
import { issueTicket } from "../../lib/form-guard/ticket.ts";
import { importPractices, savePlainWords } from "../../lib/practice/commands.ts";
import { Refusal } from "../../lib/refusal.ts";
import { privatePath, resubmitPractice, submitPractice } from "../../lib/submission/commands.ts";
import { consentVersion } from "../../lib/submission/form.ts";
import { findSubmission } from "../../lib/submission/queries.ts";
import { receiveSubmission } from "../../lib/submission/receive.ts";
import { aPractice } from "../support/practices.ts";
import { act, editor, publicVersion, readBack } from "../support/stored.ts";
import { aSubmission, posted } from "../support/submission.ts";

const onlyId = async () => (await database().practice.findFirstOrThrow()).id;
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

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
      message: undefined,
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
    expect(await database().mail.count()).toBe(1);
  });

  test("that arrives several times at once is one, too", async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map(() => submitPractice(aSubmission(), "key-1")));
    expect(new Set(tokens).size).toBe(1);
    expect(await database().practice.count()).toBe(1);
    expect(await database().mail.count()).toBe(1);
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
    expect(await findSubmission(token)).toMatchObject({ state: "changes-asked", message: "Dove?" });
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
    const forms = ["form-2", "form-3"].map((key) => refusalOf(resubmitPractice(aSubmission(), token, key)));
    expect((await Promise.all(forms)).sort()).toEqual(["done", "not-allowed"]);
    expect(await database().revision.count()).toBe(2);
  });

  test("makes an editor who had read the older words read the new ones", async () => {
    const { token, id } = await asked();
    await resubmitPractice(aSubmission(), token, "form-2");
    const { revision } = await database().practice.findUniqueOrThrow({ where: { id } });
    expect(revision).toBe(2);
  });
});

test("a submission cannot be replaced unless that was asked for, nor by another link", async () => {
  const token = await submitPractice(aSubmission(), "key-1");
  expect(await refusalOf(resubmitPractice(aSubmission(), token, "form-2"))).toBe("not-allowed");
  expect(await refusalOf(resubmitPractice(aSubmission(), "another", "form-2"))).toBe("not-found");
  for (const action of ["publish", "unpublish"] as const) {
    await act(await onlyId(), action);
    expect(await refusalOf(resubmitPractice(aSubmission({ title: "Altro" }), token, "form-2"))).toBe("not-allowed");
  }
  expect((await readBack(await onlyId())).texts.it?.title).toBe("Bussola digitale");
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
      { token, from: "198.51.100.7" },
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

  test("is not sent where its sender has no room left, nor again where nothing was asked", async () => {
    const received = await receive({ intent: "send" });
    const token = "privateToken" in received ? received.privateToken : "";
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
