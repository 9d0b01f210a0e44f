import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { terms } from "@/lib/retention/terms";
import type { findSubmission } from "@/lib/submission/queries";

type Submission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Where a submission stands and what happens next, in words; with thanks right after it was sent. */
export async function SubmissionState({
  submission,
  locale,
  justSent,
}: {
  submission: Submission;
  locale: Locale;
  justSent: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "state" });
  const { title, language, slugs, state, duplicateOf } = submission;
  const slug = slugs[locale];
  const lang = language === locale ? undefined : language;
  const next = state === "draft" && submission.isWithdrawn ? "withdrawn" : state;
  return (
    <>
      {justSent && state === "pending" ? (
        <div role="status" data-draft-sent="submission">
          <h1 className="text-h1">{t("thanksTitle")}</h1>
          <p className="prose mt-3">{t("thanksText", { title, email: submission.email })}</p>
        </div>
      ) : (
        <h1 className="text-h1">{t("title")}</h1>
      )}
      <p className="mt-3 text-h3" lang={lang}>
        {title}
      </p>
      <dl className="mt-4">
        <dt className="font-bold">{t("where")}</dt>
        <dd className="text-lead">{t(state)}</dd>
        <dd className="prose">{t(`next.${next}`, { days: String(terms.rejected.days) })}</dd>
        <dd className="text-muted">{t("sentOn", { date: formatDay(submission.sentAt, locale) })}</dd>
      </dl>
      {state === "published" && slug && (
        <p className="mt-4">
          <a className="button button-strong" href={pathTo(locale, "catalogue", slug)}>
            {t("see")}
          </a>
        </p>
      )}
      {state === "duplicate" && duplicateOf?.slugs[locale] && (
        <p className="mt-4">
          <a className="tap" href={pathTo(locale, "catalogue", duplicateOf.slugs[locale])}>
            {t.rich("seeOther", {
              title: duplicateOf.title,
              practice: (words) => (
                <span lang={duplicateOf.language === locale ? undefined : duplicateOf.language}>{words}</span>
              ),
            })}
          </a>
        </p>
      )}
      <script src="/drafts.js" defer data-own="" />
    </>
  );
}
