import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Said } from "@/components/ui/said";
import { formatDate, formatDay, formatList, formatNumber, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { PracticeView } from "@/lib/practice/view";
import { FilterLinks } from "./filter-link";
import { periodText } from "./period-text";

/** The panel of facts beside a practice's text. What is not known has no line; what is a filter is a link. */
export async function QuickFacts({
  practice,
  locale,
  heading: Heading,
}: {
  practice: PracticeView;
  locale: Locale;
  heading: "h2" | "h3";
}) {
  const t = await getTranslations({ locale });
  const { period, audiences, delivery } = practice;
  const lead = practice.organisations.filter((one) => one.roles.includes("lead"));
  const types = [...new Set(practice.organisations.flatMap((one) => one.type ?? []))];
  const when = await periodText(period, locale);
  const ages =
    audiences.ageFrom !== undefined && audiences.ageTo !== undefined
      ? t("practice.agesBetween", { from: String(audiences.ageFrom), to: String(audiences.ageTo) })
      : audiences.ageFrom !== undefined
        ? t("practice.agesFrom", { from: String(audiences.ageFrom) })
        : audiences.ageTo !== undefined && t("practice.agesTo", { to: String(audiences.ageTo) });
  const ways = [...delivery.formats, ...delivery.settings, ...(delivery.price ? [delivery.price] : [])];
  const areas = practice.places.filter((place) => place.role !== "served");

  const facts: [string, ReactNode][] = [
    [t("role.lead"), lead.length > 0 && lead.map((one) => one.name).join(", ")],
    [t("facets.country"), <FilterLinks key="country" name="country" codes={practice.countries} locale={locale} />],
    [
      t("practice.where"),
      areas.length > 0 && (
        <ul>
          {areas.map((place) => (
            <li key={place.name}>
              {place.shown !== place.name && `${place.shown} – `}
              {place.name}
              {place.nuts && ` (NUTS ${place.nuts})`}
              {place.note && (
                <div className="note">
                  <Said said={place.note} locale={locale} />
                </div>
              )}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      period.during ? t("practice.year") : t("practice.when"),
      (when || period.note) && (
        <>
          {when}
          {period.note && (
            <div className="note">
              <Said said={period.note} locale={locale} />
              {period.asOf && ` (${t("practice.asOf", { date: formatDate(period.asOf, locale) })})`}
            </div>
          )}
        </>
      ),
    ],
    [
      t("practice.forWhom"),
      audiences.direct.length > 0 && (
        <FilterLinks key="audience" name="audience" codes={audiences.direct} locale={locale} />
      ),
    ],
    [
      t("practice.finally"),
      audiences.final.length > 0 && <FilterLinks key="final" name="audience" codes={audiences.final} locale={locale} />,
    ],
    [t("practice.ages"), ages],
    [t("practice.reached"), audiences.peopleReached !== undefined && formatNumber(audiences.peopleReached, locale)],
    [t("practice.themes"), <FilterLinks key="theme" name="theme" codes={practice.themes} locale={locale} />],
    [t("practice.kind"), t(`kind.${practice.kind}`)],
    [
      t("practice.scope"),
      practice.scopes.length > 0 &&
        formatList(
          practice.scopes.map((scope) => t(`scope.${scope}`)),
          locale,
        ),
    ],
    [
      t("facets.organisation"),
      types.length > 0 && <FilterLinks key="organisation" name="organisation" codes={types} locale={locale} />,
    ],
    [t("practice.status"), <FilterLinks key="status" name="status" codes={[practice.status]} locale={locale} />],
    [
      t("practice.evidence"),
      <FilterLinks key="evidence" name="evidence" codes={[practice.evidence]} locale={locale} />,
    ],
    [
      t("practice.confirmed"),
      (practice.lastConfirmed || practice.publishedAt) && (
        <>
          {practice.lastConfirmed
            ? formatDate(practice.lastConfirmed, locale)
            : t("practice.neverConfirmed", { date: formatDay(practice.publishedAt ?? "", locale) })}
          {practice.askedAt && (
            <div className="note">{t("practice.askedOn", { date: formatDay(practice.askedAt, locale) })}</div>
          )}
          {practice.toldAt && (
            <div className="note">{t("practice.toldOn", { date: formatDay(practice.toldAt, locale) })}</div>
          )}
        </>
      ),
    ],
    [
      t("practice.delivery"),
      (ways.length > 0 || delivery.note) && (
        <>
          {formatList(
            ways.map((way) => t(`delivery.${way}`)),
            locale,
          )}
          {delivery.note && (
            <div className="note">
              <Said said={delivery.note} locale={locale} />
            </div>
          )}
        </>
      ),
    ],
    [
      t("practice.deliveryLanguages"),
      delivery.languages.length > 0 &&
        formatList(
          delivery.languages.map((code) => languageName(code, locale)),
          locale,
        ),
    ],
  ];
  return (
    <section aria-labelledby="glance" className="practice-facts border-t-8 border-rule pt-4">
      <Heading id="glance" className="text-h3">
        {t("practice.glance")}
      </Heading>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 wide:grid-cols-1">
        {facts
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
