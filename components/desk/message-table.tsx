import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { colon, formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { MessageList } from "@/lib/reader-message/queries";

/** Messages of readers as a table; each leads to its page. */
export async function MessageTable({
  list: { rows, more },
  locale,
  caption,
}: {
  list: MessageList;
  locale: Locale;
  caption: string;
}) {
  const t = await getTranslations({ locale });
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="mt-3 w-full">
        <thead>
          <tr>
            <th scope="col">{t("desk.columnAbout")}</th>
            <th scope="col">{t("desk.columnState")}</th>
            <th scope="col">{t("desk.columnSince")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="font-normal">
                <a className="tap" href={pathTo(locale, "desk", "messages", row.id)}>
                  {t(`readerMessage.${row.kind}`)}
                  {(row.practice || row.page) && colon(locale)}
                  {row.practice ? <Said said={row.practice.title} locale={locale} /> : row.page}
                </a>
              </th>
              <td>{t(`desk.messageState.${row.state}`)}</td>
              <td>{formatDay(row.sentAt, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="mt-2">{t("desk.moreRows", { count: more })}</p>}
    </div>
  );
}
