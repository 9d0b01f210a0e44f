import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PracticeCard } from "@/components/catalogue/practice-card";
import { headOf } from "@/components/layout/head";
import { type Alternates, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { PracticeArticle } from "@/components/practice/practice-article";
import { JsonLd } from "@/components/ui/json-ld";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { getPractice, resolvePractice, similarPractices } from "@/lib/practice/queries";
import { toJsonLd } from "@/lib/practice/serialize";
import type { PracticeView } from "@/lib/practice/view";
import { problemPage } from "../../problem";

type Props = { params: Promise<{ locale: string; slug: string }> };

const alternatesFor = (practice: PracticeView) =>
  Object.fromEntries(locales.map((one) => [one, pathTo(one, "catalogue", practice.slugs[one])])) as Alternates;

async function load({ params }: Props) {
  const { slug, ...rest } = await params;
  const locale = readerLocale(rest);
  const resolution = await resolvePractice(locale, slug);
  if (resolution.found === "moved") permanentRedirect(pathTo(locale, "catalogue", resolution.slug));
  const practice = resolution.found === "page" ? await getPractice(locale, resolution.id) : undefined;
  return { locale, practice, problem: resolution.found === "gone" ? (410 as const) : (404 as const) };
}

export async function generateMetadata(props: Props) {
  const { locale, practice, problem } = await load(props);
  if (!practice) return problemMetadata(locale, problem);
  const t = await getTranslations({ locale, namespace: "catalogue" });
  return headOf({
    locale,
    alternates: alternatesFor(practice),
    title: `${practice.title} – ${t("title")}`,
    description: practice.description ?? practice.subtitle ?? practice.title,
    image: `/og/${locale}/${practice.id}`,
    type: "article",
  });
}

export default async function Page(props: Props) {
  const { locale, practice, problem } = await load(props);
  if (!practice) return problemPage(locale, problem);
  const [t, similar] = await Promise.all([
    getTranslations({ locale, namespace: "practice" }),
    similarPractices(locale, practice.id),
  ]);
  return (
    <PageFrame locale={locale} alternates={alternatesFor(practice)} current="catalogue">
      <PracticeArticle practice={practice} locale={locale} />
      <JsonLd data={toJsonLd(practice)} />
      {similar.length > 0 && (
        <section aria-labelledby="similar" className="no-print mt-12">
          <h2 id="similar" className="text-3xl">
            {t("similar")}
          </h2>
          <div className="mt-4 grid gap-8 wide:grid-cols-3">
            {similar.map((card) => (
              <PracticeCard key={card.id} card={card} locale={locale} level={3} />
            ))}
          </div>
        </section>
      )}
    </PageFrame>
  );
}
