// Drawn by the image renderer, which knows neither style sheets nor our tokens: the same values stand in globals.css.
const [paper, ink, brick] = ["#fbf7ee", "#16233f", "#b5412a"];

/** A link's picture: a line, a title, and a bridge with as many arches as themes. 1200 × 630. */
export function OgPicture({ line, title, arches }: { line: string; title: string; arches: number }) {
  const span = 1200 / arches;
  const radius = Math.min(span / 2 - 14, 150);
  const path = Array.from({ length: arches }, (_, at) => {
    const middle = at * span + span / 2;
    return `M${middle - radius} 190v-${170 - radius}a${radius} ${radius} 0 0 1 ${2 * radius} 0v${170 - radius}z`;
  });
  return (
    <div
      style={{
        width: 1200,
        height: 630,
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        background: paper,
        color: ink,
        fontFamily: "Atkinson",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", padding: "56px 64px 0" }}>
        <div style={{ fontSize: 36, fontWeight: 700, color: brick }}>{line}</div>
        <div style={{ fontSize: title.length > 60 ? 60 : 80, fontWeight: 700, lineHeight: 1.1, letterSpacing: -2 }}>
          {title}
        </div>
      </div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div
          style={{ display: "flex", justifyContent: "flex-end", padding: "0 64px 12px", fontSize: 36, fontWeight: 700 }}
        >
          Ponte
        </div>
        <svg width="1200" height="210" viewBox="0 0 1200 210" aria-hidden="true">
          <rect width="1200" height="14" fill={brick} />
          <rect y="18" width="1200" height="192" fill={ink} />
          <path d={path.join("")} fill={paper} transform="translate(0 20)" />
        </svg>
      </div>
    </div>
  );
}
