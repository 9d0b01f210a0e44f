import type { DeskAction } from "../../lib/desk/rights.ts";

// Every page of the desk, with what one must be allowed to see it and to send its forms: what tests/e2e/rights.spec.ts
// tries with every role. A new page of the desk is added here; the test finds its forms by itself.

/** What the pages are about: ids of a site that has one of each. */
export type DeskSubjects = {
  /** One that waits for a decision. */
  practice: string;
  published: string;
  message: string;
  proposal: string;
  confirmation: string;
  term: string;
  news: string;
  person: string;
};

export type DeskPage = {
  name: string;
  below: (ids: DeskSubjects) => string[];
  right: DeskAction;
  /** Of its forms that ask for another right: a field or button by which each is known. The first that fits counts. */
  forms?: { holds: string; right: DeskAction }[];
};

/** The forms of whoever is at something and looks after it, wherever they stand. */
const work = [
  { holds: "to", right: "queue.assign" },
  { holds: "subjectId", right: "queue.claim" },
] as const;

export const deskPages: DeskPage[] = [
  { name: "queue", below: () => [], right: "queue.read" },
  {
    ...{ name: "decision", below: ({ practice }) => [practice], right: "practice.read" },
    forms: [
      { holds: "action", right: "practice.decide" },
      { holds: "intent", right: "practice.edit" },
      { holds: "person", right: "person.read" },
      { holds: "comment", right: "practice.comment" },
      ...work,
    ],
  },
  {
    ...{ name: "published practice", below: ({ published }) => [published], right: "practice.read" },
    forms: [
      { holds: "action", right: "practice.decide" },
      { holds: "intent", right: "practice.edit" },
      { holds: "person", right: "person.read" },
      { holds: "comment", right: "practice.comment" },
      ...work,
    ],
  },
  {
    ...{ name: "revisions", below: ({ published }) => [published, "revisions"], right: "practice.read" },
    forms: [{ holds: "number", right: "practice.restore" }],
  },
  {
    ...{ name: "revision", below: ({ published }) => [published, "revisions", "1"], right: "practice.read" },
    forms: [{ holds: "number", right: "practice.restore" }],
  },
  { name: "editing", below: ({ practice }) => [practice, "edit"], right: "practice.edit" },
  {
    ...{ name: "translation", below: ({ published }) => [published, "translate", "sv"], right: "translation.write" },
    forms: [...work],
  },
  { name: "new practice", below: () => ["new"], right: "practice.enter" },
  { name: "translations", below: () => ["translations"], right: "translation.write" },
  { name: "freshness", below: () => ["translations", "freshness"], right: "practice.read" },
  { name: "message", below: ({ message }) => ["messages", message], right: "message.read", forms: [...work] },
  { name: "proposal", below: ({ proposal }) => ["proposals", proposal], right: "practice.decide", forms: [...work] },
  {
    ...{ name: "confirmation", below: ({ confirmation }) => ["confirmations", confirmation] },
    ...{ right: "confirmation.decide", forms: [...work] },
  },
  { name: "news", below: () => ["news"], right: "news.edit" },
  { name: "new news item", below: () => ["news", "new"], right: "news.edit" },
  { name: "news item", below: ({ news }) => ["news", news], right: "news.edit" },
  { name: "words", below: () => ["words"], right: "term.decide" },
  { name: "word", below: ({ term }) => ["words", term], right: "term.decide", forms: [...work] },
  { name: "wishes", below: () => ["wishes"], right: "message.read", forms: [{ holds: "id", right: "wish.delete" }] },
  { name: "links", below: () => ["links"], right: "link.read", forms: [{ holds: "url", right: "link.check" }] },
  { name: "jobs", below: () => ["jobs"], right: "job.read", forms: [{ holds: "name", right: "job.retry" }] },
  { name: "people", below: () => ["people"], right: "people.read" },
  { name: "invitation", below: () => ["people", "invite"], right: "people.change" },
  { name: "person", below: ({ person }) => ["people", person], right: "people.change" },
  { name: "log", below: () => ["log"], right: "audit.read" },
  { name: "sessions", below: () => ["sessions"], right: "session.own" },
];

/** What of the desk is no page: a path below the desk's, how it is asked, and what one must be allowed. */
export const deskRoutes: { below: string[]; method: "GET" | "POST"; right: DeskAction }[] = [
  { below: ["log", "export"], method: "GET", right: "audit.read" },
  { below: ["reading-level"], method: "POST", right: "session.own" },
  { below: ["paste"], method: "POST", right: "session.own" },
];
