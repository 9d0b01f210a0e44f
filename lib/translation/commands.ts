import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { dayInBrussels } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { savePractice } from "../practice/commands.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import { isEditable, type State } from "../practice/rules.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { partsOf, type Snapshot } from "../revision/changes.ts";
import { partText } from "./form.ts";
import { isOwnText, type Part, parts } from "./state.ts";
import { type MadeParts, sourceHash } from "./track.ts";

// Every write of translators. What readers get is a revision like any other; drafts and reviews are noted beside it.

/** A part of a practice in a language, as somebody has read it, and who they are. */
export type Asked = {
  practiceId: string;
  into: Locale;
  part: Part;
  /** The revision that was read, and when the draft that was read was kept (ISO 8601; empty: there was none). */
  seen: { revision: number; draft: string };
  by: Member;
};

type Method = "human" | "machine";

/**
 * Keeps a draft of a part, which readers do not see; an empty text takes it away. What is kept already stays as it is.
 * @throws Refusal not-found, not-allowed, conflict (the original, the translation or the draft is another by now)
 * @throws ZodError where the text is none that a part may hold
 */
export async function saveDraft({ text, method, ...asked }: Asked & { text: string; method: Method }): Promise<void> {
  const typed = text.trim() && partText(asked.part).parse(text);
  await translating(asked, async (tx, found) => {
    const { practice, draft } = found;
    if (typed === (draft?.text ?? "") && (typed === "" || method === draft?.method)) return;
    await refuseWhatMoved(tx, asked, found, draft);
    const { practiceId, into: locale, part: section, by } = asked;
    const key = { practiceId, locale, section };
    if (typed === "") await tx.translationDraft.delete({ where: { practiceId_locale_section: key } });
    else {
      const data = { text: typed, method, fromRevision: practice.revision, editorId: by.editorId };
      await tx.translationDraft.upsert({
        where: { practiceId_locale_section: key },
        create: { ...key, ...data },
        update: data,
      });
    }
    await note(tx, asked, typed === "" ? "drop-draft" : "draft");
  });
}

/**
 * Gives readers the text of a part, made from the original as it is now; its draft has done its work. An empty text takes
 * away what the original does not have any more. The text that readers have already is found right, if it was behind.
 * @throws Refusal not-found, not-allowed, conflict, text-missing, title-missing (a language begins with its title)
 * @throws ZodError where the text is none that a part may hold
 */
export async function publishPart({ text, method, ...asked }: Asked & { text: string; method: Method }): Promise<void> {
  const { part, into } = asked;
  const typed = text.trim() && partText(part).parse(text);
  await translating(asked, async (tx, found) => {
    const { source, target, draft } = found;
    if (typed === "" && (source !== undefined || part === "title")) throw new Refusal("text-missing");
    const isThere = typed === (target ?? "") && method === found.method;
    if (isThere && !draft && !found.origin?.behind) return;
    await refuseWhatMoved(tx, asked, found, draft);
    if (isThere) {
      if (draft) await deleteDrafts(tx, asked, [part]);
      if (found.origin?.behind) await findRight(tx, asked, found);
      return;
    }
    // Whoever publishes what somebody else has kept has not written it, and may check it.
    const editorId = typed === draft?.text ? draft.editorId : asked.by.editorId;
    const origin = { fromRevision: found.practice.revision, source: source ?? "", method, editorId };
    const made = { [`${into}.${part}`]: origin };
    await write(tx, asked, found, { [part]: typed }, made);
  });
}

/**
 * Gives readers every part of a language that a draft is kept of, at once; what the original has changed since is behind
 * from the start. Doing it twice does it once.
 * @param asked with any part; `seen.draft`: when the last of the drafts that were read was kept
 * @throws Refusal as publishPart does
 */
