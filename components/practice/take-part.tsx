import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { PracticeView } from "@/lib/practice/view";

/** The two ways in which a reader can answer a practice. */
export async function TakePart({ practice, locale }: { practice: PracticeView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "practice" });
  return (
    <div className="mt-3 grid gap-6 sm:grid-cols-2">
      <div>
        <p>{t("askText")}</p>
        <a className="button button-strong mt-3" href={pathTo(locale, "ask", practice.id)}>
          {t("ask")}
        </a>
      </div>
      <div>
        <p>{t("triedText")}</p>
        <a className="button mt-3" href={pathTo(locale, "tried", practice.id)}>
          {t("tried")}
        </a>
      </div>
    </div>
  );
}
