import { getTranslations } from "next-intl/server";
import { SelectField, TextArea } from "@/components/ui/form-field";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { mostInMessage, type ReviewValues } from "@/lib/review/form";
import { templates } from "@/lib/review/templates";

/** What the contributor is told, with answers to begin from. */
export async function DecisionMessage({
  locale,
  values,
  language,
  error,
}: {
  locale: Locale;
  values: ReviewValues;
  /** The contributor's. */
  language: Locale;
  error: string | undefined;
}) {
  const t = await getTranslations({ locale });
  const named = { language: languageName(language, locale) };
  return (
    <>
      <TextArea
        name="message"
        label={t("desk.message")}
        help={t("desk.messageHelp", named)}
        error={error}
        value={values.message}
        rows={5}
        maxLength={mostInMessage}
        lang={language === locale ? undefined : language}
      />
      <SelectField
        name="template"
        label={t("review.template")}
        help={t("review.templateHelp", named)}
        value={values.template}
        empty={t("review.chooseTemplate")}
        options={templates.map((code) => ({ code, label: t(`template.${code}`) }))}
      />
      <button type="submit" name="intent" value="template" className="button mt-2">
        {t("review.insert")}
      </button>
    </>
  );
}
