import { getTranslations } from "next-intl/server";
import type { SetAside } from "@/lib/compare/compare";
import type { Locale } from "@/lib/i18n/locales";

/** What of the address is not in the comparison, and why. */
export async function LeftOut({
  locale,
  setAside,
  missing,
}: {
  locale: Locale;
  setAside: SetAside[];
  /** The ids that no published practice has. */
  missing: string[];
}) {
  const all: SetAside[] = [...missing.map((value) => ({ value, why: "unknown" as const })), ...setAside];
  if (all.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "compare" });
  return (
    <div className="mt-4 border-s-4 border-brick bg-wash px-4 py-3">
      <p className="font-bold">{t("leftOut")}</p>
      <ul>
        {all.map(({ value, why }) => (
          <li key={value}>{t(why === "unknown" ? "notFound" : "tooMany", { value })}</li>
        ))}
      </ul>
    </div>
  );
}
