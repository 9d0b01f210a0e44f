import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder of its own for what one run of a bench keeps, which git does not see. */
export function resultsFolder(bench: string): { folder: string; keep: (file: string, text: string) => void } {
  const folder = join("bench-results", `${bench}-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}`);
  mkdirSync(folder, { recursive: true });
  return { folder, keep: (file, text) => writeFileSync(join(folder, file), text) };
}
