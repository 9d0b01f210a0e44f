import { getTranslations } from "next-intl/server";
import { DeskTable } from "@/components/desk/desk-table";
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
    <DeskTable
      label={t("newsDesk.title")}
      columns={[
        t("desk.columnTitle"),
        t("newsDesk.kind"),
        t("desk.columnState"),
        t("newsDesk.languages"),
        t("news.deadline"),
        t("newsDesk.changed"),
      ]}
    >
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
    </DeskTable>
  );
}
