import { isLocale } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { limits } from "@/lib/practice/practice";
import { readingAdvice } from "@/lib/reading-level/advice";
import { currentSession } from "@/lib/session";

/** Advice on a version in plain words while an editor writes it: `locale` and `text` of a form, answered as JSON. */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  if (!(await currentSession())) return new Response(null, { status: 401 });
  const data = await request.formData().catch(() => undefined);
  const [lang, text] = [data?.get("locale"), data?.get("text")];
  if (!isLocale(lang) || typeof text !== "string") return new Response(null, { status: 400 });
  if (text.length > limits.section) return new Response(null, { status: 413 });
  return Response.json(await readingAdvice(text, lang, readerLocale(await params)));
}
