import { describe, expect, test } from "vitest";
import { answerConfirmation, askForConfirmation, handleConfirmation } from "../../lib/confirmation/commands.ts";
import { getConfirmation } from "../../lib/confirmation/queries.ts";
import type { Answer } from "../../lib/contact/answer.ts";
import {
  askToConfirm,
  changeContact,
  confirmAddress,
  eraseContact,
  erasePerson,
  rewrite,
  sendContactLink,
  sendLinkToContacts,
  withdrawConsent,
} from "../../lib/contact/commands.ts";
import { contactOfToken, dataOfSubmission, findContact, peopleOf } from "../../lib/contact/queries.ts";
import { receiveContactForm } from "../../lib/contact/receive.ts";
import { contactToken } from "../../lib/contact/token.ts";
import { database } from "../../lib/db.ts";
import { serverEnv } from "../../lib/env.ts";
import { newPracticeId } from "../../lib/practice/commands.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { getPractice } from "../../lib/practice/queries.ts";
import { addressToAsk } from "../../lib/reader-message/message.ts";
import { Refusal } from "../../lib/refusal.ts";
import { submitPractice } from "../../lib/submission/commands.ts";
import { consentVersion } from "../../lib/submission/form.ts";
import { aPractice, written } from "../support/practices.ts";
import { editor, publicVersion, published, readBack, seenNow, translator } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

const now = new Date("2026-11-22T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000);

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const withContact = (
  contact: Partial<PracticeInput["contacts"][number]> = {},
  consent: PracticeInput["contacts"][number]["consent"] = { basis: "given", version: consentVersion },
) =>
  aPractice({
    contacts: [
      {
        ...{ name: "Ada Bianchi", role: { it: "Bibliotecaria" }, privateEmail: "ada@biblioteca.example" },
        ...contact,
        consent,
      },
    ],
    texts: {
      it: { title: "Bussola digitale", sections: {}, provenance: written },
      sv: { title: "Digital kompass", sections: {}, provenance: { ...written, origin: "translation" } },
    },
  });
/** The contact of the only practice. */
const only = () => database().contact.findFirstOrThrow();
const tokenOf = async () => contactToken(serverEnv().SESSION_SECRET, await only());
const mails = (kind = "") =>
  database().mail.findMany({ where: { key: { startsWith: kind } }, orderBy: { key: "asc" } });
const logged = async (subjectId: string) =>
  (await database().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map((entry) => entry);

/** A practice that was published two years ago, and whose contact has confirmed their address. */
async function old(practice = withContact(), publishedAt = days(-730)): Promise<string> {
  const [id = ""] = await published({ ...practice, id: newPracticeId() });
  await database().practice.update({ where: { id }, data: { publishedAt } });
  await database().contact.updateMany({ where: { practiceId: id }, data: { confirmedAt: days(-700) } });
  return id;
}

describe("an address that came in with a form", () => {
  test("is asked for by one mail with a private link, and used for nothing before its owner says that it is theirs", async () => {
    await submitPractice(aSubmission({ language: "sv" }), "key-1");
    await submitPractice(aSubmission({ language: "sv" }), "key-1");
    const [mail, ...others] = await mails("confirm contact");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: "ada@biblioteca.example", locale: "sv" });
    const token = await tokenOf();
    expect(mail?.text).toContain(`http://ponte.test/sv/kontakt/${token}`);
    expect(mail?.text).toContain("Bussola digitale");
    expect(addressToAsk([await only()])).toBeUndefined();

    await findContact("sv", token);
    expect((await only()).confirmedAt).toBeNull();
    await confirmAddress(token, now);
    await confirmAddress(token, days(1));
    expect((await only()).confirmedAt).toEqual(now);
    expect(addressToAsk([await only()])).toBe("ada@biblioteca.example");
    const { id } = await only();
    expect((await logged(id)).map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ["contact.confirm", "contact"],
    ]);
  });

  test("is asked for again where it is another, and never twice", async () => {
    await submitPractice(aSubmission(), "key-1");
    const { practiceId } = await only();
    const ask = () => database().$transaction((tx) => askToConfirm(tx, practiceId));
    await ask();
    expect(await mails("confirm contact")).toHaveLength(1);
    await database().contact.updateMany({ data: { privateEmail: "bo@biblioteca.example" } });
    await ask();
    await ask();
    expect((await mails("confirm contact")).map(({ recipient }) => recipient).sort()).toEqual([
      "ada@biblioteca.example",
      "bo@biblioteca.example",
    ]);
  });

  test("that a file or a source brought is not written to", async () => {
    const [id = ""] = await published(
      withContact(),
      withContact({ publicEmail: "b@x.example" }, { basis: "named-by-source" }),
    );
    expect(await mails()).toEqual([]);
    const source = await database().contact.findFirstOrThrow({ where: { NOT: { practiceId: id } } });
    await database().$transaction((tx) => askToConfirm(tx, source.practiceId));
    expect(await mails()).toEqual([]);
  });
});

