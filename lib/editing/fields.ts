import { type Locale, locales } from "../i18n/locales.ts";
import { limits } from "../practice/practice.ts";
import * as codes from "../practice/vocabulary.ts";

// What an editor can fill in: every field of PracticeInput but its id and its contacts, as a table. Pure. The form is
// read by it, turned into a practice by it, and drawn by it.

/** Where codes have their labels: namespaces of messages/, or names that Intl knows. */
export const labelled = {
  theme: codes.themes,
  audience: codes.audiences,
  obstacle: codes.obstacles,
  organisation: codes.organisationTypes,
  size: codes.organisationSizes,
  role: codes.organisationRoles,
  status: codes.statuses,
  evidence: codes.evidenceLevels,
  kind: codes.kinds,
  scope: codes.scopes,
  placeRole: codes.placeRoles,
  relation: codes.relationKinds,
  delivery: [...codes.deliveryFormats, ...codes.deliverySettings, ...codes.deliveryPrices],
  fundingKind: codes.fundingKinds,
  "practice.frequency": codes.fundingFrequencies,
  practice: [...codes.indicatorKinds, ...codes.indicatorQualifiers, ...codes.alternativeTitleKinds],
  output: codes.outputKinds,
  "editing.code": [...codes.sourceKinds, ...codes.textOrigins, ...codes.textMethods, "percent", "number"],
  country: codes.countries,
  language: locales,
} as const;

/** One field of the form. `label`: its message, where it is not `field` and its name; `help`: a message of `editing.help`. */
export type Field = { label?: string; help?: string } & (
  | { is: "line"; max: number }
  | { is: "text"; max: number }
  /** Markdown, which may be pasted from elsewhere. */
  | { is: "markdown"; max: number }
  | { is: "address" | "date" | "number" | "whole" | "money" | "tick" }
  /** Codes of languages, with spaces between them. */
  | { is: "words" }
  | { is: "code" | "codes"; codes: readonly string[]; labels: keyof typeof labelled }
  /** A short text in each of the four languages. */
  | { is: "localised"; long?: true }
  | { is: "group"; fields: Fields }
  | { is: "rows"; fields: Fields }
);
export type Fields = { [name: string]: Field };

const line = (max: number = limits.line) => ({ is: "line", max }) as const;
const one = <L extends keyof typeof labelled>(labels: L, of: readonly string[] = labelled[labels]) =>
  ({ is: "code", codes: of, labels }) as const;
const some = <L extends keyof typeof labelled>(labels: L, of: readonly string[] = labelled[labels]) =>
  ({ is: "codes", codes: of, labels }) as const;
const address = { is: "address" } as const;
const date = { is: "date" } as const;
const whole = { is: "whole" } as const;
const localised = { is: "localised" } as const;

const text: Fields = {
  title: line(limits.title),
  subtitle: line(),
  slug: { ...line(80), label: "editing.slug", help: "slug" },
  sections: {
    is: "group",
    fields: Object.fromEntries(
      codes.sections.map((section): [string, Field] => [
        section,
        { is: "markdown", label: `section.${section}`, max: section === "summary" ? limits.summary : limits.section },
      ]),
    ),
  },
  provenance: {
    is: "group",
    fields: {
      origin: one("editing.code", codes.textOrigins),
      method: one("editing.code", codes.textMethods),
      author: { ...line(), help: "author" },
      source: { ...line(60), help: "source" },
      fromRevision: whole,
      reviewed: { is: "tick" },
      writtenOn: date,
    },
  },
};

