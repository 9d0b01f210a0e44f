import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { type Locale, locales } from "./locales.ts";

/** The language of Ponte that an Accept-Language header asks for; English where none matches. Total. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = new Negotiator({ headers: { "accept-language": acceptLanguage ?? "" } }).languages().filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  });
  return match(wanted, locales, "en") as Locale;
}