describe("a private link", () => {
  test("opens the page of one contact, in every language, and no other opens it", async () => {
    const [id] = await published(withContact());
    const token = await tokenOf();
    expect(await findContact("sv", token)).toMatchObject({
      ...{ isErased: false, isConfirmed: false, name: "Ada Bianchi", email: "ada@biblioteca.example" },
      role: { text: "Bibliotecaria", lang: "it" },
      agreed: { version: consentVersion },
      practice: { title: { text: "Digital kompass", lang: "sv" }, isPublished: true, slug: "digital-kompass" },
    });
    const contact = await only();
    const others = [
      ...["", ".", contact.id, `${contact.id}.`, `${token}x`, token.slice(0, -1), token.replace(".", ".x"), `${id}.x`],
      ...["x".repeat(5000), "\u0000.x", `../${token}`, contactToken("another secret", contact)],
    ];
    for (const other of others) {
      expect(await findContact("sv", other), other).toBeUndefined();
      for (const attempt of [confirmAddress, withdrawConsent, eraseContact])
        expect(await refusalOf(attempt(other, now)), other).toBe("not-found");
    }
    expect(await only()).toEqual(contact);
  });

  test("that went to another address opens nothing any more", async () => {
    await published(withContact());
    const token = await tokenOf();
    await database().contact.updateMany({ data: { privateEmail: "bo@biblioteca.example" } });
    expect(await contactOfToken(token)).toBeUndefined();
    expect(await contactOfToken(await tokenOf())).toMatchObject({ privateEmail: "bo@biblioteca.example" });
  });
});

