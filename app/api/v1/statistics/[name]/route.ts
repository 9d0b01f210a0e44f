import { stringify } from "csv-stringify/sync";
import { getTranslations } from "next-intl/server";
import { answering, problem } from "@/lib/http/problem";
import { isLocale } from "@/lib/i18n/locales";
import { getStatistics } from "@/lib/statistics/queries";
import { toTables } from "@/lib/statistics/tables";

/** One table of the page of figures as CSV (RFC 4180, UTF-8): `/api/v1/statistics/theme.csv?locale=fr`. */
async function table(request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const locale = new URL(request.url).searchParams.get("locale") || "en";
  if (!isLocale(locale)) {
    return problem(400, "Unknown parameter value", { invalidParams: [{ name: "locale", value: locale.slice(0, 80) }] });
  }
  const tables = await toTables(await getStatistics(locale), locale);
  const found = tables.find((one) => `${one.name}.csv` === name);
  if (!found) return problem(404, "No such table");
  const t = await getTranslations({ locale, namespace: "statistics" });
  const isMoney = found.name === "money";
  const csv = stringify(
    [
      [t("code"), t("label"), ...found.columns, ...(isMoney ? [t("currency")] : [])],
      ...found.rows.map(({ code, label, values, currency }) => [
        code,
        label,
        ...values,
        ...(isMoney ? [currency] : []),
      ]),
    ],
    // A spreadsheet shall not take a label for a formula, and shall know the letters for UTF-8.
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="ponte-${found.name}.csv"`,
      "Content-Language": locale,
      "Access-Control-Allow-Origin": "*",
    },
  });
}

export const GET = answering(table);
