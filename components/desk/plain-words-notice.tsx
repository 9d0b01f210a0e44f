import { getTranslations } from "next-intl/server";
import { ErrorSummary } from "@/components/ui/form-field";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import type { PlainWordsAnswer, PlainWordsDraft } from "@/lib/desk/plain-words";
import { colon, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { limits } from "@/lib/practice/practice";

/** What became of the versions in plain words, at the top of the page: their form stands further down. */
export async function PlainWordsNotice({
  locale,
  saved,
  answer,
  drafts,
}: {
  locale: Locale;
  saved: boolean;
  answer: PlainWordsAnswer | undefined;
  drafts: PlainWordsDraft[];
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const errors = drafts.flatMap(({ lang, name, error }) =>
    error
      ? [
          {
            name,
            message:
              languageName(lang, locale) +
              colon(locale) +
              t(`plainWordsError.${error}`, { words: String(limits.plainWords) }),
          },
        ]
      : [],
  );
  const toForm = (words: string) => (
    <a className="tap" href="#write-plain-words">
      {words}
    </a>
  );
  if (answer?.error) {
    return (
      <ErrorNotice>{toForm(t(answer.error === "conflict" ? "plainWordsConflict" : "error.not-allowed"))}</ErrorNotice>
    );
  }
  if (answer && errors.length > 0) return <ErrorSummary title={t("plainWordsRefused")} errors={errors} />;
  if (!answer && !saved) return null;
  return <DoneNotice>{answer ? toForm(t("plainWordsChecked")) : t("plainWordsSaved")}</DoneNotice>;
}
