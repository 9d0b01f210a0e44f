import { getTranslations } from "next-intl/server";
import { SelectField, TextArea } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { ListedTerm } from "@/lib/term/queries";
import { termLimits } from "@/lib/term/term";

/** What an editor does with a proposed word. */
export async function TermDecision({
  term,
  concepts,
  locale,
  answer,
  action,
}: {
  term: ListedTerm & { answerIn: Locale | undefined };
  concepts: { code: string; label: string }[];
  locale: Locale;
  answer: DeskAnswer | undefined;
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "wordDesk" });
  const error = answer?.error && t(`error.${answer.error as "conflict"}`);
  return (
    <form action={action} className="mt-6 max-w-3xl" noValidate>
      {error && <ErrorNotice>{error}</ErrorNotice>}
      <p>{t(`help.${term.kind}`)}</p>
      {term.kind === "thesaurus" && (
        <SelectField
          name="concept"
          label={t("concept")}
          error={answer?.error === "not-found" ? error : undefined}
          value=""
          empty={t("chooseConcept")}
          options={concepts}
        />
      )}
      <TextArea
        name="answer"
        label={t("answer")}
        help={term.answerIn ? t("answerHelp", { language: languageName(term.answerIn, locale) }) : t("noAddress")}
        error={answer?.error === "message-missing" ? error : undefined}
        value={answer?.typed ?? ""}
        rows={4}
        maxLength={termLimits.answer}
      />
      <div className="mt-4 flex flex-wrap gap-4">
        <button type="submit" name="state" value="accepted" className="button button-strong">
          {t("accept")}
        </button>
        <button type="submit" name="state" value="rejected" className="button">
          {t("reject")}
        </button>
      </div>
    </form>
  );
}
