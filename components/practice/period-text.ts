import { getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

/** When a practice ran, in words: "2018", "since 2010", "2015 to 2019"; undefined where no date is known. */
export async function periodText(
  period: { start?: string; end?: string; during?: string },
  locale: Locale,
): Promise<string | undefined> {
  const t = await getTranslations({ locale, namespace: "practice" });
  const { start, end, during } = period;
  if (during) return formatDate(during, locale);
  if (start && end) return t("between", { start: formatDate(start, locale), end: formatDate(end, locale) });
  // A whole day takes an article in some languages, a year or a month another word.
  const isDay = (date: string) => date.length > 7;
  if (start) return t(isDay(start) ? "sinceDay" : "since", { date: formatDate(start, locale) });
  if (end) return t(isDay(end) ? "untilDay" : "until", { date: formatDate(end, locale) });
  return undefined;
}
