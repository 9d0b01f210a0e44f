import "../../styles/sheet.css";
import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { submissionQuestions } from "@/components/submit/questions";
import { Box, Lines, SheetQuestion } from "@/components/submit/sheet-question";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "sheet" });
  const head = { locale, alternates: alternatesOf("sheet"), title: t("title"), description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

/** The questions of the submission form on paper: for whoever would rather talk than type. */
export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const [t, groups] = await Promise.all([getTranslations({ locale }), submissionQuestions(locale)]);
  const talk = [t("sheet.interviewee"), t("sheet.interviewer"), t("sheet.date")];
  return (
    <PageFrame locale={locale} alternates={alternatesOf("sheet")} current="sheet">
      <h1 className="text-h1">{t("sheet.title")}</h1>
      <p className="no-print prose mt-3 text-lead">{t("sheet.description")}</p>
      <p className="prose mt-3">{t("sheet.howTo")}</p>
      <p className="no-print">
        <a className="tap" href={pathTo(locale, "submit")}>
          {t("sheet.toForm")}
        </a>
      </p>
      <div className="sheet">
        <h2 className="sheet-heading text-h2">{t("sheet.aboutTalk")}</h2>
        {talk.map((label) => (
          <section key={label} className="sheet-question">
            <h3 className="font-bold">{label}</h3>
            <Lines count={1} />
          </section>
        ))}
        {groups.map(({ title, questions }) => (
          <div key={title ?? ""}>
            {title && <h2 className="sheet-heading text-h2">{title}</h2>}
            {questions.map((question) => (
              <SheetQuestion
                key={question.name}
                question={question}
                required={t("submit.requiredMark")}
                chooseOne={t("sheet.chooseOne")}
              />
            ))}
          </div>
        ))}
        <h2 className="sheet-heading text-h2">{t("sheet.consentTitle")}</h2>
        <section className="sheet-question">
          <p>{t("sheet.readAloud")}</p>
          <blockquote className="my-2 border-s-4 border-brick ps-4">{t("submit.consent")}</blockquote>
          <ul>
            <Box label={t("sheet.agreed")} />
            <Box label={t("sheet.notAgreed")} />
          </ul>
        </section>
      </div>
    </PageFrame>
  );
}
