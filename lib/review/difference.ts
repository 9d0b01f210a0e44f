import { diffArrays } from "diff";
import { toMajor } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { changedPaths, partsOf, type Snapshot } from "../revision/changes.ts";

// What differs between two revisions, field by field and word by word, as texts that a person can compare. Pure.

/** One field that differs, with its path (lib/revision/changes.ts) and what it said; nothing where it said nothing. */
export type Difference = { path: string; before?: string; after?: string };

/**
 * Every field that differs between two revisions. Texts stand as they are, lists have one item on a line, everything
 * else has lines of `name: value`; codes stay codes, and are put into words where they are shown.
 * @param before nothing where there is no revision to compare with: then all that is there is new
 */
export const differences = (before: Snapshot | undefined, after: Snapshot): Difference[] =>
  changedPaths(before, after)
    .map((path) => ({ path, before: readable(before, path), after: readable(after, path) }))
    // An older revision may lack a field that newer ones have empty.
    .filter((one) => one.before !== one.after);

function readable(snapshot: Snapshot | undefined, path: string): string | undefined {
  const [field = "", locale, part = ""] = path.split(".");
  if (field === "texts") {
    const text = snapshot?.texts[locale as Locale];
    return part === "provenance" ? written(text?.provenance) : partsOf(text)[part];
  }
  const value = snapshot?.[field as keyof Snapshot];
  return field === "funding" && snapshot ? written(inMajorUnits(snapshot.funding)) : written(value);
}

/** Amounts as people write them, with their currency: they are stored in cents. */
function inMajorUnits({ currency, total, lines, ...funding }: Snapshot["funding"]) {
  const money = (amount: number | undefined) =>
    amount === undefined || !currency ? amount : `${toMajor(amount, currency)} ${currency}`;
  return {
    currency,
    ...funding,
    total: money(total),
    lines: lines.map((one) => ({ ...one, amount: money(one.amount) })),
  };
}

const isNothing = (value: unknown) => value === undefined || value === null || value === false || value === "";

/** A value as lines; what says nothing is left out. */
function written(value: unknown): string | undefined {
  const blocks = Array.isArray(value) ? value : [value];
  // Things of several lines have an empty line between them.
  const between = blocks.some((one) => one && typeof one === "object") ? "\n\n" : "\n";
  const text = blocks
    .map((one) => linesOf(one, "").join("\n"))
    .filter(Boolean)
    .join(between);
  return text || undefined;
}

function linesOf(value: unknown, name: string): string[] {
  if (isNothing(value)) return [];
  if (Array.isArray(value)) {
    if (value.some((one) => one && typeof one === "object"))
      return value.flatMap((one, at) => linesOf(one, `${name}.${at + 1}`));
    return value.length > 0 ? [`${name}: ${value.join(", ")}`] : [];
  }
  if (typeof value === "object")
    return Object.entries(value as object).flatMap(([key, one]) => linesOf(one, name ? `${name}.${key}` : key));
  return [name ? `${name}: ${value}` : String(value)];
}

/** The most words that may differ before two texts are called different as a whole: more take seconds to compare. */
const mostChanges = 1000;

type Piece = { text: string; kind: "same" | "added" | "removed" };

/**
 * Two texts compared word by word: the pieces in reading order, what was removed before what came instead. Without the
 * removed pieces it is the text after, without the added ones the text before.
 * @param locale whose words they are
 */
export function words(before: string, after: string, locale: Locale = "en"): Piece[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: "word" });
  const split = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const changes = diffArrays(split(before), split(after), { maxEditLength: mostChanges });
  if (!changes) return piecesOf("", before, after);
  const pieces: Piece[] = [];
  let [removed, added] = ["", ""];
  changes.forEach((change, at) => {
    const text = change.value.join("");
    if (change.added) added += text;
    else if (change.removed) removed += text;
    // A space between two changed words belongs to both: "the old" and "a new" are one change.
    else if (/^[^\S\n]+$/.test(text) && removed && added && at < changes.length - 1) {
      removed += text;
      added += text;
    } else {
      pieces.push(...piecesOf("", removed, added), ...piecesOf(text, "", ""));
      [removed, added] = ["", ""];
    }
  });
  return [...pieces, ...piecesOf("", removed, added)];
}

const piecesOf = (same: string, removed: string, added: string): Piece[] =>
  (
    [
      { text: same, kind: "same" },
      { text: removed, kind: "removed" },
      { text: added, kind: "added" },
    ] as const
  ).filter(({ text }) => text !== "");
