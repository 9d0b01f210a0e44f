// What the audit log knows of: its words, and nothing about people but ids. Pure.

/** Who acted. A contributor and a contact have no id: their subject is enough. */
export type AuditActor =
  | { kind: "editor"; id: string }
  | { kind: "contributor" | "contact" | "reader" | "system"; id?: undefined };

export const subjectKinds = [
  "practice",
  "proposal",
  "message",
  "confirmation",
  "contact",
  "submission",
  "news",
  "term",
  "wish",
  "member",
  "session",
  "job",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

/**
 * One entry of the log. `before` and `after` hold codes, numbers, ids and paths of what changed, never what people are
 * called or reached by: entries outlive them.
 */
export type AuditRecord = {
  actor: AuditActor;
  /** What was done, as subject.verb: practice.publish, member.invite. */
  action: `${SubjectKind}.${string}`;
  subjectId: string;
  before?: { [name: string]: Value };
  after?: { [name: string]: Value };
};
