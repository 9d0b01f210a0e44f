import compile from "icu-minify/compile";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { auditActions, auditFields, subjectKinds } from "@/lib/audit/audit";
import { answers } from "@/lib/contact/answer";
import { plainWordsErrors } from "@/lib/desk/plain-words";
import { roles } from "@/lib/desk/rights";
import { parts as editingParts, labelled } from "@/lib/editing/fields";
import { errorCodes } from "@/lib/editing/form";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { jobNames } from "@/lib/job/job";
import { reasons, standings } from "@/lib/link-check/outcome";
import { newsKinds, newsStates } from "@/lib/news/news";
import { obstacleGroupNames } from "@/lib/obstacle/obstacle";
import { facetCodes, facetNames, sorts } from "@/lib/practice/filters";
import { actions, states } from "@/lib/practice/rules";
import * as vocabulary from "@/lib/practice/vocabulary";
import { proposalStates } from "@/lib/proposal/proposal";
import { assignments, queueKinds, queueSorts, queueStates } from "@/lib/queue/queue";
import * as readerMessage from "@/lib/reader-message/message";
import { checklist } from "@/lib/review/checklist";
import { templates } from "@/lib/review/templates";
import { revisionKinds } from "@/lib/revision/changes";
import { choices, questions } from "@/lib/situation/situation";
import { tableNames } from "@/lib/statistics/tables";
import { termKinds, termStates } from "@/lib/term/term";
import * as translationForm from "@/lib/translation/form";
import * as translationState from "@/lib/translation/state";
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
  it: ["site.name", "site.feed", "role.partner", "scope.online", "practice.sourceLanguage", "log.no"],
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
    ...["newsDesk.field.source", "newsDesk.sourceNumber"],
  ],
  sv: [
    ...["site.name", "catalogue.name.status", "facets.status", "role.partner", "output.guide", "practice.status"],
    ...["practice.author", "newsDesk.field.body"],
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
const everyForm = [
  ...["lib/form-fields.ts", "lib/form-guard/ticket.ts", "lib/form-guard/send-once.ts"],
  "lib/practice/practice.ts",
];
const refused = (path: string) =>
  path.startsWith("lib/submission/") || path.includes("/submit/") || everyForm.includes(path);
const refusedMessages = (path: string) => path.startsWith("lib/reader-message/") || everyForm.includes(path);
const refusedContacts = (path: string) => path.startsWith("lib/contact/") || everyForm.includes(path);
const deskRefusals = (path: string) => path === "lib/refusal.ts" || /\/desk\/(?:sign-in\/)?actions/.test(path);

const peopleRefusals = (path: string) =>
  /^lib\/(?:people\/\w+|refusal|practice\/practice)\.ts$/.test(path) || path.includes("/desk/people/actions");

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
  "app/[locale]/desk/[id]/revisions/[number]/page.tsx": {
    "`kind.${found.kind}`": under("revision.kind", revisionKinds),
  },
  "app/[locale]/desk/news/[id]/page.tsx": { "`state.${known.state}`": under("newsDesk.state", newsStates) },
  "app/[locale]/desk/news/page.tsx": { "`done.${state}`": under("newsDesk.done", newsStates) },
  "app/[locale]/desk/words/[id]/page.tsx": {
    "`word.kinds.${term.kind}`": under("word.kinds", termKinds),
    "`wordDesk.state.${term.state}`": under("wordDesk.state", termStates),
  },
  "app/[locale]/desk/words/page.tsx": {
    "`done.${done}`": under("wordDesk.done", termStates),
    "`empty.${state}`": under("wordDesk.empty", termStates),
    "`list.${state}`": under("wordDesk.list", termStates),
  },
  "components/news/news-form.tsx": {
    "`audience.${code}`": under("audience", audiences),
    "`news.${code}`": under("news", newsKinds),
    "`newsDesk.error.${form.error}`": below("newsDesk.error"),
    "`newsDesk.field.${field}`": below("newsDesk.field"),
    "`newsDesk.field.${known}`": under("newsDesk.field", ["title", "summary", "body", "source"]),
    "`newsDesk.field.${label}`": under("newsDesk.field", ["title", "summary", "body", "results", "unit"]),
    "`newsDesk.source.${name}`": under("newsDesk.source", ["publisher", "title", "url", "language"]),
    "`submit.error.${errors[name]}`": given("submit.error", refused),
  },
  "components/news/news-table.tsx": {
    "`news.${item.kind}`": under("news", newsKinds),
    "`newsDesk.state.${item.state}`": under("newsDesk.state", newsStates),
  },
  "components/revision/changed-list.tsx": { key: [...below("field"), ...under("section", vocabulary.sections)] },
  "components/revision/public-history.tsx": {
    "`decision.${change.action}`": under("history.decision", ["publish", "unpublish"]),
    "`kind.${change.kind}`": under("history.kind", revisionKinds),
  },
  "components/revision/restore-form.tsx": { "`error.${error}`": below("revision.error") },
  "components/revision/revision-table.tsx": {
    name: under("revision", ["from", "to"]),
    "`kind.${kind}`": under("revision.kind", revisionKinds),
  },
  "components/term/term-decision.tsx": {
    "`error.${answer.error}`": below("wordDesk.error"),
    "`help.${term.kind}`": under("wordDesk.help", termKinds),
  },
  "components/term/term-form.tsx": { "`kinds.${code}`": under("word.kinds", termKinds) },
  "components/term/term-list.tsx": { "`kinds.${kind}`": under("word.kinds", termKinds) },
  "app/[locale]/desk/messages/[id]/page.tsx": {
    "`desk.messageState.${message.state}`": under("desk.messageState", readerMessage.states),
    "`queue.kind.${message.kind}`": under("queue.kind", readerMessage.kinds),
  },
  "app/[locale]/desk/page.tsx": {
    "`desk.state.${state}`": under("desk.state", states),
    "`desk.messageState.${message}`": under("desk.messageState", readerMessage.states),
    "`queue.state.${filters.state}`": under("queue.state", queueStates),
  },
  "app/[locale]/desk/people/page.tsx": { "`done.${done}`": below("people.done") },
  "app/[locale]/contact/[token]/page.tsx": { "`done.${justDone}`": below("contact.done") },
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
  "app/[locale]/desk/[id]/translate/[into]/page.tsx": {
    "`error.${answer.error}`": below("translation.error"),
    "`done.${done}`": under("translation.done", translationForm.intents),
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
  "components/contact/contact-form.tsx": { "`error.${code}`": given("submit.error", refusedContacts) },
  "components/contact/yearly-question.tsx": { "`contact.answer.${code}`": under("contact.answer", answers) },
  "components/desk/checklist.tsx": {
    "`checklist.${point}`": under("checklist", checklist),
    "`checklist.${point}Help`": checklist.map((point) => `checklist.${point}Help`),
  },
  "components/desk/confirmation-details.tsx": { "`contact.answer.${answer}`": under("contact.answer", answers) },
  "components/desk/erase-person.tsx": {
    "`error.${error}`": below("contactDesk.error"),
    "`done.${done}`": below("contactDesk.done"),
  },
  "components/desk/decision-duplicate.tsx": {
    "`desk.state.${state}`": under("desk.state", states),
    "`review.reason.${reason}`": below("review.reason"),
  },
  "components/desk/decision-evidence.tsx": {
    "`evidence.${level}`": under("evidence", evidenceLevels),
    "`review.level.${level}`": under("review.level", evidenceLevels),
  },
  "components/desk/decision-form.tsx": {
    "`desk.error.${answer.error}`": given("desk.error", (path) => deskRefusals(path) || path === "lib/review/form.ts"),
    "`checklist.${point}`": under("checklist", checklist),
    "`desk.${one}`": under("desk", ["publish", "submit", "ask-changes", "reject", "unpublish", "reopen"]),
  },
  "components/desk/decision-head.tsx": {
    "`desk.state.${state}`": under("desk.state", states),
    'done ? `review.${done}` : "review.inserted"': under("review", [
      "written",
      "timeSet",
      "timeTaken",
      "markedRead",
      "inserted",
    ]),
  },
  "components/desk/decision-message.tsx": { "`template.${code}`": under("template", templates) },
  "components/desk/field-words.ts": {
    key: [...below("field"), ...under("section", vocabulary.sections)],
    "`${space}.${code}`": [
      ...below("field"),
      ...coded,
      ...under("practice", [...vocabulary.alternativeTitleKinds, ...vocabulary.indicatorKinds]),
      ...under("practice.frequency", vocabulary.fundingFrequencies),
      ...under("delivery", [
        ...vocabulary.deliveryFormats,
        ...vocabulary.deliverySettings,
        ...vocabulary.deliveryPrices,
      ]),
      ...under("fundingKind", vocabulary.fundingKinds),
      ...under("kind", vocabulary.kinds),
      ...under("output", vocabulary.outputKinds),
      ...under("placeRole", vocabulary.placeRoles),
      ...under("relation", vocabulary.relationKinds),
      ...under("role", vocabulary.organisationRoles),
      ...under("scope", vocabulary.scopes),
      ...under("size", vocabulary.organisationSizes),
    ],
  },
  "components/desk/desk-nav.tsx": {
    "part.name": below("deskNav").filter((key) => key !== "deskNav.label"),
    "current.name": below("deskNav").filter((key) => key !== "deskNav.label"),
  },
  "components/desk/log-words.ts": {
    key: [
      ...subjectKinds.flatMap((kind) => under(`log.action.${kind}`, auditActions[kind])),
      ...under("log.actor", ["editor", "contributor", "contact", "reader", "system"]),
      ...under("log.kind", subjectKinds),
      ...under("log.field", auditFields),
      ...under("log.step", ["draft", "drop-draft", "review", "still-right"]),
      ...under("desk.state", states),
      ...under("desk.messageState", readerMessage.states),
      ...under("proposal.state", proposalStates),
      ...under("newsDesk.state", newsStates),
      ...under("wordDesk.state", termStates),
      ...under("word.kinds", termKinds),
      ...under("queue.kind", readerMessage.kinds),
      ...under("contact.answer", answers),
      ...under("report.is", readerMessage.reasons),
      ...under("checklist", checklist),
      ...under("revision.kind", revisionKinds),
      ...under("people.roleName", roles),
      ...under("job.name", jobNames),
    ],
  },
  "components/desk/people-form.tsx": {
    "`error.${code}`": given("people.error", peopleRefusals),
    "`error.${answer.error}`": given("people.error", peopleRefusals),
    "`roleText.${code}`": under("people.roleText", roles),
  },
  "components/desk/people-table.tsx": {
    "`roleName.${person.role}`": under("people.roleName", roles),
    "`code.${person.code}`": below("people.code"),
  },
  "components/desk/plain-words-form.tsx": {
    "`plainWordsError.${error}`": under("desk.plainWordsError", plainWordsErrors),
  },
  "components/desk/plain-words-notice.tsx": {
    "`plainWordsError.${error}`": under("desk.plainWordsError", plainWordsErrors),
  },
  "components/desk/history.tsx": { "`did.${entry.action}`": under("desk.did", [...actions, "unschedule"]) },
  "components/desk/job-tables.tsx": {
    "`name.${job.name}`": under("job.name", jobNames),
    "`text.${job.name}`": under("job.text", jobNames),
  },
  "components/desk/link-table.tsx": {
    "`show.${one}`": under("link.show", standings),
    "`found.${reasonOf(link)}`": under("link.found", reasons),
  },
  "components/desk/message-decision.tsx": {
    "`desk.${help}`": under("desk", ["passOnHelp", "publishHelp"]),
    "`desk.${one}`": under("desk", readerMessage.actions),
  },
  "components/desk/message-details.tsx": {
    "`tried.${outcome}`": under("tried", readerMessage.outcomes),
    "`report.is.${message.reason}`": under("report.is", readerMessage.reasons),
  },
  "components/desk/proposal-decision.tsx": {
    "`proposal.error.${answer.error}`": under("proposal.error", [
      ...["conflict", "message-missing", "not-allowed", "not-found", "too-long"],
    ]),
  },
  "components/desk/proposal-head.tsx": { "`state.${state}`": under("proposal.state", proposalStates) },
  "components/desk/queue-filters.tsx": {
    "`kind.${code}`": under("queue.kind", queueKinds),
    "`state.${code}`": under("queue.state", queueStates),
    "`assigned.${code}`": under("queue.assigned", assignments),
    "`sort.${code}`": under("queue.sort", queueSorts),
  },
  "components/desk/queue-list.tsx": {
    "`desk.state.${code}`": under("desk.state", states),
    "`desk.messageState.${code}`": under("desk.messageState", readerMessage.states),
    "`queue.decision.${code}`": below("queue.decision"),
    "`queue.kind.${row.kind}`": under("queue.kind", queueKinds),
  },
  "components/desk/sign-in-form.tsx": { "`error.${answer.error}`": given("desk.error", deskRefusals) },
  "components/editing/edit-labels.ts": {
    "labelOf(name, field)": [...below("field"), "editing.slug", ...under("section", vocabulary.sections)],
    "`editing.help.${field.help}`": below("editing.help"),
    "`editing.error.${one}`": under("editing.error", errorCodes),
    "`${labels}.${one}`": Object.entries(labelled).flatMap(([labels, codes]) =>
      ["country", "language"].includes(labels) ? [] : under(labels, codes),
    ),
    "`obstacleText.${one}`": under("obstacleText", vocabulary.obstacles),
    "`review.level.${one}`": under("review.level", evidenceLevels),
  },
  "components/editing/edit-notices.tsx": {
    "`part.${part}`": under("editing.part", editingParts),
    "`done.${said}`": under("editing.done", ["saved", "merged", "kept", "discarded"]),
  },
  "components/layout/page-frame.tsx": {
    "label[page]": under("site", ["about", "moderation", "accessibility", "privacy", "openData"]),
  },
  "components/layout/problem-page.tsx": {
    "`${problems[status]}Title`": under("errors", ["forbiddenTitle", "notFoundTitle", "goneTitle", "downTitle"]),
    "`${problems[status]}Text`": under("errors", ["forbiddenText", "notFoundText", "goneText", "downText"]),
  },
  "components/moderation/numbers.tsx": {
    "`moderation.${name}`": under("moderation", [
      ...["received", "published", "changesAsked", "rejected", "takenDown", "duplicates", "upheld", "dismissed"],
    ]),
    "`report.is.${reason}`": under("report.is", readerMessage.reasons),
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
  "components/reader-message/report-form.tsx": { "`report.is.${code}`": under("report.is", readerMessage.reasons) },
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
  "components/submit/conversation.tsx": { "`submit.error.${answer.error}`": given("submit.error", refused) },
  "components/submit/likely-duplicates.tsx": {
    "`reason.${reason}`": under("duplicate.reason", ["title", "address", "organisation-place"]),
  },
  "components/submit/own-proposal.tsx": {
    "`proposalState.${state}`": under("contributor.proposalState", proposalStates),
  },
  "components/submit/questions.ts": {
    "`submit.${name}`": under("submit", story),
    "`submit.${name}Help`": under(
      "submit",
      story.map((name) => `${name}Help`),
    ),
    "`theme.${code}`": under("theme", themes),
    "`audience.${code}`": under("audience", audiences),
    "`organisation.${code}`": under("organisation", organisationTypes),
    "`obstacle.${code}`": under("obstacle", vocabulary.obstacles),
  },
  "components/submit/submission-form.tsx": {
    "`submit.error.${code}`": given("submit.error", refused),
    "`submit.error.${errors[name]}`": given("submit.error", refused),
  },
  "components/submit/submission-review.tsx": {
    "`error.${error}`": under("submit.error", ["expired", "too-fast", "too-many-sent"]),
  },
  "components/submit/submission-state.tsx": {
    state: under("state", states),
    "`next.${next}`": under("state.next", [...states, "withdrawn"]),
  },
  "components/translation/freshness-table.tsx": {
    "`count.${task}`": under("translation.count", ["fresh", ...translationState.tasks]),
  },
  "components/translation/part-form.tsx": { "`translation.error.${answer.error}`": below("translation.error") },
  "components/translation/part-names.ts": {
    "`translation.part.${part}`": below("translation.part"),
    "`section.${part}`": under("section", vocabulary.sections),
  },
  "components/translation/part-state.tsx": {
    "`state.${one.state}`": under("translation.state", translationState.partStates),
  },
  "components/translation/queue-filter.tsx": { "`task.${code}`": under("translation.task", translationState.tasks) },
  "components/translation/translation-queue.tsx": {
    "`task.${task}`": under("translation.task", translationState.tasks),
  },
  "lib/desk/commands.ts": { key: [...below("field"), ...under("section", vocabulary.sections)] },
  "lib/desk/queries.ts": { "`${template}Text`": templates.map((code) => `template.${code}Text`) },
  "lib/mail/letters.ts": {
    "`${kind}Subject`": below("mail").filter((key) => key.endsWith("Subject")),
    kind: given("mail", (path) => /^lib\/(?:desk|people|proposal|submission|reader-message|contact|term)\//.test(path)),
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
