import { getTranslations } from "next-intl/server";
import { colon, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { DeskPractice } from "./decision-form";

/** What happened to a practice: who, what, when, and what was said. */
export async function History({ locale, found }: { locale: Locale; found: DeskPractice }) {
  const t = await getTranslations({ locale, namespace: "desk" });
  return (
    <section aria-labelledby="history" className="mt-8">
      <h2 id="history" className="text-h3">
        {t("history")}
      </h2>
      <ol className="mt-2 list-decimal ps-6">
        <li>{formatMoment(found.createdAt, locale) + colon(locale) + t(found.imported ? "import" : "submitted")}</li>
        {found.history.map((entry) => (
          <li key={entry.id}>
            {formatMoment(entry.at, locale) + colon(locale) + t(`did.${entry.action}`)}
            {entry.by && ` (${entry.by})`}
            {entry.message && <span className="block whitespace-pre-line ps-4 text-muted">{entry.message}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
