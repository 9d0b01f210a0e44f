import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { ObstacleArticle } from "@/components/obstacle/obstacle-article";
import { listTerms } from "@/lib/glossary/queries";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { readObstacle } from "@/lib/obstacle/obstacle";
import { getObstacle } from "@/lib/obstacle/queries";
import type { Obstacle } from "@/lib/practice/vocabulary";
import { problemPage } from "../../problem";

type Props = { params: Promise<{ locale: string; code: string }> };

const alternatesFor = (code: Obstacle) => alternatesOf("obstacles", { below: code });

export async function generateMetadata({ params }: Props) {
  const { code: written, ...rest } = await params;
  const locale = readerLocale(rest);
  const code = readObstacle(written);
  if (!code) return problemMetadata(locale, 404);
  const t = await getTranslations({ locale });
  const title = `${t(`obstacle.${code}`)} – ${t("site.obstacles")}`;
  const head = { locale, alternates: alternatesFor(code), title, description: t(`obstacleText.${code}`) };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

export default async function Page({ params }: Props) {
  const { code: written, ...rest } = await params;
  const locale = readerLocale(rest);
  const code = readObstacle(written);
  if (!code) return problemPage(locale, 404);
  const [obstacle, terms] = await Promise.all([getObstacle(locale, code), listTerms(locale)]);
  return (
    <PageFrame locale={locale} alternates={alternatesFor(code)} current="obstacles">
      <ObstacleArticle obstacle={obstacle} locale={locale} terms={terms} />
    </PageFrame>
  );
}
