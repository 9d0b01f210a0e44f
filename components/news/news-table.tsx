import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatDate, formatDay, formatList, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { listNewsAtDesk } from "@/lib/news/queries";

/** The news and calls of the desk, each with the way to change it. */
export async function NewsTable({
  items,
  locale,
}: {
  items: Awaited<ReturnType<typeof listNewsAtDesk>>;
  locale: Locale;
}) {
  const t = await getTranslations({ locale });
  return (
    <div className="mt-6 overflow-x-auto" tabIndex={0} role="region" aria-label={t("newsDesk.title")}>
      <table className="w-full">
        <thead>
          <tr>
            <th scope="col">{t("desk.columnTitle")}</th>
            <th scope="col">{t("newsDesk.kind")}</th>
            <th scope="col">{t("desk.columnState")}</th>
            <th scope="col">{t("newsDesk.languages")}</th>
            <th scope="col">{t("news.deadline")}</th>
            <th scope="col">{t("newsDesk.changed")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <a className="tap" href={pathTo(locale, "desk", "news", item.id)}>
                  <Said said={{ text: item.title, lang: item.lang }} locale={locale} />
                </a>
              </th>
              <td>{t(`news.${item.kind}`)}</td>
              <td>{t(`newsDesk.state.${item.state}`)}</td>
              <td>
                {formatList(
                  item.languages.map((one) => languageName(one, locale)),
                  locale,
                )}
              </td>
              <td>{item.deadline && formatDate(item.deadline, locale)}</td>
              <td>{formatDay(item.updatedAt, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
