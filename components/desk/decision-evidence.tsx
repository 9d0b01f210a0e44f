import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { evidenceLevels } from "@/lib/practice/vocabulary";

/** The level of evidence, each with what it means; saved together with the decision. */
export async function EvidenceChoice({ locale, chosen }: { locale: Locale; chosen: string }) {
  const t = await getTranslations({ locale });
  return (
    <fieldset className="mt-5" aria-describedby="evidence-help">
      <legend className="font-bold">{t("review.evidence")}</legend>
      <p id="evidence-help" className="text-small text-muted">
        {t("review.evidenceHelp")}
      </p>
      {evidenceLevels.map((level) => (
        <label key={level} className="tick">
          <input type="radio" name="evidence" value={level} defaultChecked={level === chosen} />
          <span>
            {t(`evidence.${level}`)}
            <span className="block text-small text-muted">{t(`review.level.${level}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
