import { getTranslations } from "next-intl/server";
import { whereText } from "@/components/practice/where-text";
import { MachineMade } from "@/components/translation/translation-note";
import { Said } from "@/components/ui/said";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { PracticeCard } from "@/lib/practice/view";
import { CompareBar } from "./compare-bar";

/** What there is to compare, to be ticked. */
export async function ChoosePractices({
  choices,
  chosen,
  locale,
}: {
  choices: PracticeCard[];
  /** The ids of those that are chosen already. */
  chosen: string[];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "compare" });
  return (
    <>
      <p className="prose mt-2">{t("intro")}</p>
      {chosen.length > 0 && <p className="mt-4 font-bold">{t("oneMore")}</p>}
      <div className="max-w-3xl">
        <fieldset className="mt-6">
          <legend className="text-h3 font-bold">{t("choose")}</legend>
          <p className="mt-2">{t("newest")}</p>
          <ul className="mt-3">
            {choices.map((card) => (
              <li key={card.id} className="border-t border-line">
                <label className="tick">
                  <input
                    type="checkbox"
                    name="practice"
                    value={card.id}
                    form="compare"
                    defaultChecked={chosen.includes(card.id)}
                  />
                  <span>
                    <Said said={card.title} locale={locale} /> <span className="note">{whereText(card, locale)}</span>{" "}
                    {card.isMachineMade && <MachineMade locale={locale} />}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <CompareBar locale={locale} />
      </div>
      <p className="mt-4">
        <a className="tap" href={pathTo(locale, "catalogue")}>
          {t("catalogue")}
        </a>
      </p>
    </>
  );
}
