import { isLocale, type Locale } from "./locales.ts";

/** The language in a page's address. The front server leads every other first segment to one of the four. */
export function readerLocale({ locale }: { locale: string }): Locale {
  return isLocale(locale) ? locale : "en";
}
