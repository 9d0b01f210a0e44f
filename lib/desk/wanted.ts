import type { Locale } from "../i18n/locales.ts";
import { pathTo, readPath } from "../i18n/routes.ts";

/**
 * Where somebody goes on after signing in: the page of the desk that they wanted, or the desk's first. Nothing else is
 * ever led to, so that a link into the desk cannot be made to lead elsewhere. Pure and total.
 * @param to as an address or a form gave it
 */
export function wantedPage(to: unknown, locale: Locale): string {
  const first = pathTo(locale, "desk");
  if (typeof to !== "string" || !/^(?:\/[a-zA-Z0-9_-]+)+$/.test(to) || to.length > 200) return first;
  const named = readPath(to);
  const onTheWayIn = ["sign-in", "code"].includes(named?.below[0] ?? "");
  return named?.page === "desk" && !onTheWayIn ? to : first;
}
