import type { Locale } from "../i18n/locales.ts";
import { type PracticeInput, practiceInput } from "../practice/practice.ts";
import { changedPaths } from "../revision/changes.ts";

// What a contributor's form changes in a practice that others have worked on as well. Pure.

/** The sections that the form asks for. */
const asked = [
  ...["summary", "presentation", "costs", "results", "benefits", "constraints", "advice", "nextSteps"],
] as (keyof NonNullable<PracticeInput["texts"][Locale]>["sections"])[];

/**
 * A practice with what its form says now. What the form does not ask for stays: the texts of other languages, further
 * places and organisations, exact dates, contacts.
 * @param said the practice that the form makes by itself
 * @param language the one that the form was written in; another than before replaces the original
 */
export function putForm(practice: PracticeInput, said: PracticeInput, language: Locale): PracticeInput {
  const [start, end] = [kept(practice.period.start, said.period.start), kept(practice.period.end, said.period.end)];
  const isDatedAnew = end !== practice.period.end || (start !== practice.period.start && practice.status === "unknown");
  return {
    ...practice,
    originalLocale: language,
    texts: putText(practice, said, language),
    countries: inOrder(practice.countries, said.countries),
    themes: inOrder(practice.themes, said.themes),
    audiences: { ...practice.audiences, direct: inOrder(practice.audiences.direct, said.audiences.direct) },
    obstacles: inOrder(
      practice.obstacles.map(({ code }) => code),
      said.obstacles.map(({ code }) => code),
    ).map((code) => practice.obstacles.find((one) => one.code === code) ?? { code }),
    places: putFirst(practice.places, said.places[0], (old, now) => (old.name === now.name ? old : now)),
    organisations: putFirst(practice.organisations, said.organisations[0], (old, { name, type }) => ({
      ...old,
      name,
      type,
    })),
    links: putFirst(practice.links, said.links[0], (old, now) => (old.url === now.url ? old : now)),
    period: { ...practice.period, start, end },
    status: isDatedAnew ? said.status : practice.status,
  };
}

function putText(practice: PracticeInput, said: PracticeInput, language: Locale): PracticeInput["texts"] {
  const now = said.texts[said.originalLocale];
  if (!now) return practice.texts;
  const texts = { ...practice.texts };
  if (language !== practice.originalLocale) delete texts[practice.originalLocale];
  const old = texts[language];
  const sections = { ...old?.sections };
  for (const section of asked) sections[section] = now.sections[section];
  const isOriginal = language === practice.originalLocale && old !== undefined;
  texts[language] = { ...old, title: now.title, sections, provenance: isOriginal ? old.provenance : now.provenance };
  return texts;
}

/** The form asks for years alone: a date that is more exact stays where its year does. */
const kept = (date: string | undefined, year: string | undefined) => (date?.slice(0, 4) === year ? date : year);

/** Boxes are ticked in the order of the form: what was chosen before keeps its place. */
const inOrder = <T>(before: readonly T[], now: readonly T[]): T[] => [
  ...before.filter((one) => now.includes(one)),
  ...now.filter((one) => !before.includes(one)),
];

/** The form asks for one of several: the first. */
function putFirst<T>([old, ...others]: T[], now: T | undefined, put: (old: T, now: T) => T): T[] {
  if (now === undefined) return others;
  return [old === undefined ? now : put(old, now), ...others];
}

/**
 * Carries a change over to what a practice has become meanwhile: every part that only the change touched is taken from
 * it, everything else stays as it is now.
 * @param base what was changed, and `changed` what it was changed to
 * @returns the practice, and the paths that were changed on both sides to different ends: there the change goes before
 */
export function carryOver(
  base: PracticeInput,
  changed: PracticeInput,
  now: PracticeInput,
): { practice: PracticeInput; conflicts: string[] } {
  const mine = changedPaths(base, changed).filter((path) => path !== "contacts");
  const theirs = new Set(changedPaths(base, now));
  const open = new Set(changedPaths(now, changed));
  const merged = structuredClone(now);
  for (const path of mine) take(merged, changed, path);
  const parsed = practiceInput.safeParse(merged);
  const conflicts = mine.filter((path) => theirs.has(path) && open.has(path));
  // Each side is right by itself, yet not both: a source that one removes and the other refers to.
  return parsed.success ? { practice: parsed.data, conflicts } : { practice: now, conflicts: mine };
}

function take(into: PracticeInput, from: PracticeInput, path: string): void {
  const [field = "", language, part = ""] = path.split(".");
  if (field !== "texts") {
    Object.assign(into, { [field]: from[field as keyof PracticeInput] });
    return;
  }
  const locale = language as Locale;
  const [text, source] = [into.texts[locale], from.texts[locale]];
  if (!source) delete into.texts[locale];
  else if (!text) into.texts[locale] = source;
  else if (part === "title" || part === "subtitle" || part === "provenance")
    Object.assign(text, { [part]: source[part] });
  else text.sections = { ...text.sections, [part]: source.sections[part as "summary"] };
}
