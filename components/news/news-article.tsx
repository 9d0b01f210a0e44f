import { getTranslations } from "next-intl/server";
import { Markdown } from "@/components/ui/markdown";
import { Said } from "@/components/ui/said";
import { countryName, formatDate, formatList, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { NewsView } from "@/lib/news/queries";
import { DeadlineText } from "./news-card";

/** A news item or call, whole. */
export async function NewsArticle({
  item,
  locale,
  level = 1,
}: {
  item: NewsView;
  locale: Locale;
  /** Of its title: lower where the page has one of its own. */
  level?: 1 | 2;
}) {
  const Title = level === 1 ? "h1" : "h2";
  const Heading = level === 1 ? "h2" : "h3";
  const t = await getTranslations({ locale });
  const lang = item.lang === locale ? undefined : item.lang;
  const { from, writtenOn } = item.provenance;
  const facts = [
    { term: t("news.owner"), value: [item.owner, item.ownerUnit?.text].filter(Boolean).join(", ") },
    item.deadline && { term: t("news.deadline"), value: formatDate(item.deadline, locale) },
    item.resultsExpected && { term: t("news.results"), value: item.resultsExpected.text },
    item.audiences.length > 0 && {
      term: t("news.audiences"),
      value: formatList(
        item.audiences.map((code) => t(`audience.${code as "adults"}`)),
        locale,
      ),
    },
    item.countries.length > 0 && {
      term: t("news.countries"),
      value: formatList(
        item.countries.map((code) => countryName(code, locale)),
        locale,
      ),
    },
  ].filter((fact) => typeof fact === "object");
  return (
    <article>
      <p className="text-muted">{t(`news.${item.kind}`)}</p>
      <Title className="text-h1" lang={lang}>
        {item.title}
      </Title>
      <DeadlineText item={item} locale={locale} />
      <p className="mt-4 max-w-[60ch] text-lead" lang={lang}>
        {item.summary}
      </p>
      <dl className="my-6 grid max-w-3xl gap-x-6 gap-y-2 border-t-4 border-ink pt-4 sm:grid-cols-[auto_1fr]">
        {facts.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="font-bold">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="prose" lang={lang}>
        <Markdown text={item.body} />
      </div>
      {item.sources.length > 0 && <Heading className="mt-8 text-h3">{t("news.sources")}</Heading>}
      <ul className="prose mt-2 list-disc ps-6">
        {item.sources.map((source) => (
          <li key={source.key}>
            {source.url ? (
              <a href={source.url}>{source.title ?? source.publisher}</a>
            ) : (
              (source.title ?? source.publisher)
            )}
            {source.title && `, ${source.publisher}`}
            {source.language &&
              ` (${t("practice.sourceLanguage", { language: languageName(source.language, locale) })})`}
            {source.note && (
              <>
                {". "}
                <Said said={source.note} locale={locale} />
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="prose mt-6 text-small text-muted">
        {from?.language
          ? t("news.editorial", {
              publisher: from.publisher,
              language: languageName(from.language, locale),
              date: formatDate(writtenOn, locale),
            })
          : t("practice.editorialPlain", { date: formatDate(writtenOn, locale) })}{" "}
        {t("news.published", { date: formatDate(item.publishedOn, locale) })}
      </p>
    </article>
  );
}
