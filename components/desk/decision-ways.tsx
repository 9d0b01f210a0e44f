import { getTranslations } from "next-intl/server";
import { languageName } from "@/lib/i18n/format";
import { type Locale, locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** The ways from a practice to what else can be done with it. */
export async function WaysOn({
  locale,
  id,
  original,
  mayEdit,
  languages,
}: {
  locale: Locale;
  id: string;
  original: Locale;
  mayEdit: boolean;
  /** Those that may be translated into. */
  languages: readonly Locale[];
}) {
  const t = await getTranslations({ locale, namespace: "review" });
  const ways = [
    ...(mayEdit ? [{ name: t("edit"), below: ["edit"] }] : []),
    { name: t("revisions"), below: ["revisions"] },
    ...locales
      .filter((into) => into !== original && languages.includes(into))
      .map((into) => ({
        name: t("translate", { language: languageName(into, locale) }),
        below: ["translate", into],
      })),
  ];
  return (
    <nav aria-label={t("ways")}>
      <ul className="flex flex-wrap gap-x-5">
        {ways.map(({ name, below }) => (
          <li key={name}>
            <a className="tap" href={pathTo(locale, "desk", id, ...below)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
