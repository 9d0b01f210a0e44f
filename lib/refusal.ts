/** What a command answers where it may not do what was asked: a code, put into words where it is shown. */
export class Refusal extends Error {
  constructor(readonly code: "not-found" | "not-allowed" | "conflict" | "message-missing" | "too-many" | "too-slow") {
    super(code);
  }
}
