import { formatComparison, parseComparison } from "./compare/compare.ts";
import { formPages, readPath } from "./i18n/routes.ts";
import { formatFilters, parseFilters } from "./practice/filters.ts";
import { formatSituation, parseSituation } from "./situation/situation.ts";

// Which addresses are reading pages (without script, the same for everyone, kept by the front server),
// and the one form in which each is written.

const keptDocuments =
  /^\/(sitemap\.xml|robots\.txt|(it|fr|sv|en)\/(feed\.xml|manifest\.webmanifest)|og\/(it|fr|sv|en)\/[a-z0-9-]{1,80})$/;
/** Whether an address is kept, but no page: a feed, a sitemap, a picture. */
export const isDocument = (pathname: string): boolean => keptDocuments.test(pathname);

const machineAddresses =
  /^\/(?:$|_next\/static\/|api\/v1\/|p\/[a-z0-9]{3,12}$|healthz$|readyz$|icon\.svg$|speculation-rules\.json$|drafts\.js$|reading-level\.js$|paste\.js$|edit-draft\.js$)/;

/** Whether what an address answers is the same for everybody and may be kept. Addresses of no page are, too: their 404. */
export function isReadingPage(address: string): boolean {
  const pathname = address.split("?")[0] ?? "/";
  const named = readPath(pathname);
  if (named) return !formPages.includes(named.page);
  return isDocument(pathname) || (/^\/(it|fr|sv|en)\//.test(pathname) && !pathname.endsWith("/"));
}

/** Whether an address is no page at all, but a file, an interface, or a redirect that Next answers by itself. */
export function isMachineAddress(address: string): boolean {
  return machineAddresses.test(address.split("?")[0] ?? "/");
}

/**
 * The canonical form of a reading page's address: filters in their one order where the page reads filters, no query
 * elsewhere. An address with a value that is not known stays as it is: the page says what was left out.
 */
export function canonicalAddress(address: string): string {
  const [pathname = "/", ...rest] = address.split("?");
  const search = rest.join("?");
  if (!search) return pathname;
  const page = readPath(pathname);
  // Of another language's words, or of nothing: Next moves it on with its query, or says 404.
  if (!page && !isDocument(pathname)) return address;
  const canonical = canonicalQuery(page, pathname, new URLSearchParams(search));
  if (canonical === undefined) return address;
  return canonical ? `${pathname}?${canonical}` : pathname;
}

/** The one form of a query, empty on a page that reads none; undefined where something in it is not known. */
function canonicalQuery(
  named: ReturnType<typeof readPath>,
  pathname: string,
  search: URLSearchParams,
): string | undefined {
  const page = named?.below.length === 0 ? named.page : undefined;
  if (page === "compare") {
    const { ids, setAside } = parseComparison(search);
    return setAside.length > 0 ? undefined : formatComparison(ids);
  }
  if (page === "situation") {
    const { situation, ignored } = parseSituation(search);
    return ignored.length > 0 ? undefined : formatSituation(situation);
  }
  if (page !== "catalogue" && page !== "map" && !pathname.endsWith("/feed.xml")) return "";
  const { filters, ignored } = parseFilters(search);
  return ignored.length > 0 ? undefined : formatFilters(filters);
}
