import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";

/** The button that erases a form that is kept unfinished, with what that means. */
export async function EraseDraft({ locale, action }: { locale: Locale; action: () => Promise<void> }) {
  const t = await getTranslations({ locale, namespace: "contributor" });
  return (
    <section aria-labelledby="erase" className="mt-10 max-w-3xl border-t-2 border-line pt-4">
      <h2 id="erase" className="text-h3">
        {t("eraseTitle")}
      </h2>
      <p className="mt-1">{t("eraseText")}</p>
      <form action={action}>
        <button type="submit" className="button mt-2">
          {t("erase")}
        </button>
      </form>
    </section>
  );
}
