import compile from "icu-minify/compile";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { plainWordsErrors } from "@/lib/desk/plain-words";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { obstacleGroupNames } from "@/lib/obstacle/obstacle";
import { facetCodes, facetNames, sorts } from "@/lib/practice/filters";
import { actions, states } from "@/lib/practice/rules";
import * as vocabulary from "@/lib/practice/vocabulary";
import * as readerMessage from "@/lib/reader-message/message";
import { choices, questions } from "@/lib/situation/situation";
import { tableNames } from "@/lib/statistics/tables";
import { readSources, withoutComments } from "../support/sources";
import { misprints } from "../support/typography";

// The four message files say the same things, whole and well, and nothing that nobody reads.

type Node = string | number | [string, ...unknown[]];
type Tree = { [key: string]: string | Tree };

const flatten = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );

const files = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, await loadMessages(locale)] as const)),
) as Record<Locale, Awaited<ReturnType<typeof loadMessages>>>;
const messages = Object.fromEntries(locales.map((locale) => [locale, new Map(flatten(files[locale]))])) as Record<
  Locale,
  Map<string, string>
>;
const keys = [...messages.en.keys()];
const others = locales.filter((locale) => locale !== "en");

/** The parts of a message. @throws Error where it is not ICU MessageFormat */
const partsOf = (message: string): Node[] => [compile(message)].flat() as Node[];

/** The branches of a plural, ordinal or choice; nothing for other parts. */
function branchesOf(
  node: Node,
): { kind: "select" | "cardinal" | "ordinal"; branches: Record<string, Node[]> } | undefined {
  if (!Array.isArray(node) || typeof node[1] !== "number" || typeof node[2] !== "object" || node[2] === null)
    return undefined;
  const kind = (["", "select", "cardinal", "ordinal"] as const)[node[1] as 1 | 2 | 3];
  const branches = Object.entries(node[2]).map(([name, branch]) => [
    name,
    typeof branch === "object" ? branch : [branch],
  ]);
  return kind && { kind, branches: Object.fromEntries(branches) };
}

/** The inside of a tag such as `<link>…</link>`; nothing for other parts. */
const insideOf = (node: Node): Node[] | undefined =>
  Array.isArray(node) && node.length > 1 && !branchesOf(node) && !(typeof node[1] === "number" && node[1] > 0)
    ? (node.slice(1) as Node[])
    : undefined;

/** Every part of a message, in depth. */
function everyPart(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => [
    node,
    ...everyPart(insideOf(node) ?? []),
    ...Object.values(branchesOf(node)?.branches ?? {}).flatMap((branch) => everyPart(branch)),
  ]);
}

/** What a message wants filled in: names of values, and of tags in angle brackets. */
const wanted = (message: string): string[] =>
  [
    ...new Set(
      everyPart(partsOf(message)).flatMap((node) =>
        !Array.isArray(node) ? [] : insideOf(node) ? [`<${node[0]}>`] : [node[0]],
      ),
    ),
  ].sort();

/** Every wording of a message, one for each of its branches, with a word where a value goes. */
function wordings(nodes: Node[]): string[] {
  return nodes.reduce<string[]>(
    (all, node) => {
      const branches = branchesOf(node)?.branches;
      const inside = insideOf(node);
      const here = branches
        ? Object.values(branches).flatMap((branch) => wordings(branch))
        : inside
          ? wordings(inside)
          : [typeof node === "string" ? node : typeof node === "number" ? "7" : "value"];
      return all.flatMap((before) => here.map((after) => before + after));
    },
    [""],
  );
}

