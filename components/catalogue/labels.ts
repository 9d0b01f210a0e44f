import { getTranslations } from "next-intl/server";
import { byLabel, countryName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { type FacetName, facetCodes } from "@/lib/practice/filters";
import type { Facets } from "@/lib/practice/queries";

export type Option = { code: string; label: string; count: number };

/** The label of one value of a filter, in a language. */
export async function facetLabels(locale: Locale): Promise<(name: FacetName, code: string) => string> {
  const t = await getTranslations({ locale });
  return (name, code) => (name === "country" ? countryName(code, locale) : t(`${name}.${code}` as "status.ended"));
}

/**
 * The values of a filter with their labels and counts: countries in the order of the reader's alphabet and only those
 * that occur, the others in the order of the vocabulary.
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
  if (name !== "country") return options;
  return byLabel(
    options.filter(({ code, count }) => count > 0 || chosen.includes(code)),
    locale,
  );
}
