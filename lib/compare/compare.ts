// Which practices stand side by side: address ⇄ ids. Pure; reading never fails.

/** So many practices stand side by side: fewer are no comparison, more are read by nobody. */
export const fewest = 2;
export const most = 4;

/** A value of the address that was set aside, as it was written, and why. */
export type SetAside = { value: string; why: "unknown" | "too-many" };

/**
 * Reads which practices an address compares.
 * @returns their ids, each once, in the order given and four at most; and the values that were set aside
 */
export function parseComparison(params: URLSearchParams): { ids: string[]; setAside: SetAside[] } {
  const values = new Set(params.getAll("practice").map((value) => value.trim()));
  const ids: string[] = [];
  const setAside: SetAside[] = [];
  for (const value of values) {
    if (value === "") continue;
    if (!/^[a-z0-9]{3,12}$/.test(value)) setAside.push({ value: value.slice(0, 80).toWellFormed(), why: "unknown" });
    else if (ids.length === most) setAside.push({ value, why: "too-many" });
    else ids.push(value);
  }
  return { ids, setAside };
}

/** The one canonical form of a comparison: a query string without its question mark, empty without practices. */
export const formatComparison = (ids: readonly string[]): string =>
  new URLSearchParams(ids.map((id) => ["practice", id])).toString();
