import { createHash, randomInt } from "node:crypto";
import type { AuditActor } from "../audit/audit.ts";
import { audit } from "../audit/commands.ts";
import { putInCatalogue, takeFromCatalogue } from "../catalogue/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { missingPoints } from "../review/checklist.ts";
import { changedPaths, type RevisionKind, type Snapshot } from "../revision/changes.ts";
import { type MadeParts, type PartOrigin, trackParts } from "../translation/track.ts";
import { type PracticeInput, plainWords } from "./practice.ts";
import { fromRows, type PracticeRows, toChildren, toColumns, wholePractice } from "./rows.ts";
import {
  type Action,
  isEditable,
  languageFor,
  needsMessage,
  type State,
  toSlug,
  transition,
  wasTakenBack,
} from "./rules.ts";

// Every write to practices. One transaction each; what readers see changes only together with the public version.

/** Eight random lower-case letters and digits: the permanent id of a new practice. */
export const newPracticeId = (): string =>
  Array.from({ length: 8 }, () => "abcdefghijklmnopqrstuvwxyz0123456789"[randomInt(36)]).join("");

/** The SHA-256 of a practice as it came in: the same input has the same hash, also one from before obstacles were asked for. */
const practiceHash = ({ obstacles, ...practice }: PracticeInput): string =>
  createHash("sha256")
    .update(JSON.stringify(obstacles.length > 0 ? { ...practice, obstacles } : practice))
    .digest("hex");

const isPublished = ({ state }: { state: string }) => (state as State) === "published";

/** What one import did with each practice, by id. */
export type ImportReport = { created: string[]; updated: string[]; unchanged: string[]; conflicts: string[] };

/**
 * Publishes practices from files. Doing it twice does it once, by content hash. A practice that an editor has changed
 * or taken down since it was imported is left as it is and reported as a conflict; where one import holds any, the
 * others are written.
 */
export async function importPractices(practices: PracticeInput[]): Promise<ImportReport> {
  const report: ImportReport = { created: [], updated: [], unchanged: [], conflicts: [] };
  await database().$transaction(
    async (tx) => {
      await lockPublicWrites(tx);
      for (const practice of practices) {
        const hash = practiceHash(practice);
        const known = await tx.practice.findFirst({
          where: practice.id ? { id: practice.id } : { importHash: hash },
          select: { id: true, state: true, revision: true, importHash: true, importRevision: true },
        });
        const id = known?.id ?? practice.id ?? newPracticeId();
        if (known?.importHash === hash) report.unchanged.push(id);
        else if (known && (known.revision !== known.importRevision || !isPublished(known))) report.conflicts.push(id);
        else {
          const revision = await savePractice(tx, id, practice, {
            ...{ state: "published", kind: "import", by: { kind: "system" } },
          });
          await tx.practice.update({ where: { id }, data: { importHash: hash, importRevision: revision } });
          report[known ? "updated" : "created"].push(id);
        }
      }
    },
    // A first import of many thousand lines is one transaction by design: all lines or none.
    { timeout: 3_600_000 },
  );
  return report;
}

/**
 * Writes a practice whole: its rows, a revision, where its translations come from, an entry of the audit log and, where
 * it is public, its addresses and its place in the catalogue. Who calls has asked for the right.
 * @param made what a translator says of the parts they have written
 * @returns the number of the new revision
 */
export async function savePractice(
  tx: Transaction,
  id: string,
  practice: PracticeInput,
  { state, kind, by, made }: { state: State; kind: RevisionKind; by: AuditActor; made?: MadeParts },
): Promise<number> {
  const before = await tx.practice.findUnique({ where: { id }, include: wholePractice });
  const columns = toColumns(practice);
  const revision = (before?.revision ?? 0) + 1;
  if (before) {
    await deleteChildren(tx, id);
    await tx.practice.update({ where: { id }, data: { ...columns, ...toChildren(practice), state, revision } });
  } else {
    await tx.practice.create({ data: { id, ...columns, ...toChildren(practice), state, revision } });
  }
  const contactIds = await saveContacts(tx, id, practice, before?.contacts ?? []);
  const snapshot = { ...practice, id, contacts: contactIds.map((contact) => ({ id: contact })) };
  const [old, editorId] = [before ? fromRows(before) : undefined, by.kind === "editor" ? by.id : undefined];
  const changed = changedPaths(old, snapshot);
  await tx.revision.create({ data: { practiceId: id, number: revision, kind, editorId, snapshot, changed } });
  await saveOrigins(tx, id, { before: old, after: snapshot, revision, editorId, made });
  await audit(tx, {
    ...{ actor: by, action: "practice.save", subjectId: id },
    before: before ? { revision: before.revision, state: before.state } : undefined,
    after: { revision, state, kind, changed },
  });
  if (state === "published") await makePublic(tx, id, practice);
  return revision;
}

