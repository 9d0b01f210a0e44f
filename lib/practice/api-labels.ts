import { getTranslations } from "next-intl/server";
import type { Facets } from "../catalogue/queries.ts";
import { countryName } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { facetCodes, facetNames } from "./filters.ts";
import type { Labels } from "./serialize.ts";

/** The words of codes in one language, for the API. */
export async function codeLabels(locale: Locale): Promise<Labels> {
  const t = await getTranslations({ locale });
  return (kind, code) => t(`${kind}.${code}` as "status.ended");
}

/** The counts of every filter as the API answers them: only what occurs, in the order of the vocabulary. */
export function facetsToJson(facets: Facets, locale: Locale, label: Labels) {
  return Object.fromEntries(
    facetNames.map((name) => {
      const codes: readonly string[] = facetCodes[name];
      const words = (code: string) => (name === "country" ? countryName(code, locale) : label(name, code));
      const counted = codes.filter((code) => facets[name][code]);
      return [name, counted.map((code) => ({ code, label: words(code), count: facets[name][code] }))];
    }),
  );
}