describe("what a contact changes", () => {
  test("is stored; whoever has the practice open is told; another address must be confirmed", async () => {
    const id = await old();
    const token = await tokenOf();
    const before = await seenNow(id);
    const same = await changeContact(token, "sv", {
      name: "Ada Verdi",
      role: undefined,
      email: "ada@biblioteca.example",
    });
    expect(same).toBe(token);
    expect(await only()).toMatchObject({ name: "Ada Verdi", role: null, confirmedAt: days(-700) });
    expect((await seenNow(id)).revision).toBe(before.revision + 1);
    expect(await mails()).toEqual([]);

    const moved = await changeContact(same, "sv", { name: "Ada Verdi", role: "Chef", email: "ada@nytt.example" });
    expect(moved).not.toBe(token);
    expect(await contactOfToken(token)).toBeUndefined();
    expect(await only()).toMatchObject({ role: { sv: "Chef" }, privateEmail: "ada@nytt.example", confirmedAt: null });
    const [mail] = await mails("confirm contact");
    expect(mail).toMatchObject({ recipient: "ada@nytt.example" });
    expect(mail?.text).toContain(moved);

    const revision = (await seenNow(id)).revision;
    expect(await changeContact(moved, "sv", { name: "Ada Verdi", role: "Chef", email: "ada@nytt.example" })).toBe(
      moved,
    );
    expect((await seenNow(id)).revision).toBe(revision);
    const { id: contactId } = await only();
    expect((await logged(contactId)).map(({ action, after }) => [action, after])).toEqual([
      ["contact.change", { changed: ["name", "role"] }],
      ["contact.change", { changed: ["role", "email"] }],
    ]);
    expect(JSON.stringify((await logged(contactId)).map(({ before, after }) => [before, after]))).not.toMatch(
      /Ada|@|Chef/,
    );
  });

  test("does not show readers another public address before its owner has confirmed it", async () => {
    const [id = ""] = await published(withContact({ privateEmail: undefined, publicEmail: "ada@biblioteca.example" }));
    const shown = async () => (await getPractice("it", id))?.contacts.map(({ publicEmail }) => publicEmail);
    const corrected = { name: "Ada Bianchi", role: undefined };
    const token = await tokenOf();
    const moved = await changeContact(token, "it", { ...corrected, email: "ada@nuova.example" });
    expect(moved).not.toBe(token);
    expect(await contactOfToken(token)).toBeUndefined();
    expect((await mails("confirm contact")).map(({ recipient }) => recipient)).toEqual(["ada@nuova.example"]);
    expect(await shown()).toEqual(["ada@biblioteca.example"]);
    expect(await findContact("it", moved)).toMatchObject({
      ...{ email: "ada@nuova.example", publicEmail: "ada@biblioteca.example", isConfirmed: false },
    });
    // Not by what an editor changes of the rest, either.
    await database().$transaction((tx) => rewrite(tx, id, { kind: "correction", by: { kind: "system" } }));
    expect(await shown()).toEqual(["ada@biblioteca.example"]);

    const version = await publicVersion();
    await confirmAddress(moved, now);
    expect(await shown()).toEqual(["ada@nuova.example"]);
    expect(await publicVersion()).toBeGreaterThan(version);
    expect(await only()).toMatchObject({ privateEmail: null, newPublicEmail: null, confirmedAt: now });
    expect(await findContact("it", moved)).toMatchObject({ email: "ada@nuova.example", isConfirmed: true });
  });

  test("back to an earlier address is asked about there once more", async () => {
    await old();
    let token = await tokenOf();
    for (const email of ["b@nuova.example", "ada@biblioteca.example", "b@nuova.example"])
      token = await changeContact(token, "it", { name: "Ada Bianchi", role: undefined, email });
    expect((await mails("confirm contact")).map(({ recipient }) => recipient).toSorted()).toEqual([
      ...["ada@biblioteca.example", "b@nuova.example", "b@nuova.example"],
    ]);
    expect((await mails("confirm contact")).filter(({ text }) => text?.includes(token))).toHaveLength(2);
  });

  test("is erased whole, with an address that waits to be confirmed", async () => {
    await published(withContact({ privateEmail: undefined, publicEmail: "ada@biblioteca.example" }));
    const moved = await changeContact(await tokenOf(), "it", {
      name: "Ada",
      role: undefined,
      email: "a@nuova.example",
    });
    await eraseContact(moved, now);
    expect(JSON.stringify([await only(), await mails()])).not.toContain("nuova");
  });

  test("does not touch a role in another language that they only read", async () => {
    await old();
    const email = "ada@biblioteca.example";
    await changeContact(await tokenOf(), "fr", { name: "Ada Neri", role: "Bibliotecaria", email });
    expect(await only()).toMatchObject({ name: "Ada Neri", role: { it: "Bibliotecaria" } });
  });

  test("with a mistake comes back with what was typed", async () => {
    await old();
    const data = new FormData();
    for (const [name, value] of [
      ["name", "Ada"],
      ["role", ""],
      ["email", "ada"],
    ] as const)
      data.append(name, value);
    expect(await receiveContactForm("change", { locale: "it", token: await tokenOf() }, data, now)).toEqual({
      ...{ status: 422, state: { form: "change", values: { name: "Ada", role: "", email: "ada" } } },
      state: { form: "change", values: { name: "Ada", role: "", email: "ada" }, errors: { email: "not-an-email" } },
    });
    const nothing = new FormData();
    expect(await receiveContactForm("erase", { locale: "it", token: await tokenOf() }, nothing, now)).toMatchObject({
      ...{ status: 422, state: { errors: { sure: "required" } } },
    });
    expect((await only()).name).toBe("Ada Bianchi");
  });
});

