import { z } from "zod";
import { emailAddress } from "./practice/practice.ts";

// What every form for readers does alike with what was typed. Pure. Errors are codes (messages: submit.error).

/** The error of each field that has one, as a code. */
export type FormErrors = Record<string, string>;

/** A posted field as it was typed, with plain line breaks; empty where it is no text. */
export const typedText = (value: FormDataEntryValue | null): string =>
  typeof value === "string" ? value.toWellFormed().slice(0, 50_000).replaceAll("\r\n", "\n") : "";

const isBlank = (value: unknown) => typeof value === "string" && value.trim() === "";
export const blankIsMissing = (value: unknown) => (isBlank(value) ? undefined : value);

/** A field that may be left empty. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsMissing, schema.optional());

/** A year of four digits, from 1950. */
export const year = z
  .string()
  .trim()
  .regex(/^(19[5-9]\d|20\d\d)$/, "not-a-year");

/** An e-mail address that must be given. */
export const requiredEmail = z.string("required").trim().min(1, "required").pipe(emailAddress);

/** A box that must be ticked. */
export const ticked = z.preprocess(blankIsMissing, z.string("required"));

/** The first error of every field that has one, in the order of the form. */
export function errorsOf(fields: string[], { issues }: z.ZodError): FormErrors {
  const errors: FormErrors = {};
  for (const field of fields) {
    const issue = issues.find(({ path }) => path[0] === field);
    if (issue) errors[field] = issue.message;
  }
  return errors;
}
