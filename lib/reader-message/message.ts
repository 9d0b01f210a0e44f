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
import { type Page, readPath } from "../i18n/routes.ts";
import { countryCode, emailAddress, limits, line, prose, webAddress } from "../practice/practice.ts";
import { isReadingPage } from "../reading-pages.ts";
import { absolute } from "../site.ts";
import { consentVersionsForQuestions } from "../submission/form.ts";

// What readers send in by a short form: its fields, what is wrong with them, and what may become of it. Pure.

export const kinds = ["question", "experience", "barrier", "report", "tip"] as const;
export type Kind = (typeof kinds)[number];

/** The page on which each kind is sent. */
export const pageOf = {
  question: "ask",
  experience: "tried",
  barrier: "barrier",
  report: "report",
  tip: "tip",
} as const satisfies Record<Kind, Page>;

export const states = ["pending", "passed-on", "done", "published", "rejected", "upheld", "dismissed"] as const;
export type State = (typeof states)[number];

export const actions = ["pass-on", "finish", "publish", "reject", "unpublish", "uphold", "dismiss"] as const;
export type Action = (typeof actions)[number];

const transitions: Record<Kind, Partial<Record<State, Partial<Record<Action, State>>>>> = {
  question: { pending: { "pass-on": "done", reject: "rejected" } },
  experience: { pending: { publish: "published", reject: "rejected" }, published: { unpublish: "rejected" } },
  barrier: { pending: { finish: "done", reject: "rejected" } },
  report: { pending: { uphold: "upheld", dismiss: "dismissed" } },
  tip: { pending: { finish: "done", reject: "rejected" } },
};

/** The state that an editor's action leads to, or undefined where it may not be taken. */
export const transition = (kind: Kind, state: State, action: Action): State | undefined =>
  transitions[kind][state]?.[action];

/** What an editor may do with a message in a state. */
export const allowedActions = (kind: Kind, state: State): Action[] =>
  actions.filter((action) => transition(kind, state, action) !== undefined);

/** Whether an action must say why: both sides of a report are told. */
export const needsAnswer = (action: Action): boolean => action === "uphold" || action === "dismiss";

/** What can be wrong with a page, and within how many days whoever says so is told what becomes of it. */
export const answerDays = {
  wrong: 30,
  outdated: 30,
  inappropriate: 14,
  "personal-data": 7,
  copyright: 14,
  accessibility: 30,
} as const;
export type Reason = keyof typeof answerDays;
export const reasons = Object.keys(answerDays) as [Reason, ...Reason[]];

/** Until when a report is to be answered that came in at a moment. */
export const answerDue = (reason: Reason, sentAt: Date): Date =>
  new Date(sentAt.getTime() + answerDays[reason] * 24 * 60 * 60 * 1000);

/** The longest answers, in characters. */
export const messageLimits = {
  text: 5000,
  answer: 5000,
  line: limits.line,
  device: 300,
  page: 1000,
  email: 254,
} as const;

export const outcomes = ["well", "partly", "badly"] as const;

const text = prose(messageLimits.text);
const name = optional(line());
const optionalEmail = optional(z.string().trim().pipe(emailAddress));
/** A page of ours that everyone may read, by its whole address or by its path. */
const ownPage = line(messageLimits.page)
  .transform((page) => reportedPage(page.startsWith(absolute("/")) ? page.slice(absolute("").length) : page))
  .refine((page) => page !== "", "not-our-page");
const choice = <T extends z.ZodType<string, string>>(codes: T) =>
  z.preprocess(blankIsMissing, z.string("required").pipe(codes));

const forms = {
  question: z.object({ text, name, email: requiredEmail, consent: ticked }),
  experience: z.object({
    outcome: choice(z.enum(outcomes, "unknown-code")),
    text,
    country: choice(countryCode),
    place: optional(line()),
    organisation: optional(line()),
    year: optional(year),
    name,
    email: requiredEmail,
    consent: ticked,
  }),
  barrier: z.object({
    page: optional(line(messageLimits.page)),
    text,
    device: optional(line(messageLimits.device)),
    email: optionalEmail,
  }),
  report: z.object({
    reason: choice(z.enum(reasons, "unknown-code")),
    page: optional(ownPage),
    text,
    email: optionalEmail,
  }),
  tip: z.object({
    text,
    page: z.string("required").trim().min(1, "required").max(messageLimits.page, "too-long").pipe(webAddress),
    email: optionalEmail,
  }),
};

