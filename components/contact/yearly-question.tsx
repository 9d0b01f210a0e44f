import { getTranslations } from "next-intl/server";
import { RadioGroup, TextArea, TextField } from "@/components/ui/form-field";
import { type Answer, answers, longestDetail } from "@/lib/contact/answer";
import { formatDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { ContactForm, type ContactFormProps, errorWords, ownAnswer } from "./contact-form";

/** “Is it still running?”, with the answer that was chosen in the mail. Opening it answers nothing. */
export async function YearlyQuestion({
  locale,
  action,
  answer,
  chosen,
  lastConfirmed,
  draft,
}: ContactFormProps & { locale: Locale; chosen: Answer | undefined; lastConfirmed?: string; draft: string }) {
  const t = await getTranslations({ locale });
  const own = ownAnswer("answer", answer);
  const { values, errors } = own;
  const labels = { answer: t("contact.answerLabel"), year: t("contact.year"), detail: t("contact.detail") };
  const field = async (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: await errorWords(locale, errors[name]),
  });
  return (
    <section aria-labelledby="question" className="mt-10">
      <h2 id="question" className="text-h2">
        {t("contact.questionTitle")}
      </h2>
      <p className="prose mt-2">{t("contact.questionText")}</p>
      {lastConfirmed && (
        <p className="text-muted">{t("contact.lastConfirmed", { date: formatDate(lastConfirmed, locale) })}</p>
      )}
      <ContactForm
        locale={locale}
        action={action}
        answer={own}
        labels={labels}
        send={t("contact.send")}
        draft={draft}
        wording={{ "not-allowed": t("contact.notAllowed") }}
      >
        <RadioGroup
          {...(await field("answer"))}
          required={t("submit.requiredMark")}
          value={values.answer ?? chosen ?? ""}
          options={answers.map((code) => ({ code, label: t(`contact.answer.${code}`) }))}
        />
        <TextField
          {...(await field("year"))}
          help={t("contact.yearHelp")}
          value={values.year ?? ""}
          inputMode="numeric"
          maxLength={4}
          narrow
        />
        <TextArea
          {...(await field("detail"))}
          help={t("contact.detailHelp")}
          value={values.detail ?? ""}
          rows={4}
          maxLength={longestDetail}
        />
      </ContactForm>
    </section>
  );
}
