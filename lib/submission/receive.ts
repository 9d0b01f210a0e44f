import type { Member } from "../desk/rights.ts";
import { serverEnv } from "../env.ts";
import { typedText } from "../form-fields.ts";
import { allow } from "../form-guard/rate-limits.ts";
import { type Counted, sendOnce } from "../form-guard/send-once.ts";
import { checkTicket, sentKey } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { isLocale } from "../i18n/locales.ts";
import { emailAddress, prose } from "../practice/practice.ts";
import { proposeCorrection } from "../proposal/commands.ts";
import { Refusal } from "../refusal.ts";
import { answerEditors, enterPractice, keepDraft, resubmitPractice, submitPractice } from "./commands.ts";
import { readValues, type Submitted } from "./form.ts";
import { type FormState, judge } from "./judge.ts";
import { findByCode, findFormOf, isAnswered, isKept, isSubmitted, isToldOfDraft } from "./queries.ts";

type Received = { state: FormState; status: number } | { privateToken: string; done: "sent" | "kept" | "proposed" };

/** Why a command refused a form, as a code (messages: submit.error), and the status of the answer. */
const refusals = {
  conflict: { error: "conflict", status: 409 },
  "draft-changed": { error: "draft-changed", status: 409 },
  "message-missing": { error: "nothing-changed", status: 422 },
} as const;

/**
 * Takes in a contributor's posted form: of a new practice, or of whatever is behind a private link: a draft to finish, a
 * practice to change and send again, a published one to correct.
 * @param to the secret part of the private link, if there is one, the language of the page, and the network address of
 * who sent it
 * @returns how the form comes back, and with which status; or the private link's secret part and what was done
 */
export async function receiveSubmission(
  { token, locale, from }: { token: string | undefined; locale: Locale; from: string },
  data: FormData,
): Promise<Received> {
  const values = readValues(data);
  const form = token === undefined ? { kind: "submission" as const } : await findFormOf(token);
  const draft = form && "draft" in form ? form.draft : undefined;
  const isNew = token === undefined;
  // The form of a draft counts how often the draft was saved, all others the practice's revisions.
  const revision = Number(data.get(draft ? "draftRevision" : "revision")) || undefined;
  const wasSent = form !== undefined && !isNew && !draft && data.has("draftRevision");
  const verdict = judge(values, data, {
    ...{ secret: serverEnv().SESSION_SECRET, now: Date.now(), kind: form?.kind },
    mayKeep: isNew || draft !== undefined,
  });
  if (verdict.step === "fill" || verdict.step === "review") {
    if (wasSent) {
      const { ticket } = verdict;
      return { state: { step: "fill", values, ticket, errors: { form: "draft-changed" } }, status: 409 };
    }
    const isRefused = verdict.step === "fill" && Object.keys(verdict.errors).length > 0;
    return { state: { ...verdict, revision }, status: isRefused ? 422 : 200 };
  }
  const { key, ticket } = verdict;
  const typedEmail = emailAddress.safeParse(String(values.contactEmail).trim()).data?.toLowerCase();
  const counted: Counted[] = [{ kind: "sender", who: from, error: "too-many-sent" }];
  // Whoever saves a draft again is written to no more.
  const isTold = verdict.step === "keep" && draft !== undefined && (await isToldOfDraft(draft.id));
  if (typedEmail && !isTold) counted.push({ kind: "email", who: typedEmail, error: "too-many-sent" });
  const back = ({ error, status }: { error: string; status: number }): Received => ({
    state:
      verdict.step === "send"
        ? { step: "review", submitted: verdict.submitted, ...{ values, ticket, error, revision } }
        : { step: "fill", errors: { form: error }, ...{ values, ticket, error, revision } },
    status,
  });

  if (verdict.step === "keep") {
    const language = isLocale(values.language) ? values.language : locale;
    const kept = await sendOnce({
      isSent: async () => isNew && (await isKept(key)),
      counted,
      send: () => orRefused(() => keepDraft({ values, locale: language, key, token, seen: revision })),
      refused: "draft-gone",
    });
    if (!("sent" in kept)) return back(kept);
    return "refused" in kept.sent ? back(kept.sent.refused) : { privateToken: kept.sent.token, done: "kept" };
  }
  const result = await sendOnce({
    isSent: async () => isNew && (await isSubmitted(key)),
    counted,
    send: () => {
      const seen = wasSent ? "draft" : revision;
      return orRefused(() => send(verdict.submitted, { token, key, seen, draft, kind: form?.kind }));
    },
    refused: "decided",
  });
  if (!("sent" in result)) return back(result);
  if ("refused" in result.sent) return back(result.sent.refused);
  return { privateToken: result.sent.token, done: form?.kind === "correction" ? "proposed" : "sent" };
}

