import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { answered, choices, questions, type Situation } from "@/lib/situation/situation";
import { choiceLabels } from "./labels";

/** The sentence to be completed: three lists to choose from, nothing to type. What is left open stands for anything. */
export async function SituationForm({ locale, situation }: { locale: Locale; situation: Situation }) {
  const t = await getTranslations({ locale, namespace: "situation" });
  const label = await choiceLabels(locale);
  return (
    <form
      method="get"
      action={pathTo(locale, "situation")}
      aria-label={t("form")}
      className="no-print aside mt-6 grid gap-5 wide:grid-cols-3"
    >
      {questions.map((question) => (
        <p key={question}>
          <label htmlFor={question}>
            <span className="text-h3 font-bold">{t(`start.${question}`)}</span>{" "}
            <span className="note">{t(`hint.${question}`)}</span>
          </label>
          <select id={question} name={question} defaultValue={situation[question] ?? ""} className="field choice mt-1">
            <option value="">{label(question)}</option>
            {choices[question].map((code) => (
              <option key={code} value={code}>
                {label(question, code)}
              </option>
            ))}
          </select>
        </p>
      ))}
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2 wide:col-span-3">
        <button type="submit" className="button button-strong">
          {t("show")}
        </button>{" "}
        {answered(situation).length > 0 && (
          <a className="tap" href={pathTo(locale, "situation")}>
            {t("again")}
          </a>
        )}
      </p>
    </form>
  );
}
