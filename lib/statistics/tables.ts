import { getTranslations } from "next-intl/server";
import { byLabel, countryName, formatMoney, formatNumber, languageName, toMajor } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { facetCodes } from "../practice/filters.ts";
import type { Statistics } from "./queries.ts";

/** The tables of the page of figures, each with a CSV file of the same name. */
export const tableNames = [
  "country",
  "theme",
  "audience",
  "year",
  "funding",
  "money",
  "evidence",
  "organisation",
  "languages",
] as const;
type TableName = (typeof tableNames)[number];

/** One row; `filter`: its code is one of the catalogue's filter of this name. `currency`: of the first value. */
type Row = { code: string; label: string; values: number[]; words: string[]; filter?: boolean; currency?: string };

/** A table of figures in a reader's language: rows of a label, a code and numbers (amounts in whole currency units); `words` are how people write them. */
export type Table = {
  name: TableName;
  title: string;
  note?: string;
  columns: string[];
  rows: Row[];
};

const coded = ["theme", "audience", "evidence", "organisation"] as const;

/** Puts statistics into words. */
export async function toTables(statistics: Statistics, locale: Locale): Promise<Table[]> {
  const t = await getTranslations({ locale });
  const practices = t("statistics.practices");
  const number = (value: number) => formatNumber(value, locale);
  const counted = (name: TableName, rows: { code: string; label: string; count: number; filter?: boolean }[]) => ({
    name,
    title: t(`statistics.table.${name}`),
    columns: [practices],
    rows: rows.map(({ count, ...row }) => ({ ...row, values: [count], words: [number(count)] })),
  });
  const facet = (name: (typeof coded)[number]) =>
    counted(
      name,
      facetCodes[name].map((code) => ({
        code,
        label: t(`${name}.${code}` as "status.ended"),
        count: statistics.facets[name][code] ?? 0,
        filter: true,
      })),
    );
  const countries = Object.entries(statistics.facets.country).map(([code, count]) => ({
    code,
    label: countryName(code, locale),
    count,
    filter: true,
  }));
  const tables: Record<TableName, Table> = {
    country: counted("country", byLabel(countries, locale)),
    theme: facet("theme"),
    audience: facet("audience"),
    evidence: facet("evidence"),
    organisation: facet("organisation"),
    year: {
      ...counted(
        "year",
        statistics.years.map(({ year, count }) => ({ code: String(year), label: String(year), count })),
      ),
      note: statistics.undated > 0 ? t("statistics.undated", { count: statistics.undated }) : undefined,
    },
    funding: {
      ...counted(
        "funding",
        statistics.fundingKinds.map(({ kind, count }) => ({
          code: kind,
          label: t(`fundingKind.${kind as "eu"}`),
          count,
        })),
      ),
      note: t("statistics.fundingNote"),
    },
    money: {
      name: "money",
      title: t("statistics.table.money"),
      note: t("statistics.moneyNote"),
      columns: [t("practice.fundingAmount"), practices],
      rows: statistics.money.map(({ kind, currency, frequency, amount, practices: count }) => ({
        code: frequency ? `${kind} ${frequency}` : kind,
        currency,
        label: `${t(`fundingKind.${kind as "eu"}`)}${frequency === "yearly" ? ` (${t("practice.frequency.yearly")})` : ""}`,
        values: [toMajor(amount, currency), count],
        words: [formatMoney(amount, currency, locale), number(count)],
      })),
    },
    languages: {
      name: "languages",
      title: t("statistics.table.languages"),
      columns: (["original", "editorial", "translation", "machine", "missing", "reviewed", "plain"] as const).map(
        (state) => t(`statistics.version.${state}`),
      ),
      rows: statistics.versions.map(({ locale: code, ...counts }) => {
        const values = [
          counts.original,
          counts.editorial,
          counts.translation,
          counts.machine,
          counts.missing,
          counts.reviewed,
          counts.plain,
        ];
        return { code, label: languageName(code, locale), values, words: values.map(number) };
      }),
    },
  };
  return tableNames.map((name) => tables[name]);
}
