import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fastest, issueTicket, longest } from "../../lib/form-guard/ticket.ts";
import { judgeMessage } from "../../lib/reader-message/judge.ts";
import {
  actions,
  addressToAsk,
  allowedActions,
  answerDays,
  answerDue,
  type Kind,
  kinds,
  messageLimits,
  needsAnswer,
  parseMessage,
  practiceOfPage,
  readValues,
  reportedPage,
  states,
  transition,
} from "../../lib/reader-message/message.ts";
import { absolute } from "../../lib/site.ts";
import { consentVersion, consentVersionsForQuestions } from "../../lib/submission/form.ts";
import { aMessage, postedMessage, typedMessage } from "../support/reader-message.ts";

type Typed = Record<string, string>;

const errorsOf = (kind: Kind, over: Typed) => {
  const result = parseMessage(kind, readValues(kind, postedMessage(kind, over)));
  return "errors" in result ? result.errors : {};
};
const nothing = (kind: Kind): Typed => Object.fromEntries(Object.keys(typedMessage[kind]).map((field) => [field, " "]));

describe("what may become of a message", () => {
  test("is decided by its kind and state alone", () => {
    const table = kinds.flatMap((kind) =>
      states.flatMap((state) => actions.map((action) => [kind, state, action, transition(kind, state, action)])),
    );
    expect(table.filter(([, , , to]) => to)).toEqual([
      ["question", "pending", "pass-on", "done"],
      ["question", "pending", "reject", "rejected"],
      ["experience", "pending", "publish", "published"],
      ["experience", "pending", "reject", "rejected"],
      ["experience", "published", "unpublish", "rejected"],
      ["barrier", "pending", "finish", "done"],
      ["barrier", "pending", "reject", "rejected"],
      ["report", "pending", "uphold", "upheld"],
      ["report", "pending", "dismiss", "dismissed"],
      ["tip", "pending", "finish", "done"],
      ["tip", "pending", "reject", "rejected"],
    ]);
  });

  test("is offered to editors as it is allowed", () => {
    expect(allowedActions("experience", "pending")).toEqual(["publish", "reject"]);
    expect(allowedActions("experience", "published")).toEqual(["unpublish"]);
    expect(allowedActions("question", "passed-on")).toEqual([]);
  });
});

describe("a form", () => {
  test("makes a question, an experience, a barrier", () => {
    const sender = { name: "Sara Lind", email: "sara@bibliotek.example" };
    expect(aMessage("question")).toEqual({ kind: "question", text: "Hur många handledare behövs?", sender });
    expect(aMessage("experience")).toEqual({
      kind: "experience",
      outcome: "partly",
      text: "Vi provade i Kiruna.\n\nTre kvällar.",
      country: "SE",
      place: "Kiruna",
      organisation: "Kiruna bibliotek",
      year: 2025,
      sender,
    });
    expect(aMessage("barrier")).toEqual({
      kind: "barrier",
      page: "http://ponte.test/en/map",
      text: "I cannot zoom.",
      device: "A phone",
      sender: undefined,
    });
  });

  test("may leave out what is not needed", () => {
    expect(aMessage("question", { name: "" }).sender).toEqual({ name: undefined, email: "sara@bibliotek.example" });
    expect(aMessage("experience", { place: " ", organisation: "", year: "", name: "" })).toMatchObject({
      place: undefined,
      organisation: undefined,
      year: undefined,
    });
    expect(aMessage("barrier", { page: "", device: "" })).toMatchObject({ page: undefined, device: undefined });
    expect(aMessage("barrier", { email: "bo@x.example" }).sender).toEqual({ name: undefined, email: "bo@x.example" });
  });

  test("of each kind says all that is missing at once, in the order of its questions", () => {
    const missing = Object.fromEntries(kinds.map((kind) => [kind, Object.keys(errorsOf(kind, nothing(kind)))]));
    expect(missing).toEqual({
      question: ["text", "email", "consent"],
      experience: ["outcome", "text", "country", "email", "consent"],
      barrier: ["text"],
      report: ["reason", "text"],
      tip: ["text", "page"],
    });
    for (const kind of kinds)
      for (const code of Object.values(errorsOf(kind, nothing(kind)))) expect(code).toBe("required");
  });

  test.each([
    ["question", { text: "x".repeat(messageLimits.text + 1) }, { text: "too-long" }],
    ["question", { text: "a\u0000b", email: "sara" }, { text: "control-character", email: "not-an-email" }],
    ["question", { name: "x".repeat(messageLimits.line + 1) }, { name: "too-long" }],
    ["question", { name: "Sara\nBcc: all" }, { name: "control-character" }],
    ["question", { email: "sara@x.example\nBcc: all@x.example" }, { email: "not-an-email" }],
    ["experience", { outcome: "great", country: "XX" }, { outcome: "unknown-code", country: "unknown-code" }],
    ["experience", { year: "last year", place: "a\nb" }, { place: "control-character", year: "not-a-year" }],
    ["report", { reason: "boring", page: "/en/desk/caban" }, { reason: "unknown-code", page: "not-our-page" }],
    ["report", { page: "https://evil.example/en/map", email: "bo" }, { page: "not-our-page", email: "not-an-email" }],
    ["report", { page: "javascript:alert(1)" }, { page: "not-our-page" }],
    ["tip", { page: "javascript:alert(1)", text: "" }, { text: "required", page: "not-an-address" }],
    ["tip", { page: `https://x.example/${"x".repeat(messageLimits.page)}` }, { page: "too-long" }],
    ["barrier", { device: "x".repeat(messageLimits.device + 1) }, { device: "too-long" }],
    ["barrier", { page: "x".repeat(messageLimits.page + 1), email: "bo" }, { page: "too-long", email: "not-an-email" }],
  ] as [Kind, Typed, Typed][])("of a %s with %j is refused", (kind, over, errors) => {
    expect(errorsOf(kind, over)).toEqual(errors);
  });

  test("takes the longest answers it says it takes, and nothing that is no field of its own", () => {
    expect(errorsOf("question", { text: "x".repeat(messageLimits.text) })).toEqual({});
    expect(errorsOf("barrier", { device: "x".repeat(messageLimits.device) })).toEqual({});
    const values = readValues("question", postedMessage("question", { state: "published", practiceId: "caban" }));
    expect(Object.keys(values)).toEqual(["text", "name", "email", "consent"]);
  });

  test("is plain text: signs that Markdown would read are nobody's mistake", () => {
    for (const text of ["* ".repeat(2000), `${"> ".repeat(20)}Hej`, "[".repeat(messageLimits.text)])
      expect(errorsOf("question", { text })).toEqual({});
  });

  test("reads line breaks as they are meant, and files as nothing", () => {
    const data = postedMessage("question", { text: "a\r\n\r\nb" });
    data.set("name", new File(["x"], "x.txt"));
    expect(readValues("question", data)).toMatchObject({ text: "a\n\nb", name: "" });
  });
});