async function saveOrigins(
  tx: Transaction,
  practiceId: string,
  change: {
    before: Snapshot | undefined;
    after: Snapshot;
    revision: number;
    editorId: string | undefined;
    made: MadeParts | undefined;
  },
): Promise<void> {
  const known = (await tx.sectionTranslation.findMany({ where: { practiceId } })) as PartOrigin[];
  const origins = trackParts({ ...change, known });
  await tx.sectionTranslation.deleteMany({ where: { practiceId } });
  await tx.sectionTranslation.createMany({ data: origins.map((origin) => ({ ...origin, practiceId })) });
}

/** What an editor decides of a practice. */
export type PracticeDecision = {
  practiceId: string;
  /** The revision and the state that were read. */
  seen: { revision: number; state: State };
  action: Exclude<Action, "resubmit" | "withdraw">;
  /** Who decides; none: the clock, at the time that an editor has set. */
  by: Member | undefined;
  message: string;
  /** What is said of single fields, by their paths (lib/review/field.ts), or of the whole. */
  comments?: { field?: string; text: string }[];
  /** The points of the checklist that hold. */
  checklist?: string[];
  /** How well its effect is shown; none leaves it as it is. */
  evidence?: PracticeInput["evidence"];
  /** Of a duplicate: the practice that its addresses lead to. */
  duplicateOf?: string;
  /** Of a schedule: when the clock shall publish it; none takes a time away that was set. Of the clock: that time. */
  publishAt?: Date;
};

/**
 * A decision on a practice. Checked against the rules here again, whatever the page offered; of two decisions at once
 * the second finds the state changed and is refused.
 * @param andThen what else belongs to the decision (the mail that tells of it), in its transaction
 * @throws Refusal not-found, not-allowed, conflict, message-missing, checklist-missing where somebody publishes before
 * every point holds, no-duplicate where the practice to lead to is not one that is published
 */
export async function decide(
  {
    practiceId,
    seen,
    action,
    by,
    checklist = [],
    comments = [],
    evidence,
    duplicateOf,
    publishAt,
    ...decision
  }: PracticeDecision,
  andThen?: (tx: Transaction, decisionId: string) => Promise<void>,
): Promise<State> {
  if (by) demand(by, "practice.decide");
  const message = decision.message.trim();
  if (needsMessage(action) && !message && comments.length === 0) throw new Refusal("message-missing");
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const row = await tx.practice.findUnique({
      where: { id: practiceId },
      select: {
        ...{ state: true, publishAt: true, publishRevision: true },
        decisions: { orderBy: { createdAt: "asc" }, select: { action: true } },
      },
    });
    if (!row) throw new Refusal("not-found");
    const { revision, state: from } = seen;
    const to = transition(from, action, by ? "desk" : "clock", wasTakenBack(row.decisions));
    if (!to) throw new Refusal("not-allowed");
    const isScheduled = action === "schedule" && publishAt !== undefined;
    // The same form, sent twice.
    if (isScheduled && row.publishAt?.getTime() === publishAt.getTime() && row.publishRevision === revision)
      return from;
    if (by && (action === "publish" || isScheduled) && missingPoints(checklist).length > 0)
      throw new Refusal("checklist-missing");
    const target = action === "mark-duplicate" ? await duplicateTarget(tx, practiceId, duplicateOf) : null;
    // Of two who read the same, the second finds another state or revision here.
    const { count } = await tx.practice.updateMany({
      where: {
        ...{ id: practiceId, state: from, revision },
        // The clock publishes what was agreed to, and only as long as that stands.
        ...(!by && { publishAt: publishAt ?? new Date(0), publishRevision: revision }),
      },
      data: {
        state: to,
        publishAt: isScheduled ? publishAt : null,
        publishRevision: isScheduled ? revision : null,
        duplicateOfId: target,
      },
    });
    if (count === 0) throw new Refusal("conflict");
    const key = crypto.randomUUID();
    const { id } = await tx.decision.create({
      data: {
        ...{ practiceId, action, fromState: from, toState: to, message: message || null, checklist },
        editorId: by?.editorId,
        comments: {
          create: comments.map(({ field, text }, at) => ({
            ...{ key: `${key} ${at}`, practiceId, field, text },
            ...{ author: "editor", editorId: by?.editorId },
          })),
        },
      },
    });
    await audit(tx, {
      actor: by ? { kind: "editor", id: by.editorId } : { kind: "system" },
      ...{ action: `practice.${action}`, subjectId: practiceId },
      before: { state: from, revision },
      after: {
        ...{ state: to, revision, checklist, ...(target && { duplicateOf: target }) },
        ...(comments.length > 0 && { comments: comments.map(({ field }) => field ?? null) }),
        ...(isScheduled && { publishAt: publishAt.toISOString() }),
      },
    });
    const agreed = by && evidence && isEditable(to) ? await saveEvidence(tx, practiceId, evidence, to, by) : undefined;
    if (agreed && isScheduled)
      await tx.practice.update({ where: { id: practiceId }, data: { publishRevision: agreed } });
    if (to === "published" && !agreed) {
      const rows = await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, include: wholePractice });
      await makePublic(tx, practiceId, fromRows(rows));
    }
    if (from === "published") await takeDown(tx, practiceId);
    // Its addresses lead elsewhere from now on, or no longer.
    else if (target || from === "duplicate") await raisePublicVersion(tx);
    await andThen?.(tx, id);
    return to;
  });
}

