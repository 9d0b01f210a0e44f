import { parseForm, readValues, type Submitted } from "../../lib/submission/form.ts";

/** What a contributor types, and a test's changes to it. */
export type Typed = Record<string, string | string[]>;

export const typed: Typed = {
  language: "it",
  title: "Bussola digitale",
  summary: "Uno sportello in biblioteca.",
  description: "Ogni sabato, in biblioteca.",
  country: ["IT"],
  theme: ["basic-skills", "e-services"],
  organisation: "Biblioteca di Ostuni",
  contactName: "Ada Bianchi",
  contactEmail: "ada@biblioteca.example",
  consent: "yes",
};

/** The form as a browser posts it: every field of the page is there, filled in or empty. */
export function posted(over: Typed = {}): FormData {
  const data = new FormData();
  const fields = [
    ...["language", "title", "summary", "description", "place", "organisation", "organisationType", "startYear"],
    ...["endYear", "costs", "results", "benefits", "constraints", "advice", "nextSteps", "website", "contactName"],
    ...["contactEmail", "website2"],
  ];
  const values: Typed = { ...Object.fromEntries(fields.map((field) => [field, ""])), ...typed, ...over };
  for (const [field, value] of Object.entries(values)) {
    for (const one of [value].flat()) data.append(field, one);
  }
  return data;
}

/** A form without errors, as the commands get it. */
export function aSubmission(over: Typed = {}): Submitted {
  const result = parseForm(readValues(posted(over)), "2026-11-22");
  if ("errors" in result) throw new Error(JSON.stringify(result.errors));
  return result.submitted;
}
