import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { Said as Words } from "@/lib/practice/rules";

/** The form that the ticks of a list belong to, at its end. While something is ticked, it stays in sight. */
export async function CompareBar({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "compare" });
  return (
    <form id="compare" action={pathTo(locale, "compare")} className="compare-bar no-print">
      <p>{t("barHelp")}</p>
      <button type="submit" className="button button-strong">
        {t("button")}
      </button>
    </form>
  );
}

/** The tick by which a practice of a list is chosen to be compared. */
export async function CompareTick({ id, title, locale }: { id: string; title: Words; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "compare" });
  return (
    <label className="tick no-print">
      <input type="checkbox" name="practice" value={id} form="compare" />
      <span>
        {t("tick")}{" "}
        <span className="sr-only">
          <Said said={title} locale={locale} />
        </span>
      </span>
    </label>
  );
}
