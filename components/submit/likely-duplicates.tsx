import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import type { Likely } from "@/lib/duplicate/queries";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** Published practices that look like the one that is being sent, each with the reason. Information, no obstacle. */
export async function LikelyDuplicates({ likely, locale }: { likely: Likely[]; locale: Locale }) {
  if (likely.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "duplicate" });
  return (
    <section aria-labelledby="likely" className="mt-4 max-w-3xl border-s-4 border-brick bg-wash px-4 py-3">
      <h2 id="likely" className="text-h3">
        {t("title")}
      </h2>
      <p className="mt-1">{t("intro")}</p>
      <ul className="mt-2 grid gap-2">
        {likely.map(({ id, title, slug, reasons }) => (
          <li key={id}>
            <a className="tap" href={pathTo(locale, "catalogue", slug ?? id)} target="_blank" rel="noreferrer">
              <Said said={title} locale={locale} />
            </a>
            <ul className="list-disc ps-6 text-small text-muted">
              {reasons.map((reason) => (
                <li key={reason}>{t(`reason.${reason}`)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
