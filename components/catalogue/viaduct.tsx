import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { noFilters, toggle } from "@/lib/practice/filters";
import { catalogueAddress } from "./chosen-filters";
import type { Option } from "./labels";

/** The themes as the arches of one bridge, each a link with its count; an arch without practices stands in the shade. */
export function Viaduct({ themes, locale, labelledBy }: { themes: Option[]; locale: Locale; labelledBy: string }) {
  return (
    <nav aria-labelledby={labelledBy} className="viaduct bleed">
      <ul>
        {themes.map(({ code, label, count }) => (
          <li key={code}>
            <a
              href={catalogueAddress(locale, toggle(noFilters, "theme", code))}
              className={count ? "arch" : "arch arch-shade"}
            >
              <span className="arch-count">{formatNumber(count, locale)}</span>{" "}
              <span className="arch-label">{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
