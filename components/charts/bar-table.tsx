import type { ReactNode } from "react";

/** One row: its name, its figures in words, and how long its bar is, from 0 to 1; no bar where that says nothing. */
export type BarRow = { key: string; label: ReactNode; words: string[]; share?: number };

/** Figures as a table in which every row carries its bar: the chart and its table are one. One column needs no head. */
export function BarTable({ caption, columns, rows }: { caption: string; columns: string[]; rows: BarRow[] }) {
  return (
    <table className="bar-table mt-3 w-full">
      <caption className="sr-only">{caption}</caption>
      <thead className={columns.length === 1 ? "sr-only" : ""}>
        <tr>
          <th scope="col">{caption}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, words, share }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              {share !== undefined && <Bar share={share} />}
            </th>
            {words.map((word, at) => (
              <td key={columns[at]} className="number">
                {word}
              </td>
            ))}
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
