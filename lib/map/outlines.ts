import { type GeoPermissibleObjects, type GeoProjection, geoIdentity, geoStream } from "d3-geo";
import { feature, mergeArcs, transform } from "topojson-client";
import { filter, presimplify } from "topojson-simplify";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };
import { type Country, countries } from "../practice/vocabulary.ts";

// Outlines of countries on a flat frame: Natural Earth 1:50m (public domain), projected, simplified with shared borders
// staying shared, and cut at the frame.

export type Point = { x: number; y: number };
/** Corners in order; the first is not repeated at the end. */
export type Ring = Point[];
/** The rings of a territory in sight: its separate parts, the largest first, and the holes in them. */
export type Outline = { parts: Ring[]; holes: Ring[] };

export type Outlines = { countries: Map<Country, Outline>; land: Outline };
export type Frame = { width: number; height: number };

type Topology = TopoJSON.Topology;
type MultiPolygon = TopoJSON.MultiPolygon;
type Atlas = TopoJSON.Topology<{ countries: TopoJSON.GeometryCollection<{ name: string }> }>;

/** Outlines are cut this far outside of the frame, so that a line drawn along the cut is out of sight. */
const bleed = 8;
/** What may be lost with one corner, in square units. */
const tolerance = 4.5;
/** What makes up this share of a whole is never lost, so that small states and islands stay themselves. */
const leastShare = 1 / 20;
/** Smaller islands are not drawn, in square units, unless they make up that share of the largest part. */
const leastIsland = { country: 3.5, land: 6 };

/** Steps of the grid per unit for a ring of this area: half a unit shows at no usual size, but is more than Monaco has. */
const perUnit = (area: number) => (area > 20 ? 2 : area > 1 ? 10 : 100);

/** Part of Ukraine in international law (UN General Assembly, resolution 68/262); Natural Earth files it elsewhere. */
const crimea: [number, number] = [34.1, 44.95];

/** Twice the sum of signed triangles: the area in square units; its sign tells which way round the ring runs. */
export function areaOf(ring: Ring): number {
  let doubled = 0;
  let previous = ring.at(-1) as Point;
  for (const point of ring) {
    doubled += previous.x * point.y - point.x * previous.y;
    previous = point;
  }
  return doubled / 2;
}

/** The smallest upright rectangle around points: its corners. */
export function boundsOf(points: Point[]): { min: Point; max: Point } {
  const min = { x: Infinity, y: Infinity };
  const max = { x: -Infinity, y: -Infinity };
  for (const { x, y } of points) {
    min.x = Math.min(min.x, x);
    min.y = Math.min(min.y, y);
    max.x = Math.max(max.x, x);
    max.y = Math.max(max.y, y);
  }
  return { min, max };
}

/** Whether a point lies in a part and in none of its holes: inside of an odd number of the rings. */
export function isInside({ x, y }: Point, rings: Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let a = ring.at(-1) as Point;
    for (const b of ring) {
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
      a = b;
    }
  }
  return inside;
}

/** The atlas with its arcs in the frame's units. */
function projected({ arcs, transform: quantization, objects }: Atlas, projection: GeoProjection): Atlas {
  const toDegrees = transform(quantization ?? null);
  return {
    type: "Topology",
    objects,
    arcs: arcs.map((arc) =>
      arc.map((position, index) => projection(toDegrees(position, index > 0) as [number, number]) as number[]),
    ),
  };
}

/** A ring of a topology as points. */
function ringOf(topology: Topology, arcs: number[]): Ring {
  const { coordinates } = feature(topology, { type: "Polygon", arcs: [arcs] }).geometry as GeoJSON.Polygon;
  return (coordinates[0] ?? []).slice(1).map(([x = 0, y = 0]) => ({ x, y }));
}

function isInSight(ring: Ring, frame: Frame): boolean {
  const { min, max } = boundsOf(ring);
  return max.x > -bleed && min.x < frame.width + bleed && max.y > -bleed && min.y < frame.height + bleed;
}

/**
 * Whose land a geometry of the atlas is. Ids are ISO 3166-1 numeric, which CLDR knows as aliases of the letters. Åland
 * is Finnish, and the whole island of Cyprus is the Republic's; Kosovo has no id.
 */
function countryOf(id: string | number | undefined, name: string | undefined): Country | undefined {
  const region = id === undefined ? undefined : new Intl.Locale(`und-${id}`).region;
  const code = name === "Kosovo" ? "XK" : name === "N. Cyprus" ? "CY" : region === "AX" ? "FI" : region;
  return countries.find((country) => country === code);
}