export async function publishDrafts(asked: Asked): Promise<void> {
  const { practiceId, into } = asked;
  await translating(asked, async (tx, found) => {
    const kept = await tx.translationDraft.findMany({
      where: { practiceId, locale: into },
      orderBy: { updatedAt: "asc" },
    });
    // Of a part that is gone from the original and is in no translation, nobody sees the draft.
    const { originalLocale, texts: all } = found.practice.input;
    const there = { ...partsOf(all[originalLocale]), ...partsOf(all[into]) };
    const drafts = kept.filter(({ section }) => section in there);
    const gone = kept.filter((draft) => !drafts.includes(draft));
    await deleteDrafts(
      tx,
      asked,
      gone.map(({ section }) => section),
    );
    const last = drafts.at(-1);
    // They have been published already.
    if (!last) return;
    if (last.updatedAt.toISOString() !== asked.seen.draft) throw new Refusal("conflict");
    for (const { section, fromRevision } of drafts) {
      const seen = { ...asked.seen, revision: fromRevision };
      await refuseWhatMoved(tx, { ...asked, part: section as Part, seen }, found, undefined, [into]);
    }
    const revisions = await tx.revision.findMany({
      where: { practiceId, number: { in: drafts.map(({ fromRevision }) => fromRevision) } },
      select: { number: true, snapshot: true },
    });
    const made = drafts.map(({ section, fromRevision, method, editorId }) => {
      const snapshot = revisions.find(({ number }) => number === fromRevision)?.snapshot as Snapshot | undefined;
      const source = partsOf(snapshot?.texts[snapshot.originalLocale])[section] ?? "";
      return [`${into}.${section}`, { fromRevision, source, method, editorId }] as const;
    });
    const texts = Object.fromEntries(drafts.map(({ section, text }) => [section, text]));
    await write(tx, asked, found, texts, Object.fromEntries(made));
  });
}

/** Refuses to speak of the text that readers have where another stands in the form: what was typed, or a draft. */
function refuseOtherText({ target, draft }: Found, text: string): void {
  if (draft || text.trim() !== target?.trim()) throw new Refusal("text-changed");
}

/**
 * Says of a part that is behind that it still says what the original says now. Doing it twice does it once.
 * @throws Refusal not-found, not-allowed, conflict, text-changed where the form shows another text than readers have
 */
export async function stillRight({ text, ...asked }: Asked & { text: string }): Promise<void> {
  await translating(asked, async (tx, found) => {
    if (found.target === undefined) throw new Refusal("not-found");
    if (!found.origin?.behind) return;
    await refuseWhatMoved(tx, asked, found);
    refuseOtherText(found, text);
    await findRight(tx, asked, found);
  });
}

/**
 * Marks a part as checked, by somebody else than who wrote it. Doing it twice does it once.
 * @throws Refusal not-found, not-allowed (also of one's own text, and of what is behind), conflict, text-changed where
 * the form shows another text than readers have
 */
export async function reviewPart({ text, ...asked }: Asked & { text: string }): Promise<void> {
  demand(asked.by, "translation.review", asked.into);
  await translating(asked, async (tx, found) => {
    const { practice, source, target, origin, method } = found;
    const { practiceId, into: locale, part: section, by } = asked;
    if (target === undefined) throw new Refusal("not-found");
    if (origin?.reviewedAt) return;
    if (origin?.behind || origin?.editorId === by.editorId) throw new Refusal("not-allowed");
    await refuseWhatMoved(tx, asked, found);
    refuseOtherText(found, text);
    const key = { practiceId, locale, section };
    const reviewed = { reviewedById: by.editorId, reviewedAt: new Date() };
    await tx.sectionTranslation.upsert({
      where: { practiceId_locale_section: key },
      // Of what is older than that it is noted, nobody has said that it was behind.
      create: { ...key, ...reviewed, method, fromRevision: practice.revision, sourceHash: sourceHash(source) },
      update: reviewed,
    });
    await note(tx, asked, "review");
    if (practice.state === "published") await raisePublicVersion(tx);
  });
}

/** What stands in the database of a part that is asked for. */
type Found = {
  practice: { revision: number; state: State; input: PracticeInput };
  source: string | undefined;
  target: string | undefined;
  /** How the text that readers have was made. */
  method: string;
  origin: { behind: boolean; editorId: string | null; reviewedAt: Date | null } | null;
  draft: { text: string; method: string; editorId: string | null; updatedAt: Date } | null;
};

/** Runs a write of a translator in one transaction, with what there is, where they may translate it. */
async function translating(asked: Asked, run: (tx: Transaction, found: Found) => Promise<void>): Promise<void> {
  const { practiceId, into, part, by } = asked;
  demand(by, "translation.write", into);
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    // Its contributor may be sending it again, which is no public write.
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    const rows = await tx.practice.findUnique({ where: { id: practiceId }, include: wholePractice });
    if (!rows) throw new Refusal("not-found");
    const state = rows.state as State;
    const input = fromRows(rows);
    if (!isEditable(state) || isOwnText(input, into)) throw new Refusal("not-allowed");
    const key = { practiceId_locale_section: { practiceId, locale: into, section: part } };
    const source = partsOf(input.texts[input.originalLocale])[part];
    const target = partsOf(input.texts[into])[part];
    if (source === undefined && target === undefined) throw new Refusal("not-found");
    const origin = await tx.sectionTranslation.findUnique({ where: key });
    await run(tx, {
      practice: { revision: rows.revision, state, input },
      ...{ source, target, origin },
      method: origin?.method ?? input.texts[into]?.provenance.method ?? "human",
      draft: await tx.translationDraft.findUnique({ where: key }),
    });
  });
}