test("an agreement that is taken back stops every mail, and is given again only by its owner", async () => {
  const id = await old();
  const token = await tokenOf();
  await withdrawConsent(token);
  await withdrawConsent(token);
  expect(await only()).toMatchObject({ consentBasis: "given", consentVersion: null, confirmedAt: null });
  expect(addressToAsk([await only()])).toBeUndefined();
  await database().$transaction((tx) => askToConfirm(tx, id));
  expect(await askForConfirmation(now)).toEqual({ asked: 0, reminded: 0 });
  expect((await mails()).filter(({ recipient }) => recipient)).toEqual([]);
  expect((await findContact("it", token))?.agreed).toEqual({ version: undefined, at: undefined });

  await confirmAddress(token, now);
  expect(await only()).toMatchObject({ consentVersion, consentAt: now, confirmedAt: now });
  const { id: contactId } = await only();
  expect((await logged(contactId)).map(({ action, before }) => [action, before])).toEqual([
    ["contact.withdraw", { consentVersion, confirmed: true }],
    ["contact.confirm", null],
  ]);
});

describe("whoever is erased", () => {
  const everything = async () =>
    JSON.stringify(
      await Promise.all([
        ...[database().contact.findMany(), database().sender.findMany(), database().mail.findMany()],
        ...[database().revision.findMany(), database().workingCopy.findMany(), database().readerMessage.findMany()],
      ]),
    );

  test("is gone from the practice and from its submission at their own wish; the practice and the log stay", async () => {
    const token = await submitPractice(aSubmission(), "key-1");
    const { practiceId, id } = await only();
    await database().workingCopy.create({
      data: { practiceId, editorId: "e1", baseRevision: 1, values: { contacts: "ADA@biblioteca.example" } },
    });
    await database().workingCopy.create({
      data: { practiceId, editorId: "e2", baseRevision: 1, values: { title: "B" } },
    });
    const after = await eraseContact(await tokenOf(), now);
    expect(await everything()).not.toMatch(/Ada B|Bianchi|ada@/i);
    expect(await only()).toMatchObject({ id, name: null, role: null, privateEmail: null, erasedAt: now });
    expect(await database().sender.findFirst()).toMatchObject({ email: null, erasedAt: now });
    expect((await database().workingCopy.findMany()).map(({ editorId }) => editorId)).toEqual(["e2"]);
    expect(await findContact("it", after)).toMatchObject({ isErased: true, name: "", email: "" });
    expect(await refusalOf(eraseContact(after, now))).toBe("not-found");
    expect((await readBack(practiceId)).contacts).toEqual([]);
    expect(await dataOfSubmission(token)).toEqual({ sender: undefined, hasContact: false });
    expect((await logged(id)).map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ["contact.erase", "contact"],
    ]);
  });

  test("is no longer on the public page, and a later import of the file does not bring them back", async () => {
    const practice = withContact({ publicEmail: "ada@public.example" });
    const [id = ""] = await published({ ...practice, id: "bussola1" });
    expect((await getPractice("it", id))?.contacts).toHaveLength(1);
    const version = await publicVersion();
    await eraseContact(await tokenOf(), now);
    expect((await getPractice("it", id))?.contacts).toEqual([]);
    expect(await publicVersion()).toBeGreaterThan(version);
    await published({ ...practice, id: "bussola1", themes: ["helpers"] });
    expect(await everything()).not.toMatch(/Ada B|Bianchi|ada@/i);
  });

  test("may be erased at the desk by who may edit, and by nobody else", async () => {
    await submitPractice(aSubmission(), "key-1");
    const { practiceId, id } = await only();
    expect(await peopleOf(editor, "it", practiceId)).toMatchObject({
      contacts: [{ id, name: "Ada Bianchi", email: "ada@biblioteca.example", isConfirmed: false }],
      sender: { name: "Ada Bianchi", email: "ada@biblioteca.example" },
    });
    await expect(peopleOf(translator, "it", practiceId)).rejects.toThrow("not-allowed");
    expect(await refusalOf(erasePerson(translator, practiceId, id, now))).toBe("not-allowed");
    expect(await refusalOf(sendContactLink(translator, practiceId, id, now))).toBe("not-allowed");
    expect(await refusalOf(erasePerson(editor, "nothing1", id, now))).toBe("not-found");
    expect(await refusalOf(erasePerson(editor, practiceId, "nobody", now))).toBe("not-found");
    expect(await everything()).toContain("Ada");
    await erasePerson(editor, practiceId, "sender", now);
    expect(await everything()).not.toMatch(/Ada B|Bianchi|ada@/i);
    expect(await refusalOf(erasePerson(editor, practiceId, "sender", now))).toBe("not-found");
    expect((await logged(practiceId)).at(-1)).toMatchObject({ action: "submission.erase", actorId: "editor-1" });
    expect(await peopleOf(editor, "it", practiceId)).toEqual({ contacts: [], sender: undefined });
  });
});

