import { mostPasted, pastedMarkdown } from "@/lib/editing/paste";
import { currentSession } from "@/lib/session";

/** Pasted HTML as the Markdown that practices are written in, for public/paste.js: `html` of a form, answered as text. */
export async function POST(request: Request) {
  if (!(await currentSession())) return new Response(null, { status: 401 });
  // A browser says where a form comes from; what comes from elsewhere is none of ours.
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return new Response(null, { status: 403 });
  if (Number(request.headers.get("content-length") ?? 0) > mostPasted * 3) return new Response(null, { status: 413 });
  const html = (await request.formData().catch(() => undefined))?.get("html");
  if (typeof html !== "string") return new Response(null, { status: 400 });
  if (html.length > mostPasted) return new Response(null, { status: 413 });
  return new Response(pastedMarkdown(html), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
