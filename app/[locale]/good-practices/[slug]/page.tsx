import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Cover } from "@/components/cover/cover";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { PracticeArticle } from "@/components/practice/practice-article";
import { SimilarPractices } from "@/components/practice/similar";
import { JsonLd } from "@/components/ui/json-ld";
import { listTerms } from "@/lib/glossary/queries";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { getPractice, resolvePractice } from "@/lib/practice/queries";
import { toJsonLd } from "@/lib/practice/serialize";
import { coverFacts, type PracticeView } from "@/lib/practice/view";
import { listExperiences } from "@/lib/reader-message/queries";
import { loadThesaurus } from "@/lib/search/queries";
import { similarPractices } from "@/lib/similar/queries";
import { problemPage } from "../../problem";

type Props = { params: Promise<{ locale: string; slug: string }> };

const alternatesFor = ({ slugs }: PracticeView) => alternatesOf("catalogue", { below: slugs });

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
  const [similar, thesaurus, terms, experiences] = await Promise.all([
    similarPractices(locale, practice.id),
    loadThesaurus(),
    listTerms(practice.lang),
    listExperiences(practice.id),
  ]);
  return (
    <PageFrame locale={locale} alternates={alternatesFor(practice)} current="catalogue">
      <Cover facts={coverFacts(practice)} size="head" className="bleed cover-head" />
      <PracticeArticle practice={practice} locale={locale} terms={terms} experiences={experiences} />
      <JsonLd data={toJsonLd(practice)} />
      <SimilarPractices id={practice.id} similar={similar} thesaurus={thesaurus} locale={locale} />
    </PageFrame>
  );
}
