import { typedText } from "../form-fields.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { limits, type PracticeInput, practiceInput } from "../practice/practice.ts";
import { type Field, type Fields, fieldsOf, type Piece, parts } from "./fields.ts";

// PracticeInput ⇄ the fields of a form, without loss: what is shown and sent again unchanged is equal. Pure. Names of
// fields are paths (organisations.0.name); a list posts its own name once for every row, with the row's number.

/** What was typed, shaped like the fields: a text, ticked codes, fields by name, or rows. */
export type Typed = string | string[] | TypedFields | TypedFields[];
export type TypedFields = { [name: string]: Typed };

/** Errors by the name of their field. */
export type EditErrors = Record<string, string>;

/** What can be wrong with a field; whatever else a rule says is `not-valid`. */
export const errorCodes = [
  ...["required", "too-long", "too-many", "too-marked", "control-character", "unknown-code", "repeated"],
  ...["not-a-date", "ends-before-start", "not-an-address", "not-a-slug", "not-a-nuts-code", "out-of-range"],
  ...["currency-missing", "unknown-source", "not-a-number", "not-an-amount", "not-valid"],
];

/** The field in which a row is ticked to be taken away, and the one in which a place of the gazetteer is chosen. */
export const removeField = "remove";
export const foundField = "found";

const isText = (typed: Typed | undefined): typed is string => typeof typed === "string";
const textOf = (typed: Typed | undefined): string => (isText(typed) ? typed : "");
const codesOf = (typed: Typed | undefined): string[] => (Array.isArray(typed) ? typed.filter(isText) : []);
export const rowsOf = (typed: Typed | undefined): TypedFields[] =>
  Array.isArray(typed) ? typed.filter((one): one is TypedFields => typeof one === "object") : [];
export const fieldsIn = (typed: Typed | undefined): TypedFields =>
  typeof typed === "object" && !Array.isArray(typed) ? typed : {};

/** How many decimals amounts of a currency have (ISO 4217); two where it is not known yet. */
function decimalsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as people write an amount: 1234.50. */
function toAmount(minor: number, decimals: number): string {
  const digits = String(minor).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const currencyIn = (all: unknown): string => {
  const { funding } = all as { funding?: { currency?: unknown } };
  return typeof funding?.currency === "string" ? funding.currency.trim() : "";
};

// ---- a practice as it stands in the form

function show(field: Field, value: unknown, currency: string): Typed {
  switch (field.is) {
    case "codes":
      return [...((value ?? []) as string[])];
    case "words":
      return ((value ?? []) as string[]).join(" ");
    case "tick":
      return value === true ? "yes" : "";
    case "money":
      return value === undefined ? "" : toAmount(value as number, decimalsOf(currency));
    case "localised":
      return Object.fromEntries(locales.map((locale) => [locale, (value as Record<string, string>)?.[locale] ?? ""]));
    case "group":
      return showFields(field.fields, value, currency);
    case "rows":
      return ((value ?? []) as unknown[]).map((row) => showFields(field.fields, row, currency));
    default:
      return value === undefined ? "" : String(value);
  }
}

const showFields = (fields: Fields, value: unknown, currency: string): TypedFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      show(field, (value as Record<string, unknown> | undefined)?.[name], currency),
    ]),
  );

/**
 * The fields of a part, filled with what a practice has.
 * @param today the day that a text which is not there yet is taken to be written on, 2026-05-03
 */
export function toFields(practice: PracticeInput, piece: Piece, today: string): TypedFields {
  const isNew = piece.part === "texts" && !practice.texts[piece.text];
  const provenance = { origin: "translation", method: "human", writtenOn: today };
  const shown = isNew ? { ...practice, texts: { [piece.text]: { provenance } } } : practice;
  return showFields(fieldsOf(piece), shown, currencyIn(practice));
}

// ---- what was posted

type Posted = Map<string, string[]>;

