import { z } from "zod";
import {
  blankIsMissing,
  errorsOf,
  type FormErrors,
  optional,
  requiredEmail,
  ticked,
  typedText,
  year,
} from "../form-fields.ts";
import type { Locale } from "../i18n/locales.ts";
import {
  countryCode,
  emailAddress,
  limits,
  line,
  localeCode,
  markdown,
  type PracticeInput,
  practiceInput,
  prose,
  webAddress,
} from "../practice/practice.ts";
import { audiences, obstacles, organisationTypes, themes } from "../practice/vocabulary.ts";

// The submission form: its fields, what is wrong with them, and the practice they make. Pure.

const singleFields = [
  ...["language", "title", "summary", "description", "place", "organisation", "organisationType"],
  ...["startYear", "endYear", "costs", "results", "benefits", "constraints", "advice", "nextSteps"],
  ...["website", "contactName", "contactEmail", "consent", "note"],
] as const;
/** The longest note to the editors, in characters. */
export const noteLimit = 2000;

const repeatedFields = ["country", "theme", "audience", "obstacle"] as const;
type RepeatedField = (typeof repeatedFields)[number];

/** The version of the words that people agree to with `consent`; raise it when they change. */
export const consentVersion = "2026-11-22.2";
/** The same words read out to somebody who agreed by voice. */
const spokenConsentVersion = `${consentVersion} spoken`;
/** Those of its versions that say: readers' questions are passed on by mail. Who agreed to other words gets none. */
export const consentVersionsForQuestions: readonly string[] = ["2026-11-22.2", "2026-11-22.2 spoken"];

/**
 * What the form is for: to put a practice in (or send it again), to correct one that is published, or to enter what was
 * told to an editor. Only the first must have an address.
 */
export type FormKind = "submission" | "correction" | "entry";

/** What was typed, field by field, as it was typed. */
export type FormValues = { [field: string]: string | string[] } & Record<RepeatedField, string[]>;

export const emptyValues: FormValues = { country: [], theme: [], audience: [], obstacle: [] };

/** What was typed, from a posted form. Anything that is no text, or no field of ours, is left out. */
export function readValues(data: FormData): FormValues {
  const values: FormValues = { ...emptyValues };
  for (const field of singleFields) values[field] = typedText(data.get(field));
  for (const field of repeatedFields) values[field] = data.getAll(field).slice(0, 100).map(typedText);
  return values;
}

const codes = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .max(limits.list, "too-many")
    .transform((all) => [...new Set(all)]);

const schemaFor = (kind: FormKind) =>
  z
    .object({
      language: z.preprocess(blankIsMissing, z.string("required").pipe(localeCode)),
      title: line(limits.title),
      summary: markdown(limits.summary),
      description: markdown(limits.section),
      country: codes(countryCode).refine((all) => all.length > 0, "required"),
      place: optional(line(limits.line)),
      organisation: line(limits.line),
      organisationType: optional(z.enum(organisationTypes, "unknown-code")),
      theme: codes(z.enum(themes, "unknown-code")).refine((all) => all.length > 0, "required"),
      audience: codes(z.enum(audiences, "unknown-code")),
      startYear: optional(year),
      endYear: optional(year),
      costs: optional(markdown(limits.section)),
      results: optional(markdown(limits.section)),
      benefits: optional(markdown(limits.section)),
      obstacle: codes(z.enum(obstacles, "unknown-code")),
      constraints: optional(markdown(limits.section)),
      advice: optional(markdown(limits.section)),
      nextSteps: optional(markdown(limits.section)),
      website: z.preprocess(
        // People leave out what browsers add by themselves.
        (value) =>
          typeof value === "string" && value.trim() && !/^[a-z]+:/i.test(value.trim())
            ? `https://${value.trim()}`
            : blankIsMissing(value),
        z.string().trim().pipe(webAddress).optional(),
      ),
      contactName: optional(line(limits.line)),
      contactEmail: kind === "submission" ? requiredEmail : optional(z.string().trim().pipe(emailAddress)),
      consent: ticked,
      note: optional(prose(noteLimit)),
    })
    .refine(
      (form) => {
        const [start, end] = [form.startYear, form.endYear].map((written) => year.safeParse(written).data);
        return !start || !end || end >= start;
      },
      // Checked whatever else is wrong: all errors are told at once.
      { error: "ends-before-start", path: ["endYear"], when: () => true },
    );

const schemas = {
  submission: schemaFor("submission"),
  correction: schemaFor("correction"),
  entry: schemaFor("entry"),
} satisfies Record<FormKind, z.ZodType>;

