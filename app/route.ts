import { negotiateLocale } from "@/lib/i18n/negotiate";
import { pathTo } from "@/lib/i18n/routes";

/** The bare address leads (302) to the reader's language. */
export function GET(request: Request) {
  const locale = negotiateLocale(request.headers.get("accept-language"));
  return new Response(null, {
    status: 302,
    headers: { Location: pathTo(locale, "home"), Vary: "Accept-Language", "Cache-Control": "no-cache" },
  });
}
