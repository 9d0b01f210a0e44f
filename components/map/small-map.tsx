import { drawPart, toFrame, viewOf } from "@/lib/map/europe";
import type { Country } from "@/lib/practice/vocabulary";

/** Where a practice is: its countries, and its places as points. `label` names them, for who does not see the map. */
export function SmallMap({
  countries,
  places,
  label,
}: {
  countries: Country[];
  places: { latitude?: number; longitude?: number }[];
  label: string;
}) {
  const points = places.flatMap(({ latitude, longitude }) =>
    latitude === undefined || longitude === undefined ? [] : (toFrame(longitude, latitude) ?? []),
  );
  const map = drawPart(viewOf({ countries, points }, 4 / 3, 130), points);
  const outlines = (here: boolean) =>
    [...map.countries].flatMap(([country, outline]) => (countries.includes(country) === here ? outline : [])).join("");
  return (
    <svg
      viewBox={`0 0 ${map.width} ${map.height}`}
      className="map mt-3 w-full max-w-[30rem]"
      role="img"
      aria-label={label}
    >
      <path className="map-land" d={map.land} />
      <path className="map-country" d={outlines(false)} />
      <path className="map-here" d={outlines(true)} />
      <path className="map-points" d={map.points.map(dot).join("")} />
    </svg>
  );
}

const dot = ({ x, y }: { x: number; y: number }) => `M${x - 2} ${y}a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z`;
