import { answerConfirmation } from "../confirmation/commands.ts";
import { sendOnce } from "../form-guard/send-once.ts";
import { dayInBrussels } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { type ContactAnswer, type ContactForm, parseAnswer, parseChange, parseErase, readValues } from "./answer.ts";
import { changeContact, eraseContact } from "./commands.ts";
import { idInToken } from "./token.ts";

// Takes in the forms of a contact's page: each comes back with what was typed and a status, or leads on.

type Received = { state: ContactAnswer; status: number } | { token: string; done: string };

/**
 * Takes in a posted form.
 * @param to the language of the page, and the secret part of its private link
 * @returns how the form comes back, and with which status; or the token of the page that it leads to and what was done
 */
export async function receiveContactForm(
  form: ContactForm,
  { locale, token }: { locale: Locale; token: string },
  data: FormData,
  now: Date,
): Promise<Received> {
  const values = readValues(form, data);
  const back = (errors: ContactAnswer["errors"], status: number) => ({ state: { form, values, errors }, status });
  if (form === "answer") {
    const result = parseAnswer(values, dayInBrussels(now));
    if ("errors" in result) return back(result.errors, 422);
    const sent = await sendOnce({
      ...{ isSent: async () => false, refused: "not-allowed" },
      counted: [{ kind: "contact", who: idInToken(token), error: "too-many-sent" }],
      send: () => answerConfirmation(token, result.told, now),
    });
    if (!("sent" in sent)) return back({ form: sent.error }, sent.status);
    return { token, done: result.told.answer === "running" ? "running" : "answered" };
  }
  if (form === "change") {
    const result = parseChange(values);
    if ("errors" in result) return back(result.errors, 422);
    const { corrected } = result;
    const sent = await sendOnce({
      ...{ isSent: async () => false, refused: "gone" },
      // A new address is written to.
      counted: [
        { kind: "contact", who: idInToken(token), error: "too-many-sent" },
        { kind: "email", who: corrected.email.toLowerCase(), error: "too-many-sent" },
      ],
      send: () => changeContact(token, locale, corrected),
    });
    if (!("sent" in sent)) return back({ form: sent.error }, sent.status);
    // The link of a new address is told to that address alone: it is what proves whose it is.
    return { token, done: sent.sent === token ? "changed" : "moved" };
  }
  const errors = parseErase(values);
  if (errors) return back(errors, 422);
  return { token: await eraseContact(token, now), done: "erased" };
}
