import type { MetadataRoute } from "next";
import { locales } from "@/lib/i18n/locales";
import { formPages, pathTo } from "@/lib/i18n/routes";
import { absolute } from "@/lib/site";

export const dynamic = "force-dynamic";

/** Forms that belong to one page each, and the desk: nothing to find there. */
const unlisted = formPages.filter((page) => page !== "submit");

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: locales.flatMap((locale) => unlisted.map((page) => pathTo(locale, page))),
    },
    sitemap: absolute("/sitemap.xml"),
  };
}
