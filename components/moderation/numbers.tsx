import { getTranslations } from "next-intl/server";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { ModerationYear } from "@/lib/moderation/queries";

const practiceRows = ["received", "published", "changesAsked", "rejected", "takenDown", "duplicates"] as const;

/** What the editors decided, year by year, newest first: practices, then reports by what was wrong. */
export async function ModerationNumbers({
  years,
  asOf,
  locale,
}: {
  years: ModerationYear[];
  /** When they were counted. */
  asOf: Date;
  locale: Locale;
}) {
  const t = await getTranslations({ locale });
  const inDays = (count: number | null) => (count === null ? t("moderation.noDays") : t("moderation.days", { count }));
  const number = (value: number) => <td className="number">{formatNumber(value, locale)}</td>;
  return (
    <section aria-labelledby="numbers" className="mt-10">
      <h2 id="numbers" className="text-h2">
        {t("moderation.title")}
      </h2>
      {years.length === 0 ? (
        <p className="mt-3">{t("moderation.none")}</p>
      ) : (
        <p className="mt-3">{t("moderation.asOf", { date: formatDay(asOf, locale) })}</p>
      )}
      {years.map(({ year, practices, reports, daysToAnswer }) => (
        <div key={year}>
          <div
            className="mt-6 overflow-x-auto"
            tabIndex={0}
            role="region"
            aria-label={t("moderation.practices", { year: String(year) })}
          >
            <table>
              <caption className="text-start text-h3">{t("moderation.practices", { year: String(year) })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("moderation.what")}</th>
                  <th scope="col" className="number">
                    {t("moderation.number")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {practiceRows.map((name) => (
                  <tr key={name}>
                    <th scope="row">{t(`moderation.${name}`)}</th>
                    {number(practices[name])}
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t("moderation.daysToDecision")}</th>
                  <td className="number">{inDays(practices.daysToDecision)}</td>
                </tr>
              </tbody>
            </table>
          </div>
          {reports.length > 0 && (
            <div
              className="mt-6 overflow-x-auto"
              tabIndex={0}
              role="region"
              aria-label={t("moderation.reports", { year: String(year) })}
            >
              <table>
                <caption className="text-start text-h3">{t("moderation.reports", { year: String(year) })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("moderation.what")}</th>
                    {(["received", "upheld", "dismissed"] as const).map((name) => (
                      <th key={name} scope="col" className="number">
                        {t(`moderation.${name}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {reports.map(({ reason, ...counts }) => (
                    <tr key={reason}>
                      <th scope="row">{t(`report.is.${reason}`)}</th>
                      {number(counts.received)}
                      {number(counts.upheld)}
                      {number(counts.dismissed)}
                    </tr>
                  ))}
                  <tr>
                    <th scope="row">{t("moderation.daysToAnswer")}</th>
                    <td className="number" colSpan={3}>
                      {inDays(daysToAnswer)}
                    </td>
                  </tr>
                </tbody>
              </table>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
