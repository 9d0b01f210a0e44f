import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { NewsArticle } from "@/components/news/news-article";
import { NewsForm as Form } from "@/components/news/news-form";
import { formAnswer } from "@/lib/http/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { type NewsForm, toNewsValues } from "@/lib/news/form";
import { getNewsAtDesk, previewNews } from "@/lib/news/queries";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";
import { writeNews } from "../actions";

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const { id, ...rest } = await params;
  const t = await getTranslations({ locale: readerLocale(rest), namespace: "newsDesk" });
  return { title: t(id === "new" ? "new" : "edit"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  return deskPage(locale, ["news", id], "news.edit", async () => {
    const isNew = id === "new";
    const [t, known] = await Promise.all([
      getTranslations({ locale, namespace: "newsDesk" }),
      isNew ? undefined : getNewsAtDesk(id),
    ]);
    if (!isNew && !known) return problemPage(locale, 404);
    const start = known ? toNewsValues(known.news) : { originalLocale: locale, kind: "news", publishedOn: "" };
    const form = formAnswer<NewsForm>() ?? { values: start, errors: {}, revision: known?.revision ?? 0 };
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", "news")}>
          {t("back")}
        </a>
        <h1 className="text-h1">{t(isNew ? "new" : "edit")}</h1>
        {known && <p className="mt-2 text-lead font-bold">{t(`state.${known.state}`)}</p>}
        {[
          { item: form.saved, words: t("savedNow") },
          { item: form.preview, words: t("asReaders") },
        ].map(
          ({ item, words }) =>
            item && (
              <section key={words} aria-label={words} className="mt-4 border-4 border-line p-4">
                <p className="text-muted">{words}</p>
                <NewsArticle item={previewNews(item, locale)} locale={locale} level={2} />
              </section>
            ),
        )}
        <Form
          locale={locale}
          form={form}
          state={known?.state ?? "draft"}
          draft={`news-${id}`}
          action={writeNews.bind(null, { locale, id: isNew ? undefined : id })}
        />
      </>
    );
  });
}
