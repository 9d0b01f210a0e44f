import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatList, languageName } from "@/lib/i18n/format";
import { type Locale, locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { TranslationCount, TranslationRow } from "@/lib/translation/queries";
import { tasks } from "@/lib/translation/state";

/** How fresh the translations of every practice are, by language: how many parts are in which state, in words. */
export async function FreshnessTable({
  rows,
  counts,
  languages,
  sort,
  sortLink,
  locale,
}: {
  rows: TranslationRow[];
  /** Over all practices, not these alone. */
  counts: TranslationCount[];
  /** Those that whoever looks at it may write in: they lead to where it is done. */
  languages: readonly Locale[];
  sort: string;
  /** The address of the table sorted otherwise. */
  sortLink: (sort: "title" | "stale") => string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "translation" });
  const said = (of: (task: TranslationCount["task"]) => number) =>
    formatList(
      (["fresh", ...tasks] as const).flatMap((task) => (of(task) > 0 ? [t(`count.${task}`, { count: of(task) })] : [])),
      locale,
    );
  const ofRow = (row: TranslationRow, into: Locale) => {
    if (into === row.original) return t("isOriginal");
    if (row.own.includes(into)) return t("isOwn");
    const words = row.empty.includes(into)
      ? t("notBegun")
      : said((task) => row.parts.filter((one) => one.locale === into && one.task === task).length);
    if (!languages.includes(into)) return words;
    return (
      <a className="tap" href={pathTo(locale, "desk", row.id, "translate", into)}>
        {words}
      </a>
    );
  };
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={t("freshness")}>
      <table className="w-full min-w-[56rem]">
        <caption className="sr-only">{t("freshness")}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={sort === "title" ? "ascending" : undefined}>
              <a className="tap" href={sortLink("title")}>
                {t("byTitle")}
              </a>{" "}
              <a className="tap font-normal" href={sortLink("stale")} aria-current={sort === "stale" || undefined}>
                {t("byStale")}
              </a>
            </th>
            {locales.map((into) => (
              <th key={into} scope="col">
                {languageName(into, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a className="tap" href={pathTo(locale, "desk", row.id)}>
                  <Said said={row.title} locale={locale} />
                </a>
              </th>
              {locales.map((into) => (
                <td key={into}>{ofRow(row, into)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            {locales.map((into) => (
              <td key={into}>
                {said((task) => counts.find((one) => one.locale === into && one.task === task)?.count ?? 0) || "–"}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
