import { getTranslations } from "next-intl/server";
import { TextArea } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { getProposal } from "@/lib/proposal/queries";
import { fieldWords } from "./field-words";

type Proposal = NonNullable<Awaited<ReturnType<typeof getProposal>>>;

/** The decision on a correction: accept it, where nobody has changed the same parts since, or say why not. */
export async function ProposalDecision({
  locale,
  proposal,
  action,
  answer,
}: {
  locale: Locale;
  proposal: Proposal;
  action: (data: FormData) => Promise<void>;
  answer?: DeskAnswer;
}) {
  const [t, fields] = await Promise.all([getTranslations({ locale }), fieldWords(locale)]);
  const { id, conflicts } = proposal;
  return (
    <form
      action={action}
      noValidate
      className="mt-8 max-w-3xl border-t-4 border-ink pt-3"
      data-draft={`proposal-${id}`}
      data-draft-found={t("submit.draftFound")}
      data-draft-delete={t("submit.draftDelete")}
      aria-labelledby="decide"
    >
      <h2 id="decide" className="text-h2">
        {t("proposal.decide")}
      </h2>
      {answer?.error && <ErrorNotice>{t(`proposal.error.${answer.error as "conflict"}`)}</ErrorNotice>}
      {conflicts.length > 0 && (
        <div className="mt-4 border-s-4 border-brick bg-wash px-4 py-3">
          <p>{t("proposal.conflict")}</p>
          <ul className="list-disc ps-6">
            {conflicts.map((path) => (
              <li key={path}>{fields.heading(path)}</li>
            ))}
          </ul>
        </div>
      )}
      <input type="hidden" name="id" value={id} />
      <TextArea
        {...{ name: "message", label: t("proposal.message"), value: answer?.typed ?? "", rows: 4, maxLength: 5000 }}
        help={t("proposal.messageHelp", { language: languageName(proposal.locale, locale) })}
        lang={proposal.locale === locale ? undefined : proposal.locale}
      />
      <div className="mt-4 flex flex-wrap gap-4">
        {conflicts.length === 0 && (
          <button type="submit" name="decision" value="accept" className="button button-strong">
            {t("proposal.accept")}
          </button>
        )}
        <button type="submit" name="decision" value="reject" className="button">
          {t("proposal.reject")}
        </button>
      </div>
      <script src="/drafts.js" defer data-own="" />
    </form>
  );
}
