import { z } from "zod";
import { locales } from "../i18n/locales.ts";
import * as codes from "./vocabulary.ts";

// PracticeInput: the one shape that files, the form and imports become before a command sees them.
// Error messages are codes; they are put into words where they are shown.

/** The longest text a field may hold, in characters; lists in items, the version in plain words in words. */
export const limits = { title: 160, line: 300, summary: 600, section: 20_000, list: 60, plainWords: 150 } as const;

/** One line of text, trimmed, without control characters and what neither Postgres nor XML can hold. */
export const line = (max: number = limits.line) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .max(max, "too-long")
    .regex(/^[^\p{Cc}\p{Cs}\p{NChar}]*$/u, "control-character");

/** Text of any number of lines, trimmed; of control characters only line breaks and tabs. */
export const prose = (max: number = limits.section) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .max(max, "too-long")
    .regex(/^(?:[^\p{Cc}\p{Cs}\p{NChar}]|[\n\r\t])*$/u, "control-character");

// What a Markdown reader needs minutes for, and nobody writes: lists and quotes more than ten deep (a line of dashes or
// asterisks is a rule, not a nest), or hundreds of signs that might begin emphasis, a link or code.
const nestedDeeply = /^(?![ \t]*([-*])(?:[ \t]*\1)*[ \t]*$)(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){11}/m;
const mostMarks = 500;
const isMarkedUp = (text: string) => nestedDeeply.test(text) || (text.match(/[*_[\]<`~]/g)?.length ?? 0) > mostMarks;

/** Text that is read as Markdown, with no more marks than a text can have use for. */
export const markdown = (max: number = limits.section) => prose(max).refine((text) => !isMarkedUp(text), "too-marked");

const list = <T extends z.ZodType>(item: T) => z.array(item).max(limits.list, "too-many").default([]);

const once = (all: string[]) => new Set(all).size === all.length;
const codeList = <T extends readonly [string, ...string[]]>(values: T) =>
  list(z.enum(values, "unknown-code")).refine(once, "repeated");
/** The same, but at least one. */
const someCodes = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .array(z.enum(values, "unknown-code"), "required")
    .min(1, "required")
    .max(limits.list, "too-many")
    .refine(once, "repeated");

export const localeCode = z.enum(locales, "unknown-code");
export const countryCode = z.enum(codes.countries, "unknown-code");

/** One short text in as many of the four languages as there are. */
export const localised = z
  .partialRecord(localeCode, line())
  .refine((texts) => Object.keys(texts).length > 0, "required");
export type Localised = z.infer<typeof localised>;

/** The same for a few sentences. */
const passage = z
  .partialRecord(localeCode, line(limits.summary))
  .refine((texts) => Object.keys(texts).length > 0, "required");

/** ISO 8601 with reduced precision: 2010, 2010-05 or 2010-05-03. The form carries the precision. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "not-a-date")
  .refine((date) => {
    if (date.length < 10) return true;
    const day = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
  }, "not-a-date")
  .refine((date) => Number(date.slice(0, 4)) >= 1950 && Number(date.slice(0, 4)) <= 2100, "not-a-date");

/** A whole web address; other schemes (javascript:, data:) are refused. */
export const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "not-an-address" })
  .regex(/^[^\s\p{Cc}\p{Cs}\p{NChar}]*$/u, "not-an-address")
  .max(1000, "too-long");

export const emailAddress = z.email("not-an-email").max(254, "too-long");

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not-a-slug")
  .max(80, "too-long");

const language = z.string().regex(/^[a-z]{2,3}$/, "unknown-code");
const age = z.int().min(0, "out-of-range").max(120, "out-of-range");
const amount = z.int().min(0, "out-of-range").max(Number.MAX_SAFE_INTEGER, "out-of-range");

const provenance = z.strictObject({
  /** original: written by those who did it · translation: of the original · editorial: written afresh from a source */
  origin: z.enum(codes.textOrigins, "unknown-code"),
  method: z.enum(codes.textMethods, "unknown-code").default("human"),
  /** Who wrote or translated it; none: Ponte's editors. */
  author: line().optional(),
  /** The key of the source that an editorial text rests on. */
  source: line(60).optional(),
  /** The revision of the original that a translation was made from. */
  fromRevision: z.int().min(1).optional(),
  /** Whether the owner of the practice has read and agreed to it. */
  reviewed: z.boolean().default(false),
  writtenOn: partialDate,
});

/** The words of a text as the limit of `plainWords` counts them: whatever stands between spaces. */
export const countWords = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** The version in plain words: short enough for whoever reads with difficulty. */
export const plainWords = markdown().refine((text) => countWords(text) <= limits.plainWords, "too-long");

const sectionText = (section: codes.Section) =>
  section === "plainWords" ? plainWords : markdown(section === "summary" ? limits.summary : limits.section);

const sectionTexts = Object.fromEntries(
  codes.sections.map((section) => [section, sectionText(section).optional()]),
) as Record<codes.Section, z.ZodOptional<z.ZodString>>;

/** What stands in one language. Sections are Markdown (paragraphs, lists, quotes, emphasis, links), without raw HTML. */
const practiceText = z.strictObject({
  title: line(limits.title),
  subtitle: line().optional(),
  /** Made from the title where it is left out. */
  slug: slug.optional(),
  sections: z.strictObject(sectionTexts),
  provenance,
});

/** What the desk's own pages are called: a practice of that id could not be opened there. */
const deskNames = [
  ...["code", "jobs", "links", "log", "messages", "new", "news", "paste", "people", "proposals", "sessions"],
  ...["translations", "wishes", "words"],
];

const shape = z.strictObject({
  /** Given by Ponte to new practices. */
  id: z
    .string()
    .regex(/^[a-z0-9]{3,12}$/, "not-an-id")
    .refine((id) => !deskNames.includes(id), "not-an-id")
    .optional(),
  kind: z.enum(codes.kinds, "unknown-code"),
  originalLocale: localeCode,
  texts: z.partialRecord(localeCode, practiceText),
  alternativeTitles: list(
    z.strictObject({
      title: line(),
      kind: z.enum(codes.alternativeTitleKinds, "unknown-code"),
      locale: localeCode.optional(),
    }),
  ),
  relations: list(
    z.strictObject({
      kind: z.enum(codes.relationKinds, "unknown-code"),
      practice: line(12).optional(),
      title: line().optional(),
      url: webAddress.optional(),
    }),
  ),
  countries: someCodes(codes.countries),
  scopes: codeList(codes.scopes),
  places: list(
    z.strictObject({
      name: line(),
      /** Its name in languages that have one of their own: Bryssel, Svezia. */
      translatedName: localised.optional(),
      country: countryCode,
      role: z.enum(codes.placeRoles, "unknown-code").default("area"),
      /** Eurostat's code of the region, version 2021 or later. */
      nuts: z
        .string()
        .regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/, "not-a-nuts-code")
        .optional(),
      /** WGS 84, degrees. */
      latitude: z.number().min(-90, "out-of-range").max(90, "out-of-range").optional(),
      longitude: z.number().min(-180, "out-of-range").max(180, "out-of-range").optional(),
      note: localised.optional(),
    }),
  ),
  period: z
    .strictObject({
      start: partialDate.optional(),
      end: partialDate.optional(),
      /** A date known without being told whether it is the start or the end. */
      during: partialDate.optional(),
      /** What the source says of its duration, and when it said so: words that age. */
      note: localised.optional(),
      asOf: partialDate.optional(),
    })
    .refine(({ start, end }) => !start || !end || end >= start.slice(0, end.length), {
      error: "ends-before-start",
      path: ["end"],
    })
    .default({}),
  phases: list(
    z.strictObject({
      name: localised,
      start: partialDate.optional(),
      end: partialDate.optional(),
      note: localised.optional(),
    }),
  ),
  status: z.enum(codes.statuses, "unknown-code").default("unknown"),
  evidence: z.enum(codes.evidenceLevels, "unknown-code").default("described"),
  lastConfirmed: partialDate.optional(),
  organisations: list(
    z.strictObject({
      name: line(),
      /** What the name means, where readers of a language would not see it. */
      translatedName: localised.optional(),
      roles: someCodes(codes.organisationRoles),
      type: z.enum(codes.organisationTypes, "unknown-code").optional(),
      size: z.enum(codes.organisationSizes, "unknown-code").optional(),
      country: countryCode.optional(),
      url: webAddress.optional(),
      /** How the source files it, where that is debatable. */
      classification: localised.optional(),
      note: localised.optional(),
    }),
  ),
  contacts: list(
    z.strictObject({
      /** Given by Ponte; revisions keep this alone. */
      id: z.string().max(40).optional(),
      name: line().optional(),
      role: localised.optional(),
      organisation: line().optional(),
      publicEmail: emailAddress.optional(),
      privateEmail: emailAddress.optional(),
      consent: z.strictObject({
        basis: z.enum(codes.consentBases, "unknown-code"),
        version: line(40).optional(),
        at: z.iso.datetime().optional(),
      }),
    }),
  ),
  funding: z
    .strictObject({
      /** Says outright that nothing is known of the money; without it, nothing is said. */
      notKnown: z.boolean().default(false),
      /** ISO 4217. */
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, "unknown-code")
        .optional(),
      /** Minor units of the currency (cents). */
      total: amount.optional(),
      frequency: z.enum(codes.fundingFrequencies, "unknown-code").optional(),
      lines: list(
        z.strictObject({
          source: localised,
          kind: z.enum(codes.fundingKinds, "unknown-code"),
          programme: line().optional(),
          amount: amount.optional(),
          frequency: z.enum(codes.fundingFrequencies, "unknown-code").optional(),
        }),
      ),
    })
    .refine(
      ({ currency, total, lines }) =>
        currency !== undefined || (total === undefined && lines.every((one) => one.amount === undefined)),
      { error: "currency-missing", path: ["currency"] },
    )
    .default({ notKnown: false, lines: [] }),
  audiences: z
    .strictObject({
      /** Who the practice works with. */
      direct: codeList(codes.audiences),
      /** Who gains in the end, where that is someone else. */
      final: codeList(codes.audiences),
      ageFrom: age.optional(),
      ageTo: age.optional(),
      peopleReached: z.int().min(0, "out-of-range").max(1_000_000_000, "out-of-range").optional(),
    })
    .default({ direct: [], final: [] }),
  themes: someCodes(codes.themes),
  /** What stood in the way, in the words of those who met it, and what they did about it. */
  obstacles: list(
    z.strictObject({
      code: z.enum(codes.obstacles, "unknown-code"),
      met: passage.optional(),
      response: passage.optional(),
    }),
  ).refine((all) => once(all.map(({ code }) => code)), "repeated"),
  delivery: z
    .strictObject({
      formats: codeList(codes.deliveryFormats),
      settings: codeList(codes.deliverySettings),
      price: z.enum(codes.deliveryPrices, "unknown-code").optional(),
      languages: list(language),
      note: localised.optional(),
    })
    .default({ formats: [], settings: [], languages: [] }),
  indicators: list(
    z.strictObject({
      label: localised,
      kind: z.enum(codes.indicatorKinds, "unknown-code"),
      value: z.number().optional(),
      qualifier: z.enum(codes.indicatorQualifiers, "unknown-code").optional(),
      unit: localised.optional(),
      asOf: partialDate.optional(),
      method: localised.optional(),
      measuredBy: line().optional(),
      source: line(60).optional(),
      breakdown: list(
        z.strictObject({
          label: localised.optional(),
          /** Both ends count; without `ageFrom` it is everyone younger, without `ageTo` everyone older. */
          ageFrom: age.optional(),
          ageTo: age.optional(),
          value: z.number(),
          unit: z.enum(["percent", "number"], "unknown-code"),
        }),
      ),
    }),
  ),
  awards: list(
    z.strictObject({
      name: line(),
      translatedName: localised.optional(),
      edition: localised.optional(),
      category: line().optional(),
      rank: z.int().min(1).optional(),
      year: z.int().min(1950, "out-of-range").max(2100, "out-of-range").optional(),
      url: webAddress.optional(),
      note: localised.optional(),
    }),
  ),
  outputs: list(
    z.strictObject({
      title: localised,
      kind: z.enum(codes.outputKinds, "unknown-code"),
      url: webAddress.optional(),
      language: language.optional(),
      note: localised.optional(),
    }),
  ),
  links: list(z.strictObject({ url: webAddress, label: localised.optional() })),
  sources: list(
    z.strictObject({
      /** What texts and indicators refer to it by. */
      key: line(60),
      /** basis: our text rests on it · further: it adds single facts */
      kind: z.enum(codes.sourceKinds, "unknown-code"),
      publisher: line(),
      title: line().optional(),
      url: webAddress.optional(),
      language: language.optional(),
      published: partialDate.optional(),
      /** The heading under which the source files the practice. */
      classification: localised.optional(),
      note: localised.optional(),
    }),
  ),
});

/**
 * A practice as files, the form and imports hand it to the commands.
 * Checked across fields: the original language has its text; sources that are named exist; ids of sources are unique.
 */
export const practiceInput = shape.superRefine((practice, context) => {
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  if (!practice.texts[practice.originalLocale]) issue(["texts", practice.originalLocale], "required");
  const keys = practice.sources.map((source) => source.key);
  if (new Set(keys).size < keys.length) issue(["sources"], "repeated");
  for (const [locale, text] of Object.entries(practice.texts)) {
    const { source } = text.provenance;
    if (source && !keys.includes(source)) issue(["texts", locale, "provenance", "source"], "unknown-source");
  }
  practice.indicators.forEach(({ source }, position) => {
    if (source && !keys.includes(source)) issue(["indicators", position, "source"], "unknown-source");
  });
});

/** A practice before defaults are filled in: what a file or another program writes. */
export type PracticeDraft = z.input<typeof practiceInput>;
export type PracticeInput = z.output<typeof practiceInput>;

/** The JSON Schema (draft 2020-12) of PracticeInput, served for those who write imports. */
export const practiceJsonSchema = () => z.toJSONSchema(shape, { io: "input" });
