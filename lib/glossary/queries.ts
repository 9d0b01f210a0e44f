import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { byLabel } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { type Term, termFile, toTerm } from "./glossary.ts";

/** Every term of content/glossary in one language, in the order of the reader's alphabet. */
export async function listTerms(locale: Locale): Promise<Term[]> {
  const folder = join(process.cwd(), "content", "glossary");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
  const terms = await Promise.all(
    files.map(async (name) => {
      const file = termFile.parse(parse(await readFile(join(folder, name), "utf8")));
      return toTerm(name.slice(0, -".yaml".length), file, locale);
    }),
  );
  return byLabel(
    terms.map((term) => ({ ...term, label: term.term })),
    locale,
  );
}
