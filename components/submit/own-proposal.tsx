import { getTranslations } from "next-intl/server";
import { ChangedList } from "@/components/revision/changed-list";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { OwnProposal as Proposal } from "@/lib/proposal/queries";

/** The contributor's latest correction: where it stands, what it changes, and the way to take it back while it waits. */
export async function OwnProposal({
  proposal,
  language,
  locale,
  action,
}: {
  proposal: Proposal;
  language: Locale;
  locale: Locale;
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "contributor" });
  const { id, state, sentAt, note, message, changed } = proposal;
  const lang = language === locale ? undefined : language;
  return (
    <section aria-labelledby="own-proposal" className="mt-10 max-w-3xl border-4 border-line p-4">
      <h2 id="own-proposal" className="text-h3">
        {t("ownProposal")}
      </h2>
      <p className="text-lead">{t(`proposalState.${state}`)}</p>
      <p className="text-muted">{t("proposalSent", { date: formatDay(sentAt, locale) })}</p>
      {changed.length > 0 && (
        <>
          <h3 className="mt-3 font-bold">{t("proposalChanged")}</h3>
          <ChangedList changed={changed} locale={locale} />
        </>
      )}
      {note && (
        <>
          <h3 className="mt-3 font-bold">{t("proposalNote")}</h3>
          <p className="whitespace-pre-line" lang={lang}>
            {note}
          </p>
        </>
      )}
      {message && (
        <>
          <h3 className="mt-3 font-bold">{t("proposalAnswer")}</h3>
          <p className="whitespace-pre-line border-s-4 border-brick ps-4" lang={lang}>
            {message}
          </p>
        </>
      )}
      {state === "pending" && (
        <form action={action} className="mt-3">
          <input type="hidden" name="proposal" value={id} />
          <button type="submit" className="button">
            {t("proposalWithdraw")}
          </button>
        </form>
      )}
    </section>
  );
}
