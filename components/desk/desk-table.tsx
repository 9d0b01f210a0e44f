import type { ReactNode } from "react";

/** A table of the desk: it scrolls by itself where the screen is narrow, also by keyboard. */
export const DeskTable = ({
  label,
  columns,
  children,
}: {
  label: string;
  /** The heads of its columns. */
  columns: string[];
  /** Its rows. */
  children: ReactNode;
}) => (
  <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
    <table className="w-full">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
