import type { Locale } from "../i18n/locales.ts";
import type { PracticeInput } from "../practice/practice.ts";

// What a revision is and what differs between two of them. Pure.

/** How a revision came about. */
export const revisionKinds = [
  "import",
  "submission",
  "entry",
  "edit",
  "translation",
  "correction",
  "confirmation",
  "restore",
] as const;
export type RevisionKind = (typeof revisionKinds)[number];

type Text = NonNullable<PracticeInput["texts"][Locale]>;

/** The parts of a text that are translated one by one: title, subtitle and sections; none for what is not there. */
export const partsOf = (text: Text | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ title: text?.title, subtitle: text?.subtitle, ...text?.sections }).filter(
      (part): part is [string, string] => part[1] !== undefined && part[1] !== "",
    ),
  );

/** JSON with the keys of objects in order, so that equal values are equal texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  ) ?? "";

/** A practice as a revision keeps it: contacts by id alone. */
export type Snapshot = Omit<PracticeInput, "contacts"> & { contacts: { id?: string }[] };

/**
 * The paths of what differs: `texts.fr.summary` for one part of one language, `texts.fr.provenance`, and the name of the
 * field for everything else (`funding`, `places`). Contacts count where one comes or goes: revisions know their ids alone.
 * @param before nothing for the first revision, of which everything that is there is new
 */
export function changedPaths(before: Snapshot | undefined, after: Snapshot): string[] {
  const paths: string[] = [];
  const locales = new Set([...Object.keys(before?.texts ?? {}), ...Object.keys(after.texts)]) as Set<Locale>;
  for (const locale of locales) {
    const [old, text] = [before?.texts[locale], after.texts[locale]];
    const [oldParts, parts] = [partsOf(old), partsOf(text)];
    for (const part of new Set([...Object.keys(oldParts), ...Object.keys(parts)]))
      if (oldParts[part] !== parts[part]) paths.push(`texts.${locale}.${part}`);
    if (canonical(old?.provenance) !== canonical(text?.provenance)) paths.push(`texts.${locale}.provenance`);
  }
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]) as Set<keyof Snapshot>;
  for (const field of fields) {
    if (field === "texts" || field === "id") continue;
    const [old, value] = [before?.[field], after[field]];
    if (field === "contacts") {
      const ids = (all: unknown) => canonical(((all ?? []) as { id?: string }[]).map(({ id }) => id));
      if (ids(old) !== ids(value)) paths.push(field);
    } else if (canonical(old) !== canonical(value) && !(before === undefined && isEmpty(value))) paths.push(field);
  }
  return paths.sort();
}

/** Whether a field says nothing: an empty list, or an object whose every value does. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}
