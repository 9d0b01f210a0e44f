import { languageName } from "../i18n/format.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { type Section, sections } from "../practice/vocabulary.ts";

// What the fields of a practice are called, by the paths of lib/revision/changes.ts. Pure: the words stand in messages/.

/** The message that names the field at a path, and the language of the text that it is part of. */
export function fieldOf(path: string): { key: string; lang?: Locale } {
  const [field = "", lang, part = ""] = path.split(".");
  if (field !== "texts") return { key: `field.${field}` };
  const key = sections.includes(part as Section) ? `section.${part}` : `field.${part}`;
  return { key, lang: locales.find((one) => one === lang) };
}

/** The name of a part with the language of its text: "In short (French)". */
export const inLanguage = (name: string, lang: Locale | undefined, reader: Locale): string =>
  lang ? `${name} (${languageName(lang, reader)})` : name;

/** The fields that an editor can write a comment on: those of the form, in its order, and what desk and files add. */
export const commentFields = (original: Locale): string[] => [
  ...["title", ...sections.filter((section) => section !== "plainWords")].map((part) => `texts.${original}.${part}`),
  ...["countries", "places", "period", "organisations", "themes", "audiences", "obstacles", "funding", "indicators"],
  ...["sources", "links", "contacts"],
];

/** Where the labels of codes stand in messages/, by field and by the name of the line; `country` and `language` are the runtime's. */
const labelled: Record<string, Record<string, string>> = {
  alternativeTitles: { kind: "practice", locale: "language" },
  audiences: { direct: "audience", final: "audience" },
  countries: { "": "country" },
  delivery: { formats: "delivery", settings: "delivery", price: "delivery", languages: "language" },
  evidence: { "": "evidence" },
  funding: { kind: "fundingKind", frequency: "practice.frequency" },
  indicators: { kind: "practice" },
  kind: { "": "kind" },
  obstacles: { code: "obstacle" },
  organisations: { roles: "role", type: "organisation", size: "size", country: "country" },
  originalLocale: { "": "language" },
  outputs: { kind: "output", language: "language" },
  places: { country: "country", role: "placeRole" },
  relations: { kind: "relation" },
  scopes: { "": "scope" },
  sources: { language: "language" },
  status: { "": "status" },
  themes: { "": "theme" },
};

/** One line of a field as lib/review/difference.ts writes it: its name in parts, and its words, or codes and where their labels stand. */
type FieldLine = { name: string[]; words: string } | { name: string[]; codes: string[]; space: string };

/** The lines of a field's value; texts, which are nobody's codes, are one. */
export function linesOf(path: string, value: string): FieldLine[] {
  const [field = ""] = path.split(".");
  if (field === "texts" && !path.endsWith(".provenance")) return [{ name: [], words: value }];
  return value.split("\n").map((line) => {
    const [, name, rest] = /^([A-Za-z]\w*(?:\.\w+)*): (.*)$/.exec(line) ?? [];
    const parts = name?.split(".") ?? [];
    const words = rest ?? line;
    const space = labelled[field]?.[parts.findLast((part) => !/^\d+$/.test(part)) ?? ""];
    if (space) return { name: parts, codes: words.split(", "), space };
    if (words === "true") return { name: parts, codes: ["yes"], space: "field" };
    return { name: parts, words };
  });
}
