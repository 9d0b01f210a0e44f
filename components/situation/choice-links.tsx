import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Counted } from "@/lib/situation/queries";
import { questions } from "@/lib/situation/situation";
import { choiceLabels, situationAddress } from "./labels";

/** Single choices, each a link to what there is for it, with how many practices that are. */
export async function ChoiceLinks({ locale, counted }: { locale: Locale; counted: Counted[] }) {
  const label = await choiceLabels(locale);
  return (
    <ul className="mt-4 flex flex-wrap gap-2">
      {counted.map(({ question, code, count }) => (
        <li key={`${question} ${code}`}>
          <a className="chip" href={situationAddress(locale, { [question]: code })}>
            {label(question, code)} ({formatNumber(count, locale)})
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Single choices under the question that each answers. */
export async function ChoiceGroups({ locale, counted }: { locale: Locale; counted: Counted[] }) {
  const t = await getTranslations({ locale, namespace: "situation" });
  const groups = questions.map((question) => ({ question, own: counted.filter((one) => one.question === question) }));
  return groups
    .filter(({ own }) => own.length > 0)
    .map(({ question, own }) => (
      <section key={question} className="mt-6">
        <h3 className="text-h3">{t(`hint.${question}`)}</h3>
        <ChoiceLinks locale={locale} counted={own} />
      </section>
    ));
}