/**
 * Writes the level of evidence that was agreed on.
 * @returns the number of the revision that this makes; nothing where the level stood there already
 */
async function saveEvidence(
  tx: Transaction,
  practiceId: string,
  evidence: PracticeInput["evidence"],
  state: State,
  { editorId }: Member,
): Promise<number | undefined> {
  const before = fromRows(await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, include: wholePractice }));
  if (before.evidence === evidence) return undefined;
  return savePractice(
    tx,
    practiceId,
    { ...before, evidence },
    {
      ...{ state, kind: "edit", by: { kind: "editor", id: editorId } },
    },
  );
}

async function takeDown(tx: Transaction, practiceId: string): Promise<void> {
  await raisePublicVersion(tx);
  await takeFromCatalogue(tx, practiceId);
}

/** The practice that a duplicate leads to: a published one, and not itself. */
async function duplicateTarget(tx: Transaction, practiceId: string, target: string | undefined): Promise<string> {
  const found = target && (await tx.practice.findFirst({ where: { id: target, state: "published" } }));
  if (!found || target === practiceId) throw new Refusal("no-duplicate");
  return target;
}

/**
 * An editor's versions in plain words. The state stays; what is published is published anew. Saving what is there
 * already does nothing, whatever was seen; of two who save at once the second is refused.
 * @param texts by language; an empty one takes the version away, a language that is left out keeps its own
 * @throws Refusal not-found, not-allowed (also for a language without a text), conflict
 * @throws ZodError where a version is too long or holds a control character
 */
export async function savePlainWords({
  practiceId,
  seen,
  by,
  texts,
}: {
  practiceId: string;
  seen: { revision: number };
  by: Member;
  texts: Partial<Record<Locale, string>>;
}): Promise<void> {
  demand(by, "practice.edit");
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    // Its contributor may be sending it again, which is no public write.
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    const rows = await tx.practice.findUnique({ where: { id: practiceId }, include: wholePractice });
    if (!rows) throw new Refusal("not-found");
    const state = rows.state as State;
    if (!isEditable(state)) throw new Refusal("not-allowed");
    const before = fromRows(rows);
    const after = putPlainWords(before, texts);
    if (practiceHash(after) === practiceHash(before)) return;
    if (rows.revision !== seen.revision) throw new Refusal("conflict");
    await savePractice(tx, practiceId, after, { state, kind: "edit", by: { kind: "editor", id: by.editorId } });
  });
}

function putPlainWords(practice: PracticeInput, texts: Partial<Record<Locale, string>>): PracticeInput {
  const changed = { ...practice.texts };
  for (const locale of locales) {
    const [written, text] = [texts[locale], practice.texts[locale]];
    if (written === undefined) continue;
    if (!text) throw new Refusal("not-allowed");
    const words = written.trim() === "" ? undefined : plainWords.parse(written);
    changed[locale] = { ...text, sections: { ...text.sections, plainWords: words } };
  }
  return { ...practice, texts: changed };
}

