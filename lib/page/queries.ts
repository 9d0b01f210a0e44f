import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parseFrontMatter } from "../front-matter.ts";
import type { Locale } from "../i18n/locales.ts";
import type { AboutPage } from "../i18n/routes.ts";
import { contactAddress } from "../site.ts";

const head = z.strictObject({ title: z.string().min(1), description: z.string().min(1).max(200) });

/** A page about Ponte, from content/pages; the operator's name and address are filled in from the settings. */
export async function getPage(locale: Locale, page: AboutPage) {
  const file = join(process.cwd(), "content", "pages", page, `${locale}.md`);
  const { meta, body } = parseFrontMatter(await readFile(file, "utf8"));
  const markdown = body
    .replaceAll("{operator}", process.env.OPERATOR_NAME || "Ponte")
    .replaceAll("{contact}", `[${contactAddress()}](mailto:${contactAddress()})`);
  return { ...head.parse(meta), markdown };
}
