import { createTranslator } from "use-intl/core";
import { database } from "../db.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { loadMessages } from "../i18n/messages.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { fromRows, metaOf, wholePractice } from "../practice/rows.ts";
import { type Action, type State, wasTakenBack } from "../practice/rules.ts";
import { toPracticeView } from "../practice/view.ts";
import { textLevel } from "../reading-level/advice.ts";
import { type Difference, differences } from "../review/difference.ts";
import { personalData } from "../review/personal-data.ts";
import type { Template } from "../review/templates.ts";
import type { Snapshot } from "../revision/changes.ts";

// What editors see. Pages ask for the session first; nothing here is public.

/** One practice in whatever state, as readers of `locale` would get it, with its sender and what happened to it. */
export async function getDeskPractice(locale: Locale, id: string) {
  const row = await database().practice.findUnique({
    where: { id },
    include: {
      ...wholePractice,
      slugs: { where: { current: true } },
      submission: { include: { sender: true } },
      decisions: { orderBy: { createdAt: "asc" } },
      comments: { orderBy: [{ createdAt: "asc" }, { key: "asc" }] },
      duplicateOf: { select: { id: true, originalLocale: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  if (!row) return undefined;
  const [editors, last] = await Promise.all([
    namesOf([...row.decisions, ...row.comments].flatMap(({ editorId }) => editorId ?? [])),
    lastPublic(id),
  ]);
  const practice = fromRows(row);
  const fields = differences(undefined, practice).filter(({ path }) => path !== "contacts");
  return {
    practice: toPracticeView(practice, metaOf(row), locale),
    /** What stands in each language that has a text, as far as the form of the plain words needs it. */
    texts: locales.flatMap((lang) => {
      const { summary, plainWords } = practice.texts[lang]?.sections ?? {};
      return practice.texts[lang] ? [{ lang, summary, plainWords }] : [];
    }),
    /** Everything that is stored of it, and what of that readers do not see yet. */
    fields,
    changes: last ? differences(last, practice).filter(({ path }) => path !== "contacts") : [],
    facts: await factsOf(practice, fields, locale),
    /** What duplicates of it are looked for by. */
    compared: {
      ...{ id, locale, title: practice.texts[practice.originalLocale]?.title ?? "" },
      urls: practice.links.map(({ url }) => url),
      organisations: practice.organisations.filter(({ roles }) => roles.includes("lead")).map(({ name }) => name),
      places: practice.places.map(({ name }) => name),
      countries: practice.countries,
    },
    state: row.state as State,
    createdAt: row.createdAt,
    imported: row.importHash !== null,
    /** Its contributor has withdrawn it: only they can send it again. */
    isTakenBack: wasTakenBack(row.decisions),
    /** When the clock publishes it. */
    publishAt: row.publishAt ?? undefined,
    duplicateOf: row.duplicateOf ? { id: row.duplicateOf.id, title: titleOf(row.duplicateOf) } : undefined,
    sender: row.submission
      ? {
          name: row.submission.sender.name,
          email: row.submission.sender.email,
          language: row.submission.locale as Locale,
        }
      : undefined,
    history: row.decisions.map((decision) => ({
      id: decision.id,
      /** A time for publishing is set with the checklist, and taken away without. */
      action:
        decision.action === "schedule" && decision.checklist.length === 0
          ? ("unschedule" as const)
          : (decision.action as Action),
      message: decision.message,
      at: decision.createdAt,
      by: editors.get(decision.editorId ?? ""),
    })),
    comments: row.comments.map((comment) => ({
      id: comment.id,
      field: comment.field ?? undefined,
      text: comment.text,
      at: comment.createdAt,
      isOurs: comment.author === "editor",
      readAt: comment.readAt ?? undefined,
      by: editors.get(comment.editorId ?? ""),
    })),
  };
}

/**
 * A ready answer in the language of whoever sent a practice in.
 * @returns nothing where there is no such practice
 */
export async function getTemplate(practiceId: string, template: Template): Promise<string | undefined> {
  const row = await database().practice.findUnique({
    where: { id: practiceId },
    select: {
      originalLocale: true,
      submission: { select: { locale: true } },
      texts: { select: { locale: true, title: true } },
    },
  });
  if (!row) return undefined;
  const locale = (row.submission?.locale ?? row.originalLocale) as Locale;
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: "template" });
  return t(`${template}Text`, { title: titleOf(row).text });
}

const titleOf = ({
  originalLocale,
  texts,
}: {
  originalLocale: string;
  texts: { locale: string; title: string }[];
}) => ({
  text: texts.find(({ locale }) => locale === originalLocale)?.title ?? "",
  lang: originalLocale as Locale,
});

async function namesOf(editorIds: string[]): Promise<Map<string, string>> {
  const where = { id: { in: editorIds } };
  const editors = await database().editor.findMany({ where, select: { id: true, name: true } });
  return new Map(editors.map(({ id, name }) => [id, name]));
}

/** What readers saw last; nothing of a practice that was never published. */
async function lastPublic(practiceId: string): Promise<Snapshot | undefined> {
  const revision = await database().revision.findFirst({
    where: { practiceId, publicAt: { not: null } },
    orderBy: { number: "desc" },
    select: { snapshot: true },
  });
  return revision ? (revision.snapshot as Snapshot) : undefined;
}

/** What can be counted and measured beside the points of the checklist. */
async function factsOf(practice: PracticeInput, fields: Difference[], reader: Locale) {
  const written = locales.filter((lang) => practice.texts[lang]);
  const levels = await Promise.all(
    written.map(async (lang) => {
      const text = Object.values(practice.texts[lang]?.sections ?? {}).join("\n\n");
      return { lang, words: await textLevel(text, lang, reader) };
    }),
  );
  return {
    sources: practice.sources.length,
    links: practice.links.length,
    /** The level of each language's text, in words. */
    levels: levels.flatMap(({ lang, words }) => (words ? [{ lang, words }] : [])),
    personalData: personalData(fields.map(({ after }) => after).join("\n")),
  };
}
