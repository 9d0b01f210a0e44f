import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { EditForm } from "@/components/editing/edit-form";
import { EditNotices, EditParts } from "@/components/editing/edit-notices";
import { PracticeArticle } from "@/components/practice/practice-article";
import { may } from "@/lib/desk/rights";
import { pieceKey, readPiece, toFields } from "@/lib/editing/form";
import { getEditing } from "@/lib/editing/queries";
import { type EditAnswer, previewLocale } from "@/lib/editing/receive";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { dayInBrussels } from "@/lib/i18n/format";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { toPracticeView } from "@/lib/practice/view";
import { currentSession } from "@/lib/session";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";
import { editPractice } from "./actions";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "editing" });
  return { title: t("titleAlone"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  const [session, search] = await Promise.all([currentSession(), searchParams]);
  const found = session && may(session, "practice.edit") ? await getEditing(id, session.editorId) : undefined;
  if (session && may(session, "practice.edit") && !found) return problemPage(locale, 404);
  return deskPage(locale, [id, "edit"], "practice.edit", async () => {
    if (!found) return null;
    const { practice, meta } = found;
    const t = await getTranslations({ locale, namespace: "editing" });
    const answer = formAnswer<EditAnswer>();
    const original = practice.originalLocale;
    const piece = answer?.piece ?? readPiece(search, original);
    const copy = "copy" in search ? found.own[pieceKey(piece)] : undefined;
    const today = dayInBrussels();
    const fresh = { piece, typed: toFields(practice, piece, today), revision: meta.revision };
    const shown = answer ?? { ...fresh, ...copy, errors: {}, elsewhere: {}, found: undefined };
    const action = editPractice.bind(null, { locale, id, part: piece.part, text: piece.text });
    const previewed = previewLocale(piece, locale);
    const title = practice.texts[original]?.title ?? id;
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", id)}>
          {t("back")}
        </a>
        <h1 className="text-h1">
          {t.rich("title", { title, practice: (chunks) => <span lang={original}>{chunks}</span> })}
        </h1>
        {found.isEditable ? (
          <>
            <EditParts locale={locale} id={id} piece={piece} original={original} />
            <EditNotices
              {...{ locale, found, piece, answer, action }}
              done={typeof search.done === "string" ? search.done : undefined}
              isCopy={copy !== undefined}
            />
            {answer?.preview && (
              <p role="status" className="mt-4 font-bold">
                <a className="tap" href="#as-readers">
                  {t("previewBelow")}
                </a>
              </p>
            )}
            <EditForm locale={locale} id={id} shown={shown} action={action} />
            {answer?.preview && (
              <section id="as-readers" aria-labelledby="preview-title" className="mt-8 border-4 border-line p-4">
                <h2 id="preview-title" className="text-muted">
                  {t("previewTitle")}
                </h2>
                <div lang={previewed}>
                  <PracticeArticle
                    practice={toPracticeView(answer.preview, meta, previewed)}
                    locale={previewed}
                    level={2}
                    isPreview
                  />
                </div>
              </section>
            )}
          </>
        ) : (
          <p className="prose mt-4">{t("notEditable")}</p>
        )}
      </>
    );
  });
}
