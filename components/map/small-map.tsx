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
  const view = viewOf({ countries, points }, 4 / 3, 130);
  const { countries: outlines, land } = drawPart(view);
  const size = view.width / 80;
  return (
    <svg
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      className="map mt-3 w-full max-w-[30rem]"
      role="img"
      aria-label={label}
    >
      <path className="map-land" d={land} />
      {[...outlines].map(([country, outline]) => (
        <path key={country} className={countries.includes(country) ? "map-here" : "map-country"} d={outline} />
      ))}
      <path className="map-points" d={points.map((point) => ring(point, size)).join("")} />
    </svg>
  );
}

const ring = ({ x, y }: { x: number; y: number }, size: number) =>
  `M${(x - size).toFixed(1)} ${y}a${size.toFixed(1)} ${size.toFixed(1)} 0 1 1 ${(2 * size).toFixed(1)} 0a${size.toFixed(1)} ${size.toFixed(1)} 0 1 1 ${(-2 * size).toFixed(1)} 0z`;
