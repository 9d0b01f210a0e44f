import { getTranslations } from "next-intl/server";
import { selectIds } from "@/lib/catalogue/queries";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { formatFilters, parseFilters } from "@/lib/practice/filters";
import { getPractices } from "@/lib/practice/queries";
import { toAtom } from "@/lib/practice/serialize";

/** The newest practices of a selection as Atom, up to fifty. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const locale = readerLocale(await params);
  const { filters } = parseFilters(new URL(request.url).searchParams);
  const search = formatFilters({ ...filters, page: 1 });
  const query = search ? `?${search}` : "";
  const [t, ids] = await Promise.all([
    getTranslations({ locale }),
    selectIds(locale, { ...filters, sort: "newest" }, 50, 0),
  ]);
  const xml = toAtom({
    locale,
    title: `${t("site.name")} – ${t("site.catalogue")}`,
    subtitle: t("site.promise"),
    self: `/${locale}/feed.xml${query}`,
    page: pathTo(locale, "catalogue") + query,
    machineMade: t("translation.machinePart"),
    practices: await getPractices(locale, ids),
  });
  return new Response(xml, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
