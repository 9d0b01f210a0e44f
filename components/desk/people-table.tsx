import { getTranslations } from "next-intl/server";
import { formatList, formatMoment, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { ListedPerson } from "@/lib/people/queries";

/** Who works at the desk, each with the way to the page where they are changed. */
export async function PeopleTable({ locale, people }: { locale: Locale; people: ListedPerson[] }) {
  const t = await getTranslations({ locale, namespace: "people" });
  return (
    <div className="mt-6 overflow-x-auto" tabIndex={0} role="region" aria-label={t("title")}>
      <table className="w-full">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col">{t("languages")}</th>
            <th scope="col">{t("lastSignIn")}</th>
            <th scope="col">{t("secondFactor")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a className="tap" href={pathTo(locale, "desk", "people", person.id)}>
                  {person.name}
                </a>
                <span className="block text-small font-normal text-muted">{person.email}</span>
              </th>
              <td>{t(`roleName.${person.role}`)}</td>
              <td>
                {person.role === "translator"
                  ? formatList(
                      person.languages.map((one) => languageName(one, locale)),
                      locale,
                    )
                  : t("allLanguages")}
              </td>
              <td>{person.lastSignIn ? formatMoment(person.lastSignIn, locale) : t("neverCame")}</td>
              <td>{t(`code.${person.code}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
