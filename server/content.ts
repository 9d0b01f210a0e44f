import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { type Locale, locales } from "../lib/i18n/locales.ts";
import { type NewsInput, parseNewsFiles } from "../lib/news/news.ts";
import { type ContentError, parsePracticeFiles } from "../lib/practice/content.ts";
import type { PracticeInput } from "../lib/practice/practice.ts";

const root = fileURLToPath(new URL("../content", import.meta.url));

/** All practices and news of content/, or every error in their files. */
export function readContent(): { practices: PracticeInput[]; news: NewsInput[]; errors: ContentError[] } {
  const practices: PracticeInput[] = [];
  const errors: ContentError[] = [];
  for (const id of folders("practices")) {
    const result = parsePracticeFiles({ id, record: recordOf("practices", id), texts: textsOf("practices", id) });
    if ("errors" in result) errors.push(...result.errors);
    else practices.push(result.practice);
  }
  const news: NewsInput[] = [];
  for (const id of folders("news")) {
    try {
      news.push(parseNewsFiles(id, parse(recordOf("news", id)), textsOf("news", id) as Record<Locale, string>));
    } catch (error) {
      errors.push({ file: `content/news/${id}`, field: "", code: (error as Error).message });
    }
  }
  return { practices, news, errors };
}

const folders = (section: string) =>
  readdirSync(join(root, section), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

const recordOf = (section: string, id: string) => readFileSync(join(root, section, id, "record.yaml"), "utf8");

function textsOf(section: string, id: string): Partial<Record<Locale, string>> {
  const files = locales.map((locale) => [locale, join(root, section, id, `${locale}.md`)] as const);
  return Object.fromEntries(
    files.filter(([, file]) => existsSync(file)).map(([locale, file]) => [locale, readFileSync(file, "utf8")]),
  );
}
