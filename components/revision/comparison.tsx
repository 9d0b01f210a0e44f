import { getTranslations } from "next-intl/server";
import { DifferenceList } from "@/components/desk/difference";
import type { Locale } from "@/lib/i18n/locales";
import { differences } from "@/lib/review/difference";
import type { Snapshot } from "@/lib/revision/changes";

/** What differs between two revisions, by field and word. */
export async function Comparison({
  from,
  to,
  before,
  after,
  locale,
}: {
  from: number;
  to: number;
  before: Snapshot;
  after: Snapshot;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "revision" });
  const different = differences(before, after);
  return (
    <section aria-labelledby="compared" className="mt-6">
      <h2 id="compared" className="text-h2">
        {t("compared", { from: String(from), to: String(to) })}
      </h2>
      {different.length === 0 ? (
        <p className="mt-2">{t("same")}</p>
      ) : (
        <DifferenceList differences={different} locale={locale} />
      )}
    </section>
  );
}
