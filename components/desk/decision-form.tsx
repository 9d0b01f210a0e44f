import { getTranslations } from "next-intl/server";
import { ErrorSummary } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { getDeskPractice } from "@/lib/desk/queries";
import type { Likely } from "@/lib/duplicate/queries";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { allowedActions } from "@/lib/practice/rules";
import { emptyReview, type ReviewAnswer, toBrussels } from "@/lib/review/form";
import { Checklist } from "./checklist";
import { CommentRows } from "./comment-rows";
import { DuplicateChoice } from "./decision-duplicate";
import { EvidenceChoice } from "./decision-evidence";
import { DecisionMessage } from "./decision-message";
import { Schedule } from "./decision-schedule";

export type DeskPractice = NonNullable<Awaited<ReturnType<typeof getDeskPractice>>>;

/** Those that are one button beside the message. */
const beside = ["publish", "submit", "ask-changes", "reject", "unpublish", "reopen"] as const;

/**
 * The decisions that may be taken now, with all that goes with them: the points that hold, the level of evidence, a
 * message with comments, a time, a practice that it is the same as. One form, so that no button loses what was typed.
 */
export async function DecisionForm({
  locale,
  found,
  revision,
  mayDecide,
  likely,
  formKey,
  action,
  answer,
}: {
  locale: Locale;
  found: DeskPractice;
  /** The one that the editor has read. */
  revision: number;
  mayDecide: boolean;
  /** Practices that may be the same. */
  likely: Likely[];
  /** The form's own number, by which what is sent twice arrives once. */
  formKey: string;
  action: (data: FormData) => Promise<void>;
  answer: ReviewAnswer | undefined;
}) {
  const t = await getTranslations({ locale });
  const { practice, sender, publishAt } = found;
  const allowed = mayDecide ? allowedActions(found.state, "desk", found.isTakenBack) : [];
  const language = sender?.language ?? practice.originalLocale;
  const values = answer?.review ?? emptyReview(practice.evidence);
  const error = answer?.error && t(`desk.error.${answer.error as "conflict"}`);
  const isPublishing = allowed.includes("publish");
  return (
    <section aria-labelledby="decide" className="mt-6">
      <h2 id="decide" className="text-h3">
        {t("desk.decide")}
      </h2>
      {error &&
        (answer?.missing ? (
          <ErrorSummary
            title={error}
            errors={answer.missing.map((point) => ({ name: `checklist-${point}`, message: t(`checklist.${point}`) }))}
          />
        ) : (
          <ErrorNotice>{error}</ErrorNotice>
        ))}
      {found.state === "published" && (
        <a className="tap" href={pathTo(locale, "catalogue", practice.slugs[locale])}>
          {t("desk.seePublic")}
        </a>
      )}
      {allowed.length === 0 ? (
        <p className="mt-2">{t("desk.noDecision")}</p>
      ) : (
        <form
          action={action}
          data-draft={draftName(found)}
          data-draft-over={answer ? undefined : ""}
          data-draft-found={t("submit.draftFound")}
          data-draft-delete={t("submit.draftDelete")}
        >
          <input type="hidden" name="practiceId" value={practice.id} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="state" value={found.state} />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="draft" value={draftName(found)} />
          {isPublishing && <Checklist locale={locale} facts={found.facts} held={values.checklist} />}
          {isPublishing && <EvidenceChoice locale={locale} chosen={values.evidence} />}
          <DecisionMessage
            locale={locale}
            values={values}
            language={language}
            error={answer?.error === "message-missing" ? error : undefined}
          />
          {sender && (
            <CommentRows
              locale={locale}
              comments={values.comments}
              original={practice.originalLocale}
              language={language}
            />
          )}
          <div className="mt-6 flex flex-wrap gap-4">
            {beside
              .filter((one) => allowed.includes(one))
              .map((one) => (
                <button
                  key={one}
                  type="submit"
                  name="action"
                  value={one}
                  className={one === "publish" ? "button button-strong" : "button"}
                >
                  {t(`desk.${one}`)}
                </button>
              ))}
            {sender && (
              <button type="submit" name="action" value="comment" className="button">
                {t("review.writeOnly")}
              </button>
            )}
          </div>
          {allowed.includes("schedule") && (
            <Schedule
              locale={locale}
              publishAt={publishAt}
              typed={values.publishAt || (publishAt ? toBrussels(publishAt) : "")}
              error={answer?.error === "not-a-time" || answer?.error === "time-past" ? error : undefined}
            />
          )}
          {allowed.includes("mark-duplicate") && (
            <DuplicateChoice
              locale={locale}
              likely={likely}
              chosen={values.duplicateOf}
              error={answer?.error === "no-duplicate" ? error : undefined}
            />
          )}
          <script src="/drafts.js" defer data-own="" />
        </form>
      )}
    </section>
  );
}

/** What is typed is kept on the device under this name, until it is sent; after each step it is another form. */
const draftName = ({ practice, history, comments }: DeskPractice): string =>
  `decision-${practice.id}-${history.length + comments.length}`;
