import { negotiateLocale } from "@/lib/i18n/negotiate";
import { pathTo } from "@/lib/i18n/routes";
import { findSlug } from "@/lib/practice/queries";

/** The permanent address of a practice leads (302) to its page in the reader's language. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const locale = negotiateLocale(request.headers.get("accept-language"));
  const { id } = await params;
  // What never was gets the 404 of the page that would stand there.
  // Without the database, that page says so in the reader's language.
  const slug = (await findSlug(locale, id).catch(() => undefined)) ?? id;
  return new Response(null, {
    status: 302,
    headers: { Location: pathTo(locale, "catalogue", slug), Vary: "Accept-Language", "Cache-Control": "no-cache" },
  });
}
