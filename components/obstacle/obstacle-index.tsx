import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { obstacleGroupNames, obstacleGroups } from "@/lib/obstacle/obstacle";
import type { Obstacle } from "@/lib/practice/vocabulary";

/** Every obstacle with what it means and how many practices have met it; those that none has met are in the shade. */
export async function ObstacleIndex({ counts, locale }: { counts: Record<Obstacle, number>; locale: Locale }) {
  const t = await getTranslations({ locale });
  return (
    <>
      {obstacleGroupNames.map((group) => (
        <section key={group} aria-labelledby={group} className="part">
          <h2 id={group} className="text-h2">
            {t(`obstacles.${group}`)}
          </h2>
          <ul className="mt-5 grid gap-x-10 gap-y-8 sm:grid-cols-2 wide:grid-cols-3">
            {obstacleGroups[group].map((code) => (
              <li key={code} className={`card border-t-8 pt-3 ${counts[code] > 0 ? "border-rule" : "border-line"}`}>
                <h3 className="text-h3">
                  <a className="no-underline" href={pathTo(locale, "obstacles", code)}>
                    {t(`obstacle.${code}`)}
                  </a>
                </h3>
                <p className="mt-1">{t(`obstacleText.${code}`)}</p>
                <p className={counts[code] > 0 ? "mt-1 font-bold" : "mt-1 text-muted"}>
                  {t("obstacles.count", { count: counts[code] })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="invite" className="aside part">
        <h2 id="invite" className="text-h2">
          {t("obstacles.inviteTitle")}
        </h2>
        <p className="prose mt-2">{t("obstacles.inviteText")}</p>
        <a className="button button-strong mt-4" href={pathTo(locale, "submit")}>
          {t("site.submit")}
        </a>
      </section>
    </>
  );
}
