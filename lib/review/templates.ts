// Answers that editors give again and again; their texts stand in messages/ under `template`. Pure.

export const templates = [
  "thanks-published",
  "more-about-results",
  "source-missing",
  "personal-data",
  "too-short",
  "not-a-practice",
  "plain-language",
  "duplicate",
] as const;
export type Template = (typeof templates)[number];