function readField(field: Field, name: string, posted: Posted): Typed {
  const first = (of: string) => posted.get(of)?.[0] ?? "";
  switch (field.is) {
    case "codes": {
      // Boxes are posted in the order of the page; the order that the practice has them in comes beside them.
      const ticked = [...new Set(posted.get(name) ?? [])].slice(0, 100);
      const order = first(`${name}.order`).split(" ");
      const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
      return ticked.sort((a, b) => place(a) - place(b));
    }
    case "localised":
      return Object.fromEntries(locales.map((locale) => [locale, first(`${name}.${locale}`)]));
    case "group":
      return readAll(field.fields, name, posted);
    case "rows": {
      const numbers = [...new Set(posted.get(name) ?? [])].filter((one) => /^\d{1,3}$/.test(one));
      // One more than may be, so that it is refused and not cut off unseen.
      return numbers.slice(0, limits.list + 1).map((number) => ({
        ...readAll(field.fields, `${name}.${number}`, posted),
        [removeField]: first(`${name}.${number}.${removeField}`),
        [foundField]: first(`${name}.${number}.${foundField}`),
      }));
    }
    default:
      return first(name);
  }
}

const readAll = (fields: Fields, prefix: string, posted: Posted): TypedFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      readField(field, prefix ? `${prefix}.${name}` : name, posted),
    ]),
  );

/** What was typed into a part, from a posted form. Anything that is no text, or no field of the part, is left out. */
export function readFields(data: FormData, piece: Piece): TypedFields {
  const posted: Posted = new Map();
  for (const [name, value] of data) posted.set(name, [...(posted.get(name) ?? []), typedText(value)]);
  return readAll(fieldsOf(piece), "", posted);
}

/** The names under which a browser would post what was typed: the same, the other way round. */
export function toPosted(typed: TypedFields, piece: Piece): [string, string][] {
  const write = (field: Field, name: string, value: Typed | undefined): [string, string][] => {
    switch (field.is) {
      case "codes":
        return [
          [`${name}.order`, codesOf(value).join(" ")],
          ...codesOf(value).map((code): [string, string] => [name, code]),
        ];
      case "localised":
        return locales.map((locale) => [`${name}.${locale}`, textOf(fieldsIn(value)[locale])]);
      case "group":
        return writeAll(field.fields, name, fieldsIn(value));
      case "rows":
        return rowsOf(value).flatMap((row, at) => [
          [name, String(at)] as [string, string],
          ...writeAll(field.fields, `${name}.${at}`, row),
        ]);
      default:
        return value ? [[name, textOf(value)]] : [];
    }
  };
  const writeAll = (fields: Fields, prefix: string, value: TypedFields): [string, string][] =>
    Object.entries(fields).flatMap(([name, field]) => write(field, prefix ? `${prefix}.${name}` : name, value[name]));
  return writeAll(fieldsOf(piece), "", typed);
}

// ---- rows

/** What a button of the form asks for beside saving: another row, a row further up, a place to be looked up. */
export type RowChange = { does: "add" | "up" | "find"; path: string };

/** @returns nothing for every other button, and for what is no path */
export function readRowChange(intent: string): RowChange | undefined {
  const [, does, path] = /^(add|up|find):([a-zA-Z0-9.]{1,80})$/.exec(intent) ?? [];
  return does && path ? { does: does as RowChange["does"], path } : undefined;
}

/** The same with every list changed by `change`, innermost first. */
function mapRows(
  fields: Fields,
  typed: TypedFields,
  change: (rows: TypedFields[], path: string) => TypedFields[],
  prefix = "",
): TypedFields {
  const changed = { ...typed };
  for (const [name, field] of Object.entries(fields)) {
    const path = prefix ? `${prefix}.${name}` : name;
    if (field.is === "group") changed[name] = mapRows(field.fields, fieldsIn(typed[name]), change, path);
    if (field.is !== "rows") continue;
    const rows = rowsOf(typed[name]).map((row, at) => mapRows(field.fields, row, change, `${path}.${at}`));
    changed[name] = change(rows, path);
  }
  return changed;
}

