import type { Metadata } from "next";
import { formattingTag, type Locale, locales } from "@/lib/i18n/locales";
import { absolute } from "@/lib/site";
import type { Alternates } from "./page-frame";

/** The head of a page that readers and search engines shall find: title, description, canonical, hreflang, Open Graph. */
export function headOf(page: {
  locale: Locale;
  alternates: Alternates;
  title: string;
  description: string;
  /** The path of its Open Graph image. */
  image: string;
  type?: "website" | "article";
  /** The feed of what the page lists. */
  feed?: string;
  index?: boolean;
}): Metadata {
  const { locale, alternates, title, description } = page;
  return {
    title,
    description,
    ...(page.index === false && { robots: { index: false, follow: true } }),
    alternates: {
      canonical: absolute(alternates[locale]),
      languages: Object.fromEntries(locales.map((one) => [one, absolute(alternates[one])])),
      ...(page.feed && { types: { "application/atom+xml": absolute(page.feed) } }),
    },
    openGraph: {
      title,
      description,
      type: page.type ?? "website",
      url: absolute(alternates[locale]),
      locale: formattingTag[locale].replace("-", "_"),
      images: [{ url: absolute(page.image), width: 1200, height: 630, alt: title }],
    },
    twitter: { card: "summary_large_image" },
  };
}