describe.each(locales)("the messages in %s", (locale) => {
  test("have the same keys as the English ones, in the same order", () => {
    expect([...messages[locale].keys()]).toEqual(keys);
  });

  test("say something under every key", () => {
    for (const [key, message] of messages[locale]) expect(message.trim() === message && message !== "", key).toBe(true);
  });

  test("can all be read as ICU messages, and want the same values and tags as the English ones", () => {
    for (const [key, message] of messages[locale])
      expect(wanted(message), key).toEqual(wanted(messages.en.get(key) ?? ""));
  });

  test("have a wording for every plural and ordinal form of the language, and for no other", () => {
    for (const [key, message] of messages[locale])
      for (const node of everyPart(partsOf(message))) {
        const choice = branchesOf(node);
        if (!choice || choice.kind === "select") continue;
        const { pluralCategories } = new Intl.PluralRules(locale, { type: choice.kind }).resolvedOptions();
        const forms = Object.keys(choice.branches).filter((name) => !name.startsWith("="));
        expect(forms.sort(), `${key}: ${choice.kind}`).toEqual([...pluralCategories].sort());
      }
  });

  test("can all be formatted, with every value that is given standing in the result", () => {
    const t = createTranslator({
      locale,
      messages: files[locale],
      onError: (error) => {
        throw error;
      },
    });
    for (const [key, message] of messages[locale]) {
      const names = wanted(message);
      const counted = new Set(
        everyPart(partsOf(message)).flatMap((node) => (branchesOf(node) ? [(node as [string])[0]] : [])),
      );
      for (const number of [0, 1, 2, 3, 11, 21, 1_000_000]) {
        const values = Object.fromEntries(
          names.map((name) => {
            if (name.startsWith("<")) return [name.slice(1, -1), (chunks: string) => `[${chunks}]`];
            return [name, counted.has(name) ? number : `the ${name}`];
          }),
        );
        const text = t.markup(key as "site.name", values as never);
        expect(text, key).not.toMatch(/[{}<>]|\bundefined\b|\bNaN\b/);
        for (const name of names)
          if (!name.startsWith("<") && !counted.has(name)) expect(text, key).toContain(`the ${name}`);
      }
    }
  });

  test("give the proofreader nothing to object to", () => {
    const objections = [...messages[locale]].flatMap(([key, message]) =>
      wordings(partsOf(message))
        .flatMap((text) => text.split("\n"))
        .flatMap((line) => misprints(line, locale).map((words) => `${key}: ${words}`)),
    );
    expect(objections).toEqual([]);
  });
});

/** Words that two languages share. Whatever else is the same as in English was left untranslated. */
const shared: Record<Exclude<Locale, "en">, string[]> = {
  it: ["site.name", "site.feed", "role.partner", "scope.online", "practice.sourceLanguage"],
  fr: [
    ...[
      "site.name",
      "catalogue.name.organisation",
      "catalogue.name.page",
      "organisation.association",
      "kind.programme",
    ],
    ...[
      "output.guide",
      "practice.fundingTotal",
      "practice.awardSource",
      "practice.sources",
      "news.sources",
      "statistics.code",
    ],
    "readerMessage.question",
  ],
  sv: [
    ...["site.name", "catalogue.name.status", "facets.status", "role.partner", "output.guide", "practice.status"],
    ...["practice.author"],
  ],
};

test.each(others)("no message in %s is the English one, but for words that both languages have", (locale) => {
  const same = keys.filter((key) => messages[locale].get(key) === messages.en.get(key));
  expect(same).toEqual(shared[locale]);
});

// Which messages are used: every call of a translator in the sources is read as text.

const sources = readSources("app", "components", "lib", "server").map(({ path, text }) => ({
  path,
  text: withoutComments(text),
}));
const under = (namespace: string, names: readonly string[]) => names.map((name) => `${namespace}.${name}`);
const below = (namespace: string) => keys.filter((key) => key.startsWith(`${namespace}.`));
const { themes, audiences, organisationTypes, statuses, evidenceLevels } = vocabulary;

