import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

/** The time at which it comes out by itself: to set it, or to take it away. */
export async function Schedule({
  locale,
  publishAt,
  typed,
  error,
}: {
  locale: Locale;
  /** The time that is set. */
  publishAt: Date | undefined;
  /** As the field has it. */
  typed: string;
  error: string | undefined;
}) {
  const t = await getTranslations({ locale, namespace: "review" });
  return (
    <fieldset className="mt-6 min-w-0">
      <legend className="font-bold">{t("schedule")}</legend>
      <p id="schedule-help" className="text-small text-muted">
        {t("scheduleHelp")}
      </p>
      {publishAt && (
        <div className="mt-2 flex flex-wrap items-center gap-4">
          <p>{t("scheduled", { moment: formatMoment(publishAt, locale) })}</p>
          <button type="submit" name="action" value="unschedule" className="button">
            {t("takeTime")}
          </button>
        </div>
      )}
      {error && (
        <p id="field-publishAt-error" className="font-bold text-brick">
          {error}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-end gap-4">
        <label htmlFor="field-publishAt" className="min-w-0 max-w-full">
          {t("publishAt")}
          <input
            type="datetime-local"
            id="field-publishAt"
            name="publishAt"
            defaultValue={typed}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? "schedule-help field-publishAt-error" : "schedule-help"}
            className="field mt-1 min-w-0"
          />
        </label>
        <button type="submit" name="action" value="schedule" className="button">
          {t("setTime")}
        </button>
      </div>
    </fieldset>
  );
}
