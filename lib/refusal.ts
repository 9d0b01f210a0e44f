/** What a command answers where it may not do what was asked: a code, put into words where it is shown. */
export class Refusal extends Error {
  constructor(
    readonly code:
      | "not-found"
      | "not-allowed"
      | "conflict"
      | "draft-changed"
      | "message-missing"
      | "checklist-missing"
      | "no-duplicate"
      | "too-many"
      | "too-slow"
      | "not-valid"
      | "last-administrator"
      | "yourself"
      | "text-missing"
      | "text-changed"
      | "title-missing",
  ) {
    super(code);
  }
}
