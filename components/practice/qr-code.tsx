import { encode } from "uqr";

/** An address as a QR code (ISO/IEC 18004), one path: for paper, where an address cannot be followed. */
export function QrCode({ address, label, className }: { address: string; label: string; className?: string }) {
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end < 0 ? size : end) - x}v1H${x}z`];
    }),
  );
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={className} role="img" aria-label={label}>
      <path d={runs.join("")} fill="#000" />
    </svg>
  );
}
