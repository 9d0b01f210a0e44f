import type { Locale } from "@/lib/i18n/locales";

// What a proofreader of each language objects to in a plain text. Markdown's addresses are taken out first.

type Objection = { rule: string; pattern: RegExp };

const everywhere: Objection[] = [
  { rule: "no straight quotation marks or apostrophes", pattern: /["']/u },
  { rule: "no accent typed as a sign of its own (´ `)", pattern: /[´`]/u },
  { rule: "no two spaces in a row", pattern: /[ \u00a0\u202f]{2}/u },
  { rule: "three dots are one character (…)", pattern: /\.\.\./u },
  { rule: "no space before a comma or a full stop", pattern: /\s[,.](?!\w)/u },
  { rule: "a dash between words is an en dash with spaces, never two hyphens", pattern: /--| - /u },
];

const objections: Record<Locale, Objection[]> = {
  it: [
    ...everywhere,
    { rule: "quotations stand in «…»", pattern: /[“”„‘]/u },
    { rule: "no space inside «…»", pattern: /«[\s]|[\s]»/u },
    { rule: "no space before : ; ? ! and %", pattern: /\s[:;?!%]/u },
    {
      rule: "an apostrophe is no accent (perché, not perche’; è, not e’)",
      pattern: /\b(?:e|perche|piu|citta|puo)’(?!\p{L})/iu,
    },
  ],
  fr: [
    ...everywhere,
    { rule: "a no-break space before : ; ? ! and %", pattern: /(?<![\u00a0\u202f?!])[:;?!%]/u },
    { rule: "a no-break space inside «…»", pattern: /«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»/u },
    { rule: "quotations stand in «…»", pattern: /[“”„‘]/u },
  ],
  sv: [
    ...everywhere,
    { rule: "quotations stand in ”…”, the same sign at both ends", pattern: /[“„«»‘]/u },
    { rule: "no space inside ”…”", pattern: /(?<=^|[\s(])”\s|\s”(?=$|[\s).,:;?!])/u },
    { rule: "no space before : ; ? !", pattern: /\s[:;?!]/u },
    { rule: "a no-break space before %", pattern: /(?<![\u00a0\u202f])%/u },
  ],
  en: [
    ...everywhere,
    { rule: "quotations stand in “…”", pattern: /[„«»]/u },
    { rule: "“ opens and ” closes", pattern: /“(?:\s|$)|[\p{L}\d]“|(?:^|\s)”/u },
    { rule: "no space before : ; ? ! and %", pattern: /\s[:;?!%]/u },
  ],
};

/** Addresses and the places of values are no prose: they leave a word behind, so that what touches them is judged. */
const proseOf = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/gu, "")
    .replace(/https?:\/\/\S+/gu, "address")
    .replace(/\/p\/\S*|\?country=BE/gu, "address")
    .replace(/\{[a-z]+\}/gu, "value");

const pairs: Record<Locale, [string, string]> = { it: ["«", "»"], fr: ["«", "»"], sv: ["”", "”"], en: ["“", "”"] };

/** Every objection to a text, with the words around it. */
export function misprints(text: string, locale: Locale): string[] {
  const prose = proseOf(text);
  const found = objections[locale].flatMap(({ rule, pattern }) => {
    const match = pattern.exec(prose);
    return match ? [`${rule}: …${prose.slice(Math.max(0, match.index - 25), match.index + 25)}…`] : [];
  });
  const [open, close] = pairs[locale];
  const count = (sign: string) => prose.split(sign).length - 1;
  const paired = open === close ? count(open) % 2 === 0 : count(open) === count(close);
  return paired ? found : [...found, `every quotation that opens also closes: ${prose.slice(0, 60)}…`];
}
