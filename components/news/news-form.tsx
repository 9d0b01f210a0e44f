import { getTranslations } from "next-intl/server";
import { CheckboxGroup, ErrorSummary, RadioGroup, SelectField, TextArea, TextField } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import { byLabel, colon, countryName, languageName } from "@/lib/i18n/format";
import { endonym, type Locale, locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { type NewsForm as Form, localeField, one, sourceField, sourceRows } from "@/lib/news/form";
import { type NewsState, newsKinds } from "@/lib/news/news";
import { limits } from "@/lib/practice/practice";
import { audiences, countries } from "@/lib/practice/vocabulary";

/** The form in which a news item or a call is written, in one language at least. */
export async function NewsForm({
  locale,
  form,
  state,
  draft,
  action,
}: {
  locale: Locale;
  form: Form;
  state: NewsState;
  /** The name under which a browser keeps what is typed. */
  draft: string;
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale });
  const { values, errors } = form;
  const errorOf = (name: string) =>
    errors[name] === undefined ? undefined : t(`submit.error.${errors[name] as "required"}`);
  const question = (name: string, label: string, help?: string) => ({ name, label, help, error: errorOf(name) });
  const text = (name: string) => ({ value: one(values, name) });
  const many = (name: string) => [values[name] ?? []].flat();
  const inLanguage = (label: "title" | "summary" | "body" | "results" | "unit", language: Locale) =>
    t(`newsDesk.field.${label}`) + colon(locale) + languageName(language, locale);
  const listed = Object.keys(errors).map((name) => {
    const [field = "", which] = name.split("-");
    const known = ["title", "summary", "body"].includes(field) ? field : field === "source" ? "source" : undefined;
    const label = known ? t(`newsDesk.field.${known as "title"}`) : t(`newsDesk.field.${field as "owner"}`);
    const language = locales.find((lang) => lang === which);
    return {
      name,
      message: [label, language && ` (${languageName(language, locale)})`, colon(locale), errorOf(name)].join(""),
    };
  });
  const required = t("submit.requiredMark");
  return (
    <form
      action={action}
      className="max-w-3xl"
      noValidate
      data-draft={form.preview || form.error || listed.length > 0 ? undefined : draft}
      data-draft-found={t("submit.draftFound")}
      data-draft-delete={t("submit.draftDelete")}
      data-characters={t.raw("submit.characters")}
    >
      {form.error && <ErrorNotice>{t(`newsDesk.error.${form.error as "conflict"}`)}</ErrorNotice>}
      <ErrorSummary title={t("submit.errorTitle", { count: listed.length })} errors={listed} />
      <input type="hidden" name="revision" value={form.revision} />
      <RadioGroup
        {...question("kind", t("newsDesk.kind"))}
        value={one(values, "kind")}
        options={newsKinds.map((code) => ({ code, label: t(`news.${code}`) }))}
      />
      <SelectField
        {...question("originalLocale", t("newsDesk.field.originalLocale"))}
        value={one(values, "originalLocale")}
        empty={t("submit.chooseLanguage")}
        options={locales.map((code) => ({ code, label: endonym(code) }))}
      />
      <TextField
        {...question("owner", t("newsDesk.field.owner"))}
        {...text("owner")}
        required={required}
        maxLength={limits.line}
      />
      <TextField
        {...question("publishedOn", t("newsDesk.field.publishedOn"), t("newsDesk.dayHelp"))}
        {...text("publishedOn")}
        required={required}
        maxLength={10}
        narrow
      />
      <TextField
        {...question("deadline", t("newsDesk.field.deadline"), t("newsDesk.deadlineHelp"))}
        {...text("deadline")}
        maxLength={10}
        narrow
      />
      {locales.map((language) => (
        <fieldset key={language} className="mt-8 border-t-4 border-ink pt-3" lang={locale}>
          <legend className="text-h3">{languageName(language, locale)}</legend>
          <TextField
            {...question(localeField("title", language), inLanguage("title", language))}
            {...text(localeField("title", language))}
            maxLength={limits.title}
          />
          <TextArea
            {...question(localeField("summary", language), inLanguage("summary", language))}
            {...text(localeField("summary", language))}
            rows={3}
            maxLength={limits.summary}
            lang={language}
            counted
          />
          <TextArea
            {...question(localeField("body", language), inLanguage("body", language), t("newsDesk.bodyHelp"))}
            {...text(localeField("body", language))}
            rows={8}
            maxLength={limits.section}
            lang={language}
            data={{ "data-paste": pathTo(locale, "desk", "paste") }}
          />
          <TextField
            {...question(localeField("resultsExpected", language), inLanguage("results", language))}
            {...text(localeField("resultsExpected", language))}
            maxLength={limits.line}
          />
          <TextField
            {...question(localeField("ownerUnit", language), inLanguage("unit", language))}
            {...text(localeField("ownerUnit", language))}
            maxLength={limits.line}
          />
        </fieldset>
      ))}
      <CheckboxGroup
        {...question("audiences", t("news.audiences"))}
        values={many("audiences")}
        options={audiences.map((code) => ({ code, label: t(`audience.${code}`) }))}
      />
      <CheckboxGroup
        {...question("countries", t("news.countries"))}
        values={many("countries")}
        options={byLabel(
          countries.map((code) => ({ code, label: countryName(code, locale) })),
          locale,
        )}
      />
      <h2 className="mt-8 border-t-4 border-ink pt-3 text-h3">{t("news.sources")}</h2>
      {Array.from({ length: sourceRows }, (_, row) => sourceField(row, "key")).map((key, row) => (
        <fieldset key={key} className="mt-4">
          <legend className="font-bold">{t("newsDesk.sourceNumber", { number: String(row + 1) })}</legend>
          <input type="hidden" name={key} value={one(values, key)} />
          {(["publisher", "title", "url", "language"] as const).map((name) => (
            <TextField
              key={name}
              {...question(sourceField(row, name), t(`newsDesk.source.${name}`))}
              {...text(sourceField(row, name))}
              type={name === "url" ? "url" : "text"}
              maxLength={name === "url" ? 1000 : name === "language" ? 3 : limits.line}
              narrow={name === "language"}
            />
          ))}
        </fieldset>
      ))}
      <div className="mt-8 flex flex-wrap gap-4">
        <button type="submit" name="intent" value="preview" className="button">
          {t("newsDesk.preview")}
        </button>
        {state !== "published" && (
          <button type="submit" name="intent" value="keep" className="button">
            {t("newsDesk.keep")}
          </button>
        )}
        <button type="submit" name="intent" value="publish" className="button button-strong">
          {t(state === "published" ? "newsDesk.save" : "newsDesk.publish")}
        </button>
        {state === "published" && (
          <button type="submit" name="intent" value="unpublish" className="button">
            {t("newsDesk.unpublish")}
          </button>
        )}
      </div>
      <script src="/drafts.js" defer data-own="" />
      <script src="/paste.js" defer data-own="" />
    </form>
  );
}
