import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { readSources, type SourceFile, withoutComments } from "../support/sources";

// The rules of the house, read from the sources as text. Each says in a sentence why it is there.

const root = join(import.meta.dirname, "..", "..");
const code = readSources("app", "components", "lib", "server").map(({ path, text }) => ({
  path,
  text: withoutComments(text),
}));
const inFolder = (...folders: string[]) =>
  code.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));

/** `typeOnly`: it leaves nothing behind when types are stripped. */
type Import = { from: string; to: string; typeOnly: boolean };

/** The file of the project that a specifier leads to, without its extension; a package keeps its name. */
function resolveFrom(path: string, specifier: string): string {
  if (!specifier.startsWith(".") && !specifier.startsWith("@/")) return specifier;
  const whole = specifier.startsWith("@/") ? specifier.slice(2) : posix.join(dirname(path), specifier);
  return whole.replace(/\.(?:tsx?|mts)$/, "");
}

function importsOf({ path, text }: SourceFile): Import[] {
  const statements = [...text.matchAll(/^(?:import|export)\s+(type\s+)?([\w*{}\s,$]*?)\s*from\s*"([^"]+)"/gm)].map(
    ([, type, names = "", specifier = ""]) => {
      const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
      const named = inBraces
        ?.split(",")
        .map((name) => name.trim())
        .filter(Boolean);
      const typeOnly = type !== undefined || named?.every((name) => name.startsWith("type ")) === true;
      return { from: path, to: resolveFrom(path, specifier), typeOnly };
    },
  );
  const bare = [...text.matchAll(/(?:^import\s*|\bimport\(\s*)"([^"]+)"/gm)].map(([, specifier = ""]) => ({
    from: path,
    to: resolveFrom(path, specifier),
    typeOnly: false,
  }));
  return [...statements, ...bare];
}

const imports = code.flatMap(importsOf);
const ours = (to: string) => /^(?:app|components|lib|server|messages|tests|prisma|content)\//.test(to);
const say = ({ from, to }: Import) => `${from} → ${to}`;
const importing = (folder: string, allowed: (one: Import) => boolean) =>
  imports
    .filter(({ from, to }) => from.startsWith(`${folder}/`) && ours(to))
    .filter((one) => !allowed(one))
    .map(say);

/** What can be called without a database, a request or a clock: the same words in, the same words out. */
const pure = [
  ...["lib/form-fields", "lib/front-matter", "lib/reading-pages", "lib/refusal", "lib/site"],
  ...["lib/i18n/format", "lib/i18n/locales", "lib/i18n/negotiate", "lib/i18n/reader-locale", "lib/i18n/routes"],
  ...["lib/practice/vocabulary", "lib/practice/practice", "lib/practice/rules", "lib/practice/filters"],
  ...[
    "lib/practice/content",
    "lib/practice/excerpt",
    "lib/practice/plain-text",
    "lib/practice/view",
    "lib/practice/serialize",
    "lib/news/news",
    "lib/news/form",
    "lib/term/term",
    "lib/form-guard/judge-form",
  ],
  "lib/situation/situation",
  ...["lib/compare/compare", "lib/search-wish/wish", "lib/search/text", "lib/search/thesaurus"],
  ...["lib/search/query", "lib/search/spelling", "lib/search/text", "lib/search/thesaurus", "lib/search/understood"],
  "lib/catalogue/bits",
  ...["lib/cover/cover", "lib/glossary/glossary", "lib/map/europe", "lib/map/outlines"],
  "lib/obstacle/obstacle",
  ...["lib/reading-level/reading-level", "lib/reading-level/syllables"],
  ...["lib/refusal", "lib/http/client-address", "lib/http/problem", "lib/http/search-params"],
  ...[
    "lib/proposal/proposal",
    "lib/submission/code",
    "lib/submission/form",
    "lib/submission/merge",
    "lib/submission/judge",
    "lib/submission/preview",
    "lib/form-guard/ticket",
    "lib/form-guard/trap",
    "lib/reader-message/message",
    "lib/reader-message/judge",
    "lib/queue/queue",
    "lib/audit/audit",
    "lib/editing/fields",
    "lib/editing/form",
    "lib/editing/merge",
    "lib/editing/paste",
    "lib/contact/answer",
    "lib/contact/token",
    "lib/retention/terms",
    "lib/job/job",
    "lib/link-check/addresses",
    "lib/link-check/outcome",
    "lib/desk/rights",
    "lib/desk/answer",
    "lib/audit/filters",
    "lib/people/person",
    "lib/desk/wanted",
    "lib/desk/device",
    "lib/desk/totp",
    "lib/revision/changes",
    "lib/revision/snapshot",
    "lib/review/difference",
    "lib/review/checklist",
    "lib/review/personal-data",
    "lib/review/templates",
    "lib/review/field",
    "lib/review/form",
    "lib/translation/track",
    "lib/translation/state",
    "lib/translation/form",
    "lib/translation/filter",
    "lib/translation/terms",
  ],
];

