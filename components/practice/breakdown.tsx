import type { ReactNode } from "react";

export type Share = { label: ReactNode; words: string; value: number };

/** A whole and its parts as arches side by side: all are as wide, so height alone says how much each is. */
export function Breakdown({ shares }: { shares: Share[] }) {
  const highest = Math.max(...shares.map(({ value }) => value), Number.MIN_VALUE);
  return (
    <dl className="arches mt-3">
      {shares.map(({ label, words, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of a breakdown is what tells its parts apart
        <div key={at}>
          <dt>{label}</dt>
          <dd>
            <Arch height={(value / highest) * 100} />
            <span className="text-h3 font-bold">{words}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A pillar with a gently arched head, which is part of its height. */
function Arch({ height }: { height: number }) {
  const [top, head] = [100 - height, Math.min(height, 14)];
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path className="bar" d={`M0 100V${top + head}A50 ${head} 0 0 1 100 ${top + head}V100z`} />
    </svg>
  );
}
