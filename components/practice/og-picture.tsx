import { type Cover, drawCover } from "@/lib/cover/cover";

// Drawn by the image renderer, which knows neither style sheets nor our tokens: the light values of app/styles/tokens.css.
const [paper, ink, brick, sky] = ["#fbf7ee", "#16233f", "#b5412a", "#fffdf8"];

/** How each part of a cover is painted, as in app/styles/drawings.css. */
const paint: Record<Cover["shapes"][number]["part"], (cover: Cover) => object> = {
  base: () => ({ fill: sky }),
  sky: ({ light }) => ({ fill: light, fillOpacity: 0.62 }),
  sun: ({ sunlight }) => ({ fill: sunlight }),
  hills: () => ({ fill: ink, fillOpacity: 0.2 }),
  bridge: () => ({ fill: ink }),
  rail: () => ({ fill: "none", stroke: ink, strokeWidth: 3 }),
  parapet: () => ({ fill: "none", stroke: ink, strokeWidth: 12 }),
  posts: () => ({ fill: "none", stroke: ink, strokeWidth: 3 }),
  lamps: () => ({ fill: paper, stroke: ink, strokeWidth: 3 }),
  ripples: ({ light }) => ({ fill: "none", stroke: light, strokeOpacity: 0.75, strokeWidth: 2 }),
};

/** A link's picture: a line, a title, and the cover of what it leads to. 1200 × 630. */
export function OgPicture({
  line,
  title,
  facts,
}: {
  line: string;
  title: string;
  facts: Parameters<typeof drawCover>[0];
}) {
  const [width, height] = [1200, 340];
  const cover = drawCover(facts, width, height);
  return (
    <div
      style={{
        width,
        height: 630,
        display: "flex",
        flexDirection: "column",
        background: paper,
        color: ink,
        fontFamily: "Atkinson",
      }}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {cover.shapes.map(({ part, d, gap }) => (
          <path key={part} d={d} strokeDasharray={gap && `2 ${gap - 2}`} {...paint[part](cover)} />
        ))}
      </svg>
      <div style={{ display: "flex", flexDirection: "column", flexGrow: 1, padding: "28px 64px 36px" }}>
        <div style={{ display: "flex", justifyContent: "space-between", fontSize: 32, fontWeight: 700 }}>
          <div style={{ color: brick }}>{line}</div>
          <div>Ponte</div>
        </div>
        <div
          style={{
            marginTop: 10,
            fontSize: title.length > 70 ? 46 : title.length > 40 ? 58 : 72,
            fontWeight: 700,
            lineHeight: 1.08,
            letterSpacing: -2,
          }}
        >
          {title}
        </div>
      </div>
    </div>
  );
}
