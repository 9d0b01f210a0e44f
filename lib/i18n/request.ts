import { getRequestConfig } from "next-intl/server";
import { isLocale } from "./locales";
import { loadMessages } from "./messages";

// What next-intl asks for at each request. Pages pass the locale of their address on with setRequestLocale.
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : "en";
  return {
    locale,
    messages: await loadMessages(locale),
    timeZone: "Europe/Brussels",
    // A missing message is a mistake of ours that tests must meet, not a reader.
    onError: (error) => {
      throw error;
    },
  };
});
