import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { periodText } from "@/components/practice/period-text";
import { whereText } from "@/components/practice/where-text";
import { MachineMade } from "@/components/translation/translation-note";
import { Markdown } from "@/components/ui/markdown";
import { Said } from "@/components/ui/said";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { ObstacleCase } from "@/lib/obstacle/obstacle";

/** How one practice met an obstacle, and what it did or advises: in a few words of its own, else from its sections. */
export async function Case({ one, locale }: { one: ObstacleCase; locale: Locale }) {
  const t = await getTranslations({ locale });
  const address = pathTo(locale, "catalogue", one.slug);
  const { met, constraints, response, advice } = one;
  const place = [whereText(one, locale), await periodText(one.period, locale)].filter(Boolean).join(" · ");
  const passage = (section: "constraints" | "advice", { markdown, whole, lang }: NonNullable<typeof advice>) => (
    <>
      <div className="prose" lang={lang === locale ? undefined : lang}>
        <Markdown text={markdown} />
      </div>
      {!whole && (
        <a className="tap" href={`${address}#${section}`}>
          {t("obstacles.readOn")} <Said said={one.title} locale={locale} />
        </a>
      )}
    </>
  );
  const told: [string, ReactNode][] = [
    [t("obstacles.met"), met && <Said said={met} locale={locale} />],
    [t("section.constraints"), constraints && passage("constraints", constraints)],
    [t("practice.obstacleResponse"), response && <Said said={response} locale={locale} />],
    [t("section.advice"), advice && passage("advice", advice)],
  ];
  const parts = told.filter(([, words]) => words);
  return (
    <article className="mt-8 grid gap-x-12 gap-y-4 border-t-2 border-ink pt-4 wide:grid-cols-[18rem_1fr]">
      <div>
        <p className="font-bold text-brick">{place}</p>
        <h3 className="text-h3">
          <a className="tap" href={address}>
            <Said said={one.title} locale={locale} />
          </a>
        </h3>
        {one.organisation !== one.title.text && <p className="text-muted">{one.organisation}</p>}
        {one.isMachineMade && <MachineMade locale={locale} />}
      </div>
      {parts.length > 0 && (
        <dl className="grid max-w-[66ch] content-start gap-4">
          {parts.map(([term, words], at) => (
            <div key={term} className={at === 0 ? "border-s-4 border-brick ps-4" : "border-s-4 border-line ps-4"}>
              <dt className="font-bold">{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