/** The polygons of each country, and under `undefined` those of all others. */
function polygonsByCountry(topology: Atlas, projection: GeoProjection): Map<Country | undefined, TopoJSON.Polygon[]> {
  const [x = 0, y = 0] = projection(crimea) ?? [];
  const owned = new Map<Country | undefined, TopoJSON.Polygon[]>();
  for (const geometry of topology.objects.countries.geometries) {
    const { type, id, properties } = geometry;
    if (type !== "Polygon" && type !== "MultiPolygon") continue;
    const country = countryOf(id, properties?.name);
    for (const arcs of type === "Polygon" ? [geometry.arcs] : geometry.arcs) {
      const isCrimea = country === "RU" && isInside({ x, y }, [ringOf(topology, arcs[0] ?? [])]);
      const owner = isCrimea ? "UA" : country;
      owned.set(owner, [...(owned.get(owner) ?? []), { type: "Polygon", arcs }]);
    }
  }
  return owned;
}

/**
 * The topology without the corners that hardly show (Visvalingam’s method: by the area that is lost with a corner), and
 * with the others on a grid. Arcs of small rings keep more, and lie on a finer grid.
 */
function simplified(topology: Topology, territories: MultiPolygon[]): Topology {
  const smallest = topology.arcs.map(() => Infinity);
  for (const ring of territories.flatMap(({ arcs }) => arcs.flat())) {
    const area = Math.abs(areaOf(ringOf(topology, ring)));
    for (const arc of ring) {
      const index = arc < 0 ? ~arc : arc;
      smallest[index] = Math.min(smallest[index] as number, area);
    }
  }
  // Where arcs meet, the finest of their grids holds for all of them: borders stay shared.
  const finest = new Map<string, number>();
  for (const [index, arc] of topology.arcs.entries())
    for (const end of [String(arc[0]), String(arc.at(-1))])
      finest.set(end, Math.max(finest.get(end) ?? 0, perUnit(smallest[index] as number)));
  const arcs = topology.arcs.map((arc, index) => {
    const area = smallest[index] as number;
    return arc
      .filter(([, , lost = 0]) => lost >= Math.min(tolerance, area * leastShare))
      .map((position) => {
        const steps = finest.get(String(position)) ?? perUnit(area);
        return position.slice(0, 2).map((value) => Math.round(value * steps) / steps);
      });
  });
  return { ...topology, arcs };
}

/** The rings of a territory as far as an upright rectangle shows them, cut along its sides. */
function cut(territory: GeoPermissibleObjects, { min, max }: { min: Point; max: Point }): Ring[] {
  const rings: Ring[] = [];
  let ring: Ring = [];
  const clip = geoIdentity().clipExtent([
    [min.x, min.y],
    [max.x, max.y],
  ]);
  geoStream(
    territory,
    clip.stream({
      lineStart: () => {
        ring = [];
      },
      point: (x, y) => {
        ring.push({ x, y });
      },
      lineEnd: () => {
        rings.push(ring);
      },
      polygonStart: () => {},
      polygonEnd: () => {},
    }),
  );
  return rings;
}

/** What an upright rectangle shows of a ring: none, one or several rings. */
export const cutRing = (ring: Ring, corners: { min: Point; max: Point }): Ring[] =>
  cut({ type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)].map(({ x, y }) => [x, y])] }, corners);

/** The rings of a territory as far as the frame shows them. */
function clipped(topology: Topology, territory: MultiPolygon, frame: Frame, least: number): Outline {
  const rings = cut(feature(topology, territory), {
    min: { x: -bleed, y: -bleed },
    max: { x: frame.width + bleed, y: frame.height + bleed },
  });
  const bySize = rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  const largest = areaOf(bySize[0] ?? []);
  const isPart = (one: Ring) => areaOf(one) * largest > 0;
  return {
    parts: bySize
      .filter(isPart)
      .filter((part) => Math.abs(areaOf(part)) >= Math.min(least, Math.abs(largest) * leastShare)),
    holes: bySize.filter((one) => areaOf(one) * largest < 0),
  };
}

/** Every country's outline in the frame, and as `land` all other land in sight. Takes about 0.2 seconds. */
export function readOutlines(projection: GeoProjection, frame: Frame): Outlines {
  const world = projected(atlas as unknown as Atlas, projection);
  const topology = presimplify(filter(world, (ring) => isInSight(ringOf(world, ring), frame)));
  const territories = new Map(
    [...polygonsByCountry(topology, projection)].map(([country, polygons]) => [
      country,
      mergeArcs(topology, polygons) as MultiPolygon,
    ]),
  );
  const drawn = simplified(topology, [...territories.values()]);
  const outlineOf = (country: Country | undefined, least: number) =>
    clipped(drawn, territories.get(country) ?? { type: "MultiPolygon", arcs: [] }, frame, least);
  return {
    countries: new Map(countries.map((country) => [country, outlineOf(country, leastIsland.country)])),
    land: outlineOf(undefined, leastIsland.land),
  };
}
