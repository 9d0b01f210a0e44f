// What the map takes from topojson-simplify, which comes without types.
declare module "topojson-simplify" {
  /** Gives every point of every arc a third number: the area of the triangle that is lost with it; arcs' ends get Infinity. */
  export function presimplify<T extends TopoJSON.Objects>(topology: TopoJSON.Topology<T>): TopoJSON.Topology<T>;
  /** Keeps the polygons whose outer ring passes, and of their holes those that pass; drops arcs that nothing needs. */
  export function filter<T extends TopoJSON.Objects>(
    topology: TopoJSON.Topology<T>,
    passes: (ring: TopoJSON.ArcIndexes, interior: boolean) => boolean,
  ): TopoJSON.Topology<T>;
}
