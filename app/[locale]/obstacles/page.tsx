import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { ObstacleIndex } from "@/components/obstacle/obstacle-index";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { countObstacles } from "@/lib/obstacle/queries";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "obstacles" });
  const head = { locale, alternates: alternatesOf("obstacles"), title: t("title"), description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const [t, counts] = await Promise.all([getTranslations({ locale, namespace: "obstacles" }), countObstacles()]);
  return (
    <PageFrame locale={locale} alternates={alternatesOf("obstacles")} current="obstacles">
      <h1 className="max-w-[24ch] text-h1">{t("title")}</h1>
      <p className="mt-3 max-w-[60ch] text-lead">{t("description")}</p>
      <ObstacleIndex counts={counts} locale={locale} />
    </PageFrame>
  );
}
