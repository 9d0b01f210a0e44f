import { negotiateLocale } from "@/lib/i18n/negotiate";
import { pathTo } from "@/lib/i18n/routes";
import { findAddress } from "@/lib/practice/queries";

/**
 * The permanent address of a practice leads (302) to its page in the reader's language; that of a duplicate leads for
 * good (308) to the permanent address of the practice in its place.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const locale = negotiateLocale(request.headers.get("accept-language"));
  const { id } = await params;
  // What never was gets the 404 of the page that would stand there.
  // Without the database, that page says so in the reader's language.
  const address = await findAddress(locale, id).catch(() => undefined);
  const [status, location] =
    address && "duplicateOf" in address
      ? [308, `/p/${address.duplicateOf}`]
      : [302, pathTo(locale, "catalogue", address?.slug ?? id)];
  return new Response(null, {
    status,
    headers: { Location: location, Vary: "Accept-Language", "Cache-Control": "no-cache" },
  });
}
