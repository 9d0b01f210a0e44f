import { database } from "../db.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { fromRows, metaOf, wholePractice } from "../practice/rows.ts";
import type { Action, State } from "../practice/rules.ts";
import { toPracticeView } from "../practice/view.ts";

// What editors see. Pages ask for the session first; nothing here is public.

/** A practice in a list of the desk. */
export type DeskRow = { id: string; title: string; language: Locale; state: State; sentAt: Date };

/** The rows of a list that are shown, and how many more there are. */
export type DeskList<Row> = { rows: Row[]; more: number };

/** What waits for a decision, oldest first, and what was decided or is with its contributor, newest first. */
export async function listQueue(): Promise<{ waiting: DeskList<DeskRow>; others: DeskList<DeskRow> }> {
  const [waiting, others] = await Promise.all([
    listPractices({ state: "pending" }, { createdAt: "asc" }, 200),
    listPractices({ state: { not: "pending" } }, { updatedAt: "desc" }, 100),
  ]);
  return { waiting, others };
}

async function listPractices(
  where: { state: string | { not: string } },
  orderBy: { createdAt: "asc" } | { updatedAt: "desc" },
  take: number,
): Promise<DeskList<DeskRow>> {
  const [found, count] = await Promise.all([
    database().practice.findMany({
      ...{ where, orderBy, take },
      select: {
        id: true,
        state: true,
        originalLocale: true,
        createdAt: true,
        texts: { select: { locale: true, title: true } },
      },
    }),
    database().practice.count({ where }),
  ]);
  const rows = found.map(({ texts, ...row }) => ({
    id: row.id,
    title: texts.find((text) => text.locale === row.originalLocale)?.title ?? row.id,
    language: row.originalLocale as Locale,
    state: row.state as State,
    sentAt: row.createdAt,
  }));
  return { rows, more: count - rows.length };
}

/** One practice in whatever state, as readers of `locale` would get it, with its sender and what happened to it. */
export async function getDeskPractice(locale: Locale, id: string) {
  const row = await database().practice.findUnique({
    where: { id },
    include: {
      ...wholePractice,
      slugs: { where: { current: true } },
      submission: { include: { sender: true } },
      decisions: { orderBy: { createdAt: "asc" } },
    },
  });
  if (!row) return undefined;
  const editorIds = row.decisions.flatMap((decision) => decision.editorId ?? []);
  const editors = await database().editor.findMany({
    where: { id: { in: editorIds } },
    select: { id: true, name: true },
  });
  const practice = fromRows(row);
  return {
    practice: toPracticeView(practice, metaOf(row), locale),
    /** What stands in each language that has a text, as far as the form of the plain words needs it. */
    texts: locales.flatMap((lang) => {
      const { summary, plainWords } = practice.texts[lang]?.sections ?? {};
      return practice.texts[lang] ? [{ lang, summary, plainWords }] : [];
    }),
    state: row.state as State,
    createdAt: row.createdAt,
    imported: row.importHash !== null,
    sender: row.submission
      ? {
          name: row.submission.sender.name,
          email: row.submission.sender.email,
          language: row.submission.locale as Locale,
        }
      : undefined,
    history: row.decisions.map((decision) => ({
      id: decision.id,
      action: decision.action as Action,
      message: decision.message,
      at: decision.createdAt,
      by: editors.find((editor) => editor.id === decision.editorId)?.name,
    })),
  };
}
