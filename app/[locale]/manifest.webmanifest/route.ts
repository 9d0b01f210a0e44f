import { getTranslations } from "next-intl/server";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";

/** What a phone shows when Ponte is put on its home screen. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "site" });
  const manifest = {
    name: `${t("name")} – ${t("promise")}`,
    short_name: t("name"),
    description: t("description"),
    lang: locale,
    start_url: pathTo(locale, "home"),
    display: "minimal-ui",
    background_color: "#fbf7ee",
    theme_color: "#fbf7ee",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
  return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json" } });
}