/** Who may open the database, outside server/. */
const databaseFiles =
  /^lib\/(?:(?:[a-z-]+\/)?(?:queries|commands)|desk\/(?:sign-in|auth)|form-guard\/rate-limits|session|readiness|public-version|db)\.ts$/;

describe("imports run one way", () => {
  test("the search for imports finds them all", () => {
    // Tables, which SQL also reads "from", begin with a capital or an underscore.
    const written = code.flatMap(({ text }) => text.match(/\bfrom "(?=[@.a-z])|\bimport\(\s*"|^import "/gm) ?? []);
    expect(imports.length, "a rule that sees half of the imports holds for half of the code").toBe(written.length);
    const lost = imports.filter(
      ({ to }) =>
        ours(to) &&
        !to.startsWith("lib/generated/") &&
        !["", ".ts", ".tsx", ".json"].some((extension) => existsSync(join(root, to + extension))),
    );
    expect(lost.map(say)).toEqual([]);
  });

  test("app/ imports components/, lib/ and what lies beside it", () => {
    expect(
      importing("app", ({ to }) => /^(?:components|lib|app)\//.test(to)),
      "Routes merely connect, so they need nothing but what they connect.",
    ).toEqual([]);
  });

  test("app/ reaches the database through queries and commands only", () => {
    expect(
      importing("app", ({ to }) => to !== "lib/db" && !to.startsWith("lib/generated/")),
      "A read in a page is a read that nobody finds, tests or reuses.",
    ).toEqual([]);
  });

  test("components/ imports components/, pure files and i18n; of everything else in lib/ only types", () => {
    expect(
      importing(
        "components",
        ({ to, typeOnly }) =>
          to.startsWith("components/") || pure.includes(to) || (typeOnly && to.startsWith("lib/") && to !== "lib/db"),
      ),
      "A component gets plain data, so that it can be shown anywhere: in a page, a preview, a test.",
    ).toEqual([]);
  });

  test("components/ui/ knows nothing of practices and translates nothing", () => {
    expect(
      imports
        .filter(({ from }) => from.startsWith("components/ui/"))
        .filter(({ to }) => to.startsWith("next-intl") || (ours(to) && !/^(?:components\/ui|lib\/i18n)\//.test(to)))
        .map(say),
      "A primitive that knows its first user is no use to the second.",
    ).toEqual([]);
  });

  test("pure files exist and import pure files and types only", () => {
    for (const file of pure)
      expect(
        code.map(({ path }) => path),
        file,
      ).toContain(`${file}.ts`);
    expect(
      imports
        .filter(({ from }) => pure.includes(from.replace(/\.ts$/, "")))
        .filter(
          ({ to, typeOnly }) =>
            !typeOnly && (/^(?:next|react|@prisma|pg)(?:\/|-|$)/.test(to) || (ours(to) && !pure.includes(to))),
        )
        .map(say),
      "One impure import makes everything above it need a database or a request to be tested.",
    ).toEqual([]);
  });

  test("lib/ imports neither app/, components/ nor server/", () => {
    expect(
      importing("lib", ({ to }) => /^(?:lib|messages)\//.test(to)),
      "The heart must not depend on what shows it or starts it.",
    ).toEqual([]);
  });

  test("server/ imports lib/ and server/ only", () => {
    expect(
      importing("server", ({ to }) => /^(?:lib|server)\//.test(to)),
      "What starts Next cannot be part of what Next bundles.",
    ).toEqual([]);
  });

  test("nothing that runs imports tests/", () => {
    expect(
      imports.filter(({ to }) => to.startsWith("tests/")).map(say),
      "What is shipped must work without what checks it.",
    ).toEqual([]);
  });
});

describe("the database", () => {
  test("is opened by queries, commands, the session and their like, and by server/, and by nobody else", () => {
    const opening = imports.filter(({ to, typeOnly }) => to === "lib/db" && !typeOnly);
    expect(opening.length).toBeGreaterThan(5);
    expect(
      opening.filter(({ from }) => !databaseFiles.test(from) && !from.startsWith("server/")).map(say),
      "Only queries read and only commands write: then “published” is decided in one place and a draft cannot leak.",
    ).toEqual([]);
  });

  test("is handed on inside a transaction to two files only, which say so in their type", () => {
    const lent = imports.filter(({ to, typeOnly }) => to === "lib/db" && typeOnly).map(({ from }) => from);
    expect(
      lent.filter((from) => !databaseFiles.test(from)),
      "Whoever gets a transaction writes; each such file is a command in disguise and is named here.",
    ).toEqual(["lib/contact/letters.ts", "lib/mail/queue.ts"]);
  });

  test("shows its generated client to the files that map rows, and to no other", () => {
    expect(
      imports
        .filter(({ to }) => to.startsWith("lib/generated/"))
        .map(({ from }) => from)
        .filter(
          (from) =>
            from !== "lib/db.ts" &&
            from !== "lib/practice/rows.ts" &&
            !/^lib\/(catalogue|found|map|practice)\//.test(from),
        ),
      "Columns of practices are known beside the practice and the catalogue, so that a migration changes few places.",
    ).toEqual([]);
  });
});

describe("files", () => {
  const everyFile = ["app", "components", "lib", "server", "tests", "prisma", "public"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path}`)
      .filter((path) => !path.startsWith("lib/generated")),
  );

  test("are named after what they are about, never utils, helpers, types, hooks, services or misc", () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|types|hooks|services|misc|common)(?:\.[a-z.]+)?(?:\/|$)/;
    expect(
      everyFile.filter((path) => vague.test(path)),
      "A name that fits everything attracts everything.",
    ).toEqual([]);
  });

  test("are imported where they are: there are no barrels", () => {
    expect(
      everyFile.filter((path) => /(?:^|\/)index\.[cm]?[jt]sx?$/.test(path)),
      "An index that passes things on hides where they come from and loads what nobody asked for.",
    ).toEqual([]);
    expect(
      code.filter(({ text }) => /^export\s[^;"=(]*\sfrom\s"/m.test(text)).map(({ path }) => path),
      "Passing on another file's exports makes two addresses for one thing.",
    ).toEqual([]);
  });

  test("run in the browser only where their name ends in .client.tsx", () => {
    const inBrowser = code.filter(({ text }) => /^\s*["']use client["']/m.test(text)).map(({ path }) => path);
    const named = code.map(({ path }) => path).filter((path) => path.endsWith(".client.tsx"));
    expect(
      inBrowser,
      "Who reads a folder's list of files must see what is sent to phones: leaves that get labels and plain data.",
    ).toEqual(named);
  });

  test("hold server actions only where they are called actions.ts", () => {
    const actions = code.filter(({ text }) => /^\s*["']use server["']/m.test(text)).map(({ path }) => path);
    expect(actions.length).toBeGreaterThan(0);
    expect(
      actions.filter((path) => !path.endsWith("/actions.ts")),
      "Every action is a public address; they must be easy to find and to count.",
    ).toEqual([]);
  });

  test("are short where they are pages: 110 lines at most", () => {
    const pages = inFolder("app").filter(({ path }) => path.endsWith("/page.tsx"));
    expect(pages.length).toBeGreaterThan(10);
    const lines = (path: string) => readFileSync(join(root, path), "utf8").trimEnd().split("\n").length;
    expect(
      pages.map(({ path }) => `${path}: ${lines(path)}`).filter((line) => Number(line.split(": ").at(-1)) > 110),
      "A page resolves its address, asks, and returns components; what is longer has begun to do their work.",
    ).toEqual([]);
  });

  test("never read the folder beside the project", () => {
    const beside = new RegExp(`${["\\.\\.", "shared"].join("/")}\\b|${["work", "shared"].join("/")}`);
    const everywhere = [
      ...readSources("app", "components", "lib", "server", "tests"),
      ...readdirSync(root)
        .filter((file) => /\.(?:[cm]?[jt]s|json)$/.test(file) && file !== "package-lock.json")
        .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
    ];
    expect(
      everywhere.filter(({ text }) => beside.test(text)).map(({ path }) => path),
      "Whoever clones the project has the project and nothing else.",
    ).toEqual([]);
  });
});

describe("words for readers", () => {
  /** Texts that stand in JSX as such: between tags and expressions, in braces, or in an attribute that is read out. */
  function wordsIn(text: string): string[] {
    const patterns = [
      /(?<!=)>([^<>{}]*)<\//gu,
      /\}([^<>{}]*)<\//gu,
      /(?<!=)>([^<>{}()=;|&]*\p{L}[^<>{}()=;|&]*)\{/gu,
      /(?<!=)>\s*([^<>{}()=;|&:]*\p{L}[^<>{}()=;|&:]*)<[a-z]/gu,
      /\{\s*"([^"]*\p{L}[^"]*)"\s*\}/gu,
      /\s(?:aria-label|aria-description|alt|title|placeholder|label|help)="([^"]*)"/gu,
    ];
    return patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)]
        .map(([, words = ""]) => words.replace(/\s+/g, " ").trim())
        .filter((words) => /\p{L}/u.test(words)),
    );
  }

  test("are found by the search for them", () => {
    const examples = [
      "<p>Words</p>",
      "<p>\n  Words\n  <b>x</b></p>",
      "<p>{name} words</p>",
      "<p>Words {name}</p>",
      '<p>{"Words"}</p>',
      '<img alt="Words" />',
    ];
    for (const example of examples) expect(wordsIn(example), example).not.toEqual([]);
    for (const example of ["<p>{name}: {other}</p>", '<p>{" · "}</p>', "const a = <T,>(b: T): Promise<T> => {"])
      expect(wordsIn(example), example).toEqual([]);
  });

  test("stand in messages/ and content/, never in app/ or components/", () => {
    const found = inFolder("app", "components")
      .filter(({ path }) => path.endsWith(".tsx"))
      .flatMap(({ path, text }) => wordsIn(text).map((words) => `${path}: ${words}`));
    expect(
      [...new Set(found)],
      "A word in the markup is a word that three quarters of the readers get in a foreign language.",
    ).toEqual(["components/practice/og-picture.tsx: Ponte"]);
  });

  test("are asked for in a language that is handed down, never taken from the air", () => {
    expect(
      inFolder("components", "lib")
        .filter(({ text }) => /\b(?:useLocale|getLocale|useTranslations)\(|getTranslations\((?:\)|")/.test(text))
        .map(({ path }) => path),
      "Mails, feeds and pictures are made in another language than the request that causes them.",
    ).toEqual([]);
  });
});
