import { type DeskAction, type Member, may } from "../desk/rights.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";

// The one list of all that waits at the desk: its kinds, its filters and their form in an address. Pure, never throws.

/** What somebody can look after: the kinds of a WorkItem. */
export const workKinds = ["practice", "proposal", "message", "term", "confirmation", "translation"] as const;
export type WorkKind = (typeof workKinds)[number];

/** What somebody must be allowed to do to something before they can be at it or look after it. */
export const workRight = {
  practice: "practice.decide",
  proposal: "practice.decide",
  message: "message.decide",
  term: "term.decide",
  confirmation: "confirmation.decide",
  translation: "translation.write",
} as const satisfies Record<WorkKind, DeskAction>;

/** What stands in the queue, and what it takes to act on it: whoever may not, does not see it there. */
const rightOf = {
  practice: "practice.decide",
  /** A contributor's last word about a practice that is not in the queue itself. */
  comment: "practice.comment",
  proposal: "practice.decide",
  question: "message.decide",
  experience: "message.decide",
  barrier: "message.decide",
  report: "message.decide",
  tip: "message.decide",
  term: "term.decide",
  confirmation: "confirmation.decide",
} as const satisfies Record<string, DeskAction>;
export type QueueKind = keyof typeof rightOf;
export const queueKinds = Object.keys(rightOf) as [QueueKind, ...QueueKind[]];

/** The kinds that somebody may act on. */
export const kindsFor = (member: Pick<Member, "role" | "languages">): QueueKind[] =>
  queueKinds.filter((kind) => may(member, rightOf[kind]));

/** Whose turn it is: ours, the contributor's, the clock's, nobody's any more. */
export const queueStates = ["waiting", "with-contributor", "scheduled", "decided"] as const;
export type QueueState = (typeof queueStates)[number];

export const assignments = ["me", "nobody", "somebody"] as const;
export const queueSorts = ["oldest", "newest", "due"] as const;
type QueueSort = (typeof queueSorts)[number];

export type QueueFilters = {
  kind?: QueueKind;
  state: QueueState;
  language?: Locale;
  assigned?: (typeof assignments)[number];
  overdue: boolean;
  q: string;
  sort: QueueSort;
  page: number;
};

export const longestQueueQuery = 100;

/** What waits longest comes first; of what is done, the last. */
const usualSort = (state: QueueState): QueueSort => (state === "decided" ? "newest" : "oldest");

/** What is shown without a choice. */
export const wholeQueue: QueueFilters = { state: "waiting", overdue: false, q: "", sort: "oldest", page: 1 };

const oneOf = <T extends string>(codes: readonly T[], value: string | null): T | undefined =>
  codes.find((code) => code === value);

/** The filters of an address; a value that is not known is left out. */
export function parseQueue(search: URLSearchParams): QueueFilters {
  const state = oneOf(queueStates, search.get("state")) ?? wholeQueue.state;
  const page = Number(search.get("page"));
  return {
    kind: oneOf(queueKinds, search.get("kind")),
    state,
    language: oneOf(locales, search.get("language")),
    assigned: oneOf(assignments, search.get("assigned")),
    overdue: search.get("overdue") === "yes",
    q: readQuery(search.get("q") ?? ""),
    sort: oneOf(queueSorts, search.get("sort")) ?? usualSort(state),
    page: Number.isInteger(page) && page > 1 && page < 100_000 ? page : 1,
  };
}

/** The words to look for: without control characters, and no longer than a title. */
function readQuery(q: string): string {
  const words = q
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return [...words].slice(0, longestQueueQuery).join("").trim();
}

/** The query of filters, without what is usual; empty where all is. */
export function formatQueue({ kind, state, language, assigned, overdue, q, sort, page }: QueueFilters): string {
  const search = new URLSearchParams();
  if (kind) search.set("kind", kind);
  if (state !== wholeQueue.state) search.set("state", state);
  if (language) search.set("language", language);
  if (assigned) search.set("assigned", assigned);
  if (overdue) search.set("overdue", "yes");
  if (q) search.set("q", q);
  if (sort !== usualSort(state)) search.set("sort", sort);
  if (page > 1) search.set("page", String(page));
  return search.toString();
}

/** Whether anything is left out by choice, apart from the order. */
export const isNarrowed = (filters: QueueFilters): boolean =>
  formatQueue({ ...filters, sort: usualSort(filters.state), page: 1 }) !== "";

/** Where something is dealt with. A translation is named by its practice and its language: `caban.sv`. */
export function workPath(locale: Locale, kind: WorkKind, subjectId: string): string {
  const [practice = "", into = ""] = subjectId.split(".");
  const below: Record<WorkKind, string[]> = {
    practice: [subjectId],
    proposal: ["proposals", subjectId],
    message: ["messages", subjectId],
    term: ["words", subjectId],
    confirmation: ["confirmations", subjectId],
    translation: [practice, "translate", into],
  };
  return pathTo(locale, "desk", ...below[kind]);
}

/** How long somebody is taken to be at something after their last step, in minutes. */
const claimMinutes = 30;

/** Until when a claim lasts that is made, or renewed, now. */
export const claimedUntil = (now: Date): Date => new Date(now.getTime() + claimMinutes * 60_000);

/** Whole days between two moments, 0 where it is less than one. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
