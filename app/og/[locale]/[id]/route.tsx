import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { OgPicture } from "@/components/practice/og-picture";
import { countryName, formatList } from "@/lib/i18n/format";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { findNewsById } from "@/lib/news/queries";
import { getPractice } from "@/lib/practice/queries";
import { coverFacts } from "@/lib/practice/view";

// The picture that other sites show beside a link: of a practice, of a news item (news-…), or of Ponte itself (ponte).

const font = (weight: number) =>
  readFile(
    join(
      process.cwd(),
      `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
    ),
  );

async function pictureOf(locale: Locale, id: string) {
  const t = await getTranslations({ locale });
  if (id === "ponte")
    return {
      line: t("site.promise"),
      title: t("home.title"),
      facts: { id, countries: ["IT"], themes: 12, audiences: 4 },
    };
  if (id.startsWith("news-")) {
    const item = await findNewsById(locale, id.slice(5));
    return (
      item && {
        line: t(`news.${item.kind}`),
        title: item.title,
        facts: { id, countries: item.countries, themes: 2, audiences: item.audiences.length },
      }
    );
  }
  const practice = await getPractice(locale, id);
  if (!practice) return undefined;
  const countries = practice.countries.map((code) => countryName(code, locale));
  return { line: formatList(countries, locale), title: practice.title, facts: coverFacts(practice) };
}

export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; id: string }> }) {
  const { locale, id } = await params;
  const picture = isLocale(locale) ? await pictureOf(locale, id) : undefined;
  if (!picture) return new Response(null, { status: 404 });
  const [regular, bold] = await Promise.all([font(400), font(700)]);
  return new ImageResponse(<OgPicture {...picture} />, {
    width: 1200,
    height: 630,
    fonts: [
      { name: "Atkinson", data: regular, weight: 400 },
      { name: "Atkinson", data: bold, weight: 700 },
    ],
    headers: { "Cache-Control": "public, max-age=3600" },
  });
}