/** Of a form that asks for an address alone, and does without. */
const whoWrote = (email: string | undefined) => (email === undefined ? undefined : { name: undefined, email });

const messages = {
  question: forms.question.transform(({ text, name, email }) => ({
    kind: "question" as const,
    text,
    sender: { name, email },
  })),
  experience: forms.experience.transform(({ name, email, year, consent: _, ...told }) => ({
    kind: "experience" as const,
    ...told,
    year: year === undefined ? undefined : Number(year),
    sender: { name, email },
  })),
  barrier: forms.barrier.transform(({ email, ...told }) => ({
    kind: "barrier" as const,
    ...told,
    sender: whoWrote(email),
  })),
  report: forms.report.transform(({ email, ...told }) => ({
    kind: "report" as const,
    ...told,
    sender: whoWrote(email),
  })),
  tip: forms.tip.transform(({ email, ...told }) => ({ kind: "tip" as const, ...told, sender: whoWrote(email) })),
};

/** A message without errors. */
export type Message = z.infer<(typeof messages)[Kind]>;

/** What was typed, field by field, as it was typed. */
export type FormValues = Record<string, string>;

/** What was typed, from a posted form. Anything that is no text, or no field of this kind, is left out. */
export const readValues = (kind: Kind, data: FormData): FormValues =>
  Object.fromEntries(fieldsOf(kind).map((field) => [field, typedText(data.get(field))]));

const fieldsOf = (kind: Kind): string[] => Object.keys(forms[kind].shape);

/**
 * Checks a form.
 * @returns the message it makes, or the first error of every field that has one, in the order of the form
 */
export function parseMessage(kind: Kind, values: FormValues): { message: Message } | { errors: FormErrors } {
  const result = messages[kind].safeParse(values);
  return result.success ? { message: result.data } : { errors: errorsOf(fieldsOf(kind), result.error) };
}

/**
 * Where a question about a practice may be sent: to the first of its contacts who has agreed to get questions, and has
 * confirmed that the address is theirs.
 * @param contacts in their order, without those who were erased
 * @returns an e-mail address that nobody but the mailer may see, or undefined where nobody has agreed
 */
export function addressToAsk(
  contacts: {
    consentBasis: string;
    consentVersion: string | null;
    confirmedAt: Date | null;
    privateEmail: string | null;
    publicEmail: string | null;
  }[],
): string | undefined {
  const agreed = contacts.filter(
    ({ consentBasis, consentVersion, confirmedAt }) =>
      confirmedAt !== null &&
      consentBasis === "given" &&
      consentVersion !== null &&
      consentVersionsForQuestions.includes(consentVersion),
  );
  return (
    agreed.map(({ privateEmail, publicEmail }) => privateEmail ?? publicEmail).find((one) => one !== null) ?? undefined
  );
}

/**
 * The whole address of the page that a reader writes about. Empty where that is no page of ours that
 * everyone may read: a private link is nobody's to pass on.
 */
export function reportedPage(path: unknown): string {
  if (typeof path !== "string" || path.length > messageLimits.page || /[\s\p{Cc}]/u.test(path)) return "";
  const pathname = path.split(/[?#]/)[0] ?? "";
  return readPath(pathname) && isReadingPage(pathname) ? absolute(path) : "";
}

/** Of such an address, the language and the last segment where it is a practice's page. */
export function practiceOfPage(page: string | undefined): { locale: Locale; slug: string } | undefined {
  const named = page === undefined ? undefined : readPath(new URL(page).pathname);
  const [slug, ...more] = named?.below ?? [];
  return named?.page === "catalogue" && slug && more.length === 0 ? { locale: named.locale, slug } : undefined;
}
