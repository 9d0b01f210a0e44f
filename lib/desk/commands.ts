import { createTranslator } from "use-intl/core";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { serverEnv } from "../env.ts";
import { privateToken, sentKey } from "../form-guard/ticket.ts";
import { colon } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { loadMessages } from "../i18n/messages.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { decide, type PracticeDecision } from "../practice/commands.ts";
import { type Action, type State, transition } from "../practice/rules.ts";
import { renewClaim } from "../queue/commands.ts";
import { Refusal } from "../refusal.ts";
import { fieldOf, inLanguage } from "../review/field.ts";
import type { Reviewed } from "../review/form.ts";
import { absolute } from "../site.ts";
import { privatePath } from "../submission/commands.ts";
import { demand, type Member } from "./rights.ts";

/** Which letter tells the contributor of a decision; the others are between editors. */
const letterOf = {
  publish: "published",
  "ask-changes": "changes",
  reject: "rejected",
  "mark-duplicate": "duplicate",
  unpublish: "unpublished",
  reopen: "reopened",
  /** Between editors, too; but what is written with it is written to the contributor. */
  submit: "comment",
} as const satisfies Partial<Record<Action, string>>;
type Letter = (typeof letterOf)[keyof typeof letterOf];

type Comments = NonNullable<PracticeDecision["comments"]>;

/**
 * An editor's decision, with the mail that tells the contributor of it in their language, and what was said with it.
 * @throws Refusal as `decide` does
 */
export async function decideAndTell(decision: PracticeDecision): Promise<State> {
  return decide(decision, async (tx, decisionId) => {
    const kind = letterOf[decision.action as keyof typeof letterOf];
    const { practiceId, message, comments = [], duplicateOf } = decision;
    if (!kind || (kind === "comment" && !message.trim() && comments.length === 0)) return;
    // What its contributor has taken back is theirs when it is reopened: nothing happens that they need to know.
    if (kind === "reopened" && (await tx.practice.count({ where: { id: practiceId, state: "draft" } })) > 0) return;
    await tell(tx, { kind, key: `decision ${decisionId}`, practiceId, message, comments, duplicateOf });
  });
}

/**
 * What an editor asks for with the form of a practice: a decision, a time, or words alone.
 * @returns the state that the practice is in then
 * @throws Refusal as `decide` and `writeToContributor` do
 */
export async function carryOut(by: Member, reviewed: Reviewed): Promise<State> {
  const { action, key, revision, state, ...rest } = reviewed;
  if (action === "comment") {
    await writeToContributor({ ...rest, by, key });
    return state;
  }
  return decideAndTell({
    ...rest,
    action: action === "unschedule" ? "schedule" : action,
    by,
    seen: { revision, state },
  });
}

/** Queues the mail to the contributor of a practice, if it has one who can be reached. */
async function tell(
  tx: Transaction,
  letter: { kind: Letter; key: string; practiceId: string; message: string; comments: Comments; duplicateOf?: string },
): Promise<void> {
  const { kind, key, practiceId } = letter;
  const submission = await tx.submission.findUnique({ where: { practiceId }, include: { sender: true } });
  if (!submission?.sender.email) return;
  const locale = submission.locale as Locale;
  const mine = absolute(privatePath(locale, privateToken(serverEnv().SESSION_SECRET, submission.key)));
  const other = letter.duplicateOf ? await addressOf(tx, letter.duplicateOf, locale) : undefined;
  const { title, url } = await addressOf(tx, practiceId, locale);
  const message = await wordsOf(letter.message, letter.comments, locale);
  const written = await writeLetter(locale, kind, {
    ...{ title, message, link: kind === "published" && url ? url : mine },
    // What need not be said leaves no gap.
    words: message && `\n\n${message}`,
    ...{ other: other?.title ?? "", page: other?.url ?? "" },
  });
  await queueMail(tx, { key, recipient: submission.sender.email, locale, ...written });
}

/** What a practice is called in a language, or else in its own, and where readers of that language find it. */
async function addressOf(tx: Transaction, id: string, locale: Locale): Promise<{ title: string; url?: string }> {
  const { texts, slugs, originalLocale } = await tx.practice.findUniqueOrThrow({
    where: { id },
    select: { originalLocale: true, texts: true, slugs: { where: { current: true, locale } } },
  });
  const text = texts.find((one) => one.locale === locale) ?? texts.find((one) => one.locale === originalLocale);
  const slug = slugs[0]?.slug;
  return { title: text?.title ?? "", url: slug && absolute(pathTo(locale, "catalogue", slug)) };
}

/** A message and comments as one text: each comment behind the name of the field that it is on. */
async function wordsOf(message: string, comments: Comments, locale: Locale): Promise<string> {
  const t = createTranslator({ locale, messages: await loadMessages(locale) });
  const said = comments.map(({ field, text }) => {
    if (!field) return text;
    const { key, lang } = fieldOf(field);
    return inLanguage(t(key as "field.title"), lang === locale ? undefined : lang, locale) + colon(locale) + text;
  });
  return [message.trim(), ...said].filter(Boolean).join("\n\n");
}

