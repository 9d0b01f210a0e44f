import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { Situation } from "@/lib/situation/situation";
import { choiceLabels } from "./labels";

/** Where to go on from here: the obstacle's own page, the whole catalogue, the form for one's own practice. */
export async function LeadOn({ locale, obstacle }: { locale: Locale; obstacle: Situation["obstacle"] }) {
  const t = await getTranslations({ locale });
  const label = await choiceLabels(locale);
  return (
    <ul className="no-print mt-8">
      {obstacle && (
        <li>
          <a className="tap" href={pathTo(locale, "obstacles", obstacle)}>
            {t("situation.obstacleMore", { obstacle: label("obstacle", obstacle) })}
          </a>
        </li>
      )}
      <li>
        <a className="tap" href={pathTo(locale, "catalogue")}>
          {t("catalogue.emptyAll")}
        </a>
      </li>
      <li>
        <a className="tap" href={pathTo(locale, "submit")}>
          {t("catalogue.emptySubmit")}
        </a>
      </li>
    </ul>
  );
}
