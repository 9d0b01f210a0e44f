import { catalogueAddress } from "@/components/catalogue/chosen-filters";
import { facetLabels } from "@/components/catalogue/labels";
import type { Locale } from "@/lib/i18n/locales";
import { type FacetName, noFilters, toggle } from "@/lib/practice/filters";

/** The values of a practice that are filters, each a link to what else has it. */
export async function FilterLinks({
  name,
  codes,
  locale,
}: {
  name: FacetName;
  codes: readonly string[];
  locale: Locale;
}) {
  const label = await facetLabels(locale);
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <a href={catalogueAddress(locale, toggle(noFilters, name, code))}>{label(name, code)}</a>
        </li>
      ))}
    </ul>
  );
}
