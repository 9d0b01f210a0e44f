/** The four equal languages of Ponte, in the order in which they are listed. */
export const locales = ["it", "fr", "sv", "en"] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale => (locales as readonly unknown[]).includes(value);

/** The BCP 47 tag by which dates, numbers and names are formatted: European conventions for English too. */
export const formattingTag: Record<Locale, string> = { it: "it-IT", fr: "fr-FR", sv: "sv-SE", en: "en-GB" };

/** The name of a language in itself, as a language menu shows it: "Italiano", "Français". */
export function endonym(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