/** Facets whose values are codes with labels; countries are named by the runtime. */
const coded = [
  ...under("theme", themes),
  ...under("audience", audiences),
  ...under("organisation", organisationTypes),
  ...under("status", statuses),
  ...under("evidence", evidenceLevels),
  ...under("plain", facetCodes.plain),
  ...under("obstacle", vocabulary.obstacles),
];
const story = ["costs", "results", "benefits", "constraints", "advice", "nextSteps"];
const decisions = actions.filter((action) => action !== "resubmit");
const everyForm = [
  ...["lib/form-fields.ts", "lib/form-guard/ticket.ts", "lib/form-guard/send-once.ts"],
  "lib/practice/practice.ts",
];
const refused = (path: string) =>
  path.startsWith("lib/submission/") || path.includes("/submit/") || everyForm.includes(path);
const refusedMessages = (path: string) => path.startsWith("lib/reader-message/") || everyForm.includes(path);
const deskRefusals = (path: string) => path === "lib/refusal.ts" || path.includes("/desk/actions");

/** Codes of a namespace that stand as such in the sources that can give them. */
const given = (namespace: string, giver: (path: string) => boolean) => {
  const text = sources
    .filter(({ path }) => giver(path))
    .map((source) => source.text)
    .join("\n");
  return below(namespace).filter((key) => text.includes(`"${key.slice(namespace.length + 1)}"`));
};

/** Labels that every code of the vocabulary has, though today's pages show these codes without a word of their own. */
const codesWithoutPlace = [...under("placeRole", vocabulary.placeRoles), "section.summary"];

