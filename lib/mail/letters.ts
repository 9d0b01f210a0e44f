import { createTranslator } from "use-intl/core";
import type { Locale } from "../i18n/locales.ts";
import { loadMessages, type Messages } from "../i18n/messages.ts";
import type { Letter } from "./queue.ts";

type Body = Exclude<keyof Messages["mail"], "greeting" | "signature" | `${string}Subject`>;

/** A mail in the reader's language: greeting, what it is about, signature. Plain text. */
export async function writeLetter(locale: Locale, kind: Body, values: Record<string, string>): Promise<Letter> {
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: "mail" });
  // A title may hold a line break no more than a subject may.
  const subject = t(`${kind}Subject`, values as never).replace(/\s+/g, " ");
  return { subject, text: `${t("greeting")}\n\n${t(kind, values as never)}\n\n${t("signature")}\n` };
}
