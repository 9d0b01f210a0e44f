import { getTranslations } from "next-intl/server";
import { PracticeArticle } from "@/components/practice/practice-article";
import { ErrorNotice } from "@/components/ui/notice";
import type { Likely } from "@/lib/duplicate/queries";
import type { Locale } from "@/lib/i18n/locales";
import type { FormValues, Submitted } from "@/lib/submission/form";
import { previewOf } from "@/lib/submission/preview";
import { LikelyDuplicates } from "./likely-duplicates";

/** What was typed once more, as readers will see it, with the ways to send it or to go back: nothing is stored yet. */
export async function SubmissionReview({
  locale,
  action,
  values,
  submitted,
  ticket,
  revision,
  revisionField = "revision",
  error,
  likely = [],
}: {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  values: FormValues;
  submitted: Submitted;
  ticket: string;
  /** The revision of the practice that the form was filled in from, or of the draft, and the field that holds it. */
  revision?: number;
  revisionField?: "revision" | "draftRevision";
  error?: string;
  /** Published practices that may be the same. */
  likely?: Likely[];
}) {
  const t = await getTranslations({ locale, namespace: "submit" });
  const { sender, note } = submitted;
  const own = [sender.name, sender.email].filter(Boolean).join(", ");
  return (
    <>
      <h1 className="text-h1">{t("previewTitle")}</h1>
      <p className="prose mt-2">{t("previewIntro")}</p>
      {error && <ErrorNotice>{t(`error.${error as "too-fast"}`)}</ErrorNotice>}
      <LikelyDuplicates likely={likely} locale={locale} />
      <form action={action} className="mt-4">
        <input type="hidden" name="ticket" value={ticket} />
        {revision !== undefined && <input type="hidden" name={revisionField} value={revision} />}
        {Object.entries(values).flatMap(([name, value]) =>
          [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
        )}
        <div className="flex flex-wrap gap-4">
          <button type="submit" name="intent" value="send" className="button button-strong">
            {t("send")}
          </button>
          <button type="submit" name="intent" value="back" className="button">
            {t("back")}
          </button>
        </div>
      </form>
      <div className="mt-6 border-4 border-line p-4" lang={submitted.language}>
        <PracticeArticle practice={previewOf(submitted)} locale={submitted.language} level={2} isPreview />
      </div>
      {(own || note) && (
        <>
          <h2 className="mt-6 text-h3">{t("yourData")}</h2>
          {own && <p>{own}</p>}
          {note && <p className="whitespace-pre-line">{note}</p>}
        </>
      )}
    </>
  );
}
