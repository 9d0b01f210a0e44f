import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { colon, formatDay, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { TranslationRow } from "@/lib/translation/queries";
import { type Task, tasks } from "@/lib/translation/state";
import { partNames } from "./part-names";

/** What there is to translate, practice by practice: each part is a link to where it is done. */
export async function TranslationQueue({
  rows,
  asked,
  locale,
}: {
  rows: TranslationRow[];
  /** The kinds of work that are listed. */
  asked: readonly Task[];
  locale: Locale;
}) {
  const [t, names] = await Promise.all([getTranslations({ locale, namespace: "translation" }), partNames(locale)]);
  return (
    <ul className="mt-6 grid gap-6">
      {rows.map((row) => {
        const languages = [...new Set(row.parts.map((one) => one.locale))];
        return (
          <li key={row.id} className="border-t-2 border-line pt-4">
            <h2 className="text-h3">
              <Said said={row.title} locale={locale} />
            </h2>
            <p className="text-small text-muted">
              {t("originalIn", { language: languageName(row.original, locale) })}
              {row.since && ` · ${t("since", { date: formatDay(row.since, locale) })}`}
            </p>
            {languages.map((into) =>
              tasks
                .filter((task) => asked.includes(task))
                .map((task) => {
                  const todo = row.parts.filter((one) => one.locale === into && one.task === task);
                  const page = pathTo(locale, "desk", row.id, "translate", into);
                  if (todo.length === 0) return null;
                  return (
                    <div key={into + task} className="mt-2">
                      <p>
                        <strong>{languageName(into, locale)}</strong>
                        {colon(locale) + t(`task.${task}`)}
                      </p>
                      {task === "missing" && row.empty.includes(into) ? (
                        <a className="tap" href={`${page}#part-title`}>
                          {t("begin", { language: languageName(into, locale) })}
                        </a>
                      ) : (
                        <ul className="flex flex-wrap gap-x-5">
                          {todo.map(({ part }) => (
                            <li key={part}>
                              <a className="tap" href={`${page}#part-${part}`}>
                                {names[part]}
                                <span className="sr-only">
                                  {" "}
                                  ({languageName(into, locale)}, <Said said={row.title} locale={locale} />)
                                </span>
                              </a>
                            </li>
                          ))}
                        </ul>
                      )}
                    </div>
                  );
                }),
            )}
          </li>
        );
      })}
    </ul>
  );
}