/**
 * Refuses to write over what the translator has not read: another original, another translation, another draft.
 * @param draft the one there is; undefined where it does not matter
 */
async function refuseWhatMoved(
  tx: Transaction,
  { practiceId, into, part, seen }: Asked,
  { practice }: Found,
  draft?: Found["draft"],
  languages: Locale[] = [practice.input.originalLocale, into],
): Promise<void> {
  const moved = await tx.revision.count({
    where: {
      ...{ practiceId, number: { gt: seen.revision } },
      changed: { hasSome: languages.map((locale) => `texts.${locale}.${part}`) },
    },
  });
  const isOtherDraft = draft !== undefined && (draft?.updatedAt.toISOString() ?? "") !== seen.draft;
  if (moved > 0 || isOtherDraft) throw new Refusal("conflict");
}

const deleteDrafts = (tx: Transaction, { practiceId, into }: Asked, those: string[]) =>
  tx.translationDraft.deleteMany({ where: { practiceId, locale: into, section: { in: those } } });

/** A part that was behind is made from the present original, as it stands. */
async function findRight(tx: Transaction, asked: Asked, { practice, source }: Found): Promise<void> {
  const { practiceId, into: locale, part: section } = asked;
  await tx.sectionTranslation.update({
    where: { practiceId_locale_section: { practiceId, locale, section } },
    data: {
      ...{ fromRevision: practice.revision, sourceHash: sourceHash(source), behind: false },
      updatedAt: new Date(),
    },
  });
  // Whoever had checked it, had checked it against another original.
  await tx.sectionTranslation.updateMany({
    where: { practiceId, locale, section, NOT: { reviewedById: asked.by.editorId } },
    data: { reviewedById: null, reviewedAt: null },
  });
  await note(tx, asked, "still-right");
  if (practice.state === "published") await raisePublicVersion(tx);
}

/** Writes parts of a language as a revision; their drafts are done with. */
async function write(
  tx: Transaction,
  asked: Asked,
  { practice: { input, revision, state } }: Found,
  texts: Partial<Record<Part, string>>,
  made: MadeParts,
): Promise<void> {
  const { practiceId, into, by } = asked;
  const before = input.texts[into];
  const all: Record<string, string> = { ...partsOf(before), ...texts };
  if (!all.title) throw new Refusal("title-missing");
  const written = parts.filter((part) => all[part]);
  const { title, subtitle, ...rest } = Object.fromEntries(written.map((part) => [part, all[part]])) as Record<
    Part,
    string
  >;
  const known = await tx.sectionTranslation.findMany({ where: { practiceId, locale: into } });
  const methods = written.map(
    (part) =>
      made[`${into}.${part}`]?.method ??
      known.find(({ section }) => section === part)?.method ??
      before?.provenance.method,
  );
  const after: PracticeInput = {
    ...input,
    texts: {
      ...input.texts,
      [into]: {
        ...before,
        ...{ title, subtitle, sections: rest },
        provenance: {
          ...before?.provenance,
          // What editors wrote from the same source stays theirs, whichever part they bring up to date.
          origin: before?.provenance.origin ?? "translation",
          // What a machine made in a text that people made is said at its part.
          method: methods.every((one) => one === "machine") ? "machine" : "human",
          fromRevision: revision,
          reviewed: false,
          writtenOn: dayInBrussels(),
        },
      },
    },
  };
  await savePractice(tx, practiceId, after, {
    ...{ state, kind: "translation", by: { kind: "editor", id: by.editorId }, made },
  });
  await deleteDrafts(tx, asked, Object.keys(texts));
}

/** The log's entry of what makes no revision. */
const note = (tx: Transaction, { practiceId, into, part, by }: Asked, step: string) =>
  audit(tx, {
    ...{ actor: { kind: "editor", id: by.editorId }, action: "practice.translate", subjectId: practiceId },
    after: { locale: into, part, step },
  });
