import { getTranslations } from "next-intl/server";
import { ErrorNotice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** The button that makes a practice what it was, with the way to see first what that would change. */
export async function RestoreForm({
  locale,
  practiceId,
  number,
  newest,
  isPublic,
  error,
  action,
}: {
  locale: Locale;
  practiceId: string;
  number: number;
  /** The newest revision, which was read. */
  newest: number;
  isPublic: boolean;
  error: string | undefined;
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "revision" });
  const compare = new URLSearchParams({ from: String(newest), to: String(number) });
  return (
    <form action={action} className="mt-4 max-w-3xl border-4 border-line p-4">
      {error && <ErrorNotice>{t(`error.${error as "conflict"}`)}</ErrorNotice>}
      <p>{t(isPublic ? "restoreTextPublic" : "restoreText")}</p>
      <input type="hidden" name="practiceId" value={practiceId} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="revision" value={newest} />
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <button type="submit" className="button button-strong">
          {t("restore")}
        </button>
        <a className="tap" href={`${pathTo(locale, "desk", practiceId, "revisions")}?${compare}`}>
          {t("restoreCompare")}
        </a>
      </div>
    </form>
  );
}
