import type en from "../../messages/en.json";
import type { Locale } from "./locales.ts";

/** The shape of all messages: English is where the types come from, a test holds the others to it. */
export type Messages = typeof en;

/** All messages of one language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case "it":
      return (await import("../../messages/it.json", { with: { type: "json" } })).default as Messages;
    case "fr":
      return (await import("../../messages/fr.json", { with: { type: "json" } })).default as Messages;
    case "sv":
      return (await import("../../messages/sv.json", { with: { type: "json" } })).default as Messages;
    case "en":
      return (await import("../../messages/en.json", { with: { type: "json" } })).default;
  }
}
