import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { LogFilterForm } from "@/components/desk/log-filter-form";
import { LogTable } from "@/components/desk/log-table";
import { readLogFilters, writeLogFilters } from "@/lib/audit/filters";
import { listEntries, listLogChoices } from "@/lib/audit/queries";
import { readSearch, type SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { deskPage } from "../desk-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "log" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["log"], "audit.read", async (session) => {
    const search = readSearch(await searchParams);
    const filters = readLogFilters(search);
    const after = /^\d{1,18}$/.exec(search.get("after") ?? "")?.[0];
    const [t, { entries, next }, choices] = await Promise.all([
      getTranslations({ locale, namespace: "log" }),
      listEntries(session, filters, after ? BigInt(after) : undefined),
      listLogChoices(session),
    ]);
    const query = writeLogFilters(filters).toString();
    const [here, suffix] = [pathTo(locale, "desk", "log"), query && `?${query}`];
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        <p className="prose mt-2">{t("intro")}</p>
        <LogFilterForm locale={locale} filters={filters} choices={choices} />
        {entries.length === 0 ? <p className="mt-6">{t("empty")}</p> : <LogTable locale={locale} entries={entries} />}
        <ul className="mt-6 flex flex-wrap gap-4">
          {after && (
            <li>
              <a className="button" href={here + suffix}>
                {t("newest")}
              </a>
            </li>
          )}
          {next && (
            <li>
              <a className="button" href={`${here}?${query && `${query}&`}after=${next}`} rel="next">
                {t("older")}
              </a>
            </li>
          )}
          <li>
            <a className="button" href={pathTo(locale, "desk", "log", "export") + suffix} download>
              {t("export")}
            </a>
          </li>
        </ul>
      </>
    );
  });
}
