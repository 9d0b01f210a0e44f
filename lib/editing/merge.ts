import { type Locale, locales } from "../i18n/locales.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { changedPaths } from "../revision/changes.ts";

// What becomes of a change when somebody else has changed the practice in the meantime. Pure. Paths are those of
// Revision.changed: texts.fr.summary, funding.

type Text = NonNullable<PracticeInput["texts"][Locale]>;

/** What stands at a path of a practice. */
function valueAt(practice: PracticeInput, path: string): unknown {
  const [field = "", locale, name] = path.split(".");
  if (field !== "texts") return practice[field as keyof PracticeInput];
  const text = practice.texts[locale as Locale];
  if (name === "provenance") return text?.provenance;
  return name === "title" || name === "subtitle" || name === "slug"
    ? text?.[name]
    : text?.sections[name as keyof Text["sections"]];
}

/** `base` with what `mine` says at some paths. A text without a title, of which `mine` has none at all, goes. */
function take(base: PracticeInput, mine: PracticeInput, paths: string[]): PracticeInput {
  const taken: Record<string, unknown> = structuredClone(base);
  const texts = taken.texts as Record<
    string,
    { title?: string; sections: Record<string, unknown> } & Record<string, unknown>
  >;
  for (const path of paths) {
    const [field = "", locale = "", name = ""] = path.split(".");
    const value = structuredClone(valueAt(mine, path));
    if (field !== "texts") taken[field] = value;
    else {
      texts[locale] ??= { sections: {} };
      const at = ["title", "subtitle", "provenance", "slug"].includes(name) ? texts[locale] : texts[locale].sections;
      if (value === undefined) delete at[name];
      else at[name] = value;
    }
  }
  for (const locale of locales) if (texts[locale] && texts[locale].title === undefined) delete texts[locale];
  return taken as PracticeInput;
}

/** What comes of two changes of one practice. */
export type Merged = {
  practice: PracticeInput;
  /** Paths that both have changed, each otherwise: the practice has mine there. */
  clashing: string[];
  /** Paths that only the other has changed. */
  theirs: string[];
};

/**
 * Three-way: my change of `base` and the one that led from `base` to `newest`, together. A text that one takes away
 * while the other writes in it clashes, whichever of its fields they wrote in.
 * @param mine `base` with what I have typed
 */
export function merge(base: PracticeInput, mine: PracticeInput, newest: PracticeInput): Merged {
  const [own, theirs] = [differences(base, mine), differences(base, newest)];
  const gone = (from: PracticeInput, other: PracticeInput) =>
    locales.filter((locale) => base.texts[locale] && !from.texts[locale] && other.texts[locale]);
  const within = (texts: Locale[], paths: string[]) =>
    paths.filter((path) => texts.some((locale) => path.startsWith(`texts.${locale}.`)));
  const [goneByMe, goneByThem] = [gone(mine, newest), gone(newest, mine)];
  const written = goneByThem.filter((locale) => within([locale], own).length > 0);
  // Of a text that I have written in, all comes back.
  const taken = [...own, ...within(written, theirs)];
  const differing = new Set(differences(mine, newest));
  return {
    practice: take(newest, mine, taken),
    clashing: [
      ...new Set([
        ...own.filter((path) => theirs.includes(path) && differing.has(path)),
        ...within(goneByMe, theirs),
        ...within(written, own),
      ]),
    ],
    theirs: theirs.filter((path) => !taken.includes(path)),
  };
}

/** The paths of what differs, with those of slugs, which no revision names. */
export function differences(before: PracticeInput, after: PracticeInput): string[] {
  const slugs = locales.filter((locale) => before.texts[locale]?.slug !== after.texts[locale]?.slug);
  return [...changedPaths(before, after), ...slugs.map((locale) => `texts.${locale}.slug`)];
}
