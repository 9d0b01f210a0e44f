import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { type Part, parts } from "@/lib/translation/state";

/** What the parts of a text are called. */
export async function partNames(locale: Locale): Promise<Record<Part, string>> {
  const t = await getTranslations({ locale });
  const names = parts.map((part) => [
    part,
    part === "title" || part === "subtitle" ? t(`translation.part.${part}`) : t(`section.${part}`),
  ]);
  return Object.fromEntries(names) as Record<Part, string>;
}
