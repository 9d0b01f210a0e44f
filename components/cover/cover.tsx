import { type CoverFacts, type Cover as Drawing, drawCover } from "@/lib/cover/cover";

/** The sizes a cover is drawn in: beside a text, and across the head of a page. */
const sizes = { card: [640, 240], head: [1440, 240] } as const;

/** A practice's picture. Decoration: everything it is drawn from stands in the text, so it has no name. */
export function Cover({ facts, size, className }: { facts: CoverFacts; size: keyof typeof sizes; className?: string }) {
  const [width, height] = sizes[size];
  return <CoverDrawing cover={drawCover(facts, width, height)} className={className} />;
}

function CoverDrawing({ cover, className = "" }: { cover: Drawing; className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${cover.width} ${cover.height}`}
      preserveAspectRatio="xMidYMid slice"
      color={cover.light}
      className={`cover ${className}`}
      aria-hidden="true"
    >
      {cover.shapes.map(({ part, d, gap }) => (
        <path
          key={part}
          className={`cover-${part}`}
          d={d}
          color={part === "sun" ? cover.sunlight : undefined}
          strokeDasharray={gap && `1.6 ${gap - 1.6}`}
        />
      ))}
    </svg>
  );
}
