import { getTranslations } from "next-intl/server";
import { languageName } from "@/lib/i18n/format";
import { type Locale, locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { Queue } from "@/lib/queue/queries";
import {
  assignments,
  type QueueFilters as Filters,
  isNarrowed,
  longestQueueQuery,
  type QueueKind,
  queueSorts,
  queueStates,
} from "@/lib/queue/queue";

type Option = { code: string; label: string };

/** The form that narrows the queue down: plain HTML, folded until something is chosen. */
export async function QueueFilters({
  locale,
  filters,
  kinds,
  queue,
}: {
  locale: Locale;
  filters: Filters;
  /** The kinds that the reader may act on. */
  kinds: QueueKind[];
  queue: Queue;
}) {
  const t = await getTranslations({ locale, namespace: "queue" });
  const select = (name: string, label: string, value: string | undefined, options: Option[]) => (
    <label className="mt-3 block min-w-0 font-bold">
      {label}
      <select name={name} defaultValue={value ?? ""} className="field mt-1 font-normal">
        {options.map(({ code, label: words }) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  const counted = (label: string, count: number) => `${label} (${count})`;
  const any = { code: "", label: t("any") };
  return (
    <details className="fold mt-4 border-y border-line" open={isNarrowed(filters)}>
      <summary>{t("narrow")}</summary>
      <form action={pathTo(locale, "desk")} className="pb-4">
        <div className="grid gap-x-6 sm:grid-cols-2 wide:grid-cols-3">
          {select("kind", t("kindLabel"), filters.kind, [
            any,
            ...kinds.map((code) => ({ code, label: counted(t(`kind.${code}`), queue.kinds[code]) })),
          ])}
          {select(
            "state",
            t("stateLabel"),
            filters.state,
            queueStates.map((code) => ({ code, label: counted(t(`state.${code}`), queue.states[code]) })),
          )}
          {select("language", t("languageLabel"), filters.language, [
            any,
            ...locales.map((code) => ({ code, label: languageName(code, locale) })),
          ])}
          {select("assigned", t("assignedLabel"), filters.assigned, [
            any,
            ...assignments.map((code) => ({ code, label: t(`assigned.${code}`) })),
          ])}
          {select(
            "sort",
            t("sortLabel"),
            filters.sort,
            queueSorts.map((code) => ({ code, label: t(`sort.${code}`) })),
          )}
          <label className="mt-3 block min-w-0 font-bold">
            {t("search")}
            <input
              name="q"
              defaultValue={filters.q}
              maxLength={longestQueueQuery}
              autoComplete="off"
              className="field mt-1 font-normal"
            />
          </label>
        </div>
        <label className="tick mt-3">
          <input type="checkbox" name="overdue" value="yes" defaultChecked={filters.overdue} />
          <span>{t("onlyOverdue")}</span>
        </label>
        <div className="mt-3 flex flex-wrap gap-3">
          <button type="submit" className="button button-strong">
            {t("apply")}
          </button>
          {isNarrowed(filters) && (
            <a href={pathTo(locale, "desk")} className="button">
              {t("clear")}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}
