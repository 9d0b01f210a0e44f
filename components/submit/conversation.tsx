import { getTranslations } from "next-intl/server";
import { fieldWords } from "@/components/desk/field-words";
import { TextArea } from "@/components/ui/form-field";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Said } from "@/lib/submission/queries";
import type { AnswerState } from "@/lib/submission/receive";

/** What the editors and the contributor have written to each other, in its order, with a form to answer. */
export async function Conversation({
  said,
  language,
  locale,
  action,
  ticket,
  answer,
}: {
  said: Said[];
  /** The language that they write in. */
  language: Locale;
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  ticket: string;
  answer?: AnswerState;
}) {
  const [t, fields] = await Promise.all([getTranslations({ locale }), fieldWords(locale)]);
  const lang = language === locale ? undefined : language;
  return (
    <section aria-labelledby="conversation" className="mt-10 max-w-3xl">
      <h2 id="conversation" className="text-h2">
        {t("contributor.conversation")}
      </h2>
      {said.length === 0 ? (
        <p className="mt-2">{t("contributor.conversationEmpty")}</p>
      ) : (
        <ol className="mt-3 grid gap-4">
          {said.map(({ id, at, author, text, field }) => (
            <li
              key={id}
              className={`ps-4 ${author === "editor" ? "border-s-4 border-brick" : "border-s-4 border-line"}`}
            >
              <p className="text-small text-muted">
                {author === "editor"
                  ? t("contributor.fromEditor", { date: formatMoment(at, locale) })
                  : t("contributor.fromYou", { date: formatMoment(at, locale) })}
              </p>
              {field && <p className="font-bold">{t("contributor.about", { field: fields.heading(field) })}</p>}
              <p className="whitespace-pre-line" lang={lang}>
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
      <form action={action} className="mt-4" noValidate>
        <input type="hidden" name="ticket" value={ticket} />
        <TextArea
          {...{ name: "answer", label: t("contributor.answer"), help: t("contributor.answerHelp") }}
          error={answer && `${t("submit.errorPrefix")} ${t(`submit.error.${answer.error as "required"}`)}`}
          value={answer?.text ?? ""}
          rows={4}
          maxLength={5000}
        />
        <button type="submit" className="button mt-3">
          {t("contributor.sendAnswer")}
        </button>
      </form>
    </section>
  );
}
