import { getTranslations } from "next-intl/server";
import { CheckboxGroup, ErrorSummary, SelectField, TextArea, TextField, TickField } from "@/components/ui/form-field";
import type { FormErrors } from "@/lib/form-fields";
import { trapField } from "@/lib/form-guard/trap";
import { colon } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { terms } from "@/lib/retention/terms";
import type { FormKind, FormValues } from "@/lib/submission/form";
import { type Question, submissionQuestions } from "./questions";

type Props = {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  values: FormValues;
  errors: FormErrors;
  ticket: string;
  /** What the form is for; a new practice, or one that is sent again, where it is not said. */
  kind?: FormKind;
  /** The revision of the practice that it was filled in from, or of the draft. */
  revision?: number;
  /** The field that holds it. */
  revisionField?: "revision" | "draftRevision";
  /** Whether it may be kept unfinished. */
  mayKeep?: boolean;
  /** The name under which a browser keeps what is typed; none where there is something to start from already. */
  draft?: string;
};

/** The form by which a practice comes in. Plain HTML; drafts.js adds drafts and counters where scripts run. */
export async function SubmissionForm({ locale, action, values, errors, ticket, draft, ...more }: Props) {
  const { kind = "submission", revision, revisionField = "revision", mayKeep = false } = more;
  const [t, groups] = await Promise.all([getTranslations({ locale }), submissionQuestions(locale, kind)]);
  const required = t("submit.requiredMark");
  const errorOf = (name: string) => {
    const code = errors[name];
    return code === undefined ? undefined : `${t("submit.errorPrefix")} ${t(`submit.error.${code as "required"}`)}`;
  };
  const one = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const questions = groups.flatMap((group) => group.questions);
  const named = (name: string): string =>
    questions.find((question) => question.name === name)?.label ?? t("readerMessage.agreement");
  const listed = Object.keys(errors).map((name) => ({
    name,
    message:
      name === trapField || name === "form"
        ? (errorOf(name) ?? "")
        : named(name) + colon(locale) + t(`submit.error.${errors[name] as "required"}`),
  }));
  const show = ({ required: isRequired, ...question }: Question) => {
    const { name } = question;
    const common = { ...question, error: errorOf(name), required: isRequired ? required : undefined };
    // Whoever has opened the form in a language most often writes in it.
    const value = one(name) || (name === "language" ? locale : "");
    if (common.kind === "line") return <TextField key={name} {...common} value={value} />;
    if (common.kind === "text") return <TextArea key={name} {...common} value={value} />;
    if (common.kind === "one") return <SelectField key={name} {...common} value={value} />;
    return <CheckboxGroup key={name} {...common} values={[values[name] ?? []].flat()} />;
  };
  const consent = {
    submission: t("submit.consent"),
    correction: t("submit.consentCorrection"),
    entry: t("submit.consentSpoken"),
  };

  return (
    <form
      action={action}
      className="max-w-3xl"
      noValidate
      data-draft={draft}
      data-draft-found={t("submit.draftFound")}
      data-draft-delete={t("submit.draftDelete")}
      data-characters={t.raw("submit.characters")}
      lang={locale}
    >
      <ErrorSummary title={t("submit.errorTitle", { count: listed.length })} errors={listed} />
      <input type="hidden" name="ticket" value={ticket} />
      {revision !== undefined && <input type="hidden" name={revisionField} value={revision} />}
      {kind === "correction" && <input type="hidden" name="language" value={one("language")} />}
      <p id="field-form" className="mt-4 text-muted">
        {t("submit.required")}
      </p>
      {groups.map((group) => (
        <div key={group.title ?? ""}>
          {group.title && <h2 className="mt-10 border-t-4 border-ink pt-3 text-h2">{group.title}</h2>}
          {group.questions.map(show)}
        </div>
      ))}
      <div className="trap">
        <TextField
          {...{ name: trapField, label: t("submit.website2"), help: t("submit.website2Help") }}
          error={errorOf(trapField)}
          value={one(trapField)}
          autoComplete="off"
          skipped
          maxLength={200}
        />
      </div>
      <TickField
        {...{ name: "consent", label: consent[kind], error: errorOf("consent"), required }}
        checked={one("consent") !== ""}
      />
      <div>
        <a className="tap" href={pathTo(locale, "privacy")} target="_blank" rel="noreferrer">
          {t("submit.consentMore")}
        </a>
      </div>
      {kind === "entry" ? (
        <button type="submit" name="intent" value="send" className="button button-strong mt-6">
          {t("entry.save")}
        </button>
      ) : (
        <button type="submit" name="intent" value="check" className="button button-strong mt-6">
          {t("submit.check")}
        </button>
      )}
      {mayKeep && (
        <div className="mt-6 border-t-2 border-line pt-4">
          <p id="keep-help" className="text-small text-muted">
            {t("submit.keepHelp", { days: String(terms.serverDraft.days) })}
          </p>
          <button type="submit" name="intent" value="keep" className="button mt-2" aria-describedby="keep-help">
            {t("submit.keep")}
          </button>
        </div>
      )}
      <script src="/drafts.js" defer data-own="" />
    </form>
  );
}
