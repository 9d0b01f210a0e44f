import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";

/** Says to whom somebody else was quicker that nothing of theirs was sent, with what they wrote: nothing typed is lost. */
export async function LateAnswer({ locale, error, typed }: { locale: Locale; error?: string; typed?: string }) {
  const t = await getTranslations({ locale, namespace: "desk" });
  return (
    <>
      {error && (
        <p role="alert" className="mt-4 border-4 border-brick p-4 font-bold">
          {error}
        </p>
      )}
      {typed && (
        <section aria-labelledby="kept" className="mt-6">
          <h2 id="kept" className="text-h3">
            {t("keptTitle")}
          </h2>
          <p className="prose mt-2 whitespace-pre-line border-s-4 border-line ps-4">{typed}</p>
        </section>
      )}
    </>
  );
}
