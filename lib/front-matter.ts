import { parse } from "yaml";

/**
 * Reads a Markdown file with YAML front matter, between two lines of three hyphens.
 * @returns the front matter and the Markdown below it
 * @throws Error where there is no front matter, or it is not YAML
 */
export function parseFrontMatter(file: string): { meta: Record<string, unknown>; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.replaceAll("\r\n", "\n"));
  if (!match) throw new Error("no-front-matter");
  return { meta: (parse(match[1] ?? "") ?? {}) as Record<string, unknown>, body: (match[2] ?? "").trim() };
}
