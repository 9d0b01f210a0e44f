import { getTranslations } from "next-intl/server";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { FailedJob, JobStanding, UndeliveredMail } from "@/lib/job/queries";
import { DeskTable } from "./desk-table";

/** Every kind of job: what it does, when it ran and runs next, what waits. */
export async function JobTable({ jobs, locale }: { jobs: JobStanding[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "job" });
  return (
    <DeskTable
      label={t("title")}
      columns={[t("columnJob"), t("columnLast"), t("columnNext"), t("columnWaiting"), t("columnFailed")]}
    >
      {jobs.map((job) => (
        <tr key={job.name}>
          <th scope="row">
            {t(`name.${job.name}`)}
            <span className="block font-normal text-small">{t(`text.${job.name}`)}</span>
          </th>
          <td>
            {job.last ? (
              <>
                {formatMoment(job.last.at, locale)}
                <span className="block text-small">
                  {job.last.well ? t("did", { count: job.last.done ?? 0 }) : t("gaveUp")}
                </span>
              </>
            ) : (
              t("notYet")
            )}
          </td>
          <td>{job.active > 0 ? t("running") : job.next ? formatMoment(job.next, locale) : t("onDemand")}</td>
          <td>{formatNumber(job.waiting, locale)}</td>
          <td>{formatNumber(job.failed, locale)}</td>
        </tr>
      ))}
    </DeskTable>
  );
}

/** One that was given up: a job, or a mail by what it was about. */
type GivenUp = { kind: "job" | "mail"; id: string; label: string; name: string; at?: Date | null; error: string };

/** Jobs and mails that were given up, each with a button that has it tried once more. */
export async function GivenUpTable({
  label,
  rows,
  locale,
  action,
}: {
  label: string;
  rows: GivenUp[];
  locale: Locale;
  /** None: whoever looks may not. */
  action?: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "job" });
  return (
    <DeskTable
      label={label}
      columns={[t("columnWhat"), t("columnSince"), t("columnError"), ...(action ? [t("retry")] : [])]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.label}</th>
          <td>{row.at ? formatMoment(row.at, locale) : t("notKnown")}</td>
          <td>
            <code>{row.error}</code>
          </td>
          {action && (
            <td>
              <form action={action}>
                <input type="hidden" name="kind" value={row.kind} />
                <input type="hidden" name="name" value={row.name} />
                <input type="hidden" name="id" value={row.id} />
                <button type="submit" className="button">
                  {t("retry")} <span className="sr-only">{row.label}</span>
                </button>
              </form>
            </td>
          )}
        </tr>
      ))}
    </DeskTable>
  );
}

/** The rows of jobs, by their name in the reader's language. */
export async function failedRows(failed: FailedJob[], locale: Locale): Promise<GivenUp[]> {
  const t = await getTranslations({ locale, namespace: "job" });
  return failed.map((job) => ({ ...job, kind: "job", label: t(`name.${job.name}`) }));
}

/** The rows of mails, by the key that says what they were about. */
export const mailRows = (mails: UndeliveredMail[]): GivenUp[] =>
  mails.map((mail) => ({ ...mail, kind: "mail", name: "mail", label: mail.key }));
