import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { facetLabels } from "@/components/catalogue/labels";
import { periodText } from "@/components/practice/period-text";
import { MachineMade } from "@/components/translation/translation-note";
import { Markdown } from "@/components/ui/markdown";
import { Said } from "@/components/ui/said";
import { colon, countryName, formatDate, formatList, formatMoney, formatNumber, languageName } from "@/lib/i18n/format";
import { endonym, type Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { excerptOf } from "@/lib/practice/excerpt";
import { isMachineMade, type PracticeView } from "@/lib/practice/view";
import type { Part } from "@/lib/translation/state";

// What one practice answers to each question of a comparison: one function each, all of the same shape. Nothing where it
// gives no answer.

export type AnswerProps = { practice: PracticeView; locale: Locale };
type Answer = ReactNode;
type SectionName = PracticeView["sections"][number]["name"];

/** How much of a section stands beside the others, in characters; how many figures and names do. */
const most = { characters: 600, figures: 6, names: 5 } as const;

const below = ({ practice, locale }: AnswerProps, id: string) =>
  `${pathTo(locale, "catalogue", practice.slugs[locale])}#${id}`;
/** Several answers to one question, one below the other; nothing where there are none. */
const together = (...answers: Answer[]): Answer => {
  const given = answers.filter(Boolean);
  return given.length === 0 ? undefined : given;
};

export const whatAnswer = (props: AnswerProps): Answer => {
  const { summary, subtitle } = props.practice;
  const text = summary ?? subtitle;
  return text && <Text key="what" {...props} text={text} part={summary === undefined ? "subtitle" : "summary"} />;
};

export function whereAnswer({ practice, locale }: AnswerProps): Answer {
  const areas = practice.places.filter(({ role }) => role !== "served").map(({ shown }) => shown);
  const names = [...new Set(areas)].slice(0, most.names);
  const countries = practice.countries.map((code) => countryName(code, locale));
  return [...names, ...countries.filter((name) => !names.includes(name))].join(", ");
}

export async function whenAnswer({ practice, locale }: AnswerProps): Promise<Answer> {
  const [when, label] = await Promise.all([periodText(practice.period, locale), facetLabels(locale)]);
  const status = practice.status === "unknown" ? undefined : label("status", practice.status);
  return together(
    when && <p key="when">{when}</p>,
    practice.period.note && (
      <p key="note" className="note">
        <Said said={practice.period.note} locale={locale} />
      </p>
    ),
    status && <p key="status">{status}</p>,
  );
}

export async function whoAnswer({ practice, locale }: AnswerProps): Promise<Answer> {
  const t = await getTranslations({ locale });
  const leads = practice.organisations.filter(({ roles }) => roles.includes("lead"));
  const partners = practice.organisations.filter(({ roles }) => !roles.includes("lead") && roles.includes("partner"));
  const more = partners.length > most.names && "…";
  const names = partners.slice(0, most.names).map(({ name }) => name);
  return together(
    ...leads.map((one) => (
      <div key={one.name}>
        {one.name}
        <div className="note">
          {[one.type && t(`organisation.${one.type}`), one.size && t(`size.${one.size}`)].filter(Boolean).join(" · ")}
        </div>
      </div>
    )),
    names.length > 0 && (
      <p key="partners">{t("role.partner") + colon(locale) + [...names, more].filter(Boolean).join(", ")}</p>
    ),
  );
}

export async function forWhomAnswer({ practice, locale }: AnswerProps): Promise<Answer> {
  const [t, label] = await Promise.all([getTranslations({ locale, namespace: "practice" }), facetLabels(locale)]);
  const { direct, final, peopleReached } = practice.audiences;
  const labels = (codes: readonly string[]) => codes.map((code) => label("audience", code)).join(", ");
  return together(
    direct.length > 0 && <p key="direct">{labels(direct)}</p>,
    final.length > 0 && <p key="final">{t("finally") + colon(locale) + labels(final)}</p>,
    peopleReached !== undefined && (
      <p key="reached">{t("reached") + colon(locale) + formatNumber(peopleReached, locale)}</p>
    ),
  );
}

export async function obstaclesAnswer({ practice, locale }: AnswerProps): Promise<Answer> {
  const label = await facetLabels(locale);
  return (
    practice.obstacles.length > 0 && (
      <ul key="obstacles">
        {practice.obstacles.map(({ code }) => (
          <li key={code}>
            <a className="tap" href={pathTo(locale, "obstacles", code)}>
              {label("obstacle", code)}
            </a>
          </li>
        ))}
      </ul>
    )
  );
}

export async function howAnswer(props: AnswerProps): Promise<Answer> {
  const { practice, locale } = props;
  const t = await getTranslations({ locale });
  const { formats, settings, price } = practice.delivery;
  const ways = [...formats, ...settings, ...(price ? [price] : [])].map((way) => t(`delivery.${way}`));
  return together(
    ways.length > 0 && <p key="ways">{formatList(ways, locale)}</p>,
    await sectionAnswer(props, "activities", "presentation", "tools"),
  );
}

export async function moneyAnswer(props: AnswerProps): Promise<Answer> {
  const { practice, locale } = props;
  const t = await getTranslations({ locale, namespace: "practice" });
  const { lines, total, currency = "EUR", frequency, notKnown } = practice.funding;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const per = (how: typeof frequency) => (how ? ` (${t(`frequency.${how}`)})` : "");
  return together(
    total !== undefined && (
      <p key="total" className="font-bold">
        {money(total) + per(frequency)}
      </p>
    ),
    !notKnown && lines.length > 0 && (
      <ul key="lines">
        {lines.map((line) => (
          <li key={line.source.text}>
            <Said said={line.source} locale={locale} />
            {line.amount !== undefined && colon(locale) + money(line.amount) + per(line.frequency)}
          </li>
        ))}
      </ul>
    ),
    await sectionAnswer(props, "costs"),
  );
}

export async function outcomeAnswer(props: AnswerProps): Promise<Answer> {
  const { practice, locale } = props;
  const t = await getTranslations({ locale });
  const figures = practice.indicators.filter(({ value }) => value !== undefined);
  return together(
    figures.length > 0 && (
      <ul key="figures">
        {figures.slice(0, most.figures).map((one) => {
          const number = formatNumber(one.value ?? 0, locale);
          return (
            <li key={`${one.kind} ${one.label.text}`}>
              <Said said={one.label} locale={locale} />
              {colon(locale)}
              <strong>
                {one.qualifier ? t(`practice.${one.qualifier}`, { value: number }) : number}
                {one.unit && (
                  <>
                    {" "}
                    <Said said={one.unit} locale={locale} />
                  </>
                )}
              </strong>
              {one.kind === "target" && ` (${t("compare.target")})`}
            </li>
          );
        })}
      </ul>
    ),
    figures.length > most.figures && (
      <a key="more" className="tap" href={below(props, "indicators")}>
        {t("compare.moreFigures")}
      </a>
    ),
    await sectionAnswer(props, "results", "benefits"),
  );
}

export async function evidenceAnswer({ practice, locale }: AnswerProps): Promise<Answer> {
  const [t, label] = await Promise.all([getTranslations({ locale, namespace: "practice" }), facetLabels(locale)]);
  const { evidence, lastConfirmed } = practice;
  return together(
    <p key="evidence">{label("evidence", evidence)}</p>,
    lastConfirmed && (
      <p key="confirmed" className="note">
        {t("confirmed") + colon(locale) + formatDate(lastConfirmed, locale)}
      </p>
    ),
  );
}

export async function languagesAnswer({ practice, locale }: AnswerProps): Promise<Answer> {
  const t = await getTranslations({ locale });
  const given = practice.delivery.languages.map((code) => languageName(code, locale));
  return together(
    given.length > 0 && <p key="given">{t("compare.givenIn", { languages: formatList(given, locale) })}</p>,
    <p key="read">
      {t("practice.languages") + colon(locale)}
      {practice.languages.map((one, at) => (
        <span key={one}>
          {at > 0 && ", "}
          <a className="tap" href={pathTo(one, "catalogue", practice.slugs[one])} hrefLang={one} lang={one}>
            {endonym(one)}
          </a>
        </span>
      ))}
    </p>,
  );
}

/** The first of these sections that a practice has, shortened after a paragraph, with the way to the whole of it. */
export async function sectionAnswer(props: AnswerProps, ...names: SectionName[]): Promise<Answer> {
  const { practice, locale } = props;
  const section = names.flatMap((name) => practice.sections.find((one) => one.name === name) ?? [])[0];
  if (!section) return undefined;
  const t = await getTranslations({ locale });
  const { markdown, whole } = excerptOf(section.markdown, most.characters);
  return together(
    <Text key="text" {...props} text={markdown} part={section.name} />,
    !whole && (
      <a key="whole" className="tap" href={below(props, section.name)}>
        {t("compare.whole", { part: t(`section.${section.name}`) })}
      </a>
    ),
  );
}

/** Words of a part of the text, and whether a machine made them. */
const Text = ({ practice, locale, text, part }: AnswerProps & { text: string; part: Part }) => (
  <>
    <div className="prose" lang={practice.lang === locale ? undefined : practice.lang}>
      <Markdown text={text} />
    </div>
    {isMachineMade(practice.translation, part) && <MachineMade locale={locale} />}
  </>
);
