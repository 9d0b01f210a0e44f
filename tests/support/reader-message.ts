import { type Kind, type Message, parseMessage, readValues } from "../../lib/reader-message/message.ts";

/** What a reader types in each form, and a test's changes to it. */
type Typed = Record<string, string>;

export const typedMessage: Record<Kind, Typed> = {
  question: {
    text: "Hur många handledare behövs?",
    name: "Sara Lind",
    email: "sara@bibliotek.example",
    consent: "yes",
  },
  experience: {
    outcome: "partly",
    text: "Vi provade i Kiruna.\n\nTre kvällar.",
    country: "SE",
    place: "Kiruna",
    organisation: "Kiruna bibliotek",
    year: "2025",
    name: "Sara Lind",
    email: "sara@bibliotek.example",
    consent: "yes",
  },
  barrier: { page: "http://ponte.test/en/map", text: "I cannot zoom.", device: "A phone", email: "" },
  report: { reason: "outdated", page: "/en/map", text: "It closed in May.", email: "" },
  tip: { text: "A call for libraries.", page: "https://calls.example/libraries", email: "" },
};

/** A form as a browser posts it: every field of the page is there, filled in or empty. */
export function postedMessage(kind: Kind, over: Typed = {}): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries({ ...typedMessage[kind], website2: "", ...over }))
    data.append(field, value);
  return data;
}

/** A form without errors, as the commands get it. */
export function aMessage(kind: Kind, over: Typed = {}): Message {
  const result = parseMessage(kind, readValues(kind, postedMessage(kind, over)));
  if ("errors" in result) throw new Error(JSON.stringify(result.errors));
  return result.message;
}
