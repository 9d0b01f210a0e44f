import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/ui/form-field";
import { Said } from "@/components/ui/said";
import type { Likely } from "@/lib/duplicate/queries";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** Practices that may be the same, each with the reason, and the button that makes this one lead to one of them. */
export async function DuplicateChoice({
  locale,
  likely,
  chosen,
  error,
}: {
  locale: Locale;
  likely: Likely[];
  /** The id of the one that was chosen, or what was typed in its place. */
  chosen: string;
  error: string | undefined;
}) {
  const t = await getTranslations({ locale });
  return (
    <fieldset className="mt-6">
      <legend className="font-bold">{t("review.duplicate")}</legend>
      {likely.length === 0 ? (
        <p>{t("review.likelyNone")}</p>
      ) : (
        <>
          <p>{t("review.likely")}</p>
          <ul>
            {likely.map(({ id, title, state, reasons }) => (
              <li key={id}>
                {state === "published" ? (
                  <label className="tick">
                    <input type="radio" name="duplicateOf" value={id} defaultChecked={id === chosen} />
                    <Said said={title} locale={locale} />
                  </label>
                ) : (
                  <Said said={title} locale={locale} />
                )}
                <p className="text-small">
                  {[t(`desk.state.${state}`), ...reasons.map((reason) => t(`review.reason.${reason}`))].join(" · ")}{" "}
                  <a className="tap" href={pathTo(locale, "desk", id)}>
                    {t("desk.practiceAtDesk")}
                    <span className="sr-only">
                      {" "}
                      <Said said={title} locale={locale} />
                    </span>
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextField
        name="duplicateId"
        label={t("review.duplicateId")}
        help={t("review.duplicateHelp")}
        error={error}
        value={likely.some(({ id }) => id === chosen) ? "" : chosen}
        maxLength={200}
      />
      <button type="submit" name="action" value="mark-duplicate" className="button mt-3">
        {t("desk.mark-duplicate")}
      </button>
    </fieldset>
  );
}
