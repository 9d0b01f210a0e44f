import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { ExperienceForm } from "@/components/reader-message/experience-form";
import { MessageThanks } from "@/components/reader-message/message-thanks";
import { Said } from "@/components/ui/said";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { problemPage } from "../../problem";
import { messageAlternates, messageState, practiceOfForm } from "../../reader-message";
import { tellTried } from "./actions";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const found = await practiceOfForm(locale, id);
  if ("problem" in found) return problemMetadata(locale, found.problem);
  const t = await getTranslations({ locale, namespace: "tried" });
  const title = found.practice?.title.text;
  return {
    title: title === undefined ? t("titleAlone") : t.markup("title", { title, practice: (chunks) => chunks }),
    robots: { index: false },
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const found = await practiceOfForm(locale, id);
  if ("problem" in found) return problemPage(locale, found.problem);
  const { practice } = found;
  const t = await getTranslations({ locale });
  const back = practice && (
    <a className="tap" href={pathTo(locale, "catalogue", practice.slug)}>
      {t("readerMessage.backToPractice")}
    </a>
  );
  const draft = `tried-${id}`;
  if ("sent" in (await searchParams) && formAnswer() === undefined) {
    return (
      <PageFrame locale={locale} alternates={messageAlternates("experience", id)}>
        <MessageThanks title={t("tried.thanksTitle")} text={t("tried.thanksText")} draft={draft}>
          {back}
        </MessageThanks>
      </PageFrame>
    );
  }
  return (
    <PageFrame locale={locale} alternates={messageAlternates("experience", id)}>
      {back}
      <h1 className="text-h1">
        {practice
          ? t.rich("tried.title", {
              title: practice.title.text,
              practice: () => <Said said={practice.title} locale={locale} />,
            })
          : t("tried.titleAlone")}
      </h1>
      <p className="prose mt-2">{t("tried.intro")}</p>
      <ExperienceForm locale={locale} action={tellTried.bind(null, locale, id)} state={messageState()} draft={draft} />
    </PageFrame>
  );
}
