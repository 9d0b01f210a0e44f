import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { LateAnswer } from "@/components/desk/late-answer";
import { TermDecision } from "@/components/term/term-decision";
import { Said } from "@/components/ui/said";
import type { DeskAnswer } from "@/lib/desk/answer";
import { formAnswer } from "@/lib/http/answer";
import { languageName } from "@/lib/i18n/format";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { getTerm, listConcepts } from "@/lib/term/queries";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";
import { WorkOn } from "../../queue-actions/work-on";
import { decideWord } from "../actions";

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "wordDesk" });
  return { title: t("one"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  return deskPage(locale, ["words", id], "term.decide", async (session) => {
    const [t, term, concepts] = await Promise.all([getTranslations({ locale }), getTerm(id), listConcepts(locale)]);
    if (!term) return problemPage(locale, 404);
    const [{ lang }, answer] = [term, formAnswer<DeskAnswer>()];
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", "words")}>
          {t("wordDesk.back")}
        </a>
        <h1 className="text-h1">
          <Said said={{ text: term.term, lang }} locale={locale} />
        </h1>
        <p className="mt-2 font-bold">
          {t(`word.kinds.${term.kind}`)} · {languageName(lang, locale)} · {t(`wordDesk.state.${term.state}`)}
        </p>
        {term.state === "pending" && <WorkOn locale={locale} kind="term" subjectId={id} session={session} />}
        {term.text && (
          <blockquote className="prose mt-4 whitespace-pre-line border-s-4 border-brick ps-4">
            <Said said={{ text: term.text, lang }} locale={locale} />
          </blockquote>
        )}
        {term.state === "pending" ? (
          <TermDecision {...{ term, concepts, locale, answer }} action={decideWord.bind(null, { locale, id })} />
        ) : (
          <>
            {term.answer && <p className="prose mt-4 whitespace-pre-line">{term.answer}</p>}
            {answer?.error && <LateAnswer locale={locale} error={t("wordDesk.error.conflict")} typed={answer.typed} />}
          </>
        )}
      </>
    );
  });
}
