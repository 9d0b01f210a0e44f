import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { colon } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { PracticeView } from "@/lib/practice/view";

/** What stood in the way of a practice and what was done about it; each leads to who else has met it. */
export async function Obstacles({ practice, locale }: { practice: PracticeView; locale: Locale }) {
  const t = await getTranslations({ locale });
  const link = (code: (typeof practice.obstacles)[number]["code"]) => (
    <a className="tap" href={pathTo(locale, "obstacles", code)}>
      {t(`obstacle.${code}`)}
    </a>
  );
  const told = practice.obstacles.filter(({ met, response }) => met || response);
  const named = practice.obstacles.filter(({ met, response }) => !met && !response);
  return (
    <>
      {told.length > 0 && (
        <dl className="mt-2 max-w-[66ch]">
          {told.map(({ code, met, response }) => (
            <div key={code}>
              <dt className="font-bold">{link(code)}</dt>
              {met && (
                <dd>
                  <Said said={met} locale={locale} />
                </dd>
              )}
              {response && (
                <dd>
                  {t("practice.obstacleResponse") + colon(locale)}
                  <Said said={response} locale={locale} />
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
      {named.length > 0 && (
        <ul className="mt-2">
          {named.map(({ code }) => (
            <li key={code}>{link(code)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
