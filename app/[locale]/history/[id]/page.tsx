import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { PublicHistory } from "@/components/revision/public-history";
import { Said } from "@/components/ui/said";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { findPractice } from "@/lib/reader-message/queries";
import { listPublicChanges } from "@/lib/revision/queries";
import { problemPage } from "../../problem";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const found = await findPractice(locale, id);
  if ("problem" in found) return problemMetadata(locale, found.problem);
  const t = await getTranslations({ locale, namespace: "history" });
  const title = t.markup("title", { title: found.practice.title.text, practice: (chunks) => chunks });
  const head = { locale, alternates: alternatesOf("history", { below: id }), title, description: t("intro") };
  return headOf({ ...head, image: `/og/${locale}/${id}` });
}

// When a practice's page changed, and in what: dates and kinds of change, nothing about who.
export default async function Page({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const [found, history] = await Promise.all([findPractice(locale, id), listPublicChanges(id)]);
  if ("problem" in found) return problemPage(locale, found.problem);
  // Taken down between the two readings.
  if (!history) return problemPage(locale, 410);
  const t = await getTranslations({ locale });
  const { title, slug } = found.practice;
  return (
    <PageFrame locale={locale} alternates={alternatesOf("history", { below: id })}>
      <a className="tap" href={pathTo(locale, "catalogue", slug)}>
        {t("readerMessage.backToPractice")}
      </a>
      <h1 className="text-h1">
        {t.rich("history.title", { title: title.text, practice: () => <Said said={title} locale={locale} /> })}
      </h1>
      <p className="prose mt-2">{t("history.intro")}</p>
      <PublicHistory history={history} locale={locale} />
    </PageFrame>
  );
}