/** The form with a row more, with a row moved, with the places that were chosen, and without the rows that were ticked. */
export function changeRows(typed: TypedFields, piece: Piece, asked?: RowChange): TypedFields {
  return mapRows(fieldsOf(piece), typed, (rows, path) => {
    const moved = asked?.does === "up" ? moveUp(rows, path, asked.path) : rows;
    const kept = moved.filter((row) => !row[removeField]).map(takeFound);
    return asked?.does === "add" && asked.path === path && kept.length < limits.list ? [...kept, {}] : kept;
  });
}

function moveUp(rows: TypedFields[], path: string, asked: string): TypedFields[] {
  const at = rows.findIndex((_, position) => `${path}.${position}` === asked);
  const [above, row] = [rows[at - 1], rows[at]];
  return above && row ? [...rows.slice(0, at - 1), row, above, ...rows.slice(at + 1)] : rows;
}

/** What is chosen for a place: the words that stand in the value of its radio button. */
export type FoundPlace = { name: string; country: string; latitude: number; longitude: number };
export const foundValue = ({ name, country, latitude, longitude }: FoundPlace): string =>
  JSON.stringify([name, country, latitude, longitude]);

/** A row of places with what was chosen from the gazetteer filled in. */
function takeFound({ [removeField]: _, [foundField]: found, ...row }: TypedFields): TypedFields {
  if (!isText(found) || found === "") return row;
  try {
    const values: unknown = JSON.parse(found);
    if (!Array.isArray(values) || values.length !== 4) return row;
    const [name, country, latitude, longitude] = values.map((value) => String(value));
    return { ...row, name, country, latitude, longitude } as TypedFields;
  } catch {
    return row;
  }
}

/** Whether nothing at all was typed. */
const isBlank = (typed: Typed): boolean =>
  isText(typed)
    ? typed.trim() === ""
    : Array.isArray(typed)
      ? typed.every(isBlank)
      : Object.values(typed).every(isBlank);

/** The form without rows in which nothing stands: who asks for a row and leaves it empty means none. */
export const withoutBlankRows = (typed: TypedFields, piece: Piece): TypedFields =>
  mapRows(fieldsOf(piece), typed, (rows) => rows.filter((row) => !isBlank(row)));

// ---- the practice that it makes

/** A number as people write one, with a point or a comma, and spaces between thousands; NaN for anything else. */
function readNumber(text: string): number {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
}

function readAmount(text: string, decimals: number): number {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "");
  const [, units, part = ""] = /^(\d{1,20})(?:[.,](\d+))?$/.exec(plain) ?? [];
  return units === undefined || part.length > decimals ? Number.NaN : Number(units + part.padEnd(decimals, "0"));
}

const asWhole = (value: number): number => (Number.isSafeInteger(value) ? value : Number.NaN);

type Making = { currency: string; errors: EditErrors };

function make(field: Field, typed: Typed | undefined, name: string, making: Making): unknown {
  const text = textOf(typed);
  const number = (value: number, code: string) => {
    if (Number.isFinite(value)) return value;
    making.errors[name] = code;
    return undefined;
  };
  switch (field.is) {
    case "codes":
      return codesOf(typed);
    case "words":
      return text.split(/[\s,;]+/).filter((word) => word !== "");
    case "tick":
      return text !== "";
    case "number":
      return text.trim() === "" ? undefined : number(readNumber(text), "not-a-number");
    case "whole":
      return text.trim() === "" ? undefined : number(asWhole(readNumber(text)), "not-a-number");
    case "money": {
      const minor = text.trim() === "" ? undefined : readAmount(text, decimalsOf(making.currency));
      if (minor === undefined) return undefined;
      return number(asWhole(minor), Number.isNaN(minor) ? "not-an-amount" : "out-of-range");
    }
    case "localised": {
      const texts = Object.entries(fieldsIn(typed)).filter(([, one]) => isText(one) && one.trim() !== "");
      return texts.length > 0 ? Object.fromEntries(texts) : undefined;
    }
    case "group":
      return makeFields(field.fields, fieldsIn(typed), name, making);
    case "rows":
      return rowsOf(typed).map((row, at) => makeFields(field.fields, row, `${name}.${at}`, making));
    default:
      return text.trim() === "" ? undefined : text;
  }
}

