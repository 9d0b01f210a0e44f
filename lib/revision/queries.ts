import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import type { Action, State } from "../practice/rules.ts";
import { type PracticeView, toPracticeView } from "../practice/view.ts";
import type { RevisionKind, Snapshot } from "./changes.ts";
import { restorable } from "./snapshot.ts";

// The revisions of a practice: all of them for the desk, what readers saw for the public.

/** A revision in a list. */
export type ListedRevision = {
  number: number;
  kind: RevisionKind;
  at: Date;
  /** The editor's name; nothing where it was somebody else, or somebody who is gone. */
  by: string | undefined;
  changed: string[];
  isPublic: boolean;
};

/** The revisions of a practice, newest first; undefined where there is no such practice. For the desk. */
export async function listRevisions(practiceId: string) {
  const practice = await database().practice.findUnique({
    where: { id: practiceId },
    select: {
      state: true,
      revision: true,
      originalLocale: true,
      texts: { select: { locale: true, title: true } },
      revisions: {
        orderBy: { number: "desc" },
        select: { number: true, kind: true, createdAt: true, editorId: true, changed: true, publicAt: true },
      },
    },
  });
  if (!practice) return undefined;
  const ids = practice.revisions.flatMap(({ editorId }) => editorId ?? []);
  const editors = await database().editor.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const lang = practice.originalLocale as Locale;
  return {
    state: practice.state as State,
    revision: practice.revision,
    title: { text: practice.texts.find(({ locale }) => locale === lang)?.title ?? practiceId, lang },
    revisions: practice.revisions.map(
      (row): ListedRevision => ({
        number: row.number,
        kind: row.kind as RevisionKind,
        at: row.createdAt,
        by: editors.find(({ id }) => id === row.editorId)?.name,
        changed: row.changed,
        isPublic: row.publicAt !== null,
      }),
    ),
  };
}

/** What some revisions of a practice kept, by number; those that there are not are left out. For the desk. */
export async function getSnapshots(practiceId: string, numbers: number[]): Promise<Map<number, Snapshot>> {
  const rows = await database().revision.findMany({
    where: { practiceId, number: { in: numbers } },
    select: { number: true, snapshot: true },
  });
  return new Map(rows.map(({ number, snapshot }) => [number, snapshot as Snapshot]));
}

/**
 * A practice as its readers would get it at a revision; undefined where there is no such revision. For the desk.
 * `practice`: undefined where today's rules refuse what was right then
 */
export async function getRevision(
  locale: Locale,
  practiceId: string,
  number: number,
): Promise<{ practice: PracticeView | undefined; kind: RevisionKind; at: Date } | undefined> {
  const row = await database().revision.findUnique({
    where: { practiceId_number: { practiceId, number } },
    include: { practice: { include: { ...wholePractice, slugs: { where: { current: true } } } } },
  });
  if (!row) return undefined;
  const slugs = Object.fromEntries(row.practice.slugs.map((one) => [one.locale, one.slug]));
  const meta = {
    ...{ id: practiceId, revision: number, slugs: slugs as Record<Locale, string> },
    ...{ publishedAt: row.publicAt?.toISOString() ?? null, updatedAt: row.createdAt.toISOString() },
  };
  const practice = restorable(row.snapshot, fromRows(row.practice).contacts);
  return {
    practice: practice && toPracticeView(practice, meta, locale),
    ...{ kind: row.kind as RevisionKind, at: row.createdAt },
  };
}

/** Something that happened to a page, as everybody may know it: when and what, never who nor why. */
export type PublicChange =
  | { what: "revision"; at: Date; kind: RevisionKind; changed: string[] }
  | { what: "decision"; at: Date; action: Extract<Action, "publish" | "unpublish"> };

/** So many changes stand on the page of a practice's history; older ones are counted. */
const mostChanges = 200;

/**
 * What readers have seen of a published practice, newest first. Revisions that were never public are left out; what they
 * changed counts for the next that was.
 * @returns undefined where the practice is not published
 */
export async function listPublicChanges(
  practiceId: string,
): Promise<{ changes: PublicChange[]; more: number } | undefined> {
  const isPublished = await database().catalogueEntry.count({ where: { practiceId } });
  if (isPublished === 0) return undefined;
  const [revisions, decisions] = await Promise.all([
    database().revision.findMany({
      where: { practiceId },
      orderBy: { number: "asc" },
      select: { kind: true, changed: true, publicAt: true },
    }),
    database().decision.findMany({
      where: { practiceId, OR: [{ action: "unpublish" }, { action: "publish", fromState: "unpublished" }] },
      select: { action: true, createdAt: true },
    }),
  ]);
  const changes: PublicChange[] = decisions.map(({ action, createdAt }) => ({
    ...{ what: "decision", at: createdAt, action: action as "publish" | "unpublish" },
  }));
  let changed: string[] = [];
  for (const revision of revisions) {
    changed = [...new Set([...changed, ...revision.changed])];
    if (revision.publicAt === null) continue;
    changes.push({ what: "revision", at: revision.publicAt, kind: revision.kind as RevisionKind, changed });
    changed = [];
  }
  changes.sort((a, b) => b.at.getTime() - a.at.getTime());
  return { changes: changes.slice(0, mostChanges), more: Math.max(0, changes.length - mostChanges) };
}
