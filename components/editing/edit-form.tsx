import { getTranslations } from "next-intl/server";
import { ErrorSummary } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import { fieldsOf } from "@/lib/editing/fields";
import { pieceKey } from "@/lib/editing/form";
import type { EditAnswer } from "@/lib/editing/receive";
import { colon } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { EditFields } from "./edit-fields";
import { editLabels } from "./edit-labels";

type Shown = Pick<EditAnswer, "piece" | "typed" | "revision" | "errors" | "elsewhere" | "found">;

/**
 * One part of a practice to be filled in. Plain HTML: every button posts the form, and nothing typed is lost. Where
 * scripts run, edit-draft.js keeps what is typed on this device and paste.js reads what is pasted.
 */
export async function EditForm({
  locale,
  id,
  shown,
  action,
}: {
  locale: Locale;
  id: string;
  shown: Shown;
  action: (data: FormData) => Promise<void>;
}) {
  const [t, labels] = await Promise.all([getTranslations({ locale, namespace: "editing" }), editLabels(locale)]);
  const { piece, typed, revision, errors, elsewhere, found } = shown;
  const fields = fieldsOf(piece);
  const listed = Object.entries(errors).map(([name, code]) => ({
    name,
    message: labels.path(name, fields) + colon(locale) + (labels.error(code) ?? ""),
  }));
  return (
    <form
      action={action}
      noValidate
      className="max-w-3xl"
      data-kept={`${id} ${pieceKey(piece)}`}
      data-kept-found={t("draftFound")}
      data-kept-take={t("draftTake")}
      data-kept-delete={t("draftDelete")}
    >
      <ErrorSummary title={t("errorTitle", { count: listed.length })} errors={listed} />
      {Object.keys(elsewhere).length > 0 && <ErrorNotice>{t("elsewhere")}</ErrorNotice>}
      {/* What the Enter key does in a field: the first button of a form. */}
      <button type="submit" name="intent" value="preview" className="sr-only" tabIndex={-1}>
        {t("preview")}
      </button>
      <input type="hidden" name="revision" value={revision} />
      <EditFields {...{ fields, typed, errors, found, labels, locale, lang: piece.text }} />
      <div className="mt-8 flex flex-wrap gap-4 border-t-4 border-ink pt-4">
        <button type="submit" name="intent" value="save" className="button button-strong">
          {t("save")}
        </button>
        <button type="submit" name="intent" value="preview" className="button">
          {t("preview")}
        </button>
        <button type="submit" name="intent" value="keep" className="button">
          {t("keep")}
        </button>
        <button type="submit" name="intent" value="again" className="sr-only" tabIndex={-1} data-kept-button="">
          {t("draftTake")}
        </button>
      </div>
      <script src="/edit-draft.js" defer data-own="" />
      <script src="/paste.js" defer data-own="" />
    </form>
  );
}
