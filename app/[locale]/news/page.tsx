import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { NewsCard } from "@/components/news/news-card";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { listNews } from "@/lib/news/queries";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "news" });
  const head = { locale, alternates: alternatesOf("news"), title: t("title"), description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const [t, news] = await Promise.all([getTranslations({ locale, namespace: "news" }), listNews(locale)]);
  return (
    <PageFrame locale={locale} alternates={alternatesOf("news")} current="news">
      <h1 className="text-h1">{t("title")}</h1>
      {news.length === 0 && <p className="mt-4">{t("empty")}</p>}
      {news.map((item) => (
        <NewsCard key={item.id} item={item} locale={locale} />
      ))}
      <p className="mt-8">
        <a className="tap" href={pathTo(locale, "tip")}>
          {t("tip")}
        </a>
      </p>
    </PageFrame>
  );
}
