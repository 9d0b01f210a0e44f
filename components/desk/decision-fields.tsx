import { getTranslations } from "next-intl/server";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Difference } from "@/lib/review/difference";
import { fieldOf } from "@/lib/review/field";
import type { DeskPractice } from "./decision-form";
import { type FieldWords, fieldWords } from "./field-words";

/** Everything that is stored of a practice: the text of each language folded, the other fields in sight. */
export async function AllFields({ locale, fields }: { locale: Locale; fields: DeskPractice["fields"] }) {
  const [t, said] = await Promise.all([getTranslations({ locale, namespace: "review" }), fieldWords(locale)]);
  const languages = [...new Set(fields.flatMap(({ path }) => fieldOf(path).lang ?? []))];
  return (
    <section aria-labelledby="fields" className="mt-10">
      <h2 id="fields" className="text-h3">
        {t("fields")}
      </h2>
      {languages.map((lang) => (
        <details key={lang} className="mt-3">
          <summary className="tap">{t("fieldsOf", { language: languageName(lang, locale) })}</summary>
          <Values locale={locale} said={said} fields={fields.filter(({ path }) => fieldOf(path).lang === lang)} />
        </details>
      ))}
      <Values locale={locale} said={said} fields={fields.filter(({ path }) => !fieldOf(path).lang)} />
    </section>
  );
}

function Values({ locale, said, fields }: { locale: Locale; said: FieldWords; fields: Difference[] }) {
  return (
    <dl className="mt-3 grid gap-3">
      {fields.map(({ path, after = "" }) => {
        const { lang } = fieldOf(path);
        return (
          <div key={path}>
            <dt className="font-bold">{said.heading(path)}</dt>
            <dd lang={lang === locale ? undefined : lang} className="whitespace-pre-line">
              {said.value(path, after)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
