import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { ListedRevision } from "@/lib/revision/queries";
import { ChangedList } from "./changed-list";

/** Every revision with what it changed, each to be opened, any two to be compared: a form that asks (GET). */
export async function RevisionTable({
  practiceId,
  revisions,
  chosen,
  locale,
}: {
  practiceId: string;
  revisions: ListedRevision[];
  chosen: { from: number; to: number };
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "revision" });
  const choice = (name: "from" | "to", number: number) => (
    <label className="tick">
      <input type="radio" name={name} value={number} defaultChecked={chosen[name] === number} />
      <span className="sr-only">{t(name, { number: String(number) })}</span>
    </label>
  );
  return (
    <form method="get" className="mt-6">
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("title")}>
        <table className="w-full min-w-[40rem]">
          <thead>
            <tr>
              <th scope="col">{t("columnFrom")}</th>
              <th scope="col">{t("columnTo")}</th>
              <th scope="col">{t("columnRevision")}</th>
              <th scope="col">{t("columnWhen")}</th>
              <th scope="col">{t("columnWhat")}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ number, kind, at, by, changed, isPublic }) => (
              <tr key={number}>
                <td>{choice("from", number)}</td>
                <td>{choice("to", number)}</td>
                <th scope="row">
                  <a className="tap" href={pathTo(locale, "desk", practiceId, "revisions", String(number))}>
                    {t("number", { number: String(number) })}
                  </a>
                </th>
                <td>
                  <time dateTime={at.toISOString()}>{formatMoment(at, locale)}</time>
                  {by && <span className="block">{by}</span>}
                </td>
                <td>
                  {t(`kind.${kind}`)}
                  {isPublic && ` · ${t("public")}`}
                  <ChangedList changed={changed} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="submit" className="button mt-4">
        {t("compare")}
      </button>
    </form>
  );
}
