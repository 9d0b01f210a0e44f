import { parse as parseYaml } from "yaml";
import { parseFrontMatter } from "../front-matter.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { type PracticeInput, practiceInput } from "./practice.ts";

/** What is wrong with a file, by the path of the field: shown to whoever edits the file. */
export type ContentError = { file: string; field: string; code: string };

/** The files of one folder of content/practices: record.yaml and one Markdown file per language. */
export type PracticeFiles = { id: string; record: string; texts: Partial<Record<Locale, string>> };

/**
 * The sections of a practice's Markdown file: the text below each `## name` heading, by name.
 * @throws Error where text stands before the first heading, or a heading repeats
 */
export function splitSections(body: string): Record<string, string> {
  const sections: Record<string, string> = {};
  const [before = "", ...parts] = body.split(/^## +(\S+) *$/m);
  if (before.trim()) throw new Error("text-before-heading");
  for (let at = 0; at < parts.length; at += 2) {
    const name = parts[at] as string;
    if (name in sections) throw new Error("repeated-heading");
    sections[name] = (parts[at + 1] ?? "").trim();
  }
  return sections;
}

/**
 * One practice from its files.
 * @returns the practice, or every error with its file and field
 */
export function parsePracticeFiles(files: PracticeFiles): { practice: PracticeInput } | { errors: ContentError[] } {
  const errors: ContentError[] = [];
  const folder = `content/practices/${files.id}`;
  const texts: Record<string, unknown> = {};
  for (const locale of locales) {
    const source = files.texts[locale];
    if (source === undefined) continue;
    try {
      const { meta, body } = parseFrontMatter(source);
      texts[locale] = { ...meta, sections: splitSections(body) };
    } catch (error) {
      errors.push({ file: `${folder}/${locale}.md`, field: "", code: (error as Error).message });
    }
  }
  let record: unknown;
  try {
    record = parseYaml(files.record);
  } catch (error) {
    errors.push({ file: `${folder}/record.yaml`, field: "", code: (error as Error).message });
  }
  if (errors.length > 0) return { errors };

  const result = practiceInput.safeParse({ ...(record as object), id: files.id, texts });
  if (result.success) return { practice: result.data };
  return {
    errors: result.error.issues.map(({ path, message }) => {
      const [top, locale, ...rest] = path;
      const inText = top === "texts" && locale !== undefined;
      return {
        file: inText ? `${folder}/${String(locale)}.md` : `${folder}/record.yaml`,
        field: (inText ? rest : path).join("."),
        code: message,
      };
    }),
  };
}

/** What is wrong with a line of an import, by its number from 1. */
export type LineError = { line: number; field: string; code: string };

/** The practices of JSON Lines text, one a line; empty lines count but hold none. Every error of every line is named. */
export function parsePracticeLines(text: string): { practices: PracticeInput[]; errors: LineError[] } {
  const practices: PracticeInput[] = [];
  const errors: LineError[] = [];
  text.split(/\r?\n/).forEach((written, at) => {
    if (!written.trim()) return;
    const line = at + 1;
    let json: unknown;
    try {
      json = JSON.parse(written);
    } catch (error) {
      errors.push({ line, field: "", code: `not JSON (${(error as Error).message})` });
      return;
    }
    const result = practiceInput.safeParse(json);
    if (result.success) practices.push(result.data);
    else
      for (const { path, message } of result.error.issues) errors.push({ line, field: path.join("."), code: message });
  });
  return { practices, errors };
}
