import { getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { NewsView } from "@/lib/news/queries";

/** Whether a call is open, and until when. */
export async function DeadlineText({ item, locale }: { item: NewsView; locale: Locale }) {
  if (!item.deadline) return null;
  const t = await getTranslations({ locale, namespace: "news" });
  const date = formatDate(item.deadline, locale);
  return (
    <p className={item.closed ? "font-bold text-muted" : "font-bold text-brick"}>
      {item.closed ? t("closed") : t("open", { date })}
    </p>
  );
}

/** A news item in a list. */
export async function NewsCard({ item, locale, level = 2 }: { item: NewsView; locale: Locale; level?: 2 | 3 }) {
  const t = await getTranslations({ locale, namespace: "news" });
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="card mt-6 border-t-2 border-ink pt-3">
      <p className="text-small text-muted">{t(item.kind)}</p>
      <Heading className="text-h3" lang={item.lang === locale ? undefined : item.lang}>
        <a href={pathTo(locale, "news", item.slugs[locale])} className="no-underline">
          {item.title}
        </a>
      </Heading>
      <DeadlineText item={item} locale={locale} />
      <p className="mt-2 max-w-[66ch]" lang={item.lang === locale ? undefined : item.lang}>
        {item.summary}
      </p>
    </article>
  );
}
