import "../globals.css";
import type { Metadata, Viewport } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { latin, latinExtended } from "../fonts/fonts";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

// Nothing is rendered at build time or kept by Next: the front server keeps pages (docs/decisions/001).
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf7ee" },
    { media: "(prefers-color-scheme: dark)", color: "#10182b" },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "site" });
  return {
    metadataBase: new URL(process.env.SITE_URL ?? "http://localhost:3000"),
    title: { template: `%s – ${t("name")}`, default: t("name") },
    applicationName: t("name"),
    icons: { icon: "/icon.svg" },
    manifest: `/${locale}/manifest.webmanifest`,
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export default async function Layout({ params, children }: Props) {
  const locale = readerLocale(await params);
  setRequestLocale(locale);
  return (
    <html lang={locale} className={`${latin.variable} ${latinExtended.variable}`}>
      <body>{children}</body>
    </html>
  );
}