async function send(
  submitted: Submitted,
  to: {
    token: string | undefined;
    key: string;
    /** `draft`: it was filled in from one that was sent since. */
    seen: number | "draft" | undefined;
    draft: { id: string; key: string } | undefined;
    kind: string | undefined;
  },
): Promise<string> {
  if (to.token === undefined) return submitPractice(submitted, to.key);
  const { token, key, seen, draft } = to;
  if (draft && seen !== "draft") return submitPractice(submitted, draft.key, { draftId: draft.id, formKey: key, seen });
  if (to.kind !== "correction") await resubmitPractice(submitted, token, key, seen);
  else if (seen === "draft") throw new Refusal("draft-changed");
  else await proposeCorrection(submitted, token, key, seen);
  return token;
}

/** What can be put right in the form goes back to it with its own error; all other refusals are passed on. */
async function orRefused(
  command: () => Promise<string>,
): Promise<{ token: string } | { refused: (typeof refusals)[keyof typeof refusals] }> {
  try {
    return { token: await command() };
  } catch (error) {
    const known = error instanceof Refusal && refusals[error.code as keyof typeof refusals];
    if (!known) throw error;
    return { refused: known };
  }
}

/**
 * Takes in a typed short code.
 * @param from the network address of who typed it
 * @returns the secret part of the private link; or the error, and the status of the answer
 */
export async function receiveCode(
  typed: string,
  from: string,
): Promise<{ privateToken: string } | { error: "many" | "unknown"; status: 422 | 429 }> {
  if (!(await allow("private-code", from))) return { error: "many", status: 429 };
  const token = await findByCode(typed);
  return token === undefined ? { error: "unknown", status: 422 } : { privateToken: token };
}

/** The longest answer to the editors, in characters. */
const answerLimit = 5000;

/** How the form of an answer comes back. */
export type AnswerState = { step: "answer"; text: string; error: string; ticket: string };

/**
 * Takes in what a contributor answers the editors.
 * @param from the network address of who sent it
 * @returns nothing where it was stored; else how the form comes back, and with which status
 */
export async function receiveAnswer(
  { token, from }: { token: string; from: string },
  data: FormData,
): Promise<{ state: AnswerState; status: number } | undefined> {
  const text = typedText(data.get("answer"));
  const checked = checkTicket(data.get("ticket"), { secret: serverEnv().SESSION_SECRET, now: Date.now() });
  const back = (error: string, status: number) => ({
    ...{ state: { step: "answer" as const, text, error, ticket: checked.ticket }, status },
  });
  const parsed = prose(answerLimit).safeParse(text);
  if (!parsed.success) return back(parsed.error.issues[0]?.message ?? "required", 422);
  if ("error" in checked) return back(checked.error, 422);
  const key = sentKey(checked.number, text);
  const result = await sendOnce({
    isSent: () => isAnswered(key),
    counted: [{ kind: "message", who: from, error: "too-many-sent" }],
    send: () => answerEditors(token, { text: parsed.data, key }),
    refused: "decided",
  });
  return "sent" in result ? undefined : back(result.error, result.status);
}

/**
 * Takes in what an editor has typed in of what they were told. There is no step in between: the draft is shown at the
 * desk as readers will see it.
 * @returns the practice's id; or how the form comes back, and with which status
 * @throws Refusal not-allowed
 */
export async function receiveEntry(
  by: Member,
  data: FormData,
): Promise<{ practiceId: string } | { state: FormState; status: number }> {
  const values = readValues(data);
  data.set("intent", "send");
  const verdict = judge(values, data, { secret: serverEnv().SESSION_SECRET, now: Date.now(), kind: "entry" });
  if (verdict.step === "send") {
    return { practiceId: await enterPractice({ submitted: verdict.submitted, key: verdict.key, by }) };
  }
  const { ticket } = verdict;
  const errors = "errors" in verdict ? verdict.errors : { form: ("error" in verdict && verdict.error) || "expired" };
  return { state: { step: "fill", values, ticket, errors }, status: 422 };
}
