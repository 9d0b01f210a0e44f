import { getTranslations } from "next-intl/server";
import { formatList, formatMoment, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { ListedPerson } from "@/lib/people/queries";
import { DeskTable } from "./desk-table";

/** Who works at the desk, each with the way to the page where they are changed. */
export async function PeopleTable({ locale, people }: { locale: Locale; people: ListedPerson[] }) {
  const t = await getTranslations({ locale, namespace: "people" });
  return (
    <DeskTable label={t("title")} columns={[t("name"), t("role"), t("languages"), t("lastSignIn"), t("secondFactor")]}>
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
    </DeskTable>
  );
}
