import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { ChoiceGroups, ChoiceLinks } from "@/components/situation/choice-links";
import { situationTitle } from "@/components/situation/labels";
import { LeadOn } from "@/components/situation/lead-on";
import { SituationAnswer } from "@/components/situation/situation-answer";
import { SituationForm } from "@/components/situation/situation-form";
import { readSearch, type SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { answerSituation, countChoices } from "@/lib/situation/queries";
import { answered, formatSituation, parseSituation } from "@/lib/situation/situation";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { situation } = parseSituation(readSearch(await searchParams));
  const t = await getTranslations({ locale, namespace: "situation" });
  return headOf({
    locale,
    alternates: alternatesOf("situation", { search: formatSituation(situation) }),
    title: await situationTitle(locale, situation),
    description: t("lead"),
    image: `/og/${locale}/ponte`,
    // Endless combinations are for people, not for search engines.
    index: answered(situation).length === 0,
  });
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { situation, ignored } = parseSituation(readSearch(await searchParams));
  const [t, title, answer] = await Promise.all([
    getTranslations({ locale, namespace: "situation" }),
    situationTitle(locale, situation),
    answerSituation(locale, situation),
  ]);
  const isAsked = answered(situation).length > 0;
  const isMet = answer.matches.length > 0;
  const counted = isMet ? [] : await countChoices();
  return (
    <PageFrame
      locale={locale}
      alternates={alternatesOf("situation", { search: formatSituation(situation) })}
      current="situation"
    >
      <h1 className="max-w-[28ch] text-h1">{title}</h1>
      {!isAsked && <p className="mt-3 max-w-[60ch] text-lead">{t("lead")}</p>}
      {ignored.length > 0 && (
        <ul className="mt-4 border-s-4 border-brick bg-wash px-4 py-3">
          {ignored.map(({ name, value }) => (
            <li key={`${name} ${value}`}>{t("ignored", { value })}</li>
          ))}
        </ul>
      )}
      <SituationForm locale={locale} situation={situation} />
      {isAsked && <SituationAnswer locale={locale} situation={situation} answer={answer} />}
      {counted.length > 0 && (
        <section aria-labelledby="begin" className="part">
          <h2 id="begin" className="text-h2">
            {isAsked ? t("nothingTitle") : t("beginTitle")}
          </h2>
          {isAsked ? (
            <>
              <p className="prose mt-2">{t("nothingText")}</p>
              <ChoiceGroups locale={locale} counted={counted} />
            </>
          ) : (
            <ChoiceLinks locale={locale} counted={counted.filter(({ question }) => question === "obstacle")} />
          )}
        </section>
      )}
      <LeadOn locale={locale} obstacle={situation.obstacle} />
    </PageFrame>
  );
}
