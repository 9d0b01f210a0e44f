import type { Locale } from "../i18n/locales.ts";
import { Refusal } from "../refusal.ts";

// Who may do what at the desk: one table. Pure. Pages ask before they offer, commands ask again before they write.

export const roles = ["translator", "editor", "administrator"] as const;
export type Role = (typeof roles)[number];

const editors = ["editor", "administrator"] as const;
const administrators = ["administrator"] as const;

const rights = {
  /** Practices in every state, with their revisions. */
  "practice.read": roles,
  /** Names and addresses of senders and contacts. */
  "person.read": editors,
  "practice.enter": editors,
  "practice.edit": editors,
  /** Publish, ask for changes, reject, unpublish, mark as a duplicate, reopen, schedule; proposals too. */
  "practice.decide": editors,
  "practice.restore": editors,
  "practice.comment": editors,
  "queue.read": roles,
  "queue.claim": roles,
  "queue.assign": editors,
  /** In the translator's own languages. */
  "translation.write": roles,
  "translation.review": roles,
  "message.read": editors,
  "message.decide": editors,
  "confirmation.decide": editors,
  "wish.delete": editors,
  "news.edit": editors,
  "term.decide": editors,
  "link.read": editors,
  "link.check": editors,
  "job.read": editors,
  "job.retry": administrators,
  "people.read": administrators,
  "people.change": administrators,
  "audit.read": administrators,
  /** One's own sessions and second factor. */
  "session.own": roles,
} as const satisfies Record<string, readonly Role[]>;

export type DeskAction = keyof typeof rights;
export const deskActions = Object.keys(rights) as DeskAction[];

/** Whether a role opens the desk only with a second factor: whoever may change rights and read the log. */
export const needsCode = (role: Role): boolean => role === "administrator";

/** Who acts at the desk: the part of a session that rights depend on. */
export type Member = { editorId: string; role: Role; languages: readonly Locale[] };

/**
 * Whether somebody may do something.
 * @param into the language that is written in, where that matters: a translator writes in their own alone
 */
export function may(member: Pick<Member, "role" | "languages">, action: DeskAction, into?: Locale): boolean {
  const allowed: readonly Role[] = rights[action];
  if (!allowed.includes(member.role)) return false;
  return into === undefined || member.role !== "translator" || member.languages.includes(into);
}

/**
 * The same for commands.
 * @throws Refusal not-allowed
 */
export function demand(member: Pick<Member, "role" | "languages">, action: DeskAction, into?: Locale): void {
  if (!may(member, action, into)) throw new Refusal("not-allowed");
}
