import { getTranslations } from "next-intl/server";
import { subjectKinds } from "@/lib/audit/audit";
import type { LogFilters } from "@/lib/audit/filters";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { logWords } from "./log-words";

/** What of the log is shown: a plain form whose answers stand in the address. */
export async function LogFilterForm({
  locale,
  filters,
  choices,
}: {
  locale: Locale;
  filters: LogFilters;
  choices: { actions: string[]; actors: { id: string; name: string }[] };
}) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: "log" }), logWords(locale)]);
  const select = (name: keyof LogFilters, label: string, options: { code: string; label: string }[]) => (
    <label>
      <span className="block font-bold">{label}</span>
      <select name={name} defaultValue={filters[name] ?? ""} className="field mt-1">
        <option value="">{t("all")}</option>
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
  const input = (name: keyof LogFilters, label: string, type: "text" | "date") => (
    <label>
      <span className="block font-bold">{label}</span>
      <input name={name} type={type} defaultValue={filters[name] ?? ""} maxLength={200} className="field mt-1" />
    </label>
  );
  return (
    <form action={pathTo(locale, "desk", "log")} className="mt-4 grid max-w-4xl gap-4 sm:grid-cols-2 wide:grid-cols-3">
      {select(
        "kind",
        t("subjectKind"),
        subjectKinds.map((code) => ({ code, label: words.kind(code) })),
      )}
      {input("subject", t("subjectId"), "text")}
      {select(
        "action",
        t("what"),
        choices.actions.map((code) => ({ code, label: words.action(code) })),
      )}
      {select(
        "actor",
        t("who"),
        choices.actors.map(({ id, name }) => ({ code: id, label: name })),
      )}
      {input("from", t("from"), "date")}
      {input("to", t("to"), "date")}
      <div>
        <button type="submit" className="button button-strong">
          {t("show")}
        </button>
      </div>
    </form>
  );
}
