import type { Locale } from "../i18n/locales.ts";
import { type PracticeView, toPracticeView } from "../practice/view.ts";
import type { Submitted } from "./form.ts";

/** A practice that is not stored yet, as its readers will get it. */
export function previewOf({ practice, language }: Pick<Submitted, "practice" | "language">): PracticeView {
  const slugs: Record<Locale, string> = { it: "", fr: "", sv: "", en: "" };
  const now = new Date().toISOString();
  return toPracticeView(practice, { id: "", slugs, revision: 0, publishedAt: null, updatedAt: now }, language);
}
