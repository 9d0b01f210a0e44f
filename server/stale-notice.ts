import { createTranslator } from "use-intl/core";
import { formatMoment } from "../lib/i18n/format.ts";
import { type Locale, locales } from "../lib/i18n/locales.ts";
import { loadMessages } from "../lib/i18n/messages.ts";
import { readPath } from "../lib/i18n/routes.ts";

/** The words above a page that was kept from before the database went away, in the language of its address. */
export async function staleNotice(): Promise<(pathname: string, renderedAt: Date) => string> {
  const translators = Object.fromEntries(
    await Promise.all(
      locales.map(async (locale) => [
        locale,
        createTranslator({ locale, messages: await loadMessages(locale), namespace: "site" }),
      ]),
    ),
  );
  return (pathname, renderedAt) => {
    const locale: Locale = readPath(pathname)?.locale ?? "en";
    return translators[locale]("stale", { date: formatMoment(renderedAt, locale) });
  };
}
