import { getTranslations } from "next-intl/server";
import { CheckboxGroup, ErrorSummary, SelectField, TextArea, TextField, TickField } from "@/components/ui/form-field";
import type { FormErrors } from "@/lib/form-fields";
import { trapField } from "@/lib/form-guard/trap";
import { byLabel, colon, countryName } from "@/lib/i18n/format";
import { endonym, type Locale, locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { limits } from "@/lib/practice/practice";
import { audiences, countries, obstacles, organisationTypes, themes } from "@/lib/practice/vocabulary";
import type { FormValues } from "@/lib/submission/form";

type Props = {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  values: FormValues;
  errors: FormErrors;
  ticket: string;
  /** The name under which a browser keeps what is typed; none where there is something to start from already. */
  draft?: string;
};

/** The form by which a practice comes in. Plain HTML; drafts.js adds drafts and counters where scripts run. */
export async function SubmissionForm({ locale, action, values, errors, ticket, draft }: Props) {
  const t = await getTranslations({ locale });
  const required = t("submit.requiredMark");
  const errorOf = (name: string) => {
    const code = errors[name];
    return code === undefined ? undefined : `${t("submit.errorPrefix")} ${t(`submit.error.${code as "required"}`)}`;
  };
  const one = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const question = (name: string, label: string, help?: string) => ({ name, label, help, error: errorOf(name) });
  const labels = {
    language: t("submit.language"),
    title: t("submit.fieldTitle"),
    summary: t("submit.summary"),
    description: t("submit.description_"),
    country: t("submit.country"),
    theme: t("submit.theme"),
    organisation: t("submit.organisation"),
    contactEmail: t("submit.contactEmail"),
  };
  const named = (name: string): string =>
    labels[name as keyof typeof labels] ??
    (name === "consent" ? t("readerMessage.agreement") : t(`submit.${name as "website"}`));
  const story = (name: "costs" | "results" | "benefits" | "constraints" | "advice" | "nextSteps") => (
    <TextArea
      {...question(name, t(`submit.${name}`), t(`submit.${name}Help`))}
      value={one(name)}
      rows={4}
      maxLength={limits.section}
    />
  );
  const listed = Object.keys(errors).map((name) => ({
    name,
    message:
      name === trapField || name === "form"
        ? (errorOf(name) ?? "")
        : named(name) + colon(locale) + t(`submit.error.${errors[name] as "required"}`),
  }));

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
      <p className="mt-4 text-muted">{t("submit.required")}</p>
      <SelectField
        {...question("language", labels.language, t("submit.languageHelp"))}
        required={required}
        value={one("language") || locale}
        empty={t("submit.chooseLanguage")}
        options={locales.map((code) => ({ code, label: endonym(code) }))}
      />

      <h2 className="mt-10 border-t-4 border-ink pt-3 text-h2">{t("submit.whatTitle")}</h2>
      <TextField
        {...question("title", labels.title, t("submit.titleHelp"))}
        required={required}
        value={one("title")}
        maxLength={limits.title}
      />
      <TextArea
        {...question("summary", labels.summary, t("submit.summaryHelp"))}
        required={required}
        value={one("summary")}
        rows={3}
        maxLength={limits.summary}
        counted
      />
      <TextArea
        {...question("description", labels.description, t("submit.descriptionHelp"))}
        required={required}
        value={one("description")}
        rows={10}
        maxLength={limits.section}
      />
      <CheckboxGroup
        {...question("theme", labels.theme, t("submit.themeHelp"))}
        required={required}
        values={values.theme}
        options={themes.map((code) => ({ code, label: t(`theme.${code}`) }))}
      />
      <CheckboxGroup
        {...question("audience", t("submit.audience"), t("submit.audienceHelp"))}
        values={values.audience}
        options={audiences.map((code) => ({ code, label: t(`audience.${code}`) }))}
      />

      <h2 className="mt-10 border-t-4 border-ink pt-3 text-h2">{t("submit.whereTitle")}</h2>
      <CheckboxGroup
        {...question("country", labels.country, t("submit.countryHelp"))}
        required={required}
        values={values.country}
        options={byLabel(
          countries.map((code) => ({ code, label: countryName(code, locale) })),
          locale,
        )}
      />
      <TextField
        {...question("place", t("submit.place"), t("submit.placeHelp"))}
        value={one("place")}
        maxLength={limits.line}
      />
      <TextField
        {...question("organisation", labels.organisation, t("submit.organisationHelp"))}
        required={required}
        value={one("organisation")}
        autoComplete="organization"
        maxLength={limits.line}
      />
      <SelectField
        {...question("organisationType", t("submit.organisationType"))}
        value={one("organisationType")}
        empty={t("submit.chooseType")}
        options={organisationTypes.map((code) => ({ code, label: t(`organisation.${code}`) }))}
      />
      <TextField
        {...question("startYear", t("submit.startYear"), t("submit.yearHelp"))}
        value={one("startYear")}
        inputMode="numeric"
        maxLength={4}
        narrow
      />
      <TextField
        {...question("endYear", t("submit.endYear"), t("submit.endYearHelp"))}
        value={one("endYear")}
        inputMode="numeric"
        maxLength={4}
        narrow
      />

      <h2 className="mt-10 border-t-4 border-ink pt-3 text-h2">{t("submit.howTitle")}</h2>
      {story("costs")}
      {story("results")}
      {story("benefits")}
      <CheckboxGroup
        {...question("obstacle", t("submit.obstacle"), t("submit.obstacleHelp"))}
        values={values.obstacle}
        options={obstacles.map((code) => ({ code, label: t(`obstacle.${code}`) }))}
      />
      {story("constraints")}
      {story("advice")}
      {story("nextSteps")}
      <TextField
        {...question("website", t("submit.website"), t("submit.websiteHelp"))}
        value={one("website")}
        type="url"
        maxLength={1000}
      />

      <h2 className="mt-10 border-t-4 border-ink pt-3 text-h2">{t("submit.youTitle")}</h2>
      <TextField
        {...question("contactName", t("submit.contactName"), t("submit.contactNameHelp"))}
        value={one("contactName")}
        autoComplete="name"
        maxLength={limits.line}
      />
      <TextField
        {...question("contactEmail", labels.contactEmail, t("submit.contactEmailHelp"))}
        required={required}
        value={one("contactEmail")}
        type="email"
        autoComplete="email"
        maxLength={254}
      />
      <div className="trap">
        <TextField
          {...question(trapField, t("submit.website2"), t("submit.website2Help"))}
          value={one(trapField)}
          autoComplete="off"
          skipped
          maxLength={200}
        />
      </div>
      <TickField {...question("consent", t("submit.consent"))} required={required} checked={one("consent") !== ""} />
      <div>
        <a className="tap" href={pathTo(locale, "privacy")} target="_blank" rel="noreferrer">
          {t("submit.consentMore")}
        </a>
      </div>
      <button type="submit" name="intent" value="check" className="button button-strong mt-6 block">
        {t("submit.check")}
      </button>
      <script src="/drafts.js" defer data-own="" />
    </form>
  );
}
