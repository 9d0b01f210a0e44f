import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Said } from "@/components/ui/said";
import { countryName, formatDay, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { getMessage } from "@/lib/reader-message/queries";

export type DeskMessage = NonNullable<Awaited<ReturnType<typeof getMessage>>>;

/** What a reader has sent, whole, and who they are. */
export async function MessageDetails({ locale, message }: { locale: Locale; message: DeskMessage }) {
  const t = await getTranslations({ locale });
  const { practice, sender, outcome, country, language, kind, page } = message;
  // Of a barrier it is what somebody typed; the others are checked to be addresses.
  const isLink = page !== undefined && (kind === "report" || kind === "tip");
  const where = isLink ? (
    <a className="wrap-anywhere" href={page} rel="noreferrer nofollow">
      {page}
    </a>
  ) : (
    page
  );
  const answer = message.answer && <span className="whitespace-pre-line">{message.answer}</span>;
  const facts: [string, ReactNode][] = [
    [
      t("desk.columnAbout"),
      practice && (
        <>
          <Said said={practice.title} locale={locale} />
          {" · "}
          <a href={pathTo(locale, "desk", practice.id)}>{t("desk.practiceAtDesk")}</a>
        </>
      ),
    ],
    [t("report.reason"), message.reason && t(`report.is.${message.reason}`)],
    [t(kind === "tip" ? "tip.page" : "report.columnPage"), where],
    [t("tried.outcome"), outcome && t(`tried.${outcome}`)],
    [t("tried.country"), country && countryName(country, locale)],
    [t("submit.place"), message.place],
    [t("tried.organisation"), message.organisation],
    [t("tried.year"), message.year],
    [t("barrier.device"), message.device],
    [t("desk.columnSince"), formatMoment(message.sentAt, locale)],
    [t("report.due"), message.dueAt && formatDay(message.dueAt, locale)],
    [
      t("desk.sender"),
      sender ? (
        <>
          {sender.name && `${sender.name}, `}
          <a href={`mailto:${sender.email}`}>{sender.email}</a>
        </>
      ) : (
        t("desk.noAddress")
      ),
    ],
    [t("report.answer"), answer],
  ];
  return (
    <>
      {message.text && (
        <p
          className="mt-4 max-w-3xl whitespace-pre-line border-s-4 border-line ps-4"
          lang={language === locale ? undefined : language}
        >
          {message.text}
        </p>
      )}
      <dl className="mt-6 grid gap-3">
        {facts
          .filter(([, fact]) => fact !== undefined)
          .map(([name, fact]) => (
            <div key={name}>
              <dt className="font-bold">{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