describe("a report", () => {
  test("names a page of ours by its whole address, however it was given, or none", () => {
    for (const page of ["/en/map?country=IT#list", absolute("/en/map?country=IT#list")])
      expect(aMessage("report", { page })).toMatchObject({ page: absolute("/en/map?country=IT#list") });
    expect(aMessage("report", { page: " " })).toMatchObject({ kind: "report", reason: "outdated", page: undefined });
  });

  test("is answered sooner where it hurts more, and never without a word", () => {
    expect(answerDays).toEqual({
      ...{ "personal-data": 7, inappropriate: 14, copyright: 14 },
      ...{ wrong: 30, outdated: 30, accessibility: 30 },
    });
    const sentAt = new Date("2026-11-22T10:00:00Z");
    expect(answerDue("personal-data", sentAt)).toEqual(new Date("2026-11-29T10:00:00Z"));
    expect(actions.filter(needsAnswer)).toEqual(["uphold", "dismiss"]);
  });

  test.each([
    ["/en/good-practices/caban", { locale: "en", slug: "caban" }],
    ["/sv/goda-exempel/caban?x=1#vad", { locale: "sv", slug: "caban" }],
    ["/en/good-practices", undefined],
    ["/en/good-practices/caban/more", undefined],
    ["/en/map", undefined],
  ])("is about a practice where its page is one's: %s", (path, practice) => {
    expect(practiceOfPage(absolute(path))).toEqual(practice);
    expect(practiceOfPage(undefined)).toBeUndefined();
  });
});