const fieldsOfPart = {
  facts: {
    kind: one("kind"),
    originalLocale: one("language"),
    status: one("status"),
    evidence: one("evidence"),
    lastConfirmed: date,
    themes: some("theme"),
    period: {
      is: "group",
      fields: { start: date, end: date, during: { ...date, help: "during" }, note: localised, asOf: date },
    },
    phases: { is: "rows", fields: { name: localised, start: date, end: date, note: localised } },
    delivery: {
      is: "group",
      fields: {
        formats: some("delivery", codes.deliveryFormats),
        settings: some("delivery", codes.deliverySettings),
        price: one("delivery", codes.deliveryPrices),
        languages: { is: "words", help: "languages" },
        note: localised,
      },
    },
    alternativeTitles: {
      is: "rows",
      fields: {
        title: line(),
        kind: one("practice", codes.alternativeTitleKinds),
        locale: one("language"),
      },
    },
    relations: {
      is: "rows",
      fields: { kind: one("relation"), practice: { ...line(12), help: "practice" }, title: line(), url: address },
    },
  },
  places: {
    countries: some("country"),
    scopes: some("scope"),
    places: {
      is: "rows",
      help: "places",
      fields: {
        name: line(),
        country: one("country"),
        role: one("placeRole"),
        translatedName: localised,
        nuts: line(5),
        latitude: { is: "number" },
        longitude: { is: "number" },
        note: localised,
      },
    },
  },
  people: {
    audiences: {
      is: "group",
      fields: {
        direct: some("audience"),
        final: some("audience"),
        ageFrom: whole,
        ageTo: whole,
        peopleReached: whole,
      },
    },
    organisations: {
      is: "rows",
      fields: {
        name: line(),
        translatedName: localised,
        roles: some("role"),
        type: one("organisation"),
        size: one("size"),
        country: one("country"),
        url: address,
        classification: localised,
        note: localised,
      },
    },
  },
  money: {
    funding: {
      is: "group",
      fields: {
        notKnown: { is: "tick" },
        currency: { ...line(3), help: "currency" },
        total: { is: "money", help: "money" },
        frequency: one("practice.frequency"),
        lines: {
          is: "rows",
          fields: {
            source: localised,
            kind: one("fundingKind"),
            programme: line(),
            amount: { is: "money" },
            frequency: one("practice.frequency"),
          },
        },
      },
    },
  },
  results: {
    obstacles: {
      is: "rows",
      fields: {
        code: one("obstacle"),
        met: { is: "localised", long: true },
        response: { is: "localised", long: true },
      },
    },
    indicators: {
      is: "rows",
      fields: {
        label: localised,
        kind: one("practice", codes.indicatorKinds),
        value: { is: "number", help: "number" },
        qualifier: one("practice", codes.indicatorQualifiers),
        unit: localised,
        asOf: date,
        method: localised,
        measuredBy: line(),
        source: { ...line(60), help: "source" },
        breakdown: {
          is: "rows",
          fields: {
            label: localised,
            ageFrom: whole,
            ageTo: whole,
            value: { is: "number" },
            unit: one("editing.code", ["percent", "number"]),
          },
        },
      },
    },
    awards: {
      is: "rows",
      fields: {
        name: line(),
        translatedName: localised,
        edition: localised,
        category: line(),
        rank: whole,
        year: whole,
        url: address,
        note: localised,
      },
    },
    outputs: {
      is: "rows",
      fields: {
        title: localised,
        kind: one("output"),
        url: address,
        language: { ...line(3), help: "language" },
        note: localised,
      },
    },
  },
  sources: {
    links: { is: "rows", fields: { url: address, label: { ...localised, label: "field.name" } } },
    sources: {
      is: "rows",
      fields: {
        key: { ...line(60), help: "key" },
        kind: one("editing.code", codes.sourceKinds),
        publisher: line(),
        title: line(),
        url: address,
        language: { ...line(3), help: "language" },
        published: date,
        classification: localised,
        note: localised,
      },
    },
  },
} as const satisfies Record<string, Fields>;

/** The parts of the form, each saved by itself, in their order. */
export const parts = ["texts", "facts", "places", "people", "money", "results", "sources"] as const;
export type Part = (typeof parts)[number];

/** One part of the form; of the texts, those of one language. */
export type Piece = { part: Part; text: Locale };

/** The fields of a part, by their paths in PracticeInput. */
export function fieldsOf({ part, text: lang }: Piece): Fields {
  if (part !== "texts") return fieldsOfPart[part];
  return { texts: { is: "group", fields: { [lang]: { is: "group", fields: text } } } };
}

/** The part in which a path of Revision.changed is edited: texts.fr.summary, funding. */
export function pieceOf(path: string, original: Locale): Piece {
  const [field = "", lang] = path.split(".");
  const part = parts.find((one) => one !== "texts" && field in fieldsOfPart[one]) ?? "texts";
  return { part, text: locales.find((locale) => locale === lang) ?? original };
}

/** The message that names a field. */
export const labelOf = (name: string, field: Field): string => field.label ?? `field.${name}`;
