import { answering, problem } from "@/lib/http/problem";
import { isLocale } from "@/lib/i18n/locales";
import { codeLabels } from "@/lib/practice/api-labels";
import { findAddress, getPractice } from "@/lib/practice/queries";
import { toJson } from "@/lib/practice/serialize";

/** One published practice. One that was taken down answers 410; a duplicate leads (308) to the one in its place. */
async function one(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const locale = new URL(request.url).searchParams.get("locale") || "en";
  if (!isLocale(locale)) {
    return problem(400, "Unknown parameter value", { invalidParams: [{ name: "locale", value: locale.slice(0, 80) }] });
  }
  const { id } = await params;
  const practice = await getPractice(locale, id);
  if (practice) {
    return Response.json(toJson(practice, await codeLabels(locale)), {
      headers: { "Access-Control-Allow-Origin": "*", "Content-Language": practice.lang },
    });
  }
  const address = await findAddress(locale, id);
  if (!address) return problem(404, "No such practice");
  if ("slug" in address) return problem(410, "No longer published");
  const headers = {
    Location: `/api/v1/practices/${address.duplicateOf}?locale=${locale}`,
    // An editor may have been mistaken: a duplicate can be reopened.
    "Cache-Control": "no-cache",
  };
  return new Response(null, { status: 308, headers: { ...headers, "Access-Control-Allow-Origin": "*" } });
}

export const GET = answering(one);
