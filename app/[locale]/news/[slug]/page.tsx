import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { NewsArticle } from "@/components/news/news-article";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { findNews, isNewsGone, type NewsView } from "@/lib/news/queries";
import { problemPage } from "../../problem";

type Props = { params: Promise<{ locale: string; slug: string }> };

const alternatesFor = ({ slugs }: NewsView) => alternatesOf("news", { below: slugs });

export async function generateMetadata({ params }: Props) {
  const { slug, ...rest } = await params;
  const locale = readerLocale(rest);
  const item = await findNews(locale, slug);
  if (!item) return problemMetadata(locale, (await isNewsGone(slug)) ? 410 : 404);
  const t = await getTranslations({ locale, namespace: "news" });
  const head = { locale, alternates: alternatesFor(item), title: `${item.title} – ${t(item.kind)}` };
  return headOf({ ...head, description: item.summary, image: `/og/${locale}/news-${item.id}`, type: "article" });
}

export default async function Page({ params }: Props) {
  const { slug, ...rest } = await params;
  const locale = readerLocale(rest);
  const item = await findNews(locale, slug);
  if (!item) return problemPage(locale, (await isNewsGone(slug)) ? 410 : 404);
  const own = pathTo(locale, "news", item.slugs[locale]);
  if (item.slugs[locale] !== slug) permanentRedirect(own);
  return (
    <PageFrame locale={locale} alternates={alternatesFor(item)} current="news">
      <NewsArticle item={item} locale={locale} />
    </PageFrame>
  );
}
