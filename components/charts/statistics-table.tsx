import { getTranslations } from "next-intl/server";
import { catalogueAddress } from "@/components/catalogue/chosen-filters";
import type { Locale } from "@/lib/i18n/locales";
import { type FacetName, noFilters, toggle } from "@/lib/practice/filters";
import type { Table } from "@/lib/statistics/tables";
import { BarTable } from "./bar-table";

/** One table of figures, and as CSV: its first column with bars, or all of them under heads where they weigh the same. */
export async function StatisticsTable({ table, locale }: { table: Table; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "statistics" });
  const { name, title, note, columns, rows } = table;
  const barred = columns.length < 3;
  // Amounts of different currencies, or of a year and of once, have no common measure.
  const comparable =
    new Set(rows.map(({ code, currency }) => [currency, ...code.split(" ").slice(1)].join(" "))).size === 1 ||
    !rows.some(({ currency }) => currency);
  const highest = Math.max(...rows.map(({ values }) => values[0] ?? 0), 1);
  const label = (row: Table["rows"][number]) =>
    row.filter && row.values[0] ? (
      <a className="tap" href={catalogueAddress(locale, toggle(noFilters, name as FacetName, row.code))}>
        {row.label}
      </a>
    ) : (
      row.label
    );
  return (
    <section aria-labelledby={name} className={`break-inside-avoid pt-8 ${barred ? "" : "[column-span:all]"}`}>
      <h2 id={name} className="text-h2">
        {title}
      </h2>
      {barred ? (
        <BarTable
          caption={title}
          column={columns[0] ?? ""}
          rows={rows.map((row) => ({
            key: `${row.code} ${row.currency}`,
            label: label(row),
            words: row.words[0] ?? "",
            share: comparable ? (row.values[0] ?? 0) / highest : undefined,
          }))}
        />
      ) : (
        <div className="mt-3 overflow-x-auto" role="group" aria-labelledby={name} tabIndex={0}>
          <table className="w-full">
            <thead>
              <tr>
                <th scope="col">{t("label")}</th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="number">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.code}>
                  <th scope="row">{row.label}</th>
                  {row.words.map((word, at) => (
                    <td key={columns[at]} className="number">
                      {word}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {note && <p className="mt-2 text-small text-muted">{note}</p>}
      <a className="tap text-small" href={`/api/v1/statistics/${name}.csv?locale=${locale}`}>
        {t("csv", { title })}
      </a>
    </section>
  );
}