const makeFields = (fields: Fields, typed: TypedFields, prefix: string, making: Making): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, field]) => [name, make(field, typed[name], prefix ? `${prefix}.${name}` : name, making)] as const)
      .filter(([, value]) => value !== undefined),
  );

/** Whether a version in a language has no word in it: then it is none. */
function isWithoutWords(text: Record<string, unknown>): boolean {
  const { provenance, sections, ...head } = text;
  return Object.keys(head).length === 0 && Object.keys(sections as object).length === 0;
}

/** What a part makes of a practice, or what is wrong with it; `elsewhere` are errors at fields of other parts. */
export type Made = { practice: PracticeInput } | { errors: EditErrors; elsewhere: EditErrors };

/**
 * The practice with what was typed into one part; everything else stays as it was. A version other than the original in
 * which no word is left is taken away.
 */
export function toPractice(typed: TypedFields, before: PracticeInput, piece: Piece): Made {
  const fields = fieldsOf(piece);
  const making: Making = { currency: currencyIn(typed), errors: {} };
  const made = makeFields(fields, typed, "", making);
  if (piece.part === "texts") {
    const text = (made.texts as Record<string, Record<string, unknown>>)[piece.text] ?? {};
    const texts: Record<string, unknown> = { ...before.texts, [piece.text]: text };
    if (isWithoutWords(text) && piece.text !== before.originalLocale) delete texts[piece.text];
    made.texts = texts;
  }
  // What was taken out is not there any more: nothing of these fields stays from before.
  const others = Object.entries(before).filter(([name]) => !Object.hasOwn(fields, name));
  const parsed = practiceInput.safeParse({ ...Object.fromEntries(others), ...made });
  const elsewhere: EditErrors = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const at = nameOf(path.map(String), fields);
    if (at) making.errors[at] ??= codeOf(message, isBlank(typedAt(typed, at)));
    else elsewhere[path.map(String).slice(0, 3).join(".")] ??= codeOf(message, false);
  }
  const isRight = Object.keys({ ...making.errors, ...elsewhere }).length === 0;
  return isRight && parsed.success ? { practice: parsed.data } : { errors: making.errors, elsewhere };
}

function codeOf(message: string, isEmpty: boolean): string {
  const known = errorCodes.includes(message);
  if (isEmpty && (!known || message === "unknown-code")) return "required";
  return known ? message : "not-valid";
}

/** The name of the field that an issue's path leads to or into; nothing where it leads elsewhere. */
function nameOf([name = "", ...below]: string[], fields: Fields): string | undefined {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return undefined;
  const [step] = below;
  if (step === undefined) return name;
  if (field.is === "localised") return `${name}.${step}`;
  if (field.is === "group") {
    const inside = nameOf(below, field.fields);
    return inside === undefined ? undefined : `${name}.${inside}`;
  }
  if (field.is === "rows") {
    const inside = nameOf(below.slice(1), field.fields);
    return inside === undefined ? name : `${name}.${step}.${inside}`;
  }
  return name;
}

function typedAt(typed: TypedFields, name: string): Typed {
  let at: Typed | undefined = typed;
  for (const step of name.split(".")) at = isText(at) ? undefined : (at as Record<string, Typed> | undefined)?.[step];
  return at ?? "";
}

// ---- which part, and how

/** The part that an address or a form asks for; its first, and the original's texts, where it asks for none of ours. */
export const readPiece = (asked: { part?: unknown; text?: unknown }, original: Locale): Piece => ({
  part: parts.find((one) => one === asked.part) ?? "texts",
  text: locales.find((one) => one === asked.text) ?? original,
});

/** A part by one word: texts.fr, money. */
export const pieceKey = ({ part, text }: Piece): string => (part === "texts" ? `texts.${text}` : part);
