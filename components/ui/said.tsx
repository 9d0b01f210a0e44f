import type { Locale } from "@/lib/i18n/locales";

/** A short text, marked with its language where that is not the page's. */
export function Said({ said, locale }: { said: { text: string; lang: Locale } | undefined; locale: Locale }) {
  if (!said) return null;
  return said.lang === locale ? said.text : <span lang={said.lang}>{said.text}</span>;
}