describe("whatever is typed or posted", () => {
  const hostile = fc.constantFrom(
    ...["<script>alert(1)</script>", "' or 1=1 --", "\u0000", "\ud800", "a\r\nBcc: x@x.example", "{count, plural}"],
    ...["javascript:alert(1)", "//evil.example/en/map", "/en/map", absolute("/it"), "http://[", "%", "x".repeat(6000)],
    ...["𝒳".repeat(2600), "wrong", "SE", "2025", "yes", "bo@x.example", "https://calls.example"],
  );
  const typed = fc.oneof(hostile, fc.string(), fc.string({ unit: "binary", maxLength: 60 }));

  test.each(kinds)("makes a message or names its errors, and never fails: %s", (kind) => {
    const fields = [...Object.keys(typedMessage[kind]), "website2", "ticket", "__proto__"];
    const form = fc.array(fc.tuple(fc.constantFrom(...fields), typed), { maxLength: 12 });
    const codes = new Set<string>();
    fc.assert(
      fc.property(form, (pairs) => {
        const data = new FormData();
        for (const [field, value] of pairs) data.append(field, value);
        const result = parseMessage(kind, readValues(kind, data));
        if ("errors" in result) for (const code of Object.values(result.errors)) codes.add(code);
        else {
          expect(JSON.stringify(result.message)).not.toContain("\\u0000");
          // What the desk makes a link of.
          const { message } = result;
          if (message.kind === "report" || message.kind === "tip") expect(message.page ?? "https:").toMatch(/^https?:/);
        }
        expect(judgeMessage(kind, undefined, data, { secret: "x".repeat(32), now: 1e12 }).sent).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

describe("a posted form", () => {
  const secret = "a secret of the tests, and of nothing else";
  const handedOut = Date.UTC(2026, 10, 22, 10);
  const ticket = issueTicket(secret, handedOut);
  const post = (kind: Kind, over: Typed, after = 60_000, practiceId = "caban") =>
    judgeMessage(kind, practiceId, postedMessage(kind, { ticket, ...over }), { secret, now: handedOut + after });
  const keyOf = (over: Typed, practiceId?: string) => post("question", over, 60_000, practiceId).sent?.key;

  test("without errors is sent, under the number of its ticket, its words and its practice", () => {
    expect(post("question", {})).toMatchObject({
      state: { ticket, errors: {} },
      sent: { message: { kind: "question" } },
    });
    expect(keyOf({})).toBe(keyOf({}));
    expect(keyOf({ text: "Något annat?" })).not.toBe(keyOf({}));
    expect(keyOf({}, "toscana")).not.toBe(keyOf({}));
  });

  test("with errors comes back with all of them and all that was typed", () => {
    const { state, sent } = post("experience", { text: "", email: "sara", website2: "https://spam.example" });
    expect(sent).toBeUndefined();
    expect(state).toMatchObject({
      ticket,
      errors: { text: "required", email: "not-an-email", website2: "robot" },
      values: { place: "Kiruna", email: "sara", consent: "yes" },
    });
  });

  test("that a program has filled in is not sent, even where all else is right", () => {
    expect(post("barrier", { website2: "x" })).toMatchObject({ state: { errors: { website2: "robot" } } });
    expect(post("barrier", { website2: "x" }).sent).toBeUndefined();
  });

  test("that comes too soon keeps its ticket; one that was open too long, or is not ours, gets a new one", () => {
    expect(post("question", {}, fastest - 1)).toEqual({
      state: { ticket, errors: { form: "too-fast" }, values: typedMessage.question },
    });
    expect(post("question", {}, fastest).sent).toBeDefined();
    for (const late of [post("question", {}, longest + 1), post("question", { ticket: "1.2.3" })]) {
      expect(late).toMatchObject({ state: { errors: { form: "expired" } } });
      expect(late.sent).toBeUndefined();
      expect(late.state.ticket).not.toBe(ticket);
    }
  });
});

describe("a question is passed on", () => {
  const contact = (over: object) => ({
    ...{ consentBasis: "given", consentVersion, privateEmail: "ada@biblioteca.example", publicEmail: null },
    confirmedAt: new Date("2026-11-22"),
    ...over,
  });

  test("to the first contact who has agreed to be asked", () => {
    expect(addressToAsk([contact({})])).toBe("ada@biblioteca.example");
    expect(addressToAsk([contact({ privateEmail: null, publicEmail: "info@x.example" })])).toBe("info@x.example");
    expect(
      addressToAsk([
        contact({ consentVersion: "2026-11-22", privateEmail: "old@x.example" }),
        contact({ privateEmail: null }),
        contact({ confirmedAt: null, privateEmail: "unconfirmed@x.example" }),
        contact({ privateEmail: "second@x.example" }),
        contact({ privateEmail: "third@x.example" }),
      ]),
    ).toBe("second@x.example");
  });

  test.each([
    ["who agreed to older words", { consentVersion: "2026-11-22" }],
    ["who agreed to no words", { consentVersion: null }],
    ["who agreed to words of another name", { consentVersion: "v1" }],
    ["who agreed to words that nobody has read yet", { consentVersion: "2099-01-01" }],
    ["whom a source names", { consentBasis: "named-by-source" }],
    ["who has no address", { privateEmail: null }],
    ["who has not said that the address is theirs", { confirmedAt: null }],
  ])("to nobody %s", (_, over) => {
    expect(addressToAsk([contact(over)])).toBeUndefined();
  });

  test("to whoever agrees to today's words", () => {
    expect(consentVersionsForQuestions).toContain(consentVersion);
    expect(addressToAsk([])).toBeUndefined();
  });
});

test.each([
  ["/en/map", "/en/map"],
  ["/sv/goda-exempel?theme=helpers&page=2", "/sv/goda-exempel?theme=helpers&page=2"],
  ["/it", "/it"],
  ["/sv/goda-exempel/caban#vad", "/sv/goda-exempel/caban#vad"],
  ["/en/carte", ""],
  ["/en/submit/kYx3secret", ""],
  ["/en/submit/kYx3secret?sent", ""],
  ["/it/redazione/caban", ""],
  ["/fr/redaction/messages/1", ""],
  ["/sv/redaktion/sign-in?token=x", ""],
  ["//evil.example/en/map", ""],
  ["https://evil.example/en/map", ""],
  ["/en/map\nx", ""],
  ["/api/v1/practices", ""],
  [`/en/map?q=${"x".repeat(messageLimits.page)}`, ""],
  [["/en/map", "/it"], ""],
  [undefined, ""],
])("the page of a report is filled in only where it is one of ours: %j", (path, own) => {
  expect(reportedPage(path)).toBe(own && absolute(own));
});
