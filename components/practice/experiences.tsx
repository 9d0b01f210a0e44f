import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { countryName, formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Experience } from "@/lib/reader-message/queries";

/** What readers tell who tried a practice too. */
export async function Experiences({ experiences, locale }: { experiences: Experience[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "tried" });
  return (
    <ul className="mt-3 grid max-w-3xl gap-6">
      {experiences.map(({ id, text, outcome, country, place, organisation, year, sentAt }) => (
        <li key={id} className="border-s-4 border-line ps-4">
          <p className="font-bold">{t(outcome)}</p>
          <p className="mt-1 whitespace-pre-line">
            <Said said={text} locale={locale} />
          </p>
          <p className="mt-1 text-small text-muted">
            {[organisation, place, countryName(country, locale), year].filter(Boolean).join(", ")}
            {" · "}
            <time dateTime={sentAt.toISOString()}>{formatDay(sentAt, locale)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
