import type { MetadataRoute } from "next";
import { type Locale, locales } from "@/lib/i18n/locales";
import { aboutPages, pathTo } from "@/lib/i18n/routes";
import { listNews } from "@/lib/news/queries";
import { listAddresses } from "@/lib/practice/queries";
import { obstacles } from "@/lib/practice/vocabulary";
import { absolute } from "@/lib/site";

export const dynamic = "force-dynamic";

/** Every page for readers, each with its address in the other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [practices, news] = await Promise.all([listAddresses(), listNews("en")]);
  const entry = (path: (locale: Locale) => string, lastModified?: Date) => {
    const languages = Object.fromEntries(locales.map((locale) => [locale, absolute(path(locale))]));
    return locales.map((locale) => ({ url: absolute(path(locale)), lastModified, alternates: { languages } }));
  };
  return [
    ...(
      [
        "home",
        "catalogue",
        "situation",
        "obstacles",
        "compare",
        "map",
        "statistics",
        "glossary",
        "news",
        "submit",
        "sheet",
        ...aboutPages,
      ] as const
    ).flatMap((page) => entry((locale) => pathTo(locale, page))),
    ...obstacles.flatMap((code) => entry((locale) => pathTo(locale, "obstacles", code))),
    ...practices.flatMap(({ slugs, updatedAt }) =>
      entry((locale) => pathTo(locale, "catalogue", slugs[locale] ?? ""), updatedAt),
    ),
    ...news.flatMap(({ slugs, updatedAt }) =>
      entry((locale) => pathTo(locale, "news", slugs[locale]), new Date(updatedAt)),
    ),
  ];
}
