import type { ReactNode } from "react";

/** One row: its name, its figure in words, and how long its bar is, from 0 to 1; no bar where that says nothing. */
export type BarRow = { key: string; label: ReactNode; words: string; share?: number };

/** Figures as a table in which every row carries its bar: the chart and its table are one. */
export function BarTable({ caption, column, rows }: { caption: string; column: string; rows: BarRow[] }) {
  return (
    <table className="bar-table mt-3 w-full">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{column}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, words, share }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              {share !== undefined && <Bar share={share} />}
            </th>
            <td className="number">{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-ground" y="5" width="100" height="1" />
      <rect className="bar" width={Math.round(share * 1000) / 10} height="6" />
    </svg>
  );
}
