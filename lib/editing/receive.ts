import type { Member } from "../desk/rights.ts";
import { findPlaces, type Place } from "../gazetteer/gazetteer.ts";
import type { Locale } from "../i18n/locales.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { countries } from "../practice/vocabulary.ts";
import { Refusal } from "../refusal.ts";
import { type Difference, differences } from "../review/difference.ts";
import { discardWorkingCopy, keepWorkingCopy, savePracticeEdit } from "./commands.ts";
import type { Piece } from "./fields.ts";
import {
  changeRows,
  type EditErrors,
  type RowChange,
  readFields,
  readPiece,
  readRowChange,
  rowsOf,
  type TypedFields,
  toFields,
  toPractice,
  withoutBlankRows,
} from "./form.ts";
import { merge } from "./merge.ts";
import { type Editing, getEditing, getPracticeAt } from "./queries.ts";

// What a posted part of the form leads to.

/** What the form shows when it comes back: what was typed, over which revision, and why it came back. */
export type EditAnswer = {
  piece: Piece;
  typed: TypedFields;
  revision: number;
  errors: EditErrors;
  /** What is wrong at fields of other parts. */
  elsewhere: EditErrors;
  refused?: Refusal["code"];
  /** The practice as it would be. */
  preview?: PracticeInput;
  /** What somebody else has saved in the fields that were typed into, and what was typed. */
  clash?: Difference[];
  found?: { path: string; places: Place[] };
};

/** What was done for good, or the form that comes back with a status. */
export type Received =
  | { done: "saved" | "merged" | "kept" | "discarded"; piece: Piece }
  | { status: number; answer: EditAnswer }
  | { gone: true };

/**
 * Answers a posted part: saves it, keeps it as a working copy, throws that away, or gives it back with a row more, with
 * places that were found, or with the practice as readers would see it.
 * @throws Refusal not-allowed where the member may not edit
 */
export async function receiveEdit(
  by: Member,
  { id, ...asked }: { id: string; part?: unknown; text?: unknown },
  data: FormData,
  today: string,
): Promise<Received> {
  const found = await getEditing(id, by.editorId);
  if (!found) return { gone: true };
  const { practice } = found;
  const piece = readPiece(asked, practice.originalLocale);
  const intent = String(data.get("intent") ?? "");
  const revision = Math.trunc(Number(data.get("revision"))) || 0;
  const asking = readRowChange(intent);
  const typed = changeRows(readFields(data, piece), piece, asking);
  const answer: EditAnswer = { piece, typed, revision, errors: {}, elsewhere: {} };
  const to = { practiceId: id, seen: { revision }, by, piece };
  try {
    if (intent === "discard") {
      await discardWorkingCopy(id, piece, by);
      return { done: "discarded", piece };
    }
    if (intent === "keep") {
      await keepWorkingCopy({ ...to, typed });
      return { done: "kept", piece };
    }
    if (asking?.does === "find") return { status: 200, answer: { ...answer, found: look(typed, asking) } };
    if (asking || intent === "again") return { status: 200, answer };
    const whole = withoutBlankRows(typed, piece);
    const made = toPractice(whole, practice, piece);
    if (!("practice" in made)) return { status: 422, answer: { ...answer, ...made, typed: whole } };
    if (intent !== "save") return { status: 200, answer: { ...answer, typed: whole, preview: made.practice } };
    const { theirs } = await savePracticeEdit({ ...to, typed: whole });
    return { done: theirs.length > 0 ? "merged" : "saved", piece };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== "conflict") return { status: statusOf(error.code), answer: { ...answer, refused: error.code } };
    return { status: 409, answer: await clashing(answer, today, (await getEditing(id, by.editorId)) ?? found) };
  }
}

const statusOf = (code: Refusal["code"]): number =>
  code === "not-found" ? 404 : code === "not-allowed" ? 403 : code === "not-valid" ? 422 : 409;

/** The places that the row asks for, by its name and country. */
function look(typed: TypedFields, { path }: RowChange): EditAnswer["found"] {
  const row = rowsOf(typed.places)[Number(path.split(".")[1])];
  const country = countries.find((code) => code === row?.country);
  return { path, places: findPlaces(typeof row?.name === "string" ? row.name : "", country) };
}

/**
 * The form after a clash: what only the other has changed is theirs, what both have is mine, beside theirs. It goes on
 * from the newest revision.
 */
async function clashing(answer: EditAnswer, today: string, { practice, meta }: Editing): Promise<EditAnswer> {
  const { piece, revision } = answer;
  const typed = withoutBlankRows(answer.typed, piece);
  const base = (await getPracticeAt(meta.id, revision, practice.contacts)) ?? practice;
  const mine = toPractice(typed, base, piece);
  const refused = { ...answer, typed, revision: meta.revision, refused: "conflict" as const };
  if (!("practice" in mine)) return { ...refused, ...mine };
  const merged = merge(base, mine.practice, practice);
  return {
    ...refused,
    typed: toFields(merged.practice, piece, today),
    clash: differences(practice, merged.practice).filter(({ path }) => merged.clashing.includes(path)),
  };
}

/** The language that a preview is shown in: the one that is edited, else the reader's. */
export const previewLocale = ({ part, text }: Piece, reader: Locale): Locale => (part === "texts" ? text : reader);
