import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { findSubmission } from "@/lib/submission/queries";

type Submission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Where a submission stands, for whoever has its private link; with thanks right after it was sent. */
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
  const { title, language, slugs } = submission;
  const slug = slugs[locale];
  const lang = language === locale ? undefined : language;
  return (
    <>
      {justSent && submission.state === "pending" ? (
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
      <dl className="mt-4 grid gap-3">
        <div>
          <dt className="font-bold">{t("where")}</dt>
          <dd className="text-lead">{t(submission.state)}</dd>
          <dd className="text-muted">{t("sentOn", { date: formatDay(submission.sentAt, locale) })}</dd>
        </div>
        {submission.message && (
          <div>
            <dt className="font-bold">{t("message")}</dt>
            <dd className="whitespace-pre-line border-s-4 border-brick ps-4" lang={lang}>
              {submission.message}
            </dd>
          </div>
        )}
      </dl>
      {submission.state === "published" && slug && (
        <p className="mt-4">
          <a className="button button-strong" href={pathTo(locale, "catalogue", slug)}>
            {t("see")}
          </a>
        </p>
      )}
      <p className="prose mt-6">{t("keepLink")}</p>
      <script src="/drafts.js" defer data-own="" />
    </>
  );
}
