import { getTranslations } from "next-intl/server";
import { colon, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { checklist, type Point } from "@/lib/review/checklist";
import type { DeskPractice } from "./decision-form";

/** The points that hold before readers see a practice, one by one or all at once, with what was counted beside each. */
export async function Checklist({
  locale,
  facts,
  held,
}: {
  locale: Locale;
  facts: DeskPractice["facts"];
  held: string[];
}) {
  const t = await getTranslations({ locale });
  const { sources, links, personalData, levels } = facts;
  const beside: Partial<Record<Point, string[]>> = {
    sourced: [t("review.factSources", { sources: String(sources), links: String(links) })],
    "no-personal-data": [
      personalData.length > 0 ? t("review.factFound", { found: personalData.join(" · ") }) : t("review.factFoundNone"),
    ],
    "reading-level": levels.map(({ lang, words }) => languageName(lang, locale) + colon(locale) + words),
  };
  return (
    <fieldset className="mt-5" aria-describedby="checklist-help">
      <legend className="font-bold">{t("review.checklist")}</legend>
      <p id="checklist-help" className="text-small text-muted">
        {t("review.checklistHelp")}
      </p>
      <label className="tick font-bold">
        <input type="checkbox" name="allHold" value="yes" defaultChecked={held.length === checklist.length} />
        <span>{t("review.allHold")}</span>
      </label>
      <ul className="ps-4">
        {checklist.map((point) => (
          <li key={point}>
            <label className="tick">
              <input
                type="checkbox"
                name="checklist"
                value={point}
                id={`field-checklist-${point}`}
                defaultChecked={held.includes(point)}
                aria-describedby={`about-${point}`}
              />
              <span>{t(`checklist.${point}`)}</span>
            </label>
            <div id={`about-${point}`} className="ps-8 text-small">
              <p className="text-muted">{t(`checklist.${point}Help`)}</p>
              {beside[point]?.map((fact) => (
                <p key={fact}>{fact}</p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
