import "../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { QueueFilters } from "@/components/desk/queue-filters";
import { QueueList } from "@/components/desk/queue-list";
import { ListPages } from "@/components/layout/list-pages";
import { DoneNotice } from "@/components/ui/notice";
import { readSearch, type SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { states } from "@/lib/practice/rules";
import { listQueue } from "@/lib/queue/queries";
import { formatQueue, isNarrowed, kindsFor, parseQueue } from "@/lib/queue/queue";
import { states as messageStates } from "@/lib/reader-message/message";
import { deskPage } from "./desk-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "desk" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, [], "queue.read", async (session) => {
    const [t, search] = await Promise.all([getTranslations({ locale }), searchParams]);
    const [filters, kinds] = [parseQueue(readSearch(search)), kindsFor(session)];
    const queue = await listQueue(filters, session);
    // What the editor has just done has led to this.
    const state = states.find((one) => one === search.done);
    const message = messageStates.find((one) => one === search.message);
    const reached = state ? t(`desk.state.${state}`) : message && t(`desk.messageState.${message}`);
    const sent = typeof search.sent === "string" ? search.sent : undefined;
    return (
      <>
        <h1 className="text-h1">{t("desk.title")}</h1>
        {(reached || "done" in search) && (
          <DoneNotice data-draft-sent={sent}>
            {reached ? t("desk.done", { state: reached }) : t("queue.done")}
          </DoneNotice>
        )}
        {kinds.length === 0 ? (
          <p className="prose mt-4">
            {t("queue.forEditors")}{" "}
            <a className="tap" href={pathTo(locale, "desk", "translations")}>
              {t("queue.toTranslations")}
            </a>
          </p>
        ) : (
          <>
            <QueueFilters locale={locale} filters={filters} kinds={kinds} queue={queue} />
            <h2 className="mt-6 text-h3">
              {t(`queue.state.${filters.state}`)} ({queue.total})
            </h2>
            {queue.rows.length > 0 ? (
              <QueueList rows={queue.rows} locale={locale} me={session.editorId} now={new Date()} />
            ) : (
              <p className="mt-2">{t(isNarrowed(filters) ? "queue.noMatch" : "queue.empty")}</p>
            )}
            <ListPages
              locale={locale}
              page={queue.page}
              pages={queue.pages}
              to={(page) => [pathTo(locale, "desk"), formatQueue({ ...filters, page })].filter(Boolean).join("?")}
            />
          </>
        )}
        {sent !== undefined && <script src="/drafts.js" defer data-own="" />}
      </>
    );
  });
}
