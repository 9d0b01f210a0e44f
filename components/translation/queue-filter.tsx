import { getTranslations } from "next-intl/server";
import { SelectField, TextField } from "@/components/ui/form-field";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { TranslationFilter } from "@/lib/translation/queries";
import { tasks } from "@/lib/translation/state";

/** Chooses language, kind of work and words of the title. Plain HTML, by GET. */
export async function QueueFilter({
  filter,
  languages,
  locale,
}: {
  filter: TranslationFilter;
  languages: readonly Locale[];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "translation" });
  const [language] = filter.into;
  const [task] = filter.tasks;
  return (
    <form method="get" role="search" aria-label={t("filter")} className="max-w-3xl">
      <div className="grid gap-x-6 sm:grid-cols-3">
        {languages.length > 1 && (
          <SelectField
            name="language"
            label={t("into")}
            value={filter.into.length === 1 && language ? language : ""}
            empty={t("allLanguages")}
            options={languages.map((code) => ({ code, label: languageName(code, locale) }))}
          />
        )}
        <SelectField
          name="task"
          label={t("toDo")}
          value={filter.tasks.length === 1 && task ? task : ""}
          empty={t("allTasks")}
          options={tasks.map((code) => ({ code, label: t(`task.${code}`) }))}
        />
        <TextField name="q" label={t("inTitle")} value={filter.q} maxLength={100} />
      </div>
      <button type="submit" className="button mt-4">
        {t("show")}
      </button>
    </form>
  );
}
