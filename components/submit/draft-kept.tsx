import { getTranslations } from "next-intl/server";
import { DoneNotice } from "@/components/ui/notice";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { PrivateLink } from "./private-link";

/** Of a form that is kept unfinished: until when, and the ways back to it. */
export async function DraftKept({
  locale,
  link,
  code,
  keptUntil,
  justKept,
}: {
  locale: Locale;
  link: string;
  code: string;
  keptUntil: Date;
  justKept: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "contributor" });
  return (
    <>
      <h1 className="text-h1">{t("draftTitle")}</h1>
      {justKept && <DoneNotice data-draft-sent="submission">{t("draftKept")}</DoneNotice>}
      <p className="prose mt-3">{t("draftUntil", { date: formatDay(keptUntil, locale) })}</p>
      <PrivateLink locale={locale} link={link} code={code} />
    </>
  );
}
