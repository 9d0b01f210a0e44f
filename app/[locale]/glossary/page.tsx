import { getTranslations } from "next-intl/server";
import { headOf } from "@/components/layout/head";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { listTerms } from "@/lib/glossary/queries";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "glossary" });
  const head = { locale, alternates: alternatesOf("glossary"), title: t("title"), description: t("description") };
  return headOf({ ...head, image: `/og/${locale}/ponte` });
}

export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const [t, terms] = await Promise.all([getTranslations({ locale }), listTerms(locale)]);
  return (
    <PageFrame locale={locale} alternates={alternatesOf("glossary")} current="glossary">
      <h1 className="text-h1">{t("glossary.title")}</h1>
      <p className="mt-3 max-w-[60ch] text-lead">{t("glossary.description")}</p>
      <p className="no-print mt-2">
        <a className="tap" href={pathTo(locale, "word")}>
          {t("word.suggest")}
        </a>
      </p>
      <dl className="mt-8 gap-x-12 wide:columns-2">
        {terms.map(({ id, term, full, meaning }) => (
          <div key={id} id={id} className="mb-6 break-inside-avoid border-t-2 border-ink pt-2">
            <dt className="text-h3 font-bold">{term}</dt>
            <dd>
              {full && <p className="text-muted">{full}</p>}
              <p className="mt-1">{meaning}</p>
            </dd>
          </div>
        ))}
      </dl>
    </PageFrame>
  );
}
