import "../../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { PracticeArticle } from "@/components/practice/practice-article";
import { RestoreForm } from "@/components/revision/restore-form";
import type { DeskAnswer } from "@/lib/desk/answer";
import { may } from "@/lib/desk/rights";
import { formAnswer } from "@/lib/http/answer";
import { formatMoment } from "@/lib/i18n/format";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { isEditable } from "@/lib/practice/rules";
import { getRevision, listRevisions } from "@/lib/revision/queries";
import { problemPage } from "../../../../problem";
import { deskPage } from "../../../desk-page";
import { restore } from "../actions";

type Props = { params: Promise<{ locale: string; id: string; number: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const { number, ...rest } = await params;
  const t = await getTranslations({ locale: readerLocale(rest), namespace: "revision" });
  return { title: t("number", { number }), robots: { index: false } };
}

// One revision as its readers would get it, and the way to have it again.
export default async function Page({ params }: Props) {
  const { id, number: written, ...rest } = await params;
  const locale = readerLocale(rest);
  return deskPage(locale, [id, "revisions", written], "practice.read", async (session) => {
    const number = /^\d{1,6}$/.test(written) ? Number(written) : 0;
    const [t, newest, found] = await Promise.all([
      getTranslations({ locale, namespace: "revision" }),
      listRevisions(id),
      getRevision(locale, id, number),
    ]);
    if (!found || !newest) return problemPage(locale, 404);
    const mayRestore =
      may(session, "practice.restore") && isEditable(newest.state) && newest.revision !== number && found.practice;
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", id, "revisions")}>
          {t("backToList")}
        </a>
        <h1 className="text-h1">{t("number", { number: String(number) })}</h1>
        <p className="mt-2">
          {t(`kind.${found.kind}`)} · <time dateTime={found.at.toISOString()}>{formatMoment(found.at, locale)}</time>
        </p>
        {mayRestore && (
          <RestoreForm
            {...{ locale, practiceId: id, number, newest: newest.revision }}
            isPublic={newest.state === "published"}
            error={formAnswer<DeskAnswer>()?.error}
            action={restore.bind(null, locale)}
          />
        )}
        {found.practice ? (
          <div className="mt-8 border-4 border-line p-4">
            <PracticeArticle practice={found.practice} locale={locale} level={2} isPreview />
          </div>
        ) : (
          <p className="prose mt-6">{t("error.not-valid")}</p>
        )}
      </>
    );
  });
}
