import { getTranslations } from "next-intl/server";
import { formAnswer } from "@/lib/http/answer";
import type { Locale } from "@/lib/i18n/locales";

/** The title of a page with a form: where the form comes back with errors, it begins with that. */
export async function formTitle(locale: Locale, title: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: "submit" });
  const answer = formAnswer<{ errors?: object; error?: string }>();
  const isRefused = answer !== undefined && (answer.error || Object.keys(answer.errors ?? {}).length > 0);
  return isRefused ? `${t("errorPrefix")} ${title}` : title;
}
