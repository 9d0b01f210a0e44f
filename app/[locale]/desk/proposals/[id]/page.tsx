import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { DifferenceList } from "@/components/desk/difference";
import { LateAnswer } from "@/components/desk/late-answer";
import { ProposalDecision } from "@/components/desk/proposal-decision";
import { ProposalHead } from "@/components/desk/proposal-head";
import type { DeskAnswer } from "@/lib/desk/answer";
import { may } from "@/lib/desk/rights";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { getProposal } from "@/lib/proposal/queries";
import { differences } from "@/lib/review/difference";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";
import { WorkOn } from "../../queue-actions/work-on";
import { decideOnProposal } from "./actions";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "proposal" });
  return { title: t("titleAlone"), robots: { index: false } };
}

/** A correction of a published practice: what it changes, what its contributor says, and the decision. */
export default async function Page({ params, searchParams }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  return deskPage(locale, ["proposals", id], "practice.decide", async (session) => {
    const proposal = await getProposal(id);
    if (!proposal) return problemPage(locale, 404);
    const [t, search] = await Promise.all([getTranslations({ locale, namespace: "proposal" }), searchParams]);
    const changes = differences(proposal.before, proposal.after);
    const answer = formAnswer<DeskAnswer>();
    return (
      <>
        <ProposalHead
          locale={locale}
          proposal={proposal}
          justDone={"done" in search}
          maySeePeople={may(session, "person.read")}
        />
        {proposal.state === "pending" && <WorkOn locale={locale} kind="proposal" subjectId={id} session={session} />}
        <section aria-labelledby="changes" className="mt-8">
          <h2 id="changes" className="text-h2">
            {t("changes")}
          </h2>
          {changes.length === 0 ? (
            <p className="mt-2">{t("noChanges")}</p>
          ) : (
            <DifferenceList differences={changes} locale={locale} />
          )}
        </section>
        {proposal.state === "pending" ? (
          <ProposalDecision {...{ locale, proposal, answer }} action={decideOnProposal.bind(null, { locale })} />
        ) : (
          answer?.error && <LateAnswer locale={locale} error={t("error.conflict")} typed={answer.typed} />
        )}
      </>
    );
  });
}
