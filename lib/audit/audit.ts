// What the audit log knows of: its words, and nothing about people but ids. Pure.

/** Who acted. A contributor and a contact have no id: their subject is enough. */
export type AuditActor =
  | { kind: "editor"; id: string }
  | { kind: "contributor" | "contact" | "reader" | "system"; id?: undefined };

/** What is done to which kind of subject. Each has its words (messages: log.action). */
export const auditActions = {
  practice: [
    "save",
    "translate",
    "comment",
    "read",
    "assign",
    "restore",
    "forget",
    "submit",
    "resubmit",
    "withdraw",
    "publish",
    "schedule",
    "schedule-missed",
    "ask-changes",
    "reject",
    "mark-duplicate",
    "unpublish",
    "reopen",
  ],
  proposal: ["send", "withdraw", "accept", "reject", "assign"],
  message: ["send", "assign", "pass-on", "finish", "publish", "reject", "unpublish", "uphold", "dismiss"],
  confirmation: ["ask", "remind", "answer", "handle", "assign"],
  contact: ["change", "confirm", "erase", "withdraw", "send-link"],
  submission: ["answer", "erase"],
  news: ["save"],
  term: ["propose", "accept", "reject", "assign"],
  wish: ["delete"],
  member: ["invite", "invite-again", "change", "remove", "set-up-code", "reset-code"],
  session: ["begin", "code", "end"],
  job: ["enqueue", "retry"],
} as const;
export type SubjectKind = keyof typeof auditActions;
export const subjectKinds = Object.keys(auditActions) as SubjectKind[];
type AuditAction = { [Kind in SubjectKind]: `${Kind}.${(typeof auditActions)[Kind][number]}` }[SubjectKind];

/** What entries tell of. Each has its name (messages: log.field). */
export const auditFields = [
  "state",
  "revision",
  "kind",
  "changed",
  "restored",
  "checklist",
  "comments",
  "fields",
  "duplicateOf",
  "publishAt",
  "locale",
  "part",
  "step",
  "practiceId",
  "baseRevision",
  "answer",
  "reason",
  "concept",
  "consentVersion",
  "confirmed",
  "role",
  "languages",
  "renamed",
  "assignee",
  "job",
  "url",
] as const;
type AuditField = (typeof auditFields)[number];

type Value = string | number | boolean | null | Value[];

/**
 * One entry of the log. `before` and `after` hold codes, numbers, ids and paths of what changed, never what people are
 * called or reached by: entries outlive them.
 */
export type AuditRecord = {
  actor: AuditActor;
  /** What was done, as subject.verb: practice.publish, member.invite. */
  action: AuditAction;
  subjectId: string;
  before?: Partial<Record<AuditField, Value>>;
  after?: Partial<Record<AuditField, Value>>;
};
