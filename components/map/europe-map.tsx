import { getTranslations } from "next-intl/server";
import { catalogueAddress } from "@/components/catalogue/chosen-filters";
import { countryName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { centreOf, drawEurope, frame, toFrame, viewOf } from "@/lib/map/europe";
import type { MapPlace } from "@/lib/map/queries";
import { type Filters, toggle } from "@/lib/practice/filters";
import { type Country, countries } from "@/lib/practice/vocabulary";

/** From how many practices on a country takes the next darker shade. */
export const shades = [1, 2, 5, 20] as const;
const shadeOf = (count: number) => shades.filter((least) => count >= least).length;

/** Countries too small to be seen or met on the whole map: a disc stands in their place. */
const smallStates: readonly Country[] = ["AD", "LI", "MC", "MT", "SM", "VA"];

/**
 * Europe with its countries shaded by how many practices of a selection they have, each a link that chooses it, and the
 * practices' places as points that lead to them. A chosen country is shown larger.
 */
export async function EuropeMap({
  locale,
  filters,
  counts,
  places,
}: {
  locale: Locale;
  filters: Filters;
  counts: Record<string, number>;
  places: MapPlace[];
}) {
  const t = await getTranslations({ locale, namespace: "map" });
  const { countries: outlines, land } = drawEurope();
  const view =
    filters.country.length > 0
      ? viewOf({ countries: filters.country, points: [] }, frame.width / frame.height, 260)
      : { x: 0, y: 0, ...frame };
  const scale = view.width / frame.width;
  const shape = (country: Country) => {
    const count = counts[country] ?? 0;
    const chosen = filters.country.length === 0 || filters.country.includes(country);
    const className = count === 0 || !chosen ? "map-country" : `map-${shadeOf(count)}`;
    const outline = outlines.get(country);
    const small = smallStates.includes(country) && count > 0 ? disc(centreOf(country), 7 * scale) : "";
    return <path key={country} className={className} d={`${outline}${small}`} />;
  };
  const address = ({ practice, name }: MapPlace) =>
    practice
      ? pathTo(locale, "catalogue", practice.slug)
      : catalogueAddress(locale, { ...filters, q: `${filters.q} "${name.replaceAll('"', " ")}"`.trim(), page: 1 });
  return (
    <svg
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      className="map w-full"
      role="group"
      aria-label={t("label")}
    >
      <path className="map-land" d={land} />
      {countries.filter((country) => !counts[country]).map(shape)}
      {countries
        .filter((country) => counts[country])
        .map((country) => {
          const words = t("countryCount", { country: countryName(country, locale), count: counts[country] ?? 0 });
          return (
            <a
              key={country}
              href={catalogueAddress(locale, toggle(filters, "country", country), "map")}
              aria-label={words}
            >
              <title>{words}</title>
              {shape(country)}
            </a>
          );
        })}
      {places.flatMap((place) => {
        const point = toFrame(place.longitude, place.latitude);
        if (!point) return [];
        const words = place.practice
          ? t("practiceAt", { title: place.practice.title.text, place: place.name })
          : t("placeCount", { place: place.name, count: place.count });
        const radius = (place.practice ? 9 : 12) * scale;
        return (
          <a key={`${place.latitude} ${place.longitude} ${place.country}`} href={address(place)} aria-label={words}>
            <title>{words}</title>
            <path className="map-point" d={disc(point, radius)} />
          </a>
        );
      })}
    </svg>
  );
}

/** How many of these places lie outside the map. */
export const outsideMap = (places: MapPlace[]): number =>
  places.filter(({ longitude, latitude }) => !toFrame(longitude, latitude)).length;

function disc({ x, y }: { x: number; y: number }, radius: number): string {
  const r = Math.round(radius * 10) / 10;
  return `M${Math.round((x - r) * 10) / 10} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}