/**
 * A form without errors: the practice it makes, the language it was written in, its sender, and what a correction says
 * to the editors.
 */
export type Submitted = {
  practice: PracticeInput;
  language: Locale;
  sender: { name?: string; email?: string };
  note?: string;
};

/**
 * Checks a form.
 * @param today the day it was written on, YYYY-MM-DD
 * @returns the practice it makes, or the first error of every field that has one, in the order of the form
 */
export function parseForm(
  values: FormValues,
  today: string,
  kind: FormKind = "submission",
): { submitted: Submitted } | { errors: FormErrors } {
  const schema = schemas[kind];
  const result = schema.safeParse(values);
  if (!result.success) return { errors: errorsOf(Object.keys(schema.shape), result.error) };
  const form = result.data;
  const [country] = form.country;
  const thisYear = today.slice(0, 4);
  const practice = practiceInput.parse({
    kind: "practice",
    originalLocale: form.language,
    countries: form.country,
    themes: form.theme,
    audiences: { direct: form.audience },
    obstacles: form.obstacle.map((code) => ({ code })),
    places: form.place && country ? [{ name: form.place, country }] : [],
    period: { start: form.startYear, end: form.endYear },
    // The form says: leave the end empty while it is running.
    status: form.endYear ? (form.endYear <= thisYear ? "ended" : "running") : form.startYear ? "running" : "unknown",
    organisations: [{ name: form.organisation, roles: ["lead"], type: form.organisationType }],
    links: form.website ? [{ url: form.website }] : [],
    contacts:
      form.contactName || form.contactEmail
        ? [
            {
              name: form.contactName,
              privateEmail: form.contactEmail,
              consent: { basis: "given", version: kind === "entry" ? spokenConsentVersion : consentVersion },
            },
          ]
        : [],
    texts: {
      [form.language]: {
        title: form.title,
        sections: {
          summary: form.summary,
          presentation: form.description,
          costs: form.costs,
          results: form.results,
          benefits: form.benefits,
          constraints: form.constraints,
          advice: form.advice,
          nextSteps: form.nextSteps,
        },
        provenance: { origin: "original", reviewed: true, writtenOn: today },
      },
    },
  });
  return {
    submitted: {
      practice,
      language: form.language,
      sender: { name: form.contactName, email: form.contactEmail },
      note: form.note,
    },
  };
}

/**
 * Why a form cannot be kept unfinished: only what cannot be stored at all. Whatever is missing or wrong is asked for
 * when it is sent.
 */
export function errorsOfKept(values: FormValues): FormErrors {
  const fatal = ["too-long", "too-many", "control-character", "unknown-code"];
  const result = schemas.submission.safeParse(values);
  const errors = result.success ? {} : errorsOf(Object.keys(schemas.submission.shape), result.error);
  const found = Object.entries(errors).filter(([, code]) => fatal.includes(code));
  const unstorable = singleFields.flatMap((field): [string, string][] => {
    const issue = prose()
      .safeParse(values[field])
      .error?.issues.find(({ message }) => fatal.includes(message));
    return issue ? [[field, issue.message]] : [];
  });
  return Object.fromEntries([...unstorable, ...found]);
}

/** What is kept of a form that is not finished: all but the consent, which is asked for when it is sent. */
export function toKept(values: FormValues): FormValues {
  const { consent: _, ...kept } = values;
  return { ...emptyValues, ...kept };
}

/** The form as it was filled in, from the practice it made: to change it and send it again. */
export function toValues(practice: PracticeInput): FormValues {
  const text = practice.texts[practice.originalLocale];
  const [contact, organisation] = [practice.contacts[0], practice.organisations[0]];
  const { presentation, ...sections } = text?.sections ?? {};
  return {
    ...emptyValues,
    ...sections,
    language: practice.originalLocale,
    title: text?.title ?? "",
    description: presentation ?? "",
    country: practice.countries,
    theme: practice.themes,
    audience: practice.audiences.direct,
    obstacle: practice.obstacles.map(({ code }) => code),
    place: practice.places[0]?.name ?? "",
    organisation: organisation?.name ?? "",
    organisationType: organisation?.type ?? "",
    startYear: practice.period.start?.slice(0, 4) ?? "",
    endYear: practice.period.end?.slice(0, 4) ?? "",
    website: practice.links[0]?.url ?? "",
    contactName: contact?.name ?? "",
    contactEmail: contact?.privateEmail ?? "",
  };
}
