import { z } from "zod";
import { roles } from "../desk/rights.ts";
import { errorsOf } from "../form-fields.ts";
import { locales } from "../i18n/locales.ts";
import { emailAddress } from "../practice/practice.ts";

// What the desk asks about a person who works there. Pure. Errors are codes (messages: people.error).

const editable = {
  name: z.string("required").trim().min(1, "required").max(100, "too-long"),
  role: z.enum(roles, "required"),
  /** Of a translator: what they translate into. Whoever else: all languages are theirs. */
  languages: z.array(z.enum(locales, "language-missing")).max(locales.length, "language-missing"),
  /** Of their mails. */
  locale: z.enum(locales, "required"),
};

type Written = { role: (typeof roles)[number]; languages: readonly string[] };
const hasLanguage = ({ role, languages }: Written) => role !== "translator" || languages.length > 0;
const languageMissing = { path: ["languages"], error: "language-missing" };
/** Languages are kept for translators alone: of others they would say nothing. */
const ofTranslators = <P extends Written>(person: P) =>
  person.role === "translator" ? person : { ...person, languages: [] };

/** What can be changed of somebody. */
export const personSchema = z.object(editable).refine(hasLanguage, languageMissing).transform(ofTranslators);
export type Person = z.infer<typeof personSchema>;

/** Somebody who is invited. */
export const invitationSchema = z
  .object({ ...editable, email: z.string("required").trim().min(1, "required").pipe(emailAddress) })
  .refine(hasLanguage, languageMissing)
  .transform(ofTranslators);
export type Invitation = z.infer<typeof invitationSchema>;

/** The fields of the forms about a person, in their order. */
const personFields = ["name", "email", "role", "languages", "locale", "confirmed"] as const;
type PersonField = (typeof personFields)[number];

/** What was typed into such a form, whatever it is: what the schemas above are asked about. */
export type TypedPerson = { name: string; email: string; role: string; locale: string; languages: string[] };

export function readPerson(data: FormData): TypedPerson {
  const typed = (name: string) =>
    String(data.get(name) ?? "")
      .toWellFormed()
      .slice(0, 300);
  return {
    ...{ name: typed("name"), email: typed("email"), role: typed("role"), locale: typed("locale") },
    languages: data.getAll("languages").map(String).slice(0, 10),
  };
}

/** What such a form shows after it was refused: errors of its fields, or why the command would not. */
export type PersonAnswer = { typed?: TypedPerson; errors?: Partial<Record<PersonField, string>>; error?: string };

/** The first error of every field that has one, as a code (messages: people.error). */
export const personErrors = (error: z.ZodError): PersonAnswer["errors"] =>
  errorsOf([...personFields], error) as PersonAnswer["errors"];

/** How long an invitation works. */
export const invitationDays = 7;
