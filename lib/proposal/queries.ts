import { database } from "../db.ts";
import { tokenHash } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import type { State } from "../practice/rules.ts";
import { changedPaths, type Snapshot } from "../revision/changes.ts";
import { practiceOf } from "../revision/snapshot.ts";
import { type FormValues, toValues } from "../submission/form.ts";
import { carryOver } from "../submission/merge.ts";
import type { ProposalState } from "./proposal.ts";

/** The latest correction of a practice, as its contributor sees it. */
export type OwnProposal = {
  id: string;
  state: ProposalState;
  sentAt: Date;
  note: string | null;
  message: string | null;
  changed: string[];
  /** Of one that waits: the form as it was filled in, and from which revision. */
  form?: { values: FormValues; revision: number };
};

/** The latest correction that the contributor of a private link has proposed; undefined where there is none. */
export async function findOwnProposal(token: string): Promise<OwnProposal | undefined> {
  const row = await database().proposal.findFirst({
    where: { practice: { submission: { tokenHash: tokenHash(token) } } },
    orderBy: { createdAt: "desc" },
  });
  if (!row) return undefined;
  const corrected = practiceOf(row.snapshot, []);
  const base = await snapshotAt(row.practiceId, row.baseRevision);
  return {
    id: row.id,
    state: row.state as ProposalState,
    sentAt: row.createdAt,
    note: row.note,
    message: row.message,
    changed: base ? changedPaths(base, { ...corrected, contacts: base.contacts }) : [],
    ...(row.state === "pending" && {
      form: { values: { ...toValues(corrected), note: row.note ?? "" }, revision: row.baseRevision },
    }),
  };
}

async function snapshotAt(practiceId: string, number: number): Promise<Snapshot | undefined> {
  const row = await database().revision.findUnique({ where: { practiceId_number: { practiceId, number } } });
  return row ? practiceOf(row.snapshot, []) : undefined;
}

/** A correction as an editor decides on it; undefined where there is none of that id. For the desk. */
export async function getProposal(id: string) {
  // An id that is not one is no error of the database.
  if (id.length > 40) return undefined;
  const row = await database().proposal.findUnique({
    where: { id },
    include: {
      practice: {
        include: { ...wholePractice, submission: { include: { sender: true } }, slugs: { where: { current: true } } },
      },
    },
  });
  if (!row) return undefined;
  const { practice: rows } = row;
  const now = fromRows(rows);
  const language = rows.originalLocale as Locale;
  const after = practiceOf(row.snapshot, now.contacts);
  const before = practiceOf((await snapshotAt(rows.id, row.baseRevision)) ?? now, now.contacts);
  const { submission, slugs } = rows;
  return {
    id,
    state: row.state as ProposalState,
    note: row.note,
    message: row.message,
    sentAt: row.createdAt,
    /** The language of who proposed it, and so of the message. */
    locale: row.locale as Locale,
    sender: submission ? { name: submission.sender.name, email: submission.sender.email } : undefined,
    practice: {
      id: rows.id,
      title: { text: now.texts[language]?.title ?? rows.id, lang: language },
      state: rows.state as State,
      slugs: Object.fromEntries(slugs.map((one) => [one.locale, one.slug])) as Partial<Record<Locale, string>>,
    },
    before,
    after,
    /** What was changed since to something else: it cannot be taken over as it is. */
    conflicts: row.state === "pending" ? carryOver(before, after, now).conflicts : [],
  };
}
