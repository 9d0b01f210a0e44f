import { getTranslations } from "next-intl/server";
import { TextArea } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { type Action, allowedActions, messageLimits, needsAnswer } from "@/lib/reader-message/message";
import { LateAnswer } from "./late-answer";
import type { DeskMessage } from "./message-details";

const helpOf: Partial<Record<Action, "passOnHelp" | "publishHelp">> = {
  "pass-on": "passOnHelp",
  publish: "publishHelp",
};

/** What may be done with a reader's message now, with the answer that goes with it where both sides are told. */
export async function MessageDecision({
  locale,
  message,
  action,
  answer,
}: {
  locale: Locale;
  message: DeskMessage;
  action: (data: FormData) => Promise<void>;
  answer: DeskAnswer | undefined;
}) {
  const t = await getTranslations({ locale });
  const { id, kind, state, language, sender, contributorLanguage } = message;
  const allowed = allowedActions(kind, state);
  const wording: Record<string, string> = {
    conflict: t("desk.messageConflict"),
    "message-missing": t("report.answerMissing"),
    "too-long": t("desk.error.too-long"),
  };
  const error = answer?.error && (wording[answer.error] ?? t("desk.error.not-allowed"));
  const told = [
    sender && t("report.toldSender", { language: languageName(language, locale) }),
    contributorLanguage && t("report.toldContributor", { language: languageName(contributorLanguage, locale) }),
  ].filter(Boolean);
  return (
    <section aria-labelledby="decide" className="mt-6 max-w-3xl">
      <h2 id="decide" className="text-h3">
        {t("desk.decide")}
      </h2>
      {error && <ErrorNotice>{error}</ErrorNotice>}
      {allowed
        .flatMap((one) => helpOf[one] ?? [])
        .map((help) => (
          <p key={help} className="mt-2">
            {t(`desk.${help}`)}
          </p>
        ))}
      {allowed.length === 0 ? (
        <>
          <p className="mt-2">{t("desk.noDecision")}</p>
          <LateAnswer locale={locale} typed={answer?.typed} />
        </>
      ) : (
        <form
          action={action}
          data-draft={`message-${id}`}
          data-draft-found={t("submit.draftFound")}
          data-draft-delete={t("submit.draftDelete")}
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="state" value={state} />
          {allowed.some(needsAnswer) && (
            <TextArea
              name="answer"
              label={t("report.answer")}
              help={[t("report.answerHelp"), ...(told.length > 0 ? told : [t("report.toldNobody")])].join(" ")}
              error={answer?.error === "message-missing" || answer?.error === "too-long" ? error : undefined}
              required={t("submit.requiredMark")}
              value={answer?.typed ?? ""}
              rows={6}
              maxLength={messageLimits.answer}
            />
          )}
          <div className="mt-4 flex flex-wrap gap-4">
            {allowed.map((one) => (
              <button
                key={one}
                type="submit"
                name="action"
                value={one}
                className={["reject", "unpublish", "dismiss"].includes(one) ? "button" : "button button-strong"}
              >
                {t(`desk.${one}`)}
              </button>
            ))}
          </div>
          {allowed.some(needsAnswer) && <script src="/drafts.js" defer data-own="" />}
        </form>
      )}
    </section>
  );
}
