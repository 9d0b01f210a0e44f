import { getTranslations } from "next-intl/server";
import { SelectField, TextArea } from "@/components/ui/form-field";
import type { Locale } from "@/lib/i18n/locales";
import { commentFields } from "@/lib/review/field";
import { mostComments, mostInComment, type ReviewValues } from "@/lib/review/form";
import { fieldWords } from "./field-words";

/** Rows for comments, each on one field; a button makes room for one more. */
export async function CommentRows({
  locale,
  comments,
  original,
  language,
}: {
  locale: Locale;
  comments: ReviewValues["comments"];
  /** The language that the practice was written in. */
  original: Locale;
  /** The contributor's. */
  language: Locale;
}) {
  const [t, said] = await Promise.all([getTranslations({ locale, namespace: "review" }), fieldWords(locale)]);
  const options = commentFields(original).map((path) => ({ code: path, label: said.heading(path) }));
  return (
    <fieldset className="mt-5">
      <legend className="font-bold">{t("comments")}</legend>
      {comments.map(({ field, text }, at) => {
        const number = String(at + 1);
        return (
          <div key={number} className="border-s-4 border-line ps-4">
            <SelectField
              name={`commentField-${number}`}
              label={t("commentField", { number })}
              value={field}
              empty={t("whole")}
              options={options}
            />
            <TextArea
              name={`commentText-${number}`}
              label={t("commentText", { number })}
              value={text}
              rows={2}
              maxLength={mostInComment}
              lang={language === locale ? undefined : language}
            />
          </div>
        );
      })}
      {comments.length < mostComments && (
        <button type="submit" name="intent" value="row" className="button mt-3">
          {t("moreRows")}
        </button>
      )}
    </fieldset>
  );
}