/** What the calls whose key is made at run time may ask for, by file and by the call as it is written. */
const dynamic: Record<string, Record<string, string[]>> = {
  "app/[locale]/desk/[id]/page.tsx": { "`state.${state}`": under("desk.state", states) },
  "app/[locale]/desk/messages/[id]/page.tsx": {
    "`desk.messageState.${message.state}`": under("desk.messageState", readerMessage.states),
    "`readerMessage.${message.kind}`": under("readerMessage", readerMessage.kinds),
  },
  "app/[locale]/desk/page.tsx": {
    "`state.${state}`": under("desk.state", states),
    "`messageState.${messageState}`": under("desk.messageState", readerMessage.states),
  },
  "app/[locale]/message-page.tsx": {
    "`${page}.title`": ["ask.title", "tried.title"],
    "`${page}.titleAlone`": ["ask.titleAlone", "tried.titleAlone"],
    "`${page}.intro`": ["ask.intro", "tried.intro"],
    "`${page}.thanksTitle`": ["ask.thanksTitle", "tried.thanksTitle"],
    "`${page}.thanksText`": ["ask.thanksText", "tried.thanksText"],
  },
  "app/[locale]/news/[slug]/page.tsx": { "item.kind": under("news", ["news", "call"]) },
  "app/[locale]/obstacles/[code]/page.tsx": {
    "`obstacle.${code}`": under("obstacle", vocabulary.obstacles),
    "`obstacleText.${code}`": under("obstacleText", vocabulary.obstacles),
  },
  "app/og/[locale]/[id]/route.tsx": { "`news.${item.kind}`": under("news", ["news", "call"]) },
  "components/catalogue/chosen-filters.tsx": { "`name.${name}`": below("catalogue.name") },
  "components/catalogue/filter-form.tsx": {
    "`catalogue.${name}`": under("catalogue", ["from", "to"]),
    "`facets.${name}`": under("facets", facetNames),
    "`catalogue.sort.${sort}`": under("catalogue.sort", sorts),
  },
  "components/catalogue/no-hits.tsx": { "`facets.${without}`": under("facets", facetNames) },
  "components/catalogue/labels.ts": { "`${name}.${code}`": coded },
  "components/catalogue/practice-card.tsx": {
    "`organisation.${card.lead.type}`": under("organisation", organisationTypes),
    "`status.${card.status}`": under("status", statuses),
    "`evidence.${card.evidence}`": under("evidence", evidenceLevels),
    "`theme.${theme}`": under("theme", themes),
  },
  "components/compare/answers.tsx": {
    "`delivery.${way}`": under("delivery", [
      ...vocabulary.deliveryFormats,
      ...vocabulary.deliverySettings,
      ...vocabulary.deliveryPrices,
    ]),
    "`frequency.${how}`": under("practice.frequency", vocabulary.fundingFrequencies),
    "`organisation.${one.type}`": under("organisation", organisationTypes),
    "`practice.${one.qualifier}`": under("practice", vocabulary.indicatorQualifiers),
    "`section.${section.name}`": under("section", [
      ...["activities", "presentation", "tools", "costs", "results", "benefits", "constraints", "advice"],
    ]),
    "`size.${one.size}`": under("size", vocabulary.organisationSizes),
  },
  "components/desk/decision-form.tsx": {
    "`error.${answer.error}`": given("desk.error", deskRefusals),
    one: under("desk", decisions),
  },
  "components/desk/plain-words-form.tsx": {
    "`plainWordsError.${error}`": under("desk.plainWordsError", plainWordsErrors),
  },
  "components/desk/plain-words-notice.tsx": {
    "`plainWordsError.${error}`": under("desk.plainWordsError", plainWordsErrors),
  },
  "components/desk/history.tsx": { "`did.${entry.action}`": under("desk.did", actions) },
  "components/desk/message-decision.tsx": {
    help: under("desk", ["passOnHelp", "publishHelp"]),
    one: under("desk", readerMessage.actions),
  },
  "components/desk/message-details.tsx": { "`tried.${outcome}`": under("tried", readerMessage.outcomes) },
  "components/desk/message-table.tsx": {
    "`desk.messageState.${row.state}`": under("desk.messageState", readerMessage.states),
    "`readerMessage.${row.kind}`": under("readerMessage", readerMessage.kinds),
  },
  "components/desk/queue-table.tsx": { "`state.${row.state}`": under("desk.state", states) },
  "components/desk/sign-in-form.tsx": { "`error.${answer.error}`": given("desk.error", deskRefusals) },
  "components/layout/page-frame.tsx": {
    "label[page]": under("site", ["about", "moderation", "accessibility", "privacy", "openData"]),
  },
  "components/layout/problem-page.tsx": {
    "`${problems[status]}Title`": under("errors", ["notFoundTitle", "goneTitle", "downTitle"]),
    "`${problems[status]}Text`": under("errors", ["notFoundText", "goneText", "downText"]),
  },
  "components/news/news-article.tsx": {
    "`audience.${code}`": under("audience", audiences),
    "`news.${item.kind}`": under("news", ["news", "call"]),
  },
  "components/news/news-card.tsx": { "item.kind": under("news", ["news", "call"]) },
  "components/obstacle/obstacle-article.tsx": {
    "`obstacle.${code}`": under("obstacle", vocabulary.obstacles),
    "`obstacle.${other}`": under("obstacle", vocabulary.obstacles),
    "`obstacleText.${code}`": under("obstacleText", vocabulary.obstacles),
  },
  "components/obstacle/obstacle-index.tsx": {
    "`obstacles.${group}`": under("obstacles", obstacleGroupNames),
    "`obstacle.${code}`": under("obstacle", vocabulary.obstacles),
    "`obstacleText.${code}`": under("obstacleText", vocabulary.obstacles),
  },
  "components/practice/experiences.tsx": { outcome: under("tried", readerMessage.outcomes) },
  "components/practice/funding.tsx": {
    "`practice.frequency.${how}`": under("practice.frequency", vocabulary.fundingFrequencies),
  },
  "components/practice/indicators.tsx": {
    "one.qualifier": under("practice", vocabulary.indicatorQualifiers),
    "one.kind": under("practice", vocabulary.indicatorKinds),
  },
  "components/practice/obstacles.tsx": { "`obstacle.${code}`": under("obstacle", vocabulary.obstacles) },
  "components/practice/parts.tsx": {
    "`role.${role}`": under("role", vocabulary.organisationRoles),
    "`organisation.${one.type}`": under("organisation", organisationTypes),
    "`size.${one.size}`": under("size", vocabulary.organisationSizes),
    "`output.${output.kind}`": under("output", vocabulary.outputKinds),
    "one.kind": under("relation", vocabulary.relationKinds),
  },
  "components/practice/practice-article.tsx": {
    "`section.${name}`": under(
      "section",
      vocabulary.sections.filter((name) => name !== "summary"),
    ),
    "`practice.${other.kind}`": under("practice", vocabulary.alternativeTitleKinds),
  },
  "components/practice/quick-facts.tsx": {
    "`kind.${practice.kind}`": under("kind", vocabulary.kinds),
    "`scope.${scope}`": under("scope", vocabulary.scopes),
    "`delivery.${way}`": under("delivery", [
      ...vocabulary.deliveryFormats,
      ...vocabulary.deliverySettings,
      ...vocabulary.deliveryPrices,
    ]),
  },
  "components/practice/similar.tsx": {
    "`compare.same.${facet}`": under("compare.same", ["obstacle", "method", "audience", "theme"]),
  },
  "components/reader-message/experience-form.tsx": { "`tried.${code}`": under("tried", readerMessage.outcomes) },
  "components/reader-message/message-form.tsx": { "`error.${code}`": given("submit.error", refusedMessages) },
  "components/situation/choice-links.tsx": { "`hint.${question}`": under("situation.hint", questions) },
  "components/situation/labels.ts": {
    "`${question}.${code}`": questions.flatMap((question) =>
      under(`situation.${question}`, ["any", ...choices[question]]),
    ),
  },
  "components/situation/situation-answer.tsx": {
    "`fits.${met}of${asked.length}`": below("situation.fits"),
    "`section.${word.section}`": under("section", ["advice", "plainWords", "summary"]),
  },
  "components/situation/situation-form.tsx": {
    "`start.${question}`": under("situation.start", questions),
    "`hint.${question}`": under("situation.hint", questions),
  },
  "components/submit/submission-form.tsx": {
    "`submit.error.${code}`": given("submit.error", refused),
    "`submit.error.${errors[name]}`": given("submit.error", refused),
    "`submit.${name}`": under("submit", [
      ...story,
      "website",
      "contactName",
      "place",
      "organisationType",
      "audience",
      "obstacle",
      "startYear",
      "endYear",
    ]),
    "`submit.${name}Help`": under(
      "submit",
      story.map((name) => `${name}Help`),
    ),
    "`theme.${code}`": under("theme", themes),
    "`audience.${code}`": under("audience", audiences),
    "`organisation.${code}`": under("organisation", organisationTypes),
    "`obstacle.${code}`": under("obstacle", vocabulary.obstacles),
  },
  "components/submit/submission-review.tsx": {
    "`error.${error}`": under("submit.error", ["expired", "too-fast", "too-many-sent"]),
  },
  "components/submit/submission-state.tsx": { "submission.state": under("state", states) },
  "lib/mail/letters.ts": {
    "`${kind}Subject`": below("mail").filter((key) => key.endsWith("Subject")),
    kind: given("mail", (path) => /^lib\/(?:desk|submission|reader-message)\//.test(path)),
  },
  "lib/practice/api-labels.ts": { "`${kind}.${code}`": [...coded, ...under("kind", vocabulary.kinds)] },
  "lib/statistics/tables.ts": {
    "`${name}.${code}`": coded,
    "`fundingKind.${kind}`": under("fundingKind", vocabulary.fundingKinds),
    "`statistics.table.${name}`": under("statistics.table", tableNames),
    "`statistics.version.${state}`": below("statistics.version"),
  },
};

/** The first argument of every call of a translator `t`, as it is written, without type assertions. */
function callsIn(text: string): string[] {
  return [...text.matchAll(/\bt(?:\.(?:rich|raw|markup))?\(/g)].map((match) => {
    const start = match.index + match[0].length;
    let depth = 0;
    let end = start;
    for (; end < text.length; end += 1) {
      const sign = text[end] ?? "";
      if ("([{".includes(sign)) depth += 1;
      if (depth === 0 && ",)".includes(sign)) break;
      if (")]}".includes(sign)) depth -= 1;
    }
    return text
      .slice(start, end)
      .replace(/ as "[^"]+"/g, "")
      .trim();
  });
}

const translating = sources.flatMap(({ path, text }) => {
  const namespaces = [...text.matchAll(/(?:getTranslations|createTranslator)\(\{([^}]*)\}/g)].map(
    ([, options = ""]) => /namespace: "(\w+)"/.exec(options)?.[1] ?? "",
  );
  return namespaces.length > 0 ? [{ path, text, namespaces: [...new Set(namespaces)], calls: callsIn(text) }] : [];
});

/** The keys that a call names outright: a text, or one of two. */
const literals = (call: string): string[] | undefined => {
  const plain = /^"([^"]+)"$/.exec(call);
  if (plain) return [plain[1] ?? ""];
  const choice = /^[^"`]+(?:=== "[^"]+" )?\? "([^"]+)" : "([^"]+)"$/.exec(call);
  return choice ? [choice[1] ?? "", choice[2] ?? ""] : undefined;
};

describe("the messages that the sources ask for", () => {
  test("are found: the search for them finds calls in most files that translate", () => {
    expect(translating.length).toBeGreaterThan(30);
    expect(translating.flatMap(({ calls }) => calls).length).toBeGreaterThan(200);
  });

  test("exist, where a call names them outright", () => {
    const missing = translating.flatMap(({ path, namespaces, calls }) =>
      calls
        .flatMap((call) => literals(call) ?? [])
        .filter((name) => !namespaces.some((namespace) => messages.en.has(namespace ? `${namespace}.${name}` : name)))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test("are listed above, where a call makes them at run time, and nothing is listed that is no longer asked for", () => {
    const made = translating.flatMap(({ path, calls }) =>
      calls.filter((call) => !literals(call)).map((call) => `${path}: ${call}`),
    );
    const listed = Object.entries(dynamic).flatMap(([path, calls]) =>
      Object.keys(calls).map((call) => `${path}: ${call}`),
    );
    expect([...new Set(made)].sort()).toEqual(listed.sort());
  });

  test.each(locales)(
    "exist in %s for every code that a call can be given: all of the vocabulary has labels",
    (locale) => {
      const missing = Object.values(dynamic).flatMap((calls) => Object.values(calls).flat());
      expect(missing.length).toBeGreaterThan(150);
      expect(missing.filter((key) => !messages[locale].has(key))).toEqual([]);
    },
  );

  test("are all the messages there are: none lies unused", () => {
    const used = new Set([
      ...translating.flatMap(({ namespaces, calls }) =>
        calls
          .flatMap((call) => literals(call) ?? [])
          .flatMap((name) => namespaces.map((namespace) => (namespace ? `${namespace}.${name}` : name))),
      ),
      ...Object.values(dynamic).flatMap((calls) => Object.values(calls).flat()),
      // server/stale-notice.ts keeps one translator for each language and calls it by that.
      "site.stale",
      ...codesWithoutPlace,
    ]);
    expect(sources.find(({ path }) => path === "server/stale-notice.ts")?.text).toContain(
      'translators[locale]("stale"',
    );
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });

  test("put every error code of the forms into words", () => {
    const withCodes = [
      "form-fields",
      "form-guard/ticket",
      "submission/form",
      "submission/judge",
      "reader-message/message",
    ];
    const forms = sources.filter(({ path }) => withCodes.some((file) => path === `lib/${file}.ts`));
    const codes = forms.flatMap(({ text }) =>
      [...text.matchAll(/"((?:not-an?|too|unknown|ends)-[a-z-]+|required|expired|robot|repeated)"/g)].map(
        ([, code]) => code,
      ),
    );
    expect(codes.length).toBeGreaterThan(8);
    for (const code of codes) expect(keys).toContain(`submit.error.${code}`);
  });
});
