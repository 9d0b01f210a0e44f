// npm run nu: the Nu HTML checker, which the W3C's validator is, over every kind of page in four languages. Needs Java.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { locales } from "../../lib/i18n/locales.ts";
import { type Pages, withEveryPage } from "../support/every-page.ts";
import type { PageKind } from "../support/page-kinds.ts";

const checker = "vnu-jar@26.9.27";
/** What React always writes; the roles of a table that is laid out as blocks. Valid, and the first of no effect. */
const notWorthSaying =
  /^Trailing slash on void elements|role is unnecessary for element “(?:table|thead|tbody|tr|th|td)”/;

if (spawnSync("java", ["-version"]).status !== 0) {
  console.error("The Nu HTML checker needs Java 11 or newer, and there is no `java` here: install one and try again.");
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "ponte-nu-"));
try {
  await withEveryPage(async (pages) => {
    let written = 0;
    for (const locale of locales)
      for (const kind of pages.kinds(locale)) {
        const file = `${locale} ${kind.name}`.replaceAll(/[ ,]+/g, "-");
        writeFileSync(join(folder, `${file}.html`), await htmlOf(kind, pages));
        written += 1;
      }
    console.log(`checking ${written} pages`);
    process.exitCode = check(folder) === 0 ? 0 : 1;
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A page's HTML as the server sent it: a browser would have mended it. */
async function htmlOf(kind: PageKind, { contextFor }: Pages): Promise<string> {
  const context = await contextFor(kind);
  const page = await context.newPage();
  let sent: Promise<string> | undefined;
  page.on("response", (response) => {
    const redirects = response.status() >= 300 && response.status() < 400;
    if (response.request().isNavigationRequest() && !redirects) sent = response.text();
  });
  await kind.open(page);
  const html = await sent;
  await context.close();
  if (!html) throw new Error(`${kind.name} sent no page`);
  return html;
}

type Message = { url?: string; type: string; subType?: string; message: string; extract?: string };

/** Prints what the checker says of the pages of a folder, each sentence once with the pages it is said of. */
function check(pages: string): number {
  const { stderr, error } = spawnSync("npx", ["--yes", checker, "--format", "json", "--skip-non-html", pages], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  const found = /^\{"version".*\}$/m.exec(stderr)?.[0];
  if (!found) throw new Error(`the checker did not run:\n${stderr.slice(-2000)}`);
  const { messages: all } = JSON.parse(found) as { messages: Message[] };
  const messages = all.filter(({ message }) => !notWorthSaying.test(message));
  const said = new Map<string, { extract: string; pages: Set<string> }>();
  for (const { url = "", type, subType, message, extract = "" } of messages) {
    const words = `${subType ?? type}: ${message}`;
    const one = said.get(words) ?? { extract, pages: new Set() };
    said.set(words, { ...one, pages: one.pages.add(basename(url, ".html")) });
  }
  for (const [words, { extract, pages: of }] of said)
    console.log(`\n${words}\n  ${extract.replace(/\s+/g, " ")}\n  on ${of.size}: ${[...of].sort().join(", ")}`);
  console.log(`\n${messages.length} messages, ${said.size} different ones`);
  return messages.length;
}