/**
 * Writes to the contributor without deciding anything: on the practice as a whole, on fields of it, or both. The same
 * form sent twice writes once.
 * @param key the form's own number
 * @throws Refusal not-found, not-allowed also where nobody can be written to, message-missing
 */
export async function writeToContributor({
  practiceId,
  by,
  key: number,
  message,
  comments,
}: {
  practiceId: string;
  by: Member;
  key: string;
  message: string;
  comments: Comments;
}): Promise<void> {
  demand(by, "practice.comment");
  const whole = message.trim() ? [{ text: message.trim() }] : [];
  const all: Comments = [...whole, ...comments];
  if (all.length === 0) throw new Refusal("message-missing");
  const key = sentKey(number, [practiceId, all]);
  await database().$transaction(async (tx) => {
    const practice = await tx.practice.findUnique({ where: { id: practiceId }, include: { submission: true } });
    if (!practice) throw new Refusal("not-found");
    if (!practice.submission) throw new Refusal("not-allowed");
    const { count } = await tx.comment.createMany({
      data: all.map(({ field, text }, at) => ({
        ...{ key: `${key} ${at}`, practiceId, field, text, author: "editor", editorId: by.editorId },
      })),
      skipDuplicates: true,
    });
    if (count === 0) return;
    await audit(tx, {
      ...{ actor: { kind: "editor", id: by.editorId }, action: "practice.comment", subjectId: practiceId },
      after: { fields: all.map(({ field }) => field ?? null) },
    });
    await renewClaim(tx, "practice", practiceId, by);
    await tell(tx, { kind: "comment", key: `comment ${key}`, practiceId, message, comments });
  });
}

/**
 * An editor has read what a contributor wrote, and nothing needs to be answered: it leaves the queue. Done twice, it is
 * done once.
 * @param commentId the last that was read: what came later stays; one that was erased since needs nothing more
 * @throws Refusal not-allowed
 */
export async function markRead(by: Member, practiceId: string, commentId: string): Promise<void> {
  demand(by, "practice.comment");
  await database().$transaction(async (tx) => {
    const last = await tx.comment.findFirst({ where: { id: commentId, practiceId, author: "contributor" } });
    if (!last) return;
    const { count } = await tx.comment.updateMany({
      where: { practiceId, author: "contributor", readAt: null, createdAt: { lte: last.createdAt } },
      data: { readAt: new Date() },
    });
    if (count === 0) return;
    await audit(tx, {
      actor: { kind: "editor", id: by.editorId },
      ...{ action: "practice.read", subjectId: practiceId },
    });
  });
}

/**
 * Publishes what an editor has set a time for that has come. Only what was agreed to: where a practice has changed since,
 * or something else was decided, the time is taken away and it stays in the queue. Each is published once, also where two
 * instances look at the same time.
 * One that fails keeps none of the others waiting.
 * @returns how many were published, and how many were not after all
 * @throws the first failure, once all have been tried
 */
export async function publishDue(now: Date): Promise<{ published: number; withdrawn: number }> {
  const due = await database().practice.findMany({
    where: { publishAt: { lte: now } },
    orderBy: { publishAt: "asc" },
    select: {
      ...{ id: true, state: true, revision: true, publishAt: true, publishRevision: true },
      decisions: { orderBy: { createdAt: "desc" }, take: 1, include: { comments: { orderBy: { key: "asc" } } } },
    },
  });
  const outcome = { published: 0, withdrawn: 0 };
  const failures: unknown[] = [];
  for (const { id, state, revision, publishAt, publishRevision, decisions } of due) {
    if (!publishAt) continue;
    const [agreed] = decisions;
    const stands = publishRevision === revision && agreed?.action === "schedule";
    try {
      if (stands && transition(state as State, "publish", "clock")) {
        const { message, comments } = agreed;
        if (await publishByClock(id, { revision, state: state as State }, publishAt, message ?? "", comments))
          outcome.published += 1;
      } else if (await takeTimeAway(id, publishAt)) outcome.withdrawn += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return outcome;
}

async function publishByClock(
  practiceId: string,
  seen: PracticeDecision["seen"],
  publishAt: Date,
  message: string,
  comments: { field: string | null; text: string }[],
): Promise<boolean> {
  try {
    await decide({ practiceId, seen, action: "publish", by: undefined, message: "", publishAt }, (tx, decisionId) =>
      tell(tx, {
        ...{ kind: "published", key: `decision ${decisionId}`, practiceId, message },
        comments: comments.map(({ field, text }) => ({ field: field ?? undefined, text })),
      }),
    );
    return true;
  } catch (error) {
    // Another instance was quicker, or an editor was.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function takeTimeAway(practiceId: string, publishAt: Date): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.practice.updateMany({
      where: { id: practiceId, publishAt },
      data: { publishAt: null, publishRevision: null },
    });
    if (count > 0)
      await audit(tx, {
        ...{ actor: { kind: "system" }, action: "practice.schedule-missed", subjectId: practiceId },
        before: { publishAt: publishAt.toISOString() },
      });
    return count > 0;
  });
}
