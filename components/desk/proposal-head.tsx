import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { getProposal } from "@/lib/proposal/queries";
import { Quoted } from "./quoted";

type Proposal = NonNullable<Awaited<ReturnType<typeof getProposal>>>;

/** What a correction is of, by whom and when, where it stands, and what its contributor says about it. */
export async function ProposalHead({
  locale,
  proposal,
  justDone,
  maySeePeople,
}: {
  locale: Locale;
  proposal: Proposal;
  justDone: boolean;
  maySeePeople: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "proposal" });
  const { practice, sender, note, message, state } = proposal;
  const who = maySeePeople && sender ? [sender.name, sender.email].filter(Boolean).join(", ") : "";
  const inLanguageOf = proposal.locale === locale ? undefined : proposal.locale;
  return (
    <>
      <h1 className="text-h1">
        {t.rich("title", {
          title: practice.title.text,
          practice: (words) => (
            <span lang={practice.title.lang === locale ? undefined : practice.title.lang}>{words}</span>
          ),
        })}
      </h1>
      <p
        role={justDone ? "status" : undefined}
        data-draft-sent={justDone ? `proposal-${proposal.id}` : undefined}
        className="mt-2 text-lead font-bold"
      >
        {t(`state.${state}`)}
      </p>
      <p>{t("sent", { date: formatDay(proposal.sentAt, locale), sender: who || t("someone") })}</p>
      <a className="tap" href={pathTo(locale, "desk", practice.id)}>
        {t("practiceAtDesk")}
      </a>
      {justDone && <script src="/drafts.js" defer data-own="" />}
      {note && <Quoted id="note" title={t("note")} text={note} lang={inLanguageOf} />}
      {message && <Quoted id="answered" title={t("message")} text={message} lang={inLanguageOf} isOurs />}
    </>
  );
}
