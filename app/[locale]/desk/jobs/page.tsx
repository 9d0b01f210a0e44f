import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { failedRows, GivenUpTable, JobTable, mailRows } from "@/components/desk/job-tables";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import { may } from "@/lib/desk/rights";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { listFailedJobs, listJobs, listUndelivered, mostFailed } from "@/lib/job/queries";
import { deskPage } from "../desk-page";
import { tryAgain } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "job" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["jobs"], "job.read", async (session) => {
    const [t, search, jobs, failed, mails] = await Promise.all([
      getTranslations({ locale, namespace: "job" }),
      searchParams,
      listJobs(),
      listFailedJobs(),
      listUndelivered(),
    ]);
    const answer = formAnswer<DeskAnswer>();
    const action = may(session, "job.retry") ? tryAgain.bind(null, { locale }) : undefined;
    const lists = [
      {
        title: t("failedTitle"),
        intro: t("failedIntro"),
        none: t("failedNone"),
        rows: await failedRows(failed, locale),
      },
      { title: t("mailTitle"), intro: t("mailIntro"), none: t("mailNone"), rows: mailRows(mails) },
    ];
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        <p className="prose mt-2">{t("intro")}</p>
        {answer?.error ? (
          <ErrorNotice>{t(answer.error === "not-allowed" ? "notAllowed" : "gone")}</ErrorNotice>
        ) : (
          "retried" in search && <DoneNotice>{t("retried")}</DoneNotice>
        )}
        <JobTable jobs={jobs} locale={locale} />
        {lists.map(({ title, intro, none, rows }) => (
          <section key={title}>
            <h2 className="mt-8 text-h3">{title}</h2>
            {rows.length === 0 ? (
              <p className="mt-2">{none}</p>
            ) : (
              <>
                <p className="prose mt-2">{intro}</p>
                <GivenUpTable label={title} rows={rows} locale={locale} action={action} />
                {rows.length === mostFailed && <p className="mt-4">{t("more", { count: mostFailed })}</p>}
              </>
            )}
          </section>
        ))}
        {!action && <p className="mt-4">{t("administrators")}</p>}
      </>
    );
  });
}
