import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { ModerationNumbers } from "@/components/moderation/numbers";
import { Markdown } from "@/components/ui/markdown";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { type AboutPage, aboutPages, pathTo } from "@/lib/i18n/routes";
import { getModerationNumbers } from "@/lib/moderation/queries";
import { getPage } from "@/lib/page/queries";
import { problemPage } from "../../problem";

type Props = { params: Promise<{ locale: string; page: string }> };

const known = (page: string): AboutPage | undefined => aboutPages.find((one) => one === page);

export async function generateMetadata({ params }: Props) {
  const { page, ...rest } = await params;
  const [locale, name] = [readerLocale(rest), known(page)];
  if (!name) return problemMetadata(locale, 404);
  const { title, description } = await getPage(locale, name);
  return headOf({ locale, alternates: alternatesOf(name), title, description, image: `/og/${locale}/ponte` });
}

export default async function Page({ params }: Props) {
  const { page, ...rest } = await params;
  const [locale, name] = [readerLocale(rest), known(page)];
  if (!name) return problemPage(locale, 404);
  const [{ title, markdown }, years] = await Promise.all([
    getPage(locale, name),
    name === "moderation" ? getModerationNumbers() : undefined,
  ]);
  // In the texts, page:about leads to a page of ours and feed: to the feed, in the reader's language.
  const resolveLink = (address: string) => {
    if (address === "feed:") return `/${locale}/feed.xml`;
    const key = /^page:([a-z-]+)$/.exec(address)?.[1];
    return key ? pathTo(locale, key as AboutPage) : address;
  };
  return (
    <PageFrame locale={locale} alternates={alternatesOf(name)} current={name}>
      <h1 className="text-h1">{title}</h1>
      <div className="prose mt-6">
        <Markdown text={markdown} headings resolveLink={resolveLink} />
      </div>
      {years && <ModerationNumbers years={years} asOf={new Date()} locale={locale} />}
    </PageFrame>
  );
}
