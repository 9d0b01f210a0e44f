import { getTranslations } from "next-intl/server";
import { catalogueAddress } from "@/components/catalogue/chosen-filters";
import type { Option } from "@/components/catalogue/labels";
import { whereText } from "@/components/practice/where-text";
import { MachineMade } from "@/components/translation/translation-note";
import { Said } from "@/components/ui/said";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { type Filters, toggle } from "@/lib/practice/filters";
import type { PracticeCard } from "@/lib/practice/view";

// What the map shows, in words: the same countries and the same practices, as links.

/** The countries of a selection with how many practices each has; a link chooses one, or lets it go again. */
export async function CountryList({
  locale,
  filters,
  options,
}: {
  locale: Locale;
  filters: Filters;
  options: Option[];
}) {
  const t = await getTranslations({ locale, namespace: "map" });
  return (
    <section aria-labelledby="countries">
      <h2 id="countries" tabIndex={-1} className="text-h3">
        {t("countries")}
      </h2>
      <ul className="mt-2">
        {options.map(({ code, label, count }) => (
          <li key={code} className="border-b border-line">
            <a
              className="flex min-h-11 items-center justify-between gap-4 aria-[current]:font-bold"
              href={catalogueAddress(locale, toggle(filters, "country", code), "map")}
              aria-current={filters.country.some((one) => one === code) ? "true" : undefined}
            >
              {label} <span>{count}</span>
            </a>
          </li>
        ))}
      </ul>
      {filters.country.length > 0 && (
        <a className="tap" href={catalogueAddress(locale, { ...filters, country: [], page: 1 }, "map")}>
          {t("whole")}
        </a>
      )}
    </section>
  );
}

/** Practices in short, title and where; with a way on where a selection has none. */
export async function PracticeList({ locale, cards }: { locale: Locale; cards: PracticeCard[] }) {
  const t = await getTranslations({ locale });
  if (cards.length === 0) {
    return (
      <>
        <h2 className="mt-8 text-h3">{t("catalogue.emptyTitle")}</h2>
        <p className="mt-2">{t("catalogue.emptyText")}</p>
        <a className="tap" href={pathTo(locale, "map")}>
          {t("map.whole")}
        </a>
      </>
    );
  }
  return (
    <section aria-labelledby="practices" className="mt-8">
      <h2 id="practices" className="text-h3">
        {t("map.practices")}
      </h2>
      <ul className="mt-2">
        {cards.map((card) => (
          <li key={card.id} className="border-b border-line py-2">
            <a className="tap block font-bold" href={pathTo(locale, "catalogue", card.slug)}>
              <Said said={card.title} locale={locale} />
            </a>{" "}
            <div className="note">{whereText(card, locale)}</div>
            {card.isMachineMade && <MachineMade locale={locale} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
