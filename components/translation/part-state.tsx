import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { TranslationPart } from "@/lib/translation/queries";

/** How a part stands, in words: what readers have and by whom, whether it is behind, and what is kept as a draft. */
export async function PartState({ one, locale }: { one: TranslationPart; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "translation" });
  const told = (who: string | undefined, at: Date | undefined) =>
    [who, at && formatDay(at, locale)].filter(Boolean).join(", ");
  const made = told(one.by, one.at);
  const checked = told(one.reviewedBy, one.reviewedAt);
  return (
    <p className="mt-1">
      <strong>{t(`state.${one.state}`)}</strong>
      {one.target !== undefined && made && ` (${made})`}
      {one.state === "reviewed" && checked && ` · ${t("checkedBy", { who: checked })}`}
      {one.state === "reviewed" && one.method === "machine" && ` · ${t("state.machine")}`}
      {one.behind && (
        <>
          {" · "}
          <strong className="text-brick">{t("task.behind")}</strong>
        </>
      )}
      {one.draft && ` · ${t("draftKept", { who: told(one.draft.by, one.draft.at) })}`}
    </p>
  );
}
