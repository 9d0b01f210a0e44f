import { locales } from "@/lib/i18n/locales";
import { formPages, pathTo } from "@/lib/i18n/routes";

/**
 * Which links a browser may fetch ahead, when a pointer rests on them: reading pages of ours, nothing with a form. Named
 * by the Speculation-Rules header of reading pages, as they carry no script (WICG, Speculation Rules).
 */
export function GET() {
  const forms = locales.flatMap((locale) => formPages.map((page) => `${pathTo(locale, page)}{/*}?`));
  const where = { and: [{ href_matches: "/*" }, { not: { href_matches: [...forms, "/api/*", "/p/*"] } }] };
  return new Response(JSON.stringify({ prefetch: [{ where, eagerness: "moderate" }] }), {
    headers: { "Content-Type": "application/speculationrules+json", "Cache-Control": "public, max-age=86400" },
  });
}
