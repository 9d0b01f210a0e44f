import { encode } from "uqr";

/** An address as a QR code (ISO/IEC 18004), one path: for paper, where an address cannot be followed. */
export function QrCode({ address, label, className }: { address: string; label: string; className?: string }) {
  const { data, size } = encode(address, { ecc: "L", border: 2 });
  // Each row is one dashed line: a step over light modules, a stroke along dark ones.
  const rows = data.flatMap((row, y) => {
    let [steps, from] = ["", 0];
    for (let x = row.indexOf(true); x >= 0; x = row.indexOf(true, from)) {
      const light = row.indexOf(false, x);
      const end = light < 0 ? size : light;
      steps += `${steps ? `m${x - from} 0` : `M${x} ${y + 0.5}`}h${end - x}`;
      from = end;
    }
    return steps;
  });
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={className} role="img" aria-label={label}>
      <path d={rows.join("")} stroke="#000" />
    </svg>
  );
}
