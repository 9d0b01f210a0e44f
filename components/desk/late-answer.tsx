import { getTranslations } from "next-intl/server";
import { ErrorNotice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locales";
import { Quoted } from "./quoted";

/** Says to whom somebody else was quicker that nothing of theirs was sent, with what they wrote: nothing typed is lost. */
export async function LateAnswer({ locale, error, typed }: { locale: Locale; error?: string; typed?: string }) {
  const t = await getTranslations({ locale, namespace: "desk" });
  return (
    <>
      {error && <ErrorNotice>{error}</ErrorNotice>}
      {typed && <Quoted id="kept" title={t("keptTitle")} text={typed} />}
    </>
  );
}
