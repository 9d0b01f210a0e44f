import { countryName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

/** Where a practice is, in a line: its place and country, or its countries where there are several. */
export function whereText(
  { countries, place }: { countries: readonly string[]; place: string | undefined },
  locale: Locale,
): string {
  const names = countries.map((code) => countryName(code, locale));
  return [countries.length === 1 && place, ...names].filter(Boolean).join(", ");
}
