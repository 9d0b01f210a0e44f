import type { MetadataRoute } from "next";
import { locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { absolute } from "@/lib/site";

export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: locales.map((locale) => pathTo(locale, "desk")) },
    sitemap: absolute("/sitemap.xml"),
  };
}
