import { getTranslations } from "next-intl/server";
import { CheckboxGroup, ErrorSummary, RadioGroup, SelectField, TextField } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import { roles } from "@/lib/desk/rights";
import { languageName } from "@/lib/i18n/format";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { PersonAnswer, TypedPerson } from "@/lib/people/person";

/** Who somebody at the desk is: to invite them, or to change what is known of them. */
export async function PersonForm({
  locale,
  action,
  answer,
  values,
  submit,
  invites = false,
}: {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  answer: PersonAnswer | undefined;
  values: TypedPerson;
  /** What the button says. */
  submit: string;
  /** An invitation asks for the address too; afterwards it is who they are and stays. */
  invites?: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "people" });
  const errors = Object.entries(answer?.errors ?? {}).map(([name, code]) => ({
    name,
    message: t(`error.${code as "required"}`),
  }));
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const languages = locales.map((code) => ({ code, label: languageName(code, locale) }));
  return (
    <>
      <ErrorSummary title={t("refused")} errors={errors} />
      {answer?.error && <ErrorNotice>{t(`error.${answer.error as "conflict"}`)}</ErrorNotice>}
      <form action={action} noValidate className="max-w-xl">
        <TextField
          name="name"
          label={t("name")}
          required={t("required")}
          value={values.name}
          error={errorOf("name")}
          maxLength={100}
        />
        {invites && (
          <TextField
            name="email"
            type="email"
            label={t("email")}
            required={t("required")}
            value={values.email}
            error={errorOf("email")}
            maxLength={254}
          />
        )}
        <RadioGroup
          name="role"
          label={t("role")}
          help={t("roleHelp")}
          value={values.role}
          error={errorOf("role")}
          options={roles.map((code) => ({ code, label: t(`roleText.${code}`) }))}
        />
        <CheckboxGroup
          name="languages"
          label={t("languages")}
          help={t("languagesHelp")}
          values={values.languages}
          error={errorOf("languages")}
          options={languages}
        />
        <SelectField
          name="locale"
          label={t("mailLanguage")}
          empty={t("choose")}
          value={values.locale}
          error={errorOf("locale")}
          options={languages}
        />
        <button type="submit" className="button button-strong mt-6">
          {submit}
        </button>
      </form>
    </>
  );
}
