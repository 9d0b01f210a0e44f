import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { shades } from "./europe-map";

/** What the shades of the map mean. */
export async function Legend({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "map" });
  const words = (from: number, next: number | undefined) => {
    if (next === undefined) return t("andMore", { from: String(from) });
    return from === next - 1 ? String(from) : t("upTo", { from: String(from), to: String(next - 1) });
  };
  const steps = [t("none"), ...shades.map((from, at) => words(from, shades[at + 1]))];
  return (
    <div className="mt-2 flex flex-wrap gap-x-5 text-small">
      <p className="font-bold">{t("legend")}</p>
      <ul className="flex flex-wrap gap-x-5">
        {steps.map((step, at) => (
          <li key={step} className="flex items-center gap-2">
            <svg viewBox="0 0 20 20" className="legend h-4 w-4" aria-hidden="true">
              <rect width="20" height="20" className={at === 0 ? "map-country" : `map-${at}`} />
            </svg>
            {step}
          </li>
        ))}
      </ul>
    </div>
  );
}
