import { getTranslations } from "next-intl/server";
import { whereText } from "@/components/practice/where-text";
import { MachineMade } from "@/components/translation/translation-note";
import { Markdown } from "@/components/ui/markdown";
import { Said } from "@/components/ui/said";
import { colon, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { Answer, Match } from "@/lib/situation/queries";
import { answered, type Question, type Situation } from "@/lib/situation/situation";
import { ChoiceLinks } from "./choice-links";
import { choiceLabels } from "./labels";

/** What others did in this situation: the practices that meet most of it first, each with the advice it gives. */
export async function SituationAnswer({
  locale,
  situation,
  answer,
}: {
  locale: Locale;
  situation: Situation;
  answer: Answer;
}) {
  const t = await getTranslations({ locale, namespace: "situation" });
  const asked = answered(situation);
  const total = answer.degrees.reduce((sum, { count }) => sum + count, 0);
  const fits = ({ met, count }: Answer["degrees"][number]) =>
    `${t(`fits.${met}of${asked.length}` as "fits.3of3")} (${formatNumber(count, locale)})`;
  return (
    <>
      <div role="status" className="mt-8">
        <p className="font-bold">{t("found", { count: total })}</p>
        {asked.length > 1 && total > 0 && <p>{answer.degrees.map(fits).join(" · ")}</p>}
        {total > answer.matches.length && <p>{t("best", { shown: formatNumber(answer.matches.length, locale) })}</p>}
        {total > 0 && answer.degrees[0]?.met !== asked.length && <p>{t("noneWhole")}</p>}
      </div>
      {answer.degrees
        .map((degree) => ({ ...degree, matches: answer.matches.filter(({ met }) => met.length === degree.met) }))
        .filter(({ matches }) => matches.length > 0)
        .map((degree) => (
          <section key={degree.met} aria-labelledby={`fits-${degree.met}`} className="part">
            <h2 id={`fits-${degree.met}`} className="text-h2">
              {fits(degree)}
            </h2>
            <div className="mt-5 grid gap-8">
              {degree.matches.map((match) => (
                <MatchArticle key={match.id} locale={locale} situation={situation} match={match} />
              ))}
            </div>
          </section>
        ))}
      {asked.length > 1 && total > 0 && (
        <section aria-labelledby="alone" className="no-print part">
          <h2 id="alone" className="text-h2">
            {t("aloneTitle")}
          </h2>
          <ChoiceLinks
            locale={locale}
            counted={answer.alone
              .filter(({ count }) => count > 0)
              .map((one) => ({ ...one, code: situation[one.question] as string }))}
          />
        </section>
      )}
    </>
  );
}

async function MatchArticle({ locale, situation, match }: { locale: Locale; situation: Situation; match: Match }) {
  const t = await getTranslations({ locale });
  const label = await choiceLabels(locale);
  const asked = answered(situation);
  const page = pathTo(locale, "catalogue", match.slug);
  const said = (some: Question[]) => some.map((question) => label(question, situation[question])).join(" · ");
  const unmet = asked.filter((question) => !match.met.includes(question));
  const { word } = match;
  return (
    <article className="border-t-2 border-ink pt-3">
      <p className="text-small font-bold text-brick">{whereText(match, locale)}</p>
      <h3 className="mt-1 text-h3">
        <a className="tap" href={page}>
          <Said said={match.title} locale={locale} />
        </a>
      </h3>
      {match.isMachineMade && <MachineMade locale={locale} />}
      {asked.length > 1 && (
        <ul className="text-small">
          <li>
            <strong>{t("situation.met") + colon(locale)}</strong>
            {said(match.met)}
          </li>
          {unmet.length > 0 && (
            <li className="text-muted">
              <strong>{t("situation.unmet") + colon(locale)}</strong>
              {said(unmet)}
            </li>
          )}
        </ul>
      )}
      {word && (
        <>
          <p className="mt-3 font-bold">{t(`section.${word.section}`)}</p>
          <div className="prose mt-1" lang={word.lang === locale ? undefined : word.lang}>
            <Markdown text={word.markdown} />
          </div>
          {!word.whole && (
            <p>
              <a className="tap" href={word.section === "advice" ? `${page}#advice` : page}>
                {t("situation.more") + colon(locale)}
                <Said said={match.title} locale={locale} />
              </a>
            </p>
          )}
        </>
      )}
    </article>
  );
}
