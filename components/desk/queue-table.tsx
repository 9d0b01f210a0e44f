import { getTranslations } from "next-intl/server";
import type { DeskList, DeskRow } from "@/lib/desk/queries";
import { formatDay, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** Practices of the desk as a table; a list of cards where the screen is narrow. */
export async function QueueTable({
  list: { rows, more },
  locale,
  caption,
}: {
  list: DeskList<DeskRow>;
  locale: Locale;
  caption: string;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="mt-3 w-full">
        <thead>
          <tr>
            <th scope="col">{t("columnTitle")}</th>
            <th scope="col">{t("columnState")}</th>
            <th scope="col">{t("columnLanguage")}</th>
            <th scope="col">{t("columnSince")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="font-normal">
                <a
                  className="tap"
                  href={pathTo(locale, "desk", row.id)}
                  lang={row.language === locale ? undefined : row.language}
                >
                  {row.title}
                </a>
              </th>
              <td>{t(`state.${row.state}`)}</td>
              <td>{languageName(row.language, locale)}</td>
              <td>{formatDay(row.sentAt, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="mt-2">{t("moreRows", { count: more })}</p>}
    </div>
  );
}
