import { getTranslations } from "next-intl/server";
import { ErrorNotice } from "@/components/ui/notice";
import { Said } from "@/components/ui/said";
import type { getConfirmation } from "@/lib/confirmation/queries";
import type { DeskAnswer } from "@/lib/desk/answer";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

type Confirmation = NonNullable<Awaited<ReturnType<typeof getConfirmation>>>;

/** What a contact has answered to the yearly question, with the way to the page that it is about. */
export async function ConfirmationDetails({ confirmation, locale }: { confirmation: Confirmation; locale: Locale }) {
  const t = await getTranslations({ locale });
  const { practice, answer, detail, answeredAt } = confirmation;
  return (
    <>
      <dl className="mt-4 grid max-w-3xl gap-3">
        <div>
          <dt className="font-bold">{t("confirmation.practice")}</dt>
          <dd>
            <a className="tap" href={pathTo(locale, "desk", practice.id)}>
              <Said said={practice.title} locale={locale} />
            </a>
          </dd>
        </div>
        <div>
          <dt className="font-bold">{t("confirmation.answer")}</dt>
          <dd>{t(`contact.answer.${answer}`)}</dd>
        </div>
        <div>
          <dt className="font-bold">{t("confirmation.detail")}</dt>
          <dd className="whitespace-pre-line break-words">{detail ?? t("confirmation.noDetail")}</dd>
        </div>
        <div>
          <dt className="font-bold">{t("confirmation.answeredOn")}</dt>
          <dd>{formatDay(answeredAt, locale)}</dd>
        </div>
      </dl>
      <p className="mt-4">
        <a className="button" href={pathTo(locale, "desk", practice.id, "edit")}>
          {t("confirmation.edit")}
        </a>
      </p>
    </>
  );
}

/** The button by which an editor says that they have dealt with it. */
export async function ConfirmationDecision({
  confirmation,
  locale,
  action,
  answer,
}: {
  confirmation: Confirmation;
  locale: Locale;
  action: () => Promise<void>;
  answer: DeskAnswer | undefined;
}) {
  const t = await getTranslations({ locale, namespace: "confirmation" });
  const { handledAt } = confirmation;
  return (
    <section className="mt-6 max-w-3xl">
      {answer?.error && <ErrorNotice>{answer.error === "conflict" ? t("conflict") : t("notAllowed")}</ErrorNotice>}
      {handledAt ? (
        <p className="mt-2 font-bold">{t("handled", { date: formatDay(handledAt, locale) })}</p>
      ) : (
        <>
          <h2 className="text-h3">{t("handleTitle")}</h2>
          <p className="mt-2">{t("handleText")}</p>
          <form action={action}>
            <button type="submit" className="button button-strong mt-4">
              {t("handle")}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
