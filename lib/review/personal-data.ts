// What in a text may be somebody's address or telephone number: a hint for whoever reads it, never a verdict. Pure.

const emailAddress = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;

/** Groups of digits as telephone numbers are written: with a plus sign or a nought first, or in brackets. */
const telephone = /(?<![\p{L}\p{N}.,/-])(?:\+|\(\+?|00|0)\d(?:[ \u00a0\u202f./()-]{0,2}\d){6,13}(?![\p{L}\p{N}])/gu;

/** Web addresses hold long numbers that nobody answers. */
const webAddress = /https?:\/\/[^\s<>)]+/gu;

/** Dates such as 01/02/2024 or 01.02.2024 begin like a telephone number. */
const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}/;

/** How many finds are shown: more of them only say the same again. */
const mostShown = 10;

/** The e-mail addresses and telephone numbers that stand in a text, each once, in the order in which they stand. */
export function personalData(text: string): string[] {
  const plain = text.replace(webAddress, " ");
  const found = [...plain.matchAll(emailAddress), ...plain.matchAll(telephone)]
    .filter(([words]) => !date.test(words))
    .sort((one, other) => one.index - other.index)
    .map(([words]) => words.trim());
  return [...new Set(found)].slice(0, mostShown);
}
