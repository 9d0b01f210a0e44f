import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Said } from "@/components/ui/said";
import { colon, formatDay, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { QueueRow } from "@/lib/queue/queries";
import { daysBetween, workPath } from "@/lib/queue/queue";

/** What waits, one item below the other: its name leads to it, then what one needs to know to choose. */
export async function QueueList({
  rows,
  locale,
  me,
  now,
}: {
  rows: QueueRow[];
  locale: Locale;
  /** The id of who reads this. */
  me: string;
  now: Date;
}) {
  const t = await getTranslations({ locale });
  const stateOf = ({ kind, work, code }: QueueRow): string => {
    if (kind === "practice" || kind === "comment") return t(`desk.state.${code as "pending"}`);
    if (work === "message") return t(`desk.messageState.${code as "pending"}`);
    return work === "confirmation" ? t("queue.handled") : t(`queue.decision.${code as "accepted"}`);
  };
  const dueOf = ({ due, state }: QueueRow): ReactNode => {
    if (!due) return null;
    const date = formatDay(due, locale);
    if (state === "scheduled") return t("queue.comesOut", { date });
    return due < now ? <strong>{t("queue.overdue", { date })}</strong> : t("queue.dueBy", { date });
  };
  const factsOf = (row: QueueRow): ReactNode[] => [
    row.state === "decided" || row.code === "draft" || row.kind === "comment" ? stateOf(row) : null,
    languageName(row.language, locale),
    <time key="since" dateTime={row.since.toISOString()}>
      {t(row.state === "decided" ? "queue.ago" : "queue.age", { count: daysBetween(row.since, now) })}
    </time>,
    dueOf(row),
    row.commented && row.state !== "decided" ? t("queue.hasComment") : null,
    row.assignee && (row.assignee.id === me ? t("queue.assignedToYou") : t("queue.assignee", row.assignee)),
    row.claim && <strong>{row.claim.id === me ? t("queue.youNow") : t("queue.now", row.claim)}</strong>,
  ];
  return (
    <ul className="mt-4 border-t border-line">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.subjectId}`} className="border-b border-line py-2">
          <a className="tap max-w-full wrap-anywhere" href={workPath(locale, row.work, row.subjectId)}>
            {t(`queue.kind.${row.kind}`)}
            {row.title && (
              <>
                {colon(locale)}
                <b>
                  <Said said={{ text: row.title, lang: row.titleLocale ?? locale }} locale={locale} />
                </b>
              </>
            )}
          </a>
          <p className="text-small">
            {factsOf(row)
              .filter(Boolean)
              .map((fact, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: facts have a fixed order and no life of their own
                <span key={at}>
                  {at > 0 && " · "}
                  {fact}
                </span>
              ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
