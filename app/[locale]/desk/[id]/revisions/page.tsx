import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { Comparison } from "@/components/revision/comparison";
import { RevisionTable } from "@/components/revision/revision-table";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import { Said } from "@/components/ui/said";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { getSnapshots, listRevisions } from "@/lib/revision/queries";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "revision" });
  return { title: t("title"), robots: { index: false } };
}

/** The number of a revision, from an address; nothing where it is none. */
const numbered = (value: SearchParams[string]) =>
  typeof value === "string" && /^\d{1,6}$/.test(value) ? Number(value) : undefined;

// Every revision of a practice; of two that are chosen, what differs.
export default async function Page({ params, searchParams }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  return deskPage(locale, [id, "revisions"], "practice.read", async () => {
    const [t, found, search] = await Promise.all([getTranslations({ locale }), listRevisions(id), searchParams]);
    if (!found) return problemPage(locale, 404);
    const newest = found.revision;
    const [from, to] = [numbered(search.from), numbered(search.to)];
    const snapshots = from && to ? await getSnapshots(id, [from, to]) : undefined;
    const [before, after] = [snapshots?.get(from ?? 0), snapshots?.get(to ?? 0)];
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", id)}>
          {t("revision.back")}
        </a>
        <h1 className="text-h1">
          {t.rich("revision.of", {
            title: found.title.text,
            practice: () => <Said said={found.title} locale={locale} />,
          })}
        </h1>
        {numbered(search.restored) && (
          <DoneNotice>{t("revision.restored", { number: String(search.restored) })}</DoneNotice>
        )}
        {before && after && from && to && <Comparison {...{ from, to, before, after, locale }} />}
        {snapshots && (!before || !after) && <ErrorNotice>{t("revision.unknown")}</ErrorNotice>}
        <RevisionTable
          practiceId={id}
          revisions={found.revisions}
          chosen={{ from: from ?? Math.max(1, newest - 1), to: to ?? newest }}
          locale={locale}
        />
      </>
    );
  });
}
