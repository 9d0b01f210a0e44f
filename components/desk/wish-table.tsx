import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatDay, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { ListedWish } from "@/lib/search-wish/queries";
import { DeskTable } from "./desk-table";

/** What readers looked for, in their words, each with a button that deletes it. */
export async function WishTable({
  wishes,
  locale,
  action,
}: {
  wishes: ListedWish[];
  locale: Locale;
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "wish" });
  return (
    <DeskTable
      label={t("deskTitle")}
      columns={[t("columnQuery"), t("columnLanguage"), t("columnText"), t("columnDay"), t("columnDelete")]}
    >
      {wishes.map((wish) => (
        <tr key={wish.id}>
          <th scope="row">
            <Said said={{ text: wish.query, lang: wish.lang }} locale={locale} />
          </th>
          <td>{languageName(wish.lang, locale)}</td>
          <td className="whitespace-pre-line">
            {wish.text && <Said said={{ text: wish.text, lang: wish.lang }} locale={locale} />}
          </td>
          <td>{formatDay(wish.sentAt, locale)}</td>
          <td>
            <form action={action}>
              <input type="hidden" name="id" value={wish.id} />
              <button type="submit" className="button">
                {t("delete")}{" "}
                <span className="sr-only">
                  <Said said={{ text: wish.query, lang: wish.lang }} locale={locale} />
                </span>
              </button>
            </form>
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}
