import { database } from "../db.ts";
import { serverEnv } from "../env.ts";
import { privateToken, tokenHash } from "../form-guard/ticket.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { type State, wasTakenBack } from "../practice/rules.ts";
import { terms } from "../retention/terms.ts";
import { codeHash, readCode, shortCode } from "./code.ts";
import type { FormKind, FormValues } from "./form.ts";

/** The key of the one mail about a draft. */
export const keptMail = (draftId: string): string => `kept ${draftId}`;

/** Whether the form of this key was stored already. */
export async function isSubmitted(key: string): Promise<boolean> {
  return (await database().submission.count({ where: { key } })) > 0;
}

/** Whether the form of this key is kept unfinished already, or was sent since. */
export async function isKept(key: string): Promise<boolean> {
  return (await database().submissionDraft.count({ where: { key } })) > 0 || (await isSubmitted(key));
}

/** Whether the mail with the ways back to a draft has been written. */
export async function isToldOfDraft(draftId: string): Promise<boolean> {
  return (await database().mail.count({ where: { key: keptMail(draftId) } })) > 0;
}

/** Whether the answer of this key was stored already. */
export async function isAnswered(key: string): Promise<boolean> {
  return (await database().comment.count({ where: { key } })) > 0;
}

/** Where a short code leads, however it was typed: the secret part of the private link; undefined where to none. */
export async function findByCode(typed: string): Promise<string | undefined> {
  const { SESSION_SECRET } = serverEnv();
  const code = readCode(typed);
  if (!code) return undefined;
  const where = { codeHash: codeHash(SESSION_SECRET, code) };
  const [submission, draft] = await Promise.all([
    database().submission.findUnique({ where, select: { key: true } }),
    database().submissionDraft.findUnique({ where, select: { key: true } }),
  ]);
  const key = submission?.key ?? draft?.key;
  return key === undefined ? undefined : privateToken(SESSION_SECRET, key);
}

/** What the form behind a private link is for; undefined where the link is not valid. */
export async function findFormOf(
  token: string,
): Promise<{ draft?: { id: string; key: string }; kind: FormKind } | undefined> {
  const where = { tokenHash: tokenHash(token) };
  const draft = await database().submissionDraft.findUnique({ where, select: { id: true, key: true } });
  if (draft) return { draft, kind: "submission" };
  const submission = await database().submission.findUnique({
    where,
    select: { practice: { select: { state: true } } },
  });
  if (!submission) return undefined;
  return { kind: (submission.practice.state as State) === "published" ? "correction" : "submission" };
}

/** A form that is kept unfinished, as its contributor goes on with it; undefined where there is none (any more). */
export async function findDraft(token: string) {
  const row = await database().submissionDraft.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (!row) return undefined;
  return {
    values: row.values as FormValues,
    language: row.locale as Locale,
    revision: row.revision,
    code: shortCode(serverEnv().SESSION_SECRET, row.key),
    keptUntil: new Date(row.updatedAt.getTime() + terms.serverDraft.days * 24 * 60 * 60 * 1000),
  };
}

/** One word of the conversation between a contributor and the editors. `field`: the path of what it is about. */
export type Said = { id: string; at: Date; author: "editor" | "contributor"; text: string; field?: string };

/** What a contributor sees behind their private link; undefined where it is not one. */
export async function findSubmission(token: string) {
  const row = await database().submission.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: {
      sender: true,
      practice: {
        include: {
          ...wholePractice,
          slugs: { where: { current: true } },
          decisions: { orderBy: { createdAt: "asc" } },
          comments: { orderBy: { createdAt: "asc" } },
          duplicateOf: { include: { slugs: { where: { current: true } }, texts: true } },
        },
      },
    },
  });
  if (!row) return undefined;
  const { practice } = row;
  const input = fromRows(practice);
  const { decisions, comments, duplicateOf } = practice;
  const conversation: Said[] = [
    // What goes with a time that is set is said when it comes.
    ...decisions.flatMap(({ id, createdAt, message, action }): Said[] =>
      message && action !== "schedule" ? [{ id, at: createdAt, author: "editor", text: message }] : [],
    ),
    ...comments.map(
      ({ id, createdAt, author, text, field }): Said => ({
        ...{ id, at: createdAt, author: author === "contributor" ? author : "editor", text },
        field: field ?? undefined,
      }),
    ),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  return {
    id: practice.id,
    state: practice.state as State,
    /** A draft because its contributor took it back, not because an editor has just typed it in. */
    isWithdrawn: wasTakenBack(decisions),
    revision: practice.revision,
    practice: input,
    title: input.texts[input.originalLocale]?.title ?? "",
    language: row.locale as Locale,
    email: row.sender.email ?? "",
    sentAt: row.createdAt,
    code: row.codeHash === null ? undefined : shortCode(serverEnv().SESSION_SECRET, row.key),
    conversation,
    slugs: slugsOf(practice.slugs),
    duplicateOf: duplicateOf
      ? {
          title: titleOf(duplicateOf.texts, duplicateOf.originalLocale) ?? duplicateOf.id,
          language: duplicateOf.originalLocale as Locale,
          slugs: slugsOf(duplicateOf.slugs),
        }
      : undefined,
  };
}

const titleOf = (texts: { locale: string; title: string }[], locale: string) =>
  texts.find((text) => text.locale === locale)?.title;

function slugsOf(slugs: { locale: string; slug: string }[]): Record<Locale, string | undefined> {
  const slug = (locale: Locale) => slugs.find((one) => one.locale === locale)?.slug;
  return Object.fromEntries(locales.map((locale) => [locale, slug(locale)])) as Record<Locale, string | undefined>;
}
