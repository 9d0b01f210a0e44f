import { getTranslations } from "next-intl/server";
import type { Facets } from "@/lib/catalogue/queries";
import { byLabel, countryName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { type FacetName, facetCodes } from "@/lib/practice/filters";

export type Option = { code: string; label: string; count: number };

/** The label of one value of a filter, in a language. */
export async function facetLabels(locale: Locale): Promise<(name: FacetName, code: string) => string> {
  const t = await getTranslations({ locale });
  return (name, code) => (name === "country" ? countryName(code, locale) : t(`${name}.${code}` as "status.ended"));
}

/**
 * The values of a filter with their labels and counts: of countries and obstacles only those that occur; countries in
 * the order of the reader's alphabet, the others in that of the vocabulary.
 */
export async function facetOptions(
  locale: Locale,
  facets: Facets,
  chosen: readonly string[],
  name: FacetName,
): Promise<Option[]> {
  const label = await facetLabels(locale);
  const codes: readonly string[] = facetCodes[name];
  const options = codes.map((code) => ({ code, label: label(name, code), count: facets[name][code] ?? 0 }));
  if (name !== "country" && name !== "obstacle") return options;
  const met = options.filter(({ code, count }) => count > 0 || chosen.includes(code));
  return name === "country" ? byLabel(met, locale) : met;
}
