import { getTranslations } from "next-intl/server";
import { ErrorSummary, RadioGroup, SelectField, TextArea, TextField, TickField } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { ShortFormState } from "@/lib/form-guard/judge-form";
import { trapField } from "@/lib/form-guard/trap";
import { colon } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { messageLimits } from "@/lib/reader-message/message";

type Option = { code: string; label: string };

/** One question of a form, and how it is answered. */
type Field = { name: string; label: string; help?: string; required?: boolean } & (
  | { as: "line" | "page" | "year" | "name" | "organisation" | "email" }
  /** `most`: the longest answer, in characters, where it is to be short. */
  | { as: "text"; most?: number }
  | { as: "few"; options: Option[] }
  | { as: "list"; options: Option[]; empty: string }
  /** `short`: what the summary of errors calls it. */
  | { as: "consent"; short: string }
);

/** What every form of readers gets from its page. */
export type MessageFormProps = {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  state: ShortFormState;
  /** The name under which a browser keeps what is typed. */
  draft?: string;
};

const lines = {
  line: { maxLength: messageLimits.line },
  page: { maxLength: messageLimits.page },
  year: { maxLength: 4, inputMode: "numeric", narrow: true },
  name: { maxLength: messageLimits.line, autoComplete: "name" },
  organisation: { maxLength: messageLimits.line, autoComplete: "organization" },
  email: { maxLength: messageLimits.email, type: "email", autoComplete: "email" },
} as const;

/** A short form of readers: its questions, and what went wrong. Plain HTML; drafts.js adds drafts where scripts run. */
export async function MessageForm({
  locale,
  action,
  state,
  draft,
  fields,
  send,
  formErrors = {},
}: MessageFormProps & {
  fields: Field[];
  /** The words on the button. */
  send: string;
  /** Words for errors that only this form has, by code. */
  formErrors?: Record<string, string>;
}) {
  const t = await getTranslations({ locale, namespace: "submit" });
  const { values, errors, ticket } = state;
  const { form: formError, ...fieldErrors } = errors;
  const wording = (code: string) => formErrors[code] ?? t(`error.${code as "required"}`);
  const errorOf = (name: string) => (errors[name] ? `${t("errorPrefix")} ${wording(errors[name])}` : undefined);
  const required = t("requiredMark");
  const listed = Object.entries(fieldErrors).map(([name, code]) => {
    const field = fields.find((one) => one.name === name);
    const label = field?.as === "consent" ? field.short : (field?.label ?? t("website2"));
    return { name, message: label + colon(locale) + wording(code) };
  });

  const input = (field: Field) => {
    const { name, label, help } = field;
    const question = { name, label, help, error: errorOf(name), required: field.required ? required : undefined };
    const value = values[name] ?? "";
    switch (field.as) {
      case "text":
        return (
          <TextArea
            key={name}
            {...question}
            value={value}
            rows={field.most === undefined ? 6 : 3}
            maxLength={field.most ?? messageLimits.text}
          />
        );
      case "few":
        return <RadioGroup key={name} {...question} value={value} options={field.options} />;
      case "list":
        return <SelectField key={name} {...question} value={value} options={field.options} empty={field.empty} />;
      case "consent":
        return <TickField key={name} {...question} checked={value !== ""} />;
      default:
        return <TextField key={name} {...question} {...lines[field.as]} value={value} />;
    }
  };

  return (
    <form
      action={action}
      className="max-w-3xl"
      noValidate
      data-draft={draft}
      data-draft-found={t("draftFound")}
      data-draft-delete={t("draftDelete")}
    >
      {formError && <ErrorNotice>{wording(formError)}</ErrorNotice>}
      <ErrorSummary title={t("errorTitle", { count: listed.length })} errors={listed} />
      <input type="hidden" name="ticket" value={ticket} />
      <p className="mt-4 text-muted">{t("required")}</p>
      {fields.map(input)}
      <div className="trap">
        <TextField
          name={trapField}
          label={t("website2")}
          help={t("website2Help")}
          error={errorOf(trapField)}
          value=""
          autoComplete="off"
          skipped
          maxLength={200}
        />
      </div>
      <p>
        <a className="tap" href={pathTo(locale, "privacy")} target="_blank" rel="noreferrer">
          {t("consentMore")}
        </a>
      </p>
      <button type="submit" className="button button-strong mt-4">
        {send}
      </button>
      {draft && <script src="/drafts.js" defer data-own="" />}
    </form>
  );
}