async function makePublic(tx: Transaction, id: string, practice: PracticeInput): Promise<void> {
  await raisePublicVersion(tx);
  const before = await tx.practice.findUniqueOrThrow({ where: { id }, select: { publishedAt: true, ordinal: true } });
  const publishedAt = before.publishedAt ?? new Date();
  const ordinal = before.ordinal ?? (await nextOrdinal(tx));
  const { revision } = await tx.practice.update({ where: { id }, data: { publishedAt, ordinal } });
  await tx.revision.updateMany({
    where: { practiceId: id, number: revision, publicAt: null },
    data: { publicAt: new Date() },
  });
  await giveAddresses(tx, id, practice);
  await putInCatalogue(tx, [{ id, ordinal, publishedAt, practice }]);
}

/** The number of the practice that is published next; its caller holds the lock of public writes. */
async function nextOrdinal(tx: Transaction): Promise<number> {
  const { _max: last } = await tx.practice.aggregate({ _max: { ordinal: true } });
  return (last.ordinal ?? -1) + 1;
}

/** Gives a practice its slug in every language; the slugs it had before stay, and redirect. */
async function giveAddresses(tx: Transaction, id: string, practice: PracticeInput): Promise<void> {
  const available = locales.filter((locale) => practice.texts[locale]);
  for (const locale of locales) {
    const text = practice.texts[languageFor(available, locale, practice.originalLocale)];
    const wanted = text?.slug ?? (toSlug(text?.title ?? "") || id);
    const where = { section: "practice", locale };
    // A slug that is someone else's, now or before, is not taken away from them.
    const taken = await tx.slug.findFirst({ where: { ...where, slug: wanted, NOT: { practiceId: id } } });
    const slug = taken ? `${wanted}-${id}` : wanted;
    await tx.slug.updateMany({ where: { ...where, practiceId: id }, data: { current: false } });
    await tx.slug.upsert({
      where: { section_locale_slug: { ...where, slug } },
      create: { ...where, slug, practiceId: id, current: true },
      update: { current: true },
    });
  }
}

async function deleteChildren(tx: Transaction, practiceId: string): Promise<void> {
  const where = { where: { practiceId } };
  await tx.practiceText.deleteMany(where);
  await tx.alternativeTitle.deleteMany(where);
  await tx.practiceRelation.deleteMany(where);
  await tx.place.deleteMany(where);
  await tx.phase.deleteMany(where);
  await tx.organisation.deleteMany(where);
  await tx.fundingLine.deleteMany(where);
  await tx.practiceAudience.deleteMany(where);
  await tx.practiceObstacle.deleteMany(where);
  await tx.indicator.deleteMany(where);
  await tx.award.deleteMany(where);
  await tx.output.deleteMany(where);
  await tx.link.deleteMany(where);
  await tx.source.deleteMany(where);
}

/** Where a contact is written to. */
const reachedAt = (contact: { privateEmail: string | null; publicEmail: string | null }) =>
  contact.privateEmail ?? contact.publicEmail;

/** Writes the contacts; a person who stays keeps the id that revisions know them by. */
async function saveContacts(
  tx: Transaction,
  practiceId: string,
  practice: PracticeInput,
  before: PracticeRows["contacts"],
): Promise<string[]> {
  const kept: string[] = [];
  for (const [position, { consent, ...contact }] of practice.contacts.entries()) {
    const same = before.find(
      (one) =>
        one.erasedAt === null &&
        !kept.includes(one.id) &&
        (contact.id
          ? one.id === contact.id
          : one.name === (contact.name ?? null) && one.privateEmail === (contact.privateEmail ?? null)),
    );
    const id = same?.id ?? crypto.randomUUID();
    const data = {
      name: contact.name ?? null,
      role: contact.role ?? Prisma.DbNull,
      organisation: contact.organisation ?? null,
      publicEmail: contact.publicEmail ?? null,
      privateEmail: contact.privateEmail ?? null,
      consentBasis: consent.basis,
      consentVersion: consent.version ?? null,
      consentAt: consent.at ? new Date(consent.at) : null,
      position,
    };
    // Another address is one that nobody has confirmed.
    const confirmedAt = same && reachedAt(same) === reachedAt(data) ? same.confirmedAt : null;
    // One that waits to be confirmed has waited for the public one that is there.
    const isStillPublic = data.privateEmail === null && same?.publicEmail === data.publicEmail;
    const newPublicEmail = isStillPublic ? same.newPublicEmail : null;
    await tx.contact.upsert({
      where: { id },
      create: { id, practiceId, ...data, confirmedAt },
      update: { ...data, newPublicEmail, confirmedAt },
    });
    kept.push(id);
  }
  await tx.contact.deleteMany({ where: { practiceId, erasedAt: null, id: { notIn: kept } } });
  return kept;
}
