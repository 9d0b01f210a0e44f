import type { ReactNode } from "react";

/** A table of the desk: where the screen is narrow it scrolls by itself, also by keyboard, rather than break words. */
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
    <table className="w-full min-w-[40rem]">
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