test("the link to one’s data goes to the contact’s own address, once an hour", async () => {
  const token = await submitPractice(aSubmission(), "key-1");
  const { practiceId, id } = await only();
  await database().contact.updateMany({ data: { privateEmail: "bo@biblioteca.example", confirmedAt: now } });
  await sendLinkToContacts(token, now);
  await sendLinkToContacts(token, new Date(now.getTime() + 1000));
  await sendContactLink(editor, practiceId, id, now);
  expect(await mails("contact link")).toMatchObject([{ recipient: "bo@biblioteca.example" }]);
  await sendContactLink(editor, practiceId, id, new Date(now.getTime() + 3_600_000));
  expect(await mails("contact link")).toHaveLength(2);
  expect((await mails("contact link"))[0]?.text).toContain(await tokenOf());
  expect(await refusalOf(sendLinkToContacts("nothing", now))).toBe("not-found");
});

test("nobody has the link sent again to a contact who has taken back their agreement", async () => {
  const token = await submitPractice(aSubmission(), "key-1");
  await withdrawConsent(await tokenOf());
  const before = await database().mail.count();
  await sendLinkToContacts(token, days(30));
  expect(await database().mail.count()).toBe(before);
});

describe("the yearly question", () => {
  test("goes once to the contact of every practice that nobody has confirmed for a year, and readers see that it did", async () => {
    const id = await old();
    await old(withContact(), days(-300));
    await old({ ...withContact(), lastConfirmed: "2025-12" });
    await old(withContact({ privateEmail: undefined }));
    const [unconfirmed = ""] = await published(withContact());
    await database().practice.update({ where: { id: unconfirmed }, data: { publishedAt: days(-730) } });
    const version = await publicVersion();
    expect(await askForConfirmation(now)).toEqual({ asked: 1, reminded: 0 });
    expect(await publicVersion()).toBe(version + 1n);
    expect((await Promise.all([askForConfirmation(now), askForConfirmation(now)])).map(({ asked }) => asked)).toEqual([
      0, 0,
    ]);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ key: `confirmation ${id} 2026`, recipient: "ada@biblioteca.example", locale: "it" });
    for (const answer of ["running", "changed", "ended", "taken-over", "funding"])
      expect(mail?.text).toMatch(new RegExp(`^http://ponte\\.test/it/contatto/\\S+\\?answer=${answer}$`, "m"));
    expect(await getPractice("it", id)).toMatchObject({ askedAt: now.toISOString(), lastConfirmed: undefined });
  });

  test.each([
    ["2025", 0],
    ["2024", 1],
    ["2025-11", 0],
    ["2025-10", 1],
    ["2025-11-22", 0],
    ["2025-11-21", 1],
  ])("leaves alone what was confirmed in the last twelve months: %s", async (lastConfirmed, asked) => {
    await old({ ...withContact(), lastConfirmed });
    expect((await askForConfirmation(now)).asked).toBe(asked);
  });

  test("is repeated once, after thirty days, and asked anew after a year", async () => {
    await old();
    await askForConfirmation(now);
    expect((await askForConfirmation(days(29))).reminded).toBe(0);
    expect(await askForConfirmation(days(30))).toEqual({ asked: 0, reminded: 1 });
    expect(await askForConfirmation(days(31))).toEqual({ asked: 0, reminded: 0 });
    expect(await mails("confirmation reminder")).toHaveLength(1);
    expect(await askForConfirmation(days(366))).toEqual({ asked: 1, reminded: 0 });
  });

  test("is not asked of what has ended", async () => {
    const id = await old();
    await askForConfirmation(now);
    await database().practice.update({ where: { id }, data: { status: "ended" } });
    expect(await askForConfirmation(days(30))).toEqual({ asked: 0, reminded: 0 });
    expect(await askForConfirmation(days(400))).toEqual({ asked: 0, reminded: 0 });
  });

  test("is asked in batches until all were asked", async () => {
    await published(
      ...Array.from({ length: 101 }, () => withContact()).map((one, at) => ({ ...one, id: `many${at}` })),
    );
    await database().practice.updateMany({ data: { publishedAt: days(-730) } });
    await database().contact.updateMany({ data: { confirmedAt: days(-700) } });
    expect(await askForConfirmation(now)).toEqual({ asked: 101, reminded: 0 });
  });

  test("is answered by “still running” at once", async () => {
    const id = await old();
    await askForConfirmation(now);
    const token = await tokenOf();
    await answerConfirmation(token, { answer: "running" }, days(3));
    await answerConfirmation(token, { answer: "running" }, days(3));
    expect(await getPractice("it", id)).toMatchObject({ lastConfirmed: "2026-11-25" });
    expect(await getPractice("it", id)).not.toHaveProperty("askedAt");
    const [revision] = await database().revision.findMany({ where: { practiceId: id }, orderBy: { number: "desc" } });
    expect(revision).toMatchObject({ number: 2, kind: "confirmation", changed: ["lastConfirmed"], editorId: null });
    expect(await database().confirmation.findMany()).toMatchObject([{ answer: "running", handledAt: days(3) }]);
    expect(await askForConfirmation(days(40))).toEqual({ asked: 0, reminded: 0 });
  });

  test.each<[Answer, string]>([
    ["changed", "Ora due volte al mese"],
    ["ended", "2026"],
    ["taken-over", "La regione"],
    ["funding", "Il comune"],
  ])("is answered otherwise for an editor to deal with, and readers see that it was: %s", async (answer, detail) => {
    const id = await old();
    await askForConfirmation(now);
    const version = await publicVersion();
    await answerConfirmation(await tokenOf(), { answer, detail }, days(3));
    await answerConfirmation(await tokenOf(), { answer, detail }, days(3));
    expect(await publicVersion()).toBe(version + 1n);
    const [row, ...others] = await database().confirmation.findMany();
    expect(others).toEqual([]);
    const shown = await getPractice("it", id);
    expect(shown).toMatchObject({ toldAt: days(3).toISOString(), lastConfirmed: undefined });
    expect(shown).not.toHaveProperty("askedAt");
    const confirmationId = row?.id ?? "";
    expect(await getConfirmation(editor, confirmationId)).toMatchObject({
      ...{ answer, detail, handledAt: undefined },
      practice: { id, title: { text: "Bussola digitale", lang: "it" } },
    });
    await expect(getConfirmation(translator, confirmationId)).rejects.toThrow("not-allowed");
    expect(await refusalOf(handleConfirmation(translator, confirmationId, days(4)))).toBe("not-allowed");

    const answers = await Promise.all([1, 2].map(() => refusalOf(handleConfirmation(editor, confirmationId, days(4)))));
    expect(answers.sort()).toEqual(["conflict", "done"]);
    expect(await getConfirmation(editor, confirmationId)).toMatchObject({
      answer,
      detail: undefined,
      handledAt: days(4),
    });
    expect(await getPractice("it", id)).toMatchObject({ lastConfirmed: "2026-11-25" });
    expect(await getPractice("it", id)).not.toHaveProperty("toldAt");
    expect(JSON.stringify((await logged(confirmationId)).map(({ before, after }) => [before, after]))).not.toContain(
      detail,
    );
  });

  test("can be answered without having been asked, and a second answer does not write over one that waits", async () => {
    const id = await old();
    const token = await tokenOf();
    await answerConfirmation(token, { answer: "changed", detail: "Prima" }, now);
    await answerConfirmation(token, { answer: "funding", detail: "Poi" }, days(1));
    expect(
      (await database().confirmation.findMany({ orderBy: { askedAt: "asc" } })).map(({ detail }) => detail),
    ).toEqual([...["Prima", "Poi"]]);
    await database().practice.update({ where: { id }, data: { state: "rejected" } });
    expect(await refusalOf(answerConfirmation(token, { answer: "running" }, days(2)))).toBe("not-allowed");
  });
});
